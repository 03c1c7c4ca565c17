//! The code squares the sum; AdaGrad sums the squares. On gradients of one sign the sum
//! grows, even faster than the root of the sum of squares, so the rate falls. On $1, -1,
//! 1, -1$ the sum returns to zero, and the rate jumps to $\eta/\varepsilon$.
//!
//! The test is a law: the rate of AdaGrad never rises, whatever the gradients. Another is
//! that the signs of the gradients do not count.

use ndarray::Array1;

/// η / (√G + ε) after each gradient, this one included.
pub fn rates(gradients: &Array1<f64>, rate: f64, epsilon: f64) -> Array1<f64> {
    let mut squares = 0.0;
    gradients.mapv(|gradient| {
        squares += gradient * gradient;
        rate / (f64::sqrt(squares) + epsilon)
    })
}
