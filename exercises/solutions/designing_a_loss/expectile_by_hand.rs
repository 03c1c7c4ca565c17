//! At $c = 6$ the residuals are $4, 2$ and $-6$: too high costs $\frac14 (16 + 4) = 5$,
//! too low $\frac34 \cdot 36 = 27$, and the mean is $\frac{32}{3}$.
//!
//! Between 4 and 12 the pulls cancel where
//! $\frac14 (c - 2) + \frac14 (c - 4) = \frac34 (12 - c)$, so
//! $\frac54 c = \frac{21}{2}$ and $c = 8.4$. Under the quantile loss each target pulls
//! with its price alone: above 4 the two lower ones pull with $\frac14$ each, and the
//! upper one with $\frac34$, which wins until $c$ has reached it: $c = 12$.

/// The mean expectile loss of promising the mean delay, c = 6.
pub fn loss_of_the_mean() -> f64 {
    10.67
}

/// The c that is best under the expectile loss. It lies between 4 and 12.
pub fn best_under_expectile() -> f64 {
    8.4
}

/// The c that is best under the quantile loss of the same level.
pub fn best_under_quantile() -> f64 {
    12.0
}
