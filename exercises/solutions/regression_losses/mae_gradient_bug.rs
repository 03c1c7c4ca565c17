//! `f64::signum` is not the sign function of mathematics. It reads the sign bit, and zero
//! has one: `0.0.signum()` is $1$ and `(-0.0).signum()` is $-1$. A prediction that is
//! exactly right therefore gets the gradient $1/n$, and descent lowers it. Any number
//! between $-1/n$ and $1/n$ is a subgradient there, so the function was not wrong in
//! theory; but only $0$ lets a perfect model rest. Finite differences could not show the
//! fault: at a kink there is no derivative to compare with, and tests rarely look where
//! the loss is zero.

use ndarray::Array1;

/// A subgradient of the mean absolute error with respect to `prediction`.
pub fn gradient(prediction: &Array1<f64>, target: &Array1<f64>) -> Array1<f64> {
    let n = prediction.len() as f64;
    (prediction - target)
        .mapv(|residual| if residual == 0.0 { 0.0 } else { residual.signum() / n })
}
