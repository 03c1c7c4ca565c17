//! Softmax and cross-entropy of one sample: the Jacobian, and what it makes of −1/p.

use super::by_hand_lines::short;
use super::{Experiment, Setting};
use crate::by_hand::SoftmaxSlope;
use crate::report::{Cell, Table};
use ndarray::Array1;
use serde::Serialize;

/// Three classes whose e^z are given, so that no calculator is needed.
#[derive(Clone, Debug)]
pub struct Config {
    /// e^z of each class.
    pub odds: [f64; 3],
    /// The true class, counted from 1.
    pub class: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { odds: [1.0, 2.0, 1.0], class: 3 }
    }
}

/// The chain.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// e^z.
    pub odds: [f64; 3],
    /// The true class, counted from 1.
    pub class: usize,
    /// Every number of it.
    pub chain: SoftmaxSlope,
}

impl Experiment for Config {
    const NAME: &'static str = "by-hand-softmax";
    const QUESTION: &'static str =
        "What does the Jacobian of softmax make of the slope of the cross-entropy?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let Self { odds: [first, second, third], class } = self;
        vec![
            Setting::real("first", "e^z₁", first, 0.5..=8.0, 0.5),
            Setting::real("second", "e^z₂", second, 0.5..=8.0, 0.5),
            Setting::real("third", "e^z₃", third, 0.5..=8.0, 0.5),
            Setting::count("class", "true class", class, 1..=3),
        ]
    }

    fn run(&self) -> Outcome {
        let logits = Array1::from(self.odds.map(f64::ln).to_vec());
        let chain = SoftmaxSlope::at(&logits, self.class - 1);
        Outcome { odds: self.odds, class: self.class, chain }
    }

    fn table(outcome: &Outcome) -> Table {
        let headings = [
            "class",
            "eᶻ",
            "p",
            "y",
            "∂L/∂p",
            "∂p/∂z₁",
            "∂p/∂z₂",
            "∂p/∂z₃",
            "∂L/∂z = p − y",
        ];
        let chain = &outcome.chain;
        let mut table = Table::new("Softmax and cross-entropy of one sample", &headings);
        for i in 0..3 {
            let is_true = i + 1 == outcome.class;
            let numbers = [
                outcome.odds[i],
                chain.probabilities[i],
                f64::from(u8::from(is_true)),
                chain.probability_slopes[i],
                chain.jacobian[i][0],
                chain.jacobian[i][1],
                chain.jacobian[i][2],
                chain.logit_slopes[i],
            ];
            let cells = numbers.map(|number| Cell::Number(short(number)));
            let mut row = vec![Cell::count(i + 1)];
            row.extend(cells);
            table.row(row);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_that_worked_by_hand() {
        let table = Config::table(&Config::default().run());
        let row = |i: usize| -> Vec<String> {
            table.rows[i].iter().map(|cell| cell.text().to_string()).collect()
        };
        // 3/16 = 0.1875, 2/16 = 0.125, 1/16 = 0.0625.
        let first = ["1", "1", "0.25", "0", "0", "0.1875", "−0.125", "−0.0625", "0.25"];
        assert_eq!(row(0), first);
        let last = ["3", "1", "0.25", "1", "−4", "−0.0625", "−0.125", "0.1875", "−0.75"];
        assert_eq!(row(2), last);
    }
}
