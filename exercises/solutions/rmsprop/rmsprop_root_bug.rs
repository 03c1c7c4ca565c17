//! The root was forgotten: $g/v$ instead of $g/\sqrt{v}$. With gradients near one the
//! two are about equal. With gradients near $10^{-3}$, $v$ is near $10^{-6}$, and the
//! step is a thousand times too long. A law finds it at once: multiply all gradients by a
//! constant, and the steps must not change.

/// θ after a step; `mean_square` is v and holds `gradient` already.
pub fn step(theta: f64, gradient: f64, mean_square: f64, rate: f64, epsilon: f64) -> f64 {
    theta - rate * gradient / (mean_square.sqrt() + epsilon)
}
