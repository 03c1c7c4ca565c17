//! The best constant prediction under each loss: mean, median, quantile, and what lies
//! between.

use super::{Experiment, Setting};
use crate::losses::{
    Huber, Loss, MeanAbsoluteError, MeanSquaredError, Quantile, ResidualLoss,
};
use crate::report::{Cell, Table};
use crate::solvers::best_constant;
use ndarray::{Array1, array};
use serde::Serialize;

/// Nine waiting times, the last of which the reader moves.
#[derive(Clone, Debug)]
pub struct Config {
    /// The largest target.
    pub outlier: f64,
    /// Huber's threshold δ.
    pub delta: f64,
    /// The quantile loss's level τ.
    pub tau: f64,
}

impl Default for Config {
    fn default() -> Self {
        Self { outlier: 20.0, delta: 1.0, tau: 0.8 }
    }
}

/// The loss of every constant, and the best one.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Huber's threshold δ.
    pub delta: f64,
    /// The quantile loss's level τ.
    pub tau: f64,
    /// The nine targets.
    pub targets: Vec<f64>,
    /// The constants tried.
    pub constants: Vec<f64>,
    /// Mean squared error.
    pub mse: BestConstant,
    /// Mean absolute error.
    pub mae: BestConstant,
    /// Huber loss.
    pub huber: BestConstant,
    /// Quantile loss.
    pub quantile: BestConstant,
}

/// One loss as a function of the constant.
#[derive(Clone, Debug, Serialize)]
pub struct BestConstant {
    /// The minimizer.
    pub at: f64,
    /// The loss there.
    pub least: f64,
    /// The loss at each constant tried.
    pub values: Vec<f64>,
}

impl BestConstant {
    fn new(
        loss: impl ResidualLoss,
        targets: &Array1<f64>,
        constants: &Array1<f64>,
    ) -> Self {
        let value =
            |constant| loss.value(&Array1::from_elem(targets.len(), constant), targets);
        let at = best_constant(&loss, &targets.to_vec());
        Self {
            at,
            least: value(at),
            values: constants.iter().map(|&c| value(c)).collect(),
        }
    }
}

impl Experiment for Config {
    const NAME: &'static str = "best-constant";
    const QUESTION: &'static str = "Which single number does each loss predict?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real(
                "outlier",
                "largest target",
                &mut self.outlier,
                0.0..=20.0,
                0.1,
            ),
            Setting::real("delta", "Huber threshold δ", &mut self.delta, 0.1..=10.0, 0.1),
            Setting::real("tau", "quantile level τ", &mut self.tau, 0.05..=0.95, 0.05),
        ]
    }

    fn run(&self) -> Outcome {
        let targets = array![1.0, 2.0, 2.5, 3.0, 3.5, 4.5, 5.0, 6.5, self.outlier];
        let constants = Array1::linspace(0.0, 20.0, 201);
        let huber = Huber::new(self.delta).expect("the settings keep δ above zero");
        let quantile = Quantile::new(self.tau).expect("the settings keep τ in (0, 1)");
        Outcome {
            delta: self.delta,
            tau: self.tau,
            mse: BestConstant::new(MeanSquaredError, &targets, &constants),
            mae: BestConstant::new(MeanAbsoluteError, &targets, &constants),
            huber: BestConstant::new(huber, &targets, &constants),
            quantile: BestConstant::new(quantile, &targets, &constants),
            targets: targets.to_vec(),
            constants: constants.to_vec(),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            "The best constant under each loss",
            &["loss", "best constant", "loss there"],
        );
        let rows = [
            ("MSE (mean)".to_string(), &outcome.mse),
            ("MAE (median)".to_string(), &outcome.mae),
            (format!("Huber, δ = {}", outcome.delta), &outcome.huber),
            (format!("quantile, τ = {}", outcome.tau), &outcome.quantile),
        ];
        for (name, best) in rows {
            table.row(vec![
                Cell::Text(name),
                Cell::number(best.at, 3),
                Cell::number(best.least, 3),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;

    #[test]
    fn mse_finds_the_mean_and_mae_the_median() {
        let outcome = Config::default().run();
        // The bisection stops within a few units in the last place.
        assert_relative_eq!(outcome.mse.at, 48.0 / 9.0, max_relative = 1e-14);
        assert_relative_eq!(outcome.mae.at, 3.5, max_relative = 1e-14);
        // τ = 0.8 of nine targets: the eighth smallest has 7/9 < 0.8 below it and 8/9
        // at or below it.
        assert_relative_eq!(outcome.quantile.at, 6.5, max_relative = 1e-14);
    }

    #[test]
    fn huber_lies_between_and_reaches_both_ends() {
        let at = |delta| Config { delta, ..Config::default() }.run().huber.at;
        let outcome = Config::default().run();
        assert!(outcome.mae.at < at(1.0) && at(1.0) < outcome.mse.at);
        // Beyond the largest residual, 20 − mean ≈ 14.7, Huber is half the squared
        // error.
        let wide = Huber::new(15.0).unwrap();
        assert_relative_eq!(
            best_constant(&wide, &outcome.targets),
            outcome.mse.at,
            max_relative = 1e-14
        );
    }

    #[test]
    fn no_constant_of_the_grid_is_better_than_the_best() {
        let outcome = Config::default().run();
        for best in [&outcome.mse, &outcome.mae, &outcome.huber, &outcome.quantile] {
            // Rounding of a mean of nine terms.
            assert!(best.values.iter().all(|&value| value >= best.least - 1e-12));
        }
    }
}
