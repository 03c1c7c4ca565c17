//! One constant error added to every prediction, from −3 to 3.

use super::{Experiment, Setting};
use crate::data::{Line, noisy_line, seeded};
use crate::losses::{
    Huber, LogCosh, Loss, MeanAbsoluteError, MeanSquaredError, Quantile,
};
use crate::report::{Cell, Table};
use ndarray::Array1;
use serde::Serialize;

/// Fifty targets, predicted without error but for a constant.
#[derive(Clone, Debug)]
pub struct Config {
    /// Huber's threshold δ.
    pub delta: f64,
    /// The quantile loss's level τ.
    pub tau: f64,
}

impl Default for Config {
    fn default() -> Self {
        Self { delta: 1.5, tau: 0.8 }
    }
}

/// Loss and derivative against the error, one curve a loss.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Huber's threshold δ.
    pub delta: f64,
    /// The quantile loss's level τ.
    pub tau: f64,
    /// The errors added.
    pub errors: Vec<f64>,
    /// Mean squared error.
    pub mse: Curve,
    /// Mean absolute error.
    pub mae: Curve,
    /// Huber loss.
    pub huber: Curve,
    /// Log-cosh loss.
    pub log_cosh: Curve,
    /// Quantile loss.
    pub quantile: Curve,
}

/// A loss along the sweep.
#[derive(Clone, Debug, Serialize)]
pub struct Curve {
    /// The mean loss at each error.
    pub values: Vec<f64>,
    /// Its derivative with respect to the error.
    pub slopes: Vec<f64>,
}

impl Experiment for Config {
    const NAME: &'static str = "error-sweep";
    const QUESTION: &'static str =
        "How does each loss grow with the error, and how hard does it pull?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real("delta", "Huber threshold δ", &mut self.delta, 0.1..=3.0, 0.05),
            Setting::real("tau", "quantile level τ", &mut self.tau, 0.05..=0.95, 0.05),
        ]
    }

    fn run(&self) -> Outcome {
        // The targets cancel out of every residual; they are there because a loss takes
        // two arrays, as in training.
        let (_, target) =
            noisy_line(Line { slope: 2.0, intercept: 1.0 }, 50, 0.5, &mut seeded(1));
        let errors = Array1::linspace(-3.0, 3.0, 121);
        let curve = |loss: &dyn Loss| {
            let along = |measure: &dyn Fn(&Array1<f64>) -> f64| {
                errors.iter().map(|&error| measure(&(&target + error))).collect()
            };
            Curve {
                values: along(&|prediction| loss.value(prediction, &target)),
                slopes: along(&|prediction| loss.gradient(prediction, &target).sum()),
            }
        };
        Outcome {
            delta: self.delta,
            tau: self.tau,
            mse: curve(&MeanSquaredError),
            mae: curve(&MeanAbsoluteError),
            huber: curve(
                &Huber::new(self.delta).expect("the settings keep δ above zero"),
            ),
            log_cosh: curve(&LogCosh),
            quantile: curve(
                &Quantile::new(self.tau).expect("the settings keep τ in (0, 1)"),
            ),
            errors: errors.to_vec(),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let huber = format!("Huber, δ = {}", outcome.delta);
        let quantile = format!("quantile, τ = {}", outcome.tau);
        let headings = ["error", "MSE", "MAE", &huber, "log-cosh", &quantile];
        let mut table = Table::new("The losses at some errors of the sweep", &headings);
        for (i, &error) in outcome.errors.iter().enumerate().step_by(10) {
            let losses = [
                &outcome.mse,
                &outcome.mae,
                &outcome.huber,
                &outcome.log_cosh,
                &outcome.quantile,
            ];
            let cells = losses.map(|curve| Cell::number(curve.values[i], 3));
            table.row([vec![Cell::number(error, 1)], cells.to_vec()].concat());
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_abs_diff_eq;

    #[test]
    fn the_mean_over_equal_errors_is_the_loss_of_one() {
        let outcome = Config::default().run();
        for (i, &error) in outcome.errors.iter().enumerate() {
            // Adding and subtracting a target of size ten costs an error some 1e-15;
            // squares and sums a few more.
            assert_abs_diff_eq!(outcome.mse.values[i], error * error, epsilon = 1e-13);
            assert_abs_diff_eq!(outcome.mae.values[i], error.abs(), epsilon = 1e-13);
            assert_abs_diff_eq!(
                outcome.huber.slopes[i],
                error.clamp(-1.5, 1.5),
                epsilon = 1e-13
            );
            assert_abs_diff_eq!(
                outcome.log_cosh.slopes[i],
                error.tanh(),
                epsilon = 1e-13
            );
        }
    }
}
