//! $G$ adds up the squares: $9$, $9 + 16 = 25$, $25 + 144 = 169$, with the roots $3$, $5$
//! and $13$. The steps are $0.5 \cdot 3/3$, $0.5 \cdot 4/5$ and $0.5 \cdot 12/13$: the
//! third gradient is four times the first, and its step is shorter. The first step is
//! $\eta$ itself, always: $|g|/\sqrt{g^2} = 1$.
//!
//! The steps go against the gradients, so
//! $\theta = 2 - 0.5 + 0.4 - 6/13 \approx 1.44$.

/// G after each of the three steps.
pub fn squares() -> [f64; 3] {
    [9.0, 25.0, 169.0]
}

/// The length of each step, without its sign.
pub fn lengths() -> [f64; 3] {
    [0.5, 0.4, 6.0 / 13.0]
}

/// θ after the third step.
pub fn theta() -> f64 {
    2.0 - 0.5 + 0.4 - 6.0 / 13.0
}
