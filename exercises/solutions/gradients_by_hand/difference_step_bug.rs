//! At $h = \varepsilon$ the two values differ in their last bits, if at all: beyond $x = 2$,
//! $x + \varepsilon$ is $x$. The truncation error is about $h^2$ and the rounding error
//! $\varepsilon/h$, both relative to the size of $x$, and $h = \varepsilon^{1/3}$ times that
//! size makes the sum least.

/// The derivative of f at a place, by a difference.
pub fn derivative(f: &dyn Fn(f64) -> f64, at: f64) -> f64 {
    let h = f64::EPSILON.cbrt() * at.abs().max(1.0);
    (f(at + h) - f(at - h)) / (2.0 * h)
}
