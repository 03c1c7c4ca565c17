//! On the first function $g = x^3 - 1 = 7$ and $H = 3x^2 = 12$: $2 - 7/12$.
//!
//! On the second the coordinates do not mix. At $y = 0.2$ the slope is
//! $0.008 - 0.2 = -0.192$ and the curvature $0.12 - 1 = -0.88$. The slope says "up with
//! $y$", but the pure step divides by a negative number and goes down,
//! to $0.2 - 0.192/0.88$: nearly on the saddle. Shifted, the curvature is $1$ and the step
//! goes up, toward the minimum at $1$.

/// Where one step from x = 2 leads on the first function.
pub fn after_one_step() -> f64 {
    2.0 - 7.0 / 12.0
}

/// The second coordinate after a pure Newton step on the second function.
pub fn y_after_a_pure_step() -> f64 {
    0.2 - 0.192 / 0.88
}

/// The second coordinate after a step with H + τI in place of H.
pub fn y_after_a_shifted_step() -> f64 {
    0.2 + 0.192
}
