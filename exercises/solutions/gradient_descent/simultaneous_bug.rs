//! The second `residual` is computed with the new weight: the bias moves by the gradient of
//! another point. Gradient descent evaluates one gradient, at the old parameters, and moves
//! all of them by it. (Moving one coordinate at a time, each from a fresh derivative, is an
//! algorithm too: coordinate descent. It is right on its own terms, but it has other rates,
//! and it is not what the code says it is.) A library avoids the trap by its shape: `step`
//! receives one finished gradient.

/// `[w, b]` after one step on the sample (x, y).
pub fn step(w: f64, b: f64, x: f64, y: f64, rate: f64) -> [f64; 2] {
    let residual = w * x + b - y;
    [w - rate * 2.0 * residual * x, b - rate * 2.0 * residual]
}
