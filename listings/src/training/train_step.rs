//! One step of training: forward, loss, backward, update.
//!
//! ŷ = f(θ, X),   g = (∂ŷ/∂θ)ᵀ ∂L/∂ŷ,   θ ← the optimizer's step from g.

use crate::losses::Loss;
use crate::models::Model;
use crate::optimizers::Optimizer;
use ndarray::{Array1, Array2};
use std::fmt;

// ANCHOR: train_step
/// One step of `optimizer` on the loss of `model` over a batch; gives the loss before
/// the step.
///
/// # Errors
/// [`NotFinite`] when the loss or its gradient is not finite; θ and the optimizer stay
/// as they were.
///
/// # Panics
/// Panics when the shapes of parameters, inputs and target do not fit together.
pub fn train_step<Output, Target>(
    model: &dyn Model<Output>,
    loss: &dyn Loss<Output, Target>,
    inputs: &Array2<f64>,
    target: &Target,
    theta: &mut Array1<f64>,
    optimizer: &mut dyn Optimizer,
    rate: f64,
) -> Result<f64, NotFinite> {
    let prediction = model.predict(theta, inputs);
    let value = loss.value(&prediction, target);
    if !value.is_finite() {
        return Err(NotFinite { what: "loss", value });
    }
    let output_gradient = loss.gradient(&prediction, target);
    let gradient = model.backward(theta, inputs, &output_gradient);
    if let Some(&value) = gradient.iter().find(|entry| !entry.is_finite()) {
        return Err(NotFinite { what: "gradient", value });
    }
    optimizer.step(rate, theta, &gradient);
    Ok(value)
}

/// A step that was not taken, because there was nothing to go by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NotFinite {
    /// The loss or the gradient.
    pub what: &'static str,
    /// What it was: NaN or infinite.
    pub value: f64,
}

impl fmt::Display for NotFinite {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the {} is {}; the step was not taken", self.what, self.value)
    }
}

impl std::error::Error for NotFinite {}
// ANCHOR_END: train_step

#[cfg(test)]
mod tests {
    use super::*;
    use crate::losses::MeanSquaredError;
    use crate::models::Linear;
    use crate::optimizers::{Adam, GradientDescent};
    use approx::assert_relative_eq;
    use ndarray::array;

    const LINE: Linear = Linear { features: 1 };

    #[test]
    fn one_step_is_the_one_worked_by_hand() {
        // (x, y) = (2, 5), θ = (1, 0), η = 0.1: r = −3, L = 9, ∂w = −12, ∂b = −6.
        let mut theta = array![1.0, 0.0];
        let loss = train_step(
            &LINE,
            &MeanSquaredError,
            &array![[2.0]],
            &array![5.0],
            &mut theta,
            &mut GradientDescent,
            0.1,
        );
        assert_eq!(loss, Ok(9.0));
        assert_relative_eq!(theta, array![2.2, 0.6], max_relative = 1e-15);
    }

    #[test]
    fn a_step_that_cannot_be_taken_changes_nothing() {
        let (mut theta, mut adam) = (array![1.0, 0.0], Adam::default());
        let untouched = adam.clone();
        for (target, what) in [(f64::NAN, "loss"), (1e200, "loss")] {
            let error = train_step(
                &LINE,
                &MeanSquaredError,
                &array![[2.0]],
                &array![target],
                &mut theta,
                &mut adam,
                0.1,
            )
            .unwrap_err();
            assert_eq!(error.what, what);
            assert_eq!((&theta, &adam), (&array![1.0, 0.0], &untouched));
        }
        // A finite loss with an infinite gradient: 1e150² · 1e150 overflows, 1e150² not.
        let error = train_step(
            &LINE,
            &MeanSquaredError,
            &array![[1e200]],
            &array![1e150],
            &mut array![0.0, 0.0],
            &mut adam,
            0.1,
        )
        .unwrap_err();
        assert_eq!(error.to_string(), "the gradient is -inf; the step was not taken");
    }
}
