//! The Huber loss at a few residuals, branch by branch.

use super::by_hand_lines::short;
use super::{Experiment, Setting};
use crate::by_hand::HuberBranches;
use crate::report::{Cell, Table};
use serde::Serialize;

/// Residuals, in thresholds: both branches on both sides, and the joins.
const RESIDUALS: [f64; 6] = [-3.0, -1.0, 0.0, 0.5, 1.0, 3.0];

/// The threshold.
#[derive(Clone, Debug)]
pub struct Config {
    /// δ.
    pub delta: f64,
}

impl Default for Config {
    fn default() -> Self {
        Self { delta: 1.0 }
    }
}

/// A row for each residual.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// δ.
    pub delta: f64,
    /// The rows.
    pub rows: Vec<HuberBranches>,
}

impl Experiment for Config {
    const NAME: &'static str = "by-hand-huber";
    const QUESTION: &'static str =
        "What do both formulas of the Huber loss give, and which one counts?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![Setting::real("delta", "threshold δ", &mut self.delta, 0.25..=4.0, 0.25)]
    }

    fn run(&self) -> Outcome {
        let at = |multiple| HuberBranches::at(multiple * self.delta, self.delta);
        Outcome { delta: self.delta, rows: RESIDUALS.map(at).to_vec() }
    }

    fn table(outcome: &Outcome) -> Table {
        let headings = [
            "residual r",
            "r²/2",
            "its slope r",
            "δ(|r| − δ/2)",
            "its slope ±δ",
            "counts",
        ];
        let title =
            format!("Both formulas of the Huber loss, δ = {}", short(outcome.delta));
        let mut table = Table::new(&title, &headings);
        for row in &outcome.rows {
            let counts = match row.residual.abs() {
                size if size == outcome.delta => "both: the join",
                _ if row.is_inside => "the first",
                _ => "the second",
            };
            let numbers = [
                row.residual,
                row.quadratic.value,
                row.quadratic.slope,
                row.linear.value,
                row.linear.slope,
            ];
            let mut cells = numbers.map(|n| Cell::Number(short(n))).to_vec();
            cells.push(counts.into());
            table.row(cells);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn at_the_join_both_formulas_agree_and_nowhere_else() {
        for delta in [0.25, 1.0, 4.0] {
            for row in (Config { delta }).run().rows {
                let agree = row.quadratic.value == row.linear.value
                    && row.quadratic.slope == row.linear.slope;
                assert_eq!(agree, row.residual.abs() == delta, "{row:?}");
            }
        }
    }
}
