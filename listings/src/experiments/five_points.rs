//! Five residuals, one of them an outlier, under three losses.

use super::{Experiment, Setting};
use crate::losses::{Huber, Loss, MeanAbsoluteError, MeanSquaredError, ResidualLoss};
use crate::report::{Cell, Table};
use ndarray::{Array1, array};
use serde::Serialize;

/// Four ordinary residuals and an outlier.
#[derive(Clone, Debug)]
pub struct Config {
    /// Huber's threshold δ.
    pub delta: f64,
    /// The fifth residual.
    pub outlier: f64,
}

impl Default for Config {
    fn default() -> Self {
        Self { delta: 1.0, outlier: -20.0 }
    }
}

/// What each loss makes of the five residuals.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Huber's threshold δ.
    pub delta: f64,
    /// r₁ … r₅; the last is the outlier.
    pub residuals: Vec<f64>,
    /// Mean squared error.
    pub mse: LossOfPoints,
    /// Mean absolute error.
    pub mae: LossOfPoints,
    /// Huber loss at δ.
    pub huber: LossOfPoints,
}

/// One loss of the five points.
#[derive(Clone, Debug, Serialize)]
pub struct LossOfPoints {
    /// The mean over the five points.
    pub mean: f64,
    /// ℓ(rᵢ).
    pub values: Vec<f64>,
    /// ℓ′(rᵢ)/5: how strongly each point pulls.
    pub gradient: Vec<f64>,
    /// The outlier's part of the loss, from 0 to 1.
    pub outlier_share: f64,
    /// The outlier's part of Σ|ℓ′(rᵢ)|, from 0 to 1.
    pub outlier_pull: f64,
}

impl LossOfPoints {
    fn new(loss: impl ResidualLoss, residuals: &Array1<f64>) -> Self {
        let target = Array1::zeros(residuals.len());
        let values = residuals.mapv(|residual| loss.of(residual));
        let gradient = loss.gradient(residuals, &target);
        let last = residuals.len() - 1;
        Self {
            mean: loss.value(residuals, &target),
            outlier_share: share(values[last], values.sum()),
            outlier_pull: share(gradient[last].abs(), gradient.mapv(f64::abs).sum()),
            values: values.to_vec(),
            gradient: gradient.to_vec(),
        }
    }
}

/// `part` of `whole`; nothing of nothing is nothing.
fn share(part: f64, whole: f64) -> f64 {
    if whole == 0.0 { 0.0 } else { part / whole }
}

impl Experiment for Config {
    const NAME: &'static str = "five-points";
    const QUESTION: &'static str = "How much of each loss does one outlier make?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real("delta", "threshold δ", &mut self.delta, 0.1..=25.0, 0.1),
            Setting::real(
                "outlier",
                "fifth residual",
                &mut self.outlier,
                -30.0..=30.0,
                0.5,
            ),
        ]
    }

    fn run(&self) -> Outcome {
        let residuals = array![1.0, -2.0, 2.0, -3.0, self.outlier];
        let huber = Huber::new(self.delta).expect("the settings keep δ above zero");
        Outcome {
            delta: self.delta,
            mse: LossOfPoints::new(MeanSquaredError, &residuals),
            mae: LossOfPoints::new(MeanAbsoluteError, &residuals),
            huber: LossOfPoints::new(huber, &residuals),
            residuals: residuals.to_vec(),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let huber = format!("Huber, δ = {}", outcome.delta);
        let mut table = Table::new(
            "The loss of each point, and the mean",
            &["residual", "squared", "absolute", &huber],
        );
        for (i, &residual) in outcome.residuals.iter().enumerate() {
            table.row(vec![
                Cell::number(residual, 1),
                Cell::number(outcome.mse.values[i], 2),
                Cell::number(outcome.mae.values[i], 2),
                Cell::number(outcome.huber.values[i], 2),
            ]);
        }
        table.row(vec![
            "mean".into(),
            Cell::number(outcome.mse.mean, 2),
            Cell::number(outcome.mae.mean, 2),
            Cell::number(outcome.huber.mean, 2),
        ]);
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worked_example_is_exact() {
        let outcome = Config::default().run();
        assert_eq!(outcome.mse.mean, 83.6);
        assert_eq!(outcome.mae.mean, 5.6);
        assert_eq!(outcome.huber.mean, 5.1);
        assert_eq!(Config { delta: 5.0, ..Config::default() }.run().huber.mean, 19.3);
    }

    #[test]
    fn five_zeros_have_no_shares() {
        let outcome = LossOfPoints::new(MeanSquaredError, &Array1::zeros(5));
        assert_eq!((outcome.outlier_share, outcome.outlier_pull), (0.0, 0.0));
    }
}
