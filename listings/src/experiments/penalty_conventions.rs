//! One number λ in several conventions, and the weight that each of them leaves.

use super::{Experiment, Setting};
use crate::losses::{Huber, Loss, MeanSquaredError, Reduced, Reduction};
use crate::models::Linear;
use crate::regularizers::{L2, OnWeights, PenalizedLoss, subgradient_descent};
use crate::report::{Cell, Table};
use ndarray::{Array1, Axis, array};
use serde::Serialize;

/// One standardized feature, on whose data the weight without a penalty is 2.
#[derive(Clone, Debug)]
pub struct Config {
    /// λ.
    pub lambda: f64,
}

impl Default for Config {
    fn default() -> Self {
        Self { lambda: 0.5 }
    }
}

/// The weights.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// λ.
    pub lambda: f64,
    /// n.
    pub samples: usize,
    /// ½ mean squared error + λ/2 w²: scikit-learn's `ElasticNet`, glmnet.
    pub half_half: f64,
    /// Mean squared error + λ w²: Keras's `L2` beside its `MeanSquaredError`.
    pub whole_whole: f64,
    /// Mean squared error + λ/2 w²: the same as weight decay λ in gradient descent.
    pub whole_half: f64,
    /// ½ mean squared error + λ w².
    pub half_whole: f64,
    /// Sum of the squared errors + λ w²: scikit-learn's `Ridge`.
    pub sum_whole: f64,
    /// Gradient descent on the mean squared error with w ← (1 − ηλ)w beside each step.
    pub decay: f64,
}

impl Experiment for Config {
    const NAME: &'static str = "penalty-conventions";
    const QUESTION: &'static str = "What does the same λ mean in different libraries?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![Setting::real("lambda", "strength λ", &mut self.lambda, 0.0..=3.0, 0.1)]
    }

    fn run(&self) -> Outcome {
        // Mean 0, variance 1.
        let x: Array1<f64> = array![-2.0, -1.0, 0.0, 1.0, 2.0] / 2f64.sqrt();
        let y = &x * 2.0;
        let samples = x.len();
        let inputs = x.insert_axis(Axis(1));
        // Beyond every residual, Huber is half the squared error.
        let half = Huber::new(1e6).expect("above zero");
        let sum = Reduced { loss: MeanSquaredError, reduction: Reduction::Sum };
        let halved = L2::new(self.lambda).expect("the settings keep λ at zero or above");
        let plain = L2::without_half(self.lambda).expect("so they do");
        let fit = |loss: &dyn Loss, penalty: L2| {
            let objective = PenalizedLoss {
                model: &Linear { features: 1 },
                loss,
                inputs: &inputs,
                target: &y,
                penalty: OnWeights::of_linear(penalty, 1),
            };
            // The curvature is at most 2 · 5 + 2 · 3, that of the bias at least 1.
            let path = subgradient_descent(&objective, Array1::zeros(2), 0.1, 400);
            path.expect("the rate is stable")[400][0]
        };
        Outcome {
            lambda: self.lambda,
            samples,
            half_half: fit(&half, halved),
            whole_whole: fit(&MeanSquaredError, plain),
            whole_half: fit(&MeanSquaredError, halved),
            half_whole: fit(&half, plain),
            sum_whole: fit(&sum, plain),
            decay: self.decayed(),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!("The weight that λ = {} leaves of 2", outcome.lambda),
            &["objective", "where", "weight"],
        );
        for (objective, place, weight) in [
            ("½ MSE + λ/2 w²", "scikit-learn ElasticNet, glmnet", outcome.half_half),
            ("½ MSE + λ w²", "the same without the penalty's half", outcome.half_whole),
            ("MSE + λ w²", "Keras: L2 beside MeanSquaredError", outcome.whole_whole),
            ("MSE + λ/2 w²", "PyTorch: MSELoss, SGD weight_decay", outcome.whole_half),
            ("MSE, and w ← (1 − ηλ) w", "decoupled decay, plain descent", outcome.decay),
            ("sum of squares + λ w²", "scikit-learn Ridge", outcome.sum_whole),
        ] {
            table.row(vec![objective.into(), place.into(), Cell::number(weight, 3)]);
        }
        table
    }
}

impl Config {
    /// Where w ← (1 − ηλ)w − η ∂MSE/∂w settles; the feature has mean 0 and variance 1.
    fn decayed(&self) -> f64 {
        let rate = 0.1;
        (0..400).fold(0.0, |w, _| (1.0 - rate * self.lambda) * w - rate * 2.0 * (w - 2.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;

    #[test]
    fn the_weights_are_those_worked_by_hand() {
        let outcome = Config { lambda: 0.5 }.run();
        // The derivative of ½ MSE is w − 2, of MSE 2(w − 2), of the sum 10(w − 2).
        // Four hundred contractions by 0.9 or better leave 2e-18 of the start.
        let cases = [
            (outcome.half_half, 2.0 / 1.5),
            (outcome.half_whole, 2.0 / 2.0),
            (outcome.whole_whole, 4.0 / 3.0),
            (outcome.whole_half, 4.0 / 2.5),
            (outcome.decay, 4.0 / 2.5),
            (outcome.sum_whole, 20.0 / 11.0),
        ];
        for (weight, expected) in cases {
            assert_relative_eq!(weight, expected, max_relative = 1e-13);
        }
    }
}
