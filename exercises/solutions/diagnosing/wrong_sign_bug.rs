//! $\partial L/\partial w = (p - y) x$ is the direction in which the loss *grows*. Descent
//! subtracts it. Whoever writes the residual as $y - p$ has the minus sign in there already,
//! and adds; mixing the two conventions is how this fault is made. A gradient check does not
//! see it, because the gradient is right. One tiny step and two losses do.

/// `[w, b]` after one step on the sample (x, y), where y is 0 or 1.
pub fn step([w, b]: [f64; 2], x: f64, y: f64, rate: f64) -> [f64; 2] {
    let p = 1.0 / (1.0 + (-(w * x + b)).exp());
    let residual = p - y;
    let (by_w, by_b) = (residual * x, residual);
    [w - rate * by_w, b - rate * by_b]
}
