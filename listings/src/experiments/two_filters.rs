//! Two filters that are wrong on the same messages, one of them surer than the other.

use super::{Experiment, Setting};
use crate::losses::{BinaryCrossEntropyOfProbabilities, Loss, MeanSquaredError};
use crate::report::{Cell, Table};
use ndarray::Array1;
use serde::Serialize;

/// Ten messages, and how sure each filter is of what it says.
#[derive(Clone, Debug)]
pub struct Config {
    /// The probability that the careful filter gives to its answers.
    pub careful: f64,
    /// The probability that the bold filter gives to its answers.
    pub bold: f64,
    /// How many of the ten answers are wrong.
    pub mistakes: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { careful: 0.8, bold: 0.999, mistakes: 1 }
    }
}

/// What each filter costs.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// How many of the ten answers are wrong.
    pub mistakes: usize,
    /// The share of right answers, of either filter.
    pub accuracy: f64,
    /// The careful filter.
    pub careful: Filter,
    /// The bold one.
    pub bold: Filter,
}

/// One filter on the ten messages.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Filter {
    /// The probability that it gives to its answers.
    pub confidence: f64,
    /// −ln p of a right answer.
    pub right: f64,
    /// −ln p of a wrong answer.
    pub wrong: f64,
    /// The mean over the ten messages: cross-entropy.
    pub cross_entropy: f64,
    /// The mean of (1 − p)², the Brier score.
    pub squared: f64,
    /// The part of that mean that the wrong answers make.
    pub wrong_share: f64,
}

const MESSAGES: usize = 10;

fn filter(confidence: f64, mistakes: usize) -> Filter {
    // The probability given to what is true, which is the target 1.
    let p = Array1::from_shape_fn(MESSAGES, |i| {
        if i < mistakes { 1.0 - confidence } else { confidence }
    });
    let truth = Array1::ones(MESSAGES);
    let loss = BinaryCrossEntropyOfProbabilities;
    let of = |p: f64| loss.value(&Array1::from_elem(1, p), &Array1::ones(1));
    let cross_entropy = loss.value(&p, &truth);
    let wrong = of(1.0 - confidence);
    Filter {
        confidence,
        right: of(confidence),
        wrong,
        cross_entropy,
        squared: MeanSquaredError.value(&p, &truth),
        wrong_share: mistakes as f64 * wrong / (MESSAGES as f64 * cross_entropy),
    }
}

impl Experiment for Config {
    const NAME: &'static str = "two-filters";
    const QUESTION: &'static str =
        "What does it cost to be wrong, and what to be sure of it?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real("careful", "careful: p", &mut self.careful, 0.5..=0.99, 0.01),
            Setting::real("bold", "bold: p", &mut self.bold, 0.5..=0.9999, 0.0001),
            Setting::count("mistakes", "wrong answers", &mut self.mistakes, 0..=5),
        ]
    }

    fn run(&self) -> Outcome {
        Outcome {
            mistakes: self.mistakes,
            accuracy: 1.0 - self.mistakes as f64 / MESSAGES as f64,
            careful: filter(self.careful, self.mistakes),
            bold: filter(self.bold, self.mistakes),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let headings =
            ["filter", "p of its answers", "right answer", "wrong answer", "mean"];
        let title =
            format!("Two filters, {} of ten answers wrong: −ln p", outcome.mistakes);
        let mut table = Table::new(title, &headings);
        for (name, filter) in [("careful", outcome.careful), ("bold", outcome.bold)] {
            table.row(vec![
                name.into(),
                Cell::number(filter.confidence, 3),
                Cell::number(filter.right, 3),
                Cell::number(filter.wrong, 3),
                Cell::number(filter.cross_entropy, 3),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_means_are_those_worked_by_hand() {
        let outcome = Config::default().run();
        let careful = -(9.0 * 0.8_f64.ln() + 0.2_f64.ln()) / 10.0;
        let bold = -(9.0 * 0.999_f64.ln() + 0.001_f64.ln()) / 10.0;
        // 1 − 0.999 is 0.001 to 1e-16, a relative 1e-13.
        assert!((outcome.careful.cross_entropy - careful).abs() < 1e-12);
        assert!((outcome.bold.cross_entropy - bold).abs() < 1e-12);
        assert_eq!(outcome.accuracy, 0.9);
    }

    #[test]
    fn the_honest_confidence_costs_least() {
        for mistakes in 1..=4 {
            let at = |confidence| filter(confidence, mistakes).cross_entropy;
            let honest = 1.0 - mistakes as f64 / 10.0;
            assert!(at(honest) < at(honest - 0.01) && at(honest) < at(honest + 0.01));
        }
    }
}
