//! # The model that will not rest
//!
//! The function below is meant to give a subgradient of the mean absolute error with
//! respect to the predictions, $\operatorname{sign}(r_i)/n$ with $r_i = \hat y_i - y_i$,
//! where $\operatorname{sign}(0) = 0$.
//!
//! A model trained with it was started, by chance, at parameters that reproduce every
//! target exactly. It did not stay there: after the first step each of its predictions
//! lay below its target, after the second they were back, and so on. From any other start
//! the gradients agree with finite differences.
//!
//! Find the reason and repair the function.

use ndarray::Array1;

/// A subgradient of the mean absolute error with respect to `prediction`.
pub fn gradient(prediction: &Array1<f64>, target: &Array1<f64>) -> Array1<f64> {
    let n = prediction.len() as f64;
    (prediction - target).mapv(|residual| residual.signum() / n)
}
