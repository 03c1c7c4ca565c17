//! Full-batch gradient descent.
//!
//! θ ← θ − η ∂L/∂θ,   ∂L/∂θ = (∂ŷ/∂θ)ᵀ ∂L/∂ŷ.

use crate::losses::Loss;
use crate::models::Model;
use ndarray::{Array1, Array2};
use std::fmt;

// ANCHOR: gradient_descent
/// What a run of gradient descent leaves behind.
#[derive(Clone, Debug, PartialEq)]
pub struct Descent {
    /// θ₀, θ₁, …, one row a step: the start first, the result last.
    pub path: Vec<Array1<f64>>,
    /// L(θ₀), L(θ₁), …
    pub losses: Vec<f64>,
}

/// Fits `model` to (inputs, target) by `steps` steps of size `rate` from `theta`.
///
/// # Errors
/// [`TrainingError`] at the first step whose loss or parameters are not finite; it
/// holds the parameters before that step. The rate is not looked at: 0 stays, a rate
/// below 0 climbs, and NaN is such an error at step 1.
///
/// # Panics
/// Panics when the shapes of parameters, inputs and target do not fit together.
pub fn gradient_descent(
    model: &dyn Model,
    loss: &dyn Loss,
    inputs: &Array2<f64>,
    target: &Array1<f64>,
    mut theta: Array1<f64>,
    rate: f64,
    steps: usize,
) -> Result<Descent, TrainingError> {
    let mut descent = Descent { path: Vec::new(), losses: Vec::new() };
    for step in 0..=steps {
        let prediction = model.predict(&theta, inputs);
        let value = loss.value(&prediction, target);
        // A margin that is met costs nothing, even at an infinite θ.
        if !value.is_finite() || !theta.iter().all(|entry| entry.is_finite()) {
            let last_finite = descent.path.pop().unwrap_or(theta);
            return Err(TrainingError { step, loss: value, last_finite });
        }
        descent.path.push(theta.clone());
        descent.losses.push(value);
        if step < steps {
            let output_gradient = loss.gradient(&prediction, target);
            let gradient = model.backward(&theta, inputs, &output_gradient);
            theta.scaled_add(-rate, &gradient);
        }
    }
    Ok(descent)
}
// ANCHOR_END: gradient_descent

impl Descent {
    /// θ after the last step.
    pub fn theta(&self) -> &Array1<f64> {
        self.path.last().expect("a run has at least its start")
    }
}

/// A run that met a loss or parameters that are not finite.
#[derive(Clone, Debug, PartialEq)]
pub struct TrainingError {
    /// The step whose loss or parameters were not finite; 0 means the start.
    pub step: usize,
    /// The loss there; it is finite where only the parameters were not.
    pub loss: f64,
    /// The parameters before that step (the start itself, where it was already not
    /// finite).
    pub last_finite: Array1<f64>,
}

impl fmt::Display for TrainingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { step, loss, last_finite } = self;
        if loss.is_finite() {
            write!(
                f,
                "the parameters were not finite at step {step}, at a loss of {loss}"
            )?;
        } else {
            write!(f, "the loss became {loss} at step {step}")?;
        }
        write!(f, "; the parameters before it were {last_finite}")
    }
}

impl std::error::Error for TrainingError {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::losses::{Hinge, Huber, MeanAbsoluteError, MeanSquaredError};
    use crate::models::Linear;
    use approx::assert_relative_eq;
    use ndarray::array;

    const LINE: Linear = Linear { features: 1 };

    fn points() -> (Array2<f64>, Array1<f64>) {
        (array![[-1.0], [0.0], [1.0], [2.0]], array![-1.0, 1.0, 3.0, 5.0])
    }

    #[test]
    fn one_step_is_the_one_worked_by_hand() {
        // (x, y) = (2, 5), θ = (1, 0), η = 0.1: r = −3, ∂w = −12, ∂b = −6.
        let run = gradient_descent(
            &LINE,
            &MeanSquaredError,
            &array![[2.0]],
            &array![5.0],
            array![1.0, 0.0],
            0.1,
            1,
        );
        assert_relative_eq!(
            run.unwrap().theta(),
            &array![2.2, 0.6],
            max_relative = 1e-15
        );
    }

    #[test]
    fn every_loss_finds_the_line_that_passes_through_all_points() {
        let (x, y) = points();
        let truth = array![2.0, 1.0];
        let fit = |loss: &dyn Loss, rate, steps| {
            let run =
                gradient_descent(&LINE, loss, &x, &y, Array1::zeros(2), rate, steps);
            run.unwrap().theta().clone()
        };
        // Both are quadratic near the optimum: 400 steps at a contraction below 0.9
        // leave rounding only.
        assert_relative_eq!(
            fit(&MeanSquaredError, 0.2, 400),
            truth,
            max_relative = 1e-12
        );
        assert_relative_eq!(
            fit(&Huber::default(), 0.4, 400),
            truth,
            max_relative = 1e-12
        );
        // A fixed step on |r| keeps jumping across the kink by about η: closeness of
        // that size is all there is.
        assert_relative_eq!(
            fit(&MeanAbsoluteError, 0.001, 20_000),
            truth,
            epsilon = 0.005
        );
    }

    #[test]
    fn a_rate_that_is_too_large_is_an_error_with_the_last_finite_parameters() {
        let (x, y) = points();
        let error = gradient_descent(
            &LINE,
            &MeanSquaredError,
            &x,
            &y,
            Array1::zeros(2),
            10.0,
            1000,
        )
        .unwrap_err();
        assert!(error.step > 0 && !error.loss.is_finite());
        assert!(error.last_finite.iter().all(|theta| theta.is_finite()));
        assert!(error.to_string().starts_with("the loss became inf at step"), "{error}");
    }

    #[test]
    fn infinite_parameters_are_an_error_even_without_a_loss() {
        // Beyond the margin, whatever the size: a loss of 0 at w = ∞.
        let (x, y) = (array![[-100.0], [100.0]], array![-1.0, 1.0]);
        let start = Array1::zeros(2);
        let run = gradient_descent(&LINE, &Hinge, &x, &y, start.clone(), f64::MAX, 3);
        let error = run.unwrap_err();
        assert_eq!((error.step, error.loss, &error.last_finite), (1, 0.0, &start));
        let expected = "the parameters were not finite at step 1, at a loss of 0; the \
                        parameters before it were [0, 0]";
        assert_eq!(error.to_string(), expected);
    }

    #[test]
    fn the_rate_is_not_looked_at() {
        let (x, y) = points();
        let run = |rate| {
            let start = array![1.0, 0.0];
            gradient_descent(&LINE, &MeanSquaredError, &x, &y, start, rate, 1)
        };
        assert_eq!(run(0.0).unwrap().theta(), &array![1.0, 0.0]);
        let losses = run(-0.1).unwrap().losses;
        assert!(losses[1] > losses[0], "{losses:?}");
        assert_eq!(run(f64::NAN).unwrap_err().step, 1);
    }

    #[test]
    fn a_start_that_is_not_finite_is_refused_at_step_zero() {
        let (x, y) = points();
        let start = array![f64::NAN, 0.0];
        let run = gradient_descent(&LINE, &MeanSquaredError, &x, &y, start, 0.1, 3);
        assert_eq!(run.unwrap_err().step, 0);
    }
}
