//! # The model that was never wrong
//!
//! A network predicts a mean and a log variance and is trained with the loss below. Its
//! loss falls steadily to zero, and everybody is pleased. But the means never learn, and
//! the predicted standard deviations are in the thousands. Somebody checked the
//! gradient by finite differences: it is exactly that of the value.
//!
//! Find the fault and repair both functions. Then say why a gradient check could not find
//! it, and which check could.

/// The negative log-likelihood of one residual, without its constant.
pub fn value(residual: f64, log_variance: f64) -> f64 {
    0.5 * residual * residual * (-log_variance).exp()
}

/// Its derivatives with respect to the residual and to the log variance.
pub fn gradient(residual: f64, log_variance: f64) -> [f64; 2] {
    let precision = (-log_variance).exp();
    [residual * precision, -0.5 * residual * residual * precision]
}
