//! The pull $|r|^\gamma r$ is, up to a factor, that of the loss $|r|^{\gamma + 2}$. A weight
//! of difficulty is another loss in disguise.
//!
//! $\gamma = 0$: the squared error rests at the mean, $2$. $\gamma = -1$: every sample
//! pulls with its sign, as under the absolute error, and the median is $0$. $\gamma = 1$:
//! $4 c^2 = (10 - c)^2$, so $2 c = 10 - c$ and $c = \frac{10}{3}$. As
//! $\gamma \to \infty$ only the largest residual counts, and it is smallest halfway
//! between the extremes, at $5$: one sample of five, and be it a typing error, has half the
//! say.

/// The resting place without weights, γ = 0.
pub fn without_weights() -> f64 {
    2.0
}

/// With the easy samples first, γ = −1.
pub fn easy_first() -> f64 {
    0.0
}

/// With the hard samples first, γ = 1.
pub fn hard_first() -> f64 {
    10.0 / 3.0
}

/// The limit as γ → ∞.
pub fn hardest_only() -> f64 {
    5.0
}
