//! The scale of a gradient cancels, so the first step is 1. Without corrections it is
//! $(1-\beta_1)/\sqrt{1-\beta_2} = 0.1/\sqrt{0.001}$. After zeros the corrections are 1 and both
//! moments empty: the same number. In turn, $v = 1$ and $m$ settles where
//! $m = -0.9m + 0.1$, at $0.1/1.9$.

/// The length of the first step from a gradient of 0.001.
pub fn first() -> f64 {
    1.0
}

/// The length of the first step from a gradient of 1000, without the corrections.
pub fn first_uncorrected() -> f64 {
    0.1 / 0.001_f64.sqrt()
}

/// The length of the step from a gradient of 5 after very many of zero.
pub fn after_zeros() -> f64 {
    0.1 / 0.001_f64.sqrt()
}

/// The length of a step after very many gradients of 1 and −1 in turn.
pub fn alternating() -> f64 {
    0.1 / 1.9
}
