//! Softplus and its derivative, the logistic sigmoid.
//!
//! ς(z) = ln(1 + e^z) = max(z, 0) + ln(1 + e^(−|z|)),   ς′(z) = σ(z) = 1/(1 + e^(−z)).
//!
//! **Convention.** With p = σ(z), −ln p = ς(−z) and −ln(1 − p) = ς(z): the logarithms
//! of both probabilities, without a probability that is rounded to 0 or 1 first.
//!
//! # Reference
//! C. Dugas, Y. Bengio, F. Bélisle, C. Nadeau & R. Garcia, "Incorporating second-order
//! functional knowledge for better option pricing", *Advances in Neural Information
//! Processing Systems* 13 (2000).

// ANCHOR: softplus
/// ln(1 + e^z): 0 far below zero, z far above it.
///
/// ```
/// use listings::losses::softplus;
///
/// assert_eq!(softplus(0.0), std::f64::consts::LN_2);
/// assert_eq!(softplus(1000.0), 1000.0);
/// assert_eq!(softplus(-40.0), (-40f64).exp());
/// ```
pub fn softplus(logit: f64) -> f64 {
    logit.max(0.0) + (-logit.abs()).exp().ln_1p()
}

/// 1 / (1 + e^(−z)), the probability that a logit stands for.
///
/// ```
/// use listings::losses::sigmoid;
///
/// assert_eq!(sigmoid(0.0), 0.5);
/// assert_eq!(sigmoid(-1000.0), 0.0);
/// ```
pub fn sigmoid(logit: f64) -> f64 {
    // e^(−z) may overflow to ∞, and 1/∞ is 0, as it should be.
    1.0 / (1.0 + (-logit).exp())
}
// ANCHOR_END: softplus
