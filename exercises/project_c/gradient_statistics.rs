//! # Project C, milestone 1: is it noise?
//!
//! Two gradients in a row that point the same way say: go on. Near a minimum, at a rate that
//! is too large for it, the noise rules, and a gradient tends to point back where the last
//! step came from. The angle tells: for gradients $g_0, g_1, \dots \in \R^d$ of successive
//! steps,
//! $$ c_t = \frac{g_t \cdot g_{t+1}}{\norm{g_t}\, \norm{g_{t+1}}} , $$
//! and $c_t = 0$ where one of the two is zero. Of $n$ gradients there are $n - 1$ cosines, and
//! of none there are none.
//!
//! `is_noise` is the verdict: whether the mean of the last `window` cosines is at or below
//! `threshold`. With fewer cosines than that there is no verdict yet, which is `false`.

/// c₀, c₁, … of gradients of one length.
pub fn cosines(gradients: &[Vec<f64>]) -> Vec<f64> {
    todo!()
}

/// Whether the mean of the last `window` cosines, at least 1, is at or below `threshold`.
pub fn is_noise(cosines: &[f64], window: usize, threshold: f64) -> bool {
    todo!()
}
