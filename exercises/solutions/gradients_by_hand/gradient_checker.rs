//! A fresh copy for each component: what was moved must be back before the next one moves.
//! The step follows the size of its parameter, or else a parameter of size $10^6$ is moved by
//! a few units in its last places, and the difference is rounding.

use ndarray::Array1;

/// The central differences of `loss` at θ, of shape (d).
pub fn differences(
    loss: &dyn Fn(&Array1<f64>) -> f64,
    theta: &Array1<f64>,
) -> Array1<f64> {
    let difference = |i: usize| {
        let h = f64::EPSILON.cbrt() * theta[i].abs().max(1.0);
        let moved = |by: f64| {
            let mut moved = theta.clone();
            moved[i] += by;
            loss(&moved)
        };
        (moved(h) - moved(-h)) / (2.0 * h)
    };
    (0..theta.len()).map(difference).collect()
}

/// The largest difference between a and b, relative to the largest entry of either.
pub fn relative_error(a: &Array1<f64>, b: &Array1<f64>) -> f64 {
    let largest = |x: &Array1<f64>| x.iter().fold(0.0, |most: f64, x| most.max(x.abs()));
    let scale = largest(a).max(largest(b));
    if scale == 0.0 { 0.0 } else { largest(&(a - b)) / scale }
}
