//! # The rate that came back
//!
//! This function gives the rate of one coordinate before each step. Its author tested it
//! on gradients of one sign, saw it fall, and was content. On a ravine, where the
//! gradient across changes its sign in every step, the rate rose, and the run blew up.
//!
//! Find the fault and repair it. Which law of AdaGrad should have been the test?

use ndarray::Array1;

/// η / (√G + ε) after each gradient, this one included.
pub fn rates(gradients: &Array1<f64>, rate: f64, epsilon: f64) -> Array1<f64> {
    let mut sum: f64 = 0.0;
    gradients.mapv(|gradient| {
        sum += gradient;
        rate / ((sum * sum).sqrt() + epsilon)
    })
}
