//! Lab 4: F₁ against the threshold, and what the chosen ones do.

use super::{Experiment, Setting};
use crate::labs::hypothyroid::{Curve, OTHERS, Row, Summary, decisions, drawn, summary};
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
    pub curves: Vec<Curve>,
}

impl Config {
    /// The outcome, of the records that this is a summary of.
    pub fn of(&self, summary: Summary) -> Outcome {
        let Summary { rows, curves, .. } = summary;
        let curves = drawn(&curves, |curve| &curve.loss, self.loss);
        Outcome { rows, curves }
    }
}

impl Experiment for Config {
    const NAME: &'static str = "lab-hypothyroid-thresholds";
    const QUESTION: &'static str = "How does F₁ depend on the threshold under each loss?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![Setting::count("loss", "third loss", &mut self.loss, 1..=OTHERS)]
    }

    fn run(&self) -> Outcome {
        self.of(summary())
    }

    fn table(outcome: &Outcome) -> Table {
        decisions(&outcome.rows)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::labs::hypothyroid::BINS;

    #[test]
    fn the_curve_at_a_half_is_what_was_counted_there() {
        for loss in 1..=OTHERS {
            let outcome = Config { loss }.run();
            for curve in &outcome.curves {
                // The same patients, counted by bins: 10 of 20 bins are below ½.
                let [threshold, f1] = curve.f1[BINS / 2 - 1];
                assert_eq!(threshold, 0.5);
                assert!((f1 - curve.half).abs() < 1e-12, "{}", curve.loss);
            }
        }
    }
}
