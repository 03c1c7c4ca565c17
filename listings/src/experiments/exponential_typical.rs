//! "A decay of 0.94 to 0.99 is typical": per epoch, and per step.

use super::noisy_quadratic::STEEP_AND_FLAT;
use super::schedule_curve::written;
use super::{Experiment, Setting};
use crate::report::{Cell, Table};
use crate::schedules::ExponentialDecay;
use serde::Serialize;

/// The factors that are called typical.
const FACTORS: [f64; 4] = [0.94, 0.96, 0.98, 0.99];

/// η₀.
const RATE: f64 = 0.5;

/// Below this share of η₀ the rate counts as gone.
const GONE: f64 = 0.01;

/// The length of the run.
#[derive(Clone, Debug)]
pub struct Config {
    /// Epochs.
    pub epochs: usize,
    /// Updates of an epoch.
    pub updates: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { epochs: 150, updates: 100 }
    }
}

/// Each factor on two clocks.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Epochs.
    pub epochs: usize,
    /// Updates of an epoch.
    pub updates: usize,
    /// A row for each factor.
    pub rows: Vec<Row>,
}

/// A factor on two clocks.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// The factor.
    pub factor: f64,
    /// The decimal logarithm of the share of η₀ that is left, per epoch.
    pub left_per_epoch: f64,
    /// The same per update.
    pub left_per_update: f64,
    /// Clock ticks until a hundredth is left.
    pub gone_after: usize,
    /// The expected loss of a steep and a flat noisy direction in the end, per epoch.
    pub loss_per_epoch: f64,
    /// The same per update.
    pub loss_per_update: f64,
    /// The factor per update that is this one per epoch.
    pub equivalent: f64,
}

impl Experiment for Config {
    const NAME: &'static str = "exponential-typical";
    const QUESTION: &'static str =
        "What is left of the rate after a run, per epoch and per step?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::count("epochs", "epochs", &mut self.epochs, 10..=300),
            Setting::count("updates", "updates an epoch", &mut self.updates, 1..=200),
        ]
    }

    fn run(&self) -> Outcome {
        let steps = self.epochs * self.updates;
        let rows = FACTORS.map(|factor| {
            let every = |updates| {
                ExponentialDecay::every(RATE, factor, updates).expect("valid constants")
            };
            let loss = |decay: ExponentialDecay| -> f64 {
                let losses = STEEP_AND_FLAT
                    .map(|direction| direction.expected_losses(&decay, steps)[steps]);
                losses.iter().sum()
            };
            Row {
                factor,
                left_per_epoch: factor.log10() * self.epochs as f64,
                left_per_update: factor.log10() * steps as f64,
                gone_after: (GONE.ln() / factor.ln()).ceil() as usize,
                loss_per_epoch: loss(every(self.updates)),
                loss_per_update: loss(every(1)),
                equivalent: every(self.updates).factor(),
            }
        });
        Outcome { epochs: self.epochs, updates: self.updates, rows: rows.into() }
    }

    fn table(outcome: &Outcome) -> Table {
        let title = format!(
            "After {} epochs of {} updates; loss of a steep and a flat noisy direction",
            outcome.epochs, outcome.updates
        );
        let headings = [
            "factor",
            "left, per epoch",
            "left, per update",
            "a hundredth is left after",
            "loss, per epoch",
            "loss, per update",
            "factor per update for the same fall",
        ];
        let mut table = Table::new(title, &headings);
        for row in &outcome.rows {
            // Far below the smallest number of 64 bits: the exponent alone is shown.
            let left = |exponent: f64| {
                Cell::Number(if exponent < -300.0 {
                    "below 10⁻³⁰⁰".to_string()
                } else {
                    written(10_f64.powf(exponent))
                })
            };
            table.row(vec![
                Cell::Text(row.factor.to_string()),
                left(row.left_per_epoch),
                left(row.left_per_update),
                Cell::Number(format!("{} ticks", row.gone_after)),
                Cell::Number(written(row.loss_per_epoch)),
                Cell::Number(written(row.loss_per_update)),
                Cell::number(row.equivalent, 5),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hundredth_is_left_when_it_is_said() {
        for row in Config::default().run().rows {
            let left = |ticks: usize| row.factor.powi(ticks as i32);
            assert!(left(row.gone_after) <= GONE && left(row.gone_after - 1) > GONE);
            // A hundred roots and a hundred factors.
            assert!((row.equivalent.powi(100) - row.factor).abs() < 1e-13);
        }
    }

    #[test]
    fn with_one_update_an_epoch_the_clocks_are_one() {
        for row in (Config { epochs: 50, updates: 1 }).run().rows {
            assert_eq!(row.loss_per_epoch, row.loss_per_update);
            assert_eq!(row.left_per_epoch, row.left_per_update);
        }
    }
}
