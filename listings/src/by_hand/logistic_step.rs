//! One sample, logistic regression, one step: every number of it.
//!
//! z = wx + b,   p = σ(z),   L = −y ln p − (1 − y) ln(1 − p),
//! ∂L/∂p = (p − y)/(p(1 − p)),   ∂p/∂z = p(1 − p),   ∂L/∂z = p − y,
//! ∂L/∂w = (p − y) x,   ∂L/∂b = p − y.

use crate::losses::{sigmoid, softplus};
use serde::Serialize;

// ANCHOR: logistic_step
/// A step of gradient descent on the cross-entropy of one sample with label 0 or 1.
///
/// ```
/// use listings::by_hand::LogisticStep;
///
/// // x = 1, y = 1, from w = b = 0 at the rate 0.5.
/// let step = LogisticStep::take((1.0, 1.0), (0.0, 0.0), 0.5);
/// assert_eq!(step.logit, 0.0); // 0 · 1 + 0
/// assert_eq!(step.probability, 0.5); // 1/(1 + e⁰)
/// assert_eq!(step.loss, std::f64::consts::LN_2); // −ln ½
/// assert_eq!(step.probability_slope, -2.0); // (½ − 1)/(½ · ½)
/// assert_eq!(step.sigmoid_slope, 0.25); // ½ · ½
/// assert_eq!(step.logit_slope, -0.5); // ½ − 1, the product of the last two
/// assert_eq!(step.weight_slope, -0.5); // −½ · 1
/// assert_eq!(step.bias_slope, -0.5);
/// assert_eq!(step.next_weight, 0.25); // 0 − ½ · (−½)
/// assert_eq!(step.next_bias, 0.25);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct LogisticStep {
    /// z.
    pub logit: f64,
    /// p.
    pub probability: f64,
    /// L.
    pub loss: f64,
    /// ∂L/∂p.
    pub probability_slope: f64,
    /// ∂p/∂z.
    pub sigmoid_slope: f64,
    /// ∂L/∂z.
    pub logit_slope: f64,
    /// ∂L/∂w.
    pub weight_slope: f64,
    /// ∂L/∂b.
    pub bias_slope: f64,
    /// w after the step.
    pub next_weight: f64,
    /// b after the step.
    pub next_bias: f64,
    /// p after the step.
    pub next_probability: f64,
    /// L after the step.
    pub next_loss: f64,
}

impl LogisticStep {
    /// From a sample (x, y) and parameters (w, b), at the rate η.
    pub fn take((x, y): (f64, f64), (weight, bias): (f64, f64), rate: f64) -> Self {
        let logit = weight * x + bias;
        let probability = sigmoid(logit);
        let logit_slope = probability - y;
        let sigmoid_slope = probability * (1.0 - probability);
        let (weight_slope, bias_slope) = (logit_slope * x, logit_slope);
        let next_weight = weight - rate * weight_slope;
        let next_bias = bias - rate * bias_slope;
        let next_logit = next_weight * x + next_bias;
        let loss = |logit: f64| y * softplus(-logit) + (1.0 - y) * softplus(logit);
        Self {
            logit,
            probability,
            loss: loss(logit),
            // Only shown: the quotient is 0/0 where p has rounded to the label.
            probability_slope: logit_slope / sigmoid_slope,
            sigmoid_slope,
            logit_slope,
            weight_slope,
            bias_slope,
            next_weight,
            next_bias,
            next_probability: sigmoid(next_logit),
            next_loss: loss(next_logit),
        }
    }
}
// ANCHOR_END: logistic_step

#[cfg(test)]
mod tests {
    use super::*;
    use crate::by_hand::central_difference;

    #[test]
    fn the_slopes_are_those_of_the_loss() {
        for (x, y, weight, bias) in [(2.0, 0.0, 1.0, -1.0), (-0.7, 1.0, 0.3, 0.9)] {
            let loss =
                |weight, bias| LogisticStep::take((x, y), (weight, bias), 0.0).loss;
            let step = LogisticStep::take((x, y), (weight, bias), 0.1);
            // Truncation and rounding of this step are both about 1e-10.
            let slope = central_difference(|w| loss(w, bias), weight, 6e-6);
            assert!((slope - step.weight_slope).abs() < 1e-9);
            let slope = central_difference(|b| loss(weight, b), bias, 6e-6);
            assert!((slope - step.bias_slope).abs() < 1e-9);
            let product = step.probability_slope * step.sigmoid_slope;
            assert!((product - step.logit_slope).abs() < 1e-15);
            assert!(step.next_loss < step.loss);
        }
    }
}
