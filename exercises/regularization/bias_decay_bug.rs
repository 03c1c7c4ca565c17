//! # The model that depends on the zero of the thermometer
//!
//! Two people fit $\hat y = Xw + b$ to the same temperatures by gradient descent on half of
//! the mean squared error plus $\frac{\lambda}{2} \sum_j w_j^2$, one in degrees Celsius,
//! the other in kelvin, which are the same numbers plus $273.15$. Their weights should be
//! equal and their biases $273.15$ apart. They are not, and the kelvin model predicts
//! temperatures that are far too low.
//!
//! This is their gradient of the penalty, with $\theta = (w_1, \dots, w_k, b)$. Repair it.

use ndarray::Array1;

/// The gradient of λ/2 Σw² with respect to θ = (w, b).
pub fn gradient(theta: &Array1<f64>, lambda: f64) -> Array1<f64> {
    theta.mapv(|parameter| lambda * parameter)
}
