//! One step of stochastic gradient descent on a regularized linear classifier.
//!
//! J(w, b) = λ/2 ‖w‖² + 1/n Σᵢ ℓ(yᵢ f(xᵢ)),   f(x) = w·x + b,   y = ±1. For one sample,
//! w ← (1 − ηλ) w − η ℓ′(y f) y x,   b ← b − η ℓ′(y f) y,   with θ = (w, b).
//!
//! **Convention.** λ/2 ‖w‖², without b, and the mean over the samples. libsvm and
//! scikit-learn's `SVC` minimize ½ ‖w‖² + C Σᵢ ℓ instead: C = 1/(λn). The rate of
//! [`falling_rate`] is Bottou's; with η₀ → ∞ it is that of Pegasos, 1/(λt).
//!
//! # Reference
//! S. Shalev-Shwartz, Y. Singer & N. Srebro, "Pegasos: primal estimated sub-gradient
//! solver for SVM", *ICML* (2007), figure 1. L. Bottou, "Large-scale machine learning
//! with stochastic gradient descent", *COMPSTAT* (2010), §5.1.

use ndarray::{Array1, ArrayView1, s};

// ANCHOR: margin_step
/// Takes one step on one sample; `slope` is ℓ′ of the margin y f.
///
/// # Panics
/// Panics unless θ is one longer than the input.
///
/// ```
/// use listings::training::{hinge_slope, margin_step};
/// use ndarray::{Array1, array};
///
/// let mut theta = Array1::zeros(3); // w and b
/// margin_step(&mut theta, array![2.0, -1.0].view(), 1.0, hinge_slope, 0.1, 0.5);
/// assert_eq!(theta, array![1.0, -0.5, 0.5]); // f was 0, below the margin
/// // Now y f = 3 is beyond the margin: w only shrinks, by 1 − ηλ = 0.95.
/// margin_step(&mut theta, array![2.0, -1.0].view(), 1.0, hinge_slope, 0.1, 0.5);
/// assert_eq!(theta, array![0.95, -0.475, 0.5]);
/// ```
pub fn margin_step(
    theta: &mut Array1<f64>,
    input: ArrayView1<f64>,
    label: f64,
    slope: impl Fn(f64) -> f64,
    decay: f64,
    rate: f64,
) {
    let features = input.len();
    assert_parameters(theta.len(), features);
    let (mut weights, bias) = theta.view_mut().split_at(ndarray::Axis(0), features);
    let margin = label * (weights.dot(&input) + bias[0]);
    let pull = -slope(margin) * label;
    weights *= 1.0 - rate * decay;
    weights.scaled_add(rate * pull, &input);
    theta[features] += rate * pull;
}

fn assert_parameters(parameters: usize, features: usize) {
    let valid = features + 1;
    assert_eq!(parameters, valid, "θ of {parameters} entries: {valid} is valid");
}

/// ℓ′ of the hinge max(0, 1 − m): −1 inside the margin, 0 from it on.
pub fn hinge_slope(margin: f64) -> f64 {
    if margin < 1.0 { -1.0 } else { 0.0 }
}

/// η_t = η₀ / (1 + η₀ λ t), t = 0, 1, 2, …
pub fn falling_rate(first: f64, decay: f64, step: usize) -> f64 {
    first / (1.0 + first * decay * step as f64)
}
// ANCHOR_END: margin_step

/// J(θ), with the loss ℓ of a margin.
///
/// # Panics
/// Panics unless θ is one longer than a row of the inputs, and, as ndarray does, when the
/// other shapes do not fit together.
pub fn margin_objective(
    theta: &Array1<f64>,
    inputs: &ndarray::Array2<f64>,
    labels: &Array1<f64>,
    loss: impl Fn(f64) -> f64,
    decay: f64,
) -> f64 {
    assert_parameters(theta.len(), inputs.ncols());
    let weights = theta.slice(s![..inputs.ncols()]);
    let scores = inputs.dot(&weights) + theta[inputs.ncols()];
    let mean = (scores * labels).mapv(loss).sum() / labels.len() as f64;
    0.5 * decay * weights.dot(&weights) + mean
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    #[test]
    fn the_rate_starts_at_the_first_and_falls_like_pegasos() {
        assert_eq!(falling_rate(0.5, 0.1, 0), 0.5);
        // 1/(λt) = 0.01 at t = 1000; 1/η₀ more in the denominator is 2 %.
        assert_eq!(falling_rate(0.5, 0.1, 1000), 0.5 / 51.0);
    }

    #[test]
    #[should_panic(expected = "θ of 4 entries: 3 is valid")]
    fn a_step_refuses_parameters_that_are_not_those_of_the_input() {
        let (mut theta, input) = (Array1::zeros(4), array![1.0, 2.0]);
        margin_step(&mut theta, input.view(), 1.0, hinge_slope, 0.1, 0.5);
    }

    #[test]
    #[should_panic(expected = "θ of 4 entries: 3 is valid")]
    fn the_objective_refuses_them_too() {
        margin_objective(
            &Array1::zeros(4),
            &array![[1.0, 2.0]],
            &array![1.0],
            |m| m,
            0.1,
        );
    }

    #[test]
    fn the_mean_of_all_steps_is_a_step_against_the_gradient() {
        // One step of rate η on each sample from the same θ, averaged, is θ − η ∂J/∂θ;
        // central differences of J, away from kinks, say what that is.
        let inputs = array![[1.0, 2.0], [-0.5, 0.3], [2.0, -1.0]];
        let labels = array![1.0, -1.0, 1.0];
        let (theta, decay, rate) = (array![0.3, -0.2, 0.1], 0.2, 0.01);
        let mut mean = Array1::zeros(3);
        for (input, &label) in inputs.rows().into_iter().zip(&labels) {
            let mut moved = theta.clone();
            margin_step(&mut moved, input, label, hinge_slope, decay, rate);
            mean += &(moved / 3.0);
        }
        let objective = |theta: &Array1<f64>| {
            let hinge = |margin: f64| (1.0 - margin).max(0.0);
            margin_objective(theta, &inputs, &labels, hinge, decay)
        };
        for i in 0..3 {
            let at = |shift: f64| {
                let mut shifted = theta.clone();
                shifted[i] += shift;
                objective(&shifted)
            };
            let slope = (at(1e-6) - at(-1e-6)) / 2e-6;
            // The objective is quadratic here: rounding of 1 over 2e-6, times η.
            assert!((mean[i] - (theta[i] - rate * slope)).abs() < 1e-11);
        }
    }
}
