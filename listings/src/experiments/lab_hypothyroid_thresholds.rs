//! Lab 4: F₁ against the threshold, and what the chosen ones do.

use super::{Experiment, Setting};
use crate::labs::hypothyroid::{
    BINS, Judged, RECORDS, Ratios, Row, above_bin, decisions, names, predictors, rows,
};
use crate::labs::recorded;
use crate::report::Table;
use crate::statistics::mean;
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

/// The network's losses besides the two that are always drawn.
pub const OTHERS: usize = 9;

/// The names of the losses that are drawn: cross-entropy, balanced weights, and the other.
pub fn drawn(rows: &[Row], loss: usize) -> [String; 3] {
    let always = ["cross-entropy", "weighted, n₋/n₊"];
    let mut others = rows
        .iter()
        .filter(|row| row.model == "network" && !always.contains(&row.loss.as_str()));
    let other = others.nth(loss - 1).expect("a number in the control's range");
    [always[0].to_string(), always[1].to_string(), other.loss.clone()]
}

/// Three losses, and the rows of all.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Predictors, in the order of the table.
    pub rows: Vec<Row>,
    /// Cross-entropy, balanced weights, and the loss that was asked for.
    pub curves: Vec<Curve>,
}

/// F₁ of the network with one loss, means over repetitions.
#[derive(Clone, Debug, Serialize)]
pub struct Curve {
    /// The loss.
    pub loss: String,
    /// Thresholds and F₁.
    pub f1: Vec<[f64; 2]>,
    /// The mean of the chosen thresholds, and the mean F₁ with them.
    pub chosen: [f64; 2],
    /// F₁ at ½.
    pub half: f64,
    /// The threshold with the largest F₁ of the curve: after the fact.
    pub best: [f64; 2],
}

impl Experiment for Config {
    const NAME: &'static str = "lab-hypothyroid-thresholds";
    const QUESTION: &'static str = "How does F₁ depend on the threshold under each loss?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![Setting::count("loss", "third loss", &mut self.loss, 1..=OTHERS)]
    }

    fn run(&self) -> Outcome {
        let records = recorded(RECORDS);
        let rows = rows(&records);
        let all = predictors(&records);
        let curve = |loss: String| {
            let mut found = all.iter().zip(&rows).filter(|((predictor, _), _)| {
                let (model, other, _) = names(predictor);
                model == "network" && other == loss
            });
            let ((_, judged), row) = found.next().expect("a loss of the network");
            let at = |from: usize| {
                let f1 = |one: &&Judged| -> f64 {
                    let Ratios { f1, .. } = above_bin(one, from);
                    f1
                };
                let f1: Vec<f64> = judged.iter().map(f1).collect();
                [from as f64 / BINS as f64, mean(&f1)]
            };
            let f1: Vec<[f64; 2]> = (1..BINS).map(at).collect();
            let best = f1.iter().copied().max_by(|a, b| a[1].total_cmp(&b[1]));
            Curve {
                chosen: [row.threshold, row.chosen.f1],
                half: row.half.f1,
                best: best.expect("there are thresholds"),
                f1,
                loss,
            }
        };
        let curves = drawn(&rows, self.loss).map(curve).into_iter().collect();
        Outcome { rows, curves }
    }

    fn table(outcome: &Outcome) -> Table {
        decisions(&outcome.rows)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
