//! Binary cross-entropy in four ways of computing it, up to logits of ±1000.

use super::{Experiment, Setting};
use crate::losses::{
    BinaryCrossEntropy, BinaryCrossEntropyOfProbabilities, Loss, sigmoid,
};
use crate::report::{Cell, Format, Table};
use ndarray::array;
use serde::Serialize;

/// Logits with their targets.
#[derive(Clone, Debug)]
pub struct Config {
    /// (z, y).
    pub samples: Vec<(f64, f64)>,
}

impl Default for Config {
    fn default() -> Self {
        let wrong = [10.0, 30.0, 40.0, 1000.0].map(|z| [(-z, 1.0), (z, 0.0)]);
        Self { samples: [wrong.concat(), vec![(1000.0, 1.0)]].concat() }
    }
}

/// One row a sample.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// In the order of the samples.
    pub rows: Vec<Row>,
    /// How many of them the naive form leaves without a finite value or slope.
    pub naive_failures: usize,
    /// The largest value that 1e-10 inside the logarithm allows: −ln 1e-10.
    pub ceiling: f64,
}

/// One loss, computed in four ways.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Row {
    /// z.
    pub logit: f64,
    /// y.
    pub target: f64,
    /// −y ln p − (1 − y) ln(1 − p) with p = σ(z); not finite where that fails, so that
    /// it is in the table alone.
    #[serde(skip)]
    pub naive: Computed,
    /// The same with ln(p + 10⁻¹⁰) and ln(1 − p + 10⁻¹⁰).
    pub with_epsilon: Computed,
    /// The same with logarithms of at least −100, as PyTorch's `BCELoss`.
    pub clamped: Computed,
    /// From the logit.
    pub safe: Computed,
}

/// A value and its slope in the logit, as they come out.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Computed {
    /// The loss.
    pub value: f64,
    /// Its slope in the logit, by the chain rule through p.
    pub slope: f64,
}

// ANCHOR: ways
/// Through the probability, with ε inside the logarithms.
fn through_probability(z: f64, y: f64, epsilon: f64) -> Computed {
    let p = sigmoid(z);
    let (yes, no) = (p + epsilon, 1.0 - p + epsilon);
    Computed {
        value: -y * yes.ln() - (1.0 - y) * no.ln(),
        slope: (-y / yes + (1.0 - y) / no) * (p * (1.0 - p)),
    }
}

/// From the logit.
fn from_logit(z: f64, y: f64) -> Computed {
    let (loss, z, y) = (BinaryCrossEntropy::default(), array![z], array![y]);
    Computed { value: loss.value(&z, &y), slope: loss.gradient(&z, &y)[0] }
}
// ANCHOR_END: ways

fn clamped(z: f64, y: f64) -> Computed {
    let (loss, p) = (BinaryCrossEntropyOfProbabilities, sigmoid(z));
    let (of_p, y) = (array![p], array![y]);
    let slope = loss.gradient(&of_p, &y)[0] * p * (1.0 - p);
    Computed { value: loss.value(&of_p, &y), slope }
}

impl Experiment for Config {
    const NAME: &'static str = "cross-entropy-precision";
    const QUESTION: &'static str =
        "Which ways of computing cross-entropy survive a large logit?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![]
    }

    fn run(&self) -> Outcome {
        let rows = self.samples.iter().map(|&(logit, target)| Row {
            logit,
            target,
            naive: through_probability(logit, target, 0.0),
            with_epsilon: through_probability(logit, target, 1e-10),
            clamped: clamped(logit, target),
            safe: from_logit(logit, target),
        });
        let rows: Vec<Row> = rows.collect();
        let fails = |row: &&Row| !(row.naive.value + row.naive.slope).is_finite();
        Outcome {
            naive_failures: rows.iter().filter(fails).count(),
            rows,
            ceiling: -(1e-10_f64.ln()),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let headings = [
            "z",
            "y",
            "naive",
            "its slope",
            "with 1e-10",
            "its slope",
            "from z",
            "its slope",
        ];
        let title = "Binary cross-entropy and its slope in the logit, in three ways";
        let mut table = Table::new(title, &headings);
        // Tiny numbers would be rounded away, and their signs with them.
        let tiny: Format = ".0e".parse().expect("a format");
        let cell = |value: f64, digits: usize| {
            let is_tiny = value != 0.0 && value.abs() < 1e-4;
            let format = if is_tiny { tiny } else { Format::fixed(digits) };
            let is_number = !value.is_nan();
            Cell::Number(if is_number { format.apply(value) } else { "NaN".to_string() })
        };
        for row in &outcome.rows {
            let mut cells = vec![Cell::number(row.logit, 0), Cell::number(row.target, 0)];
            for way in [row.naive, row.with_epsilon, row.safe] {
                cells.extend([cell(way.value, 2), cell(way.slope, 4)]);
            }
            table.row(cells);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn at_moderate_logits_all_ways_agree() {
        let config = Config { samples: vec![(-2.0, 1.0), (2.0, 0.0), (1.5, 1.0)] };
        for row in config.run().rows {
            for way in [row.naive, row.with_epsilon, row.clamped] {
                // 1e-10 moves the logarithm of p ≥ 0.1 by at most 1e-9.
                assert!((way.value - row.safe.value).abs() < 1.1e-9);
                assert!((way.slope - row.safe.slope).abs() < 1.1e-9);
            }
        }
    }

    #[test]
    fn from_the_logit_a_thousand_is_a_thousand() {
        for row in Config::default().run().rows {
            let wrong = row.logit * (0.5 - row.target) > 0.0;
            // ln(1 + e^(−|z|)) is below 5e-5 at |z| = 10.
            let expected = if wrong { row.logit.abs() } else { 0.0 };
            assert!((row.safe.value - expected).abs() < 5e-5);
            let slope = if wrong { 1.0 - 2.0 * row.target } else { 0.0 };
            assert!((row.safe.slope - slope).abs() < 5e-5);
        }
    }
}
