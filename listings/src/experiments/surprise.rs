//! What it costs to have given the truth the probability p, and how hard it pulls.

use super::Experiment;
use super::Setting;
use crate::losses::{BinaryCrossEntropy, CrossEntropy, Loss};
use crate::report::{Cell, Table};
use ndarray::array;
use serde::Serialize;

/// A few probabilities of what turned out to be true.
#[derive(Clone, Debug)]
pub struct Config {
    /// The probabilities.
    pub probabilities: Vec<f64>,
}

impl Default for Config {
    fn default() -> Self {
        Self { probabilities: vec![0.95, 0.8, 0.5, 0.2, 0.05, 0.001] }
    }
}

/// One row a probability.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// In the order of the probabilities.
    pub rows: Vec<Surprise>,
    /// −ln 0.8, as cross-entropy of (0.1, 0.8, 0.1) against (0, 1, 0).
    pub three_classes: f64,
}

/// What one probability costs.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Surprise {
    /// p, given to what is true.
    pub probability: f64,
    /// −ln p.
    pub cost: f64,
    /// The size of its slope in the logit, 1 − p.
    pub pull: f64,
    /// The size of its slope in the probability, 1/p.
    pub slope: f64,
    /// The squared error, (1 − p)².
    pub squared: f64,
    /// The size of its slope in the logit, 2 p (1 − p)².
    pub squared_pull: f64,
}

impl Experiment for Config {
    const NAME: &'static str = "surprise";
    const QUESTION: &'static str =
        "What does a probability cost, and how hard does it pull?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![]
    }

    fn run(&self) -> Outcome {
        let rows = self.probabilities.iter().map(|&p| {
            let (logit, one) = (array![(p / (1.0 - p)).ln()], array![1.0]);
            let loss = BinaryCrossEntropy::default();
            Surprise {
                probability: p,
                cost: loss.value(&logit, &one),
                pull: loss.gradient(&logit, &one)[0].abs(),
                slope: 1.0 / p,
                squared: (1.0 - p).powi(2),
                squared_pull: 2.0 * p * (1.0 - p).powi(2),
            }
        });
        let logits = array![[0.1, 0.8, 0.1]].mapv(f64::ln);
        Outcome {
            rows: rows.collect(),
            three_classes: CrossEntropy::default().value(&logits, &array![1]),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let headings = ["p of the truth", "−ln p", "pull", "(1 − p)²", "its pull"];
        let mut table = Table::new("Cross-entropy and squared error", &headings);
        for row in &outcome.rows {
            table.row(vec![
                Cell::number(row.probability, 3),
                Cell::number(row.cost, 3),
                Cell::number(row.pull, 3),
                Cell::number(row.squared, 3),
                Cell::number(row.squared_pull, 3),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worked_values() {
        let outcome = Config::default().run();
        let shown = |value: f64| format!("{value:.3}");
        assert_eq!(shown(outcome.rows[0].cost), "0.051");
        assert_eq!(shown(outcome.rows[3].cost), "1.609");
        assert_eq!(shown(outcome.three_classes), "0.223");
        for row in outcome.rows {
            // The logit of p is off by a few roundings, and p with it.
            assert!((row.cost - -row.probability.ln()).abs() < 1e-13);
            assert!((row.pull - (1.0 - row.probability)).abs() < 1e-13);
        }
    }
}
