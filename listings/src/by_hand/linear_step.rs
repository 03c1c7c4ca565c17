//! One sample, a line, the squared error, one step: every number of it.
//!
//! ŷ = wx + b,   r = ŷ − y,   L = r²,
//! ∂L/∂ŷ = 2r,   ∂L/∂w = ∂L/∂ŷ · x,   ∂L/∂b = ∂L/∂ŷ,   θ ← θ − η ∂L/∂θ.

use serde::Serialize;

// ANCHOR: linear_step
/// A step of gradient descent on the squared error of one sample.
///
/// ```
/// use listings::by_hand::LinearStep;
///
/// // x = 2, y = 5, from w = 1, b = 0 at the rate 0.1.
/// let step = LinearStep::take((2.0, 5.0), (1.0, 0.0), 0.1);
/// assert_eq!(step.prediction, 2.0); // 1 · 2 + 0
/// assert_eq!(step.residual, -3.0); // 2 − 5
/// assert_eq!(step.loss, 9.0); // (−3)²
/// assert_eq!(step.prediction_slope, -6.0); // 2 · (−3)
/// assert_eq!(step.weight_slope, -12.0); // −6 · 2
/// assert_eq!(step.bias_slope, -6.0); // −6 · 1
/// // The rate 0.1 has no exact binary form.
/// assert!((step.next_weight - 2.2).abs() < 1e-15); // 1 − 0.1 · (−12)
/// assert!((step.next_bias - 0.6).abs() < 1e-15); // 0 − 0.1 · (−6)
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct LinearStep {
    /// ŷ.
    pub prediction: f64,
    /// r.
    pub residual: f64,
    /// L.
    pub loss: f64,
    /// ∂L/∂ŷ.
    pub prediction_slope: f64,
    /// ∂L/∂w.
    pub weight_slope: f64,
    /// ∂L/∂b.
    pub bias_slope: f64,
    /// w after the step.
    pub next_weight: f64,
    /// b after the step.
    pub next_bias: f64,
    /// L after the step.
    pub next_loss: f64,
}

impl LinearStep {
    /// From a sample (x, y) and parameters (w, b), at the rate η.
    pub fn take((x, y): (f64, f64), (weight, bias): (f64, f64), rate: f64) -> Self {
        let prediction = weight * x + bias;
        let residual = prediction - y;
        let prediction_slope = 2.0 * residual;
        let weight_slope = prediction_slope * x;
        let bias_slope = prediction_slope;
        let next_weight = weight - rate * weight_slope;
        let next_bias = bias - rate * bias_slope;
        Self {
            prediction,
            residual,
            loss: residual * residual,
            prediction_slope,
            weight_slope,
            bias_slope,
            next_weight,
            next_bias,
            next_loss: (next_weight * x + next_bias - y).powi(2),
        }
    }
}
// ANCHOR_END: linear_step

#[cfg(test)]
mod tests {
    use super::*;
    use crate::losses::{Loss, MeanSquaredError};
    use crate::models::{Linear, Model};
    use ndarray::array;

    #[test]
    fn it_is_what_model_and_loss_say() {
        let (line, x) = (Linear { features: 1 }, array![[1.5]]);
        let (theta, y) = (array![-0.5, 0.25], array![2.0]);
        let prediction = line.predict(&theta, &x);
        let pull = MeanSquaredError.gradient(&prediction, &y);
        let gradient = line.backward(&theta, &x, &pull);
        let step = LinearStep::take((1.5, 2.0), (-0.5, 0.25), 0.5);
        // All of these numbers are short binary fractions.
        assert_eq!(step.loss, MeanSquaredError.value(&prediction, &y));
        assert_eq!(array![step.weight_slope, step.bias_slope], gradient);
        assert_eq!(array![step.next_weight, step.next_bias], theta - 0.5 * gradient);
    }
}
