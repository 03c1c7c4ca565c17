//! Lab 4: whether probabilities can be taken at their word, before and after the loss is
//! undone.

use super::{Experiment, Setting};
use crate::labs::hypothyroid::{
    Diagram, OTHERS, Row, Summary, calibration, drawn, summary,
};
use crate::report::Table;
use serde::Serialize;

/// Which loss is drawn beside cross-entropy and balanced weights.
#[derive(Clone, Debug)]
pub struct Config {
    /// Its number among the other losses of the network, from 1.
    pub loss: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { loss: 4 }
    }
}

/// Three losses, and the rows of all.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Predictors, in the order of the table.
    pub rows: Vec<Row>,
    /// Cross-entropy, balanced weights, and the loss that was asked for.
    pub diagrams: Vec<Diagram>,
    /// The largest calibration error of the network's losses, as it comes out.
    pub worst: f64,
    /// The loss that has it.
    pub worst_loss: String,
    /// The largest one when the losses are undone.
    pub worst_undone: f64,
    /// The largest one when the probabilities are fitted to the validation part.
    pub worst_fitted: f64,
}

impl Config {
    /// The outcome, of the records that this is a summary of.
    pub fn of(&self, summary: Summary) -> Outcome {
        let Summary { rows, diagrams, .. } = summary;
        let diagrams = drawn(&diagrams, |diagram| &diagram.loss, self.loss);
        let networks = || rows.iter().filter(|row| row.model == "network");
        let worst = networks().max_by(|a, b| a.raw.error.total_cmp(&b.raw.error));
        let worst = worst.expect("there are losses");
        let undone = networks().filter_map(|row| row.undone).map(|of| of.error);
        Outcome {
            diagrams,
            worst: worst.raw.error,
            worst_loss: worst.loss.clone(),
            worst_undone: undone.fold(0.0, f64::max),
            worst_fitted: networks().map(|row| row.scaled.error).fold(0.0, f64::max),
            rows,
        }
    }
}

impl Experiment for Config {
    const NAME: &'static str = "lab-hypothyroid-calibration";
    const QUESTION: &'static str =
        "What does a loss do to probabilities, and can it be undone?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![Setting::count("loss", "third loss", &mut self.loss, 1..=OTHERS)]
    }

    fn run(&self) -> Outcome {
        self.of(summary())
    }

    fn table(outcome: &Outcome) -> Table {
        calibration(&outcome.rows)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::labs::hypothyroid::{BINS, Calibration, reliability};

    #[test]
    fn undoing_a_loss_mends_what_it_bent() {
        let of = Config::default().run();
        assert!(of.worst > 0.1 && of.worst_undone < 0.02 && of.worst_fitted < 0.02);
        assert_eq!(of.worst_loss, "focal, γ = 5");
    }

    #[test]
    fn a_bin_of_twenty_is_half_a_bin_of_ten() {
        let one = Calibration {
            brier: 0.0,
            error: 0.0,
            bins: vec![(0, 30, 0, 0.6), (1, 10, 2, 0.8), (19, 50, 40, 49.0)],
        };
        let points = reliability(&[&one], BINS, 10, 40);
        assert_eq!(points.len(), 2);
        assert!((points[0][0] - 1.4 / 40.0).abs() < 1e-15);
        assert_eq!(points[0][1], 2.0 / 40.0);
        assert_eq!(points[1], [49.0 / 50.0, 40.0 / 50.0]);
        assert_eq!(reliability(&[&one], BINS, 10, 41).len(), 1);
    }
}
