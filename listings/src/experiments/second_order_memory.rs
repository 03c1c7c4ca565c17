//! How much memory L-BFGS needs: steps, evaluations and operations against m.

use super::second_order_data::LogisticObjective;
use super::second_order_logistic::{Fit, by_lbfgs};
use super::{Experiment, Setting};
use crate::report::{Cell, Table};
use crate::statistics::median;
use serde::Serialize;

/// The memories that are tried.
const MEMORIES: [usize; 6] = [1, 3, 5, 10, 20, 30];

/// Ten data sets, of the kind of the experiment `second-order-logistic`.
#[derive(Clone, Debug)]
pub struct Config {
    /// How many data sets.
    pub seeds: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self { seeds: 10 }
    }
}

/// One row for each m.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// How many data sets.
    pub seeds: u64,
    /// The rows.
    pub rows: Vec<Row>,
}

/// Medians over the data sets.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// m.
    pub memory: usize,
    /// Steps to ‖g‖ < 10⁻⁶.
    pub steps: f64,
    /// Evaluations of L and g.
    pub evaluations: f64,
    /// Data sets on which it arrived within the budget.
    pub arrived: usize,
    /// Numbers remembered: 2md.
    pub numbers: usize,
}

impl Experiment for Config {
    const NAME: &'static str = "second-order-memory";
    const QUESTION: &'static str = "How many pairs does L-BFGS have to remember?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        Vec::new()
    }

    fn run(&self) -> Outcome {
        let tasks: Vec<_> = (1..=self.seeds)
            .map(|seed| LogisticObjective::draw(300, 30, 10.0, seed))
            .collect();
        let row = |memory| {
            let fits: Vec<_> = tasks.iter().map(|task| by_lbfgs(task, memory)).collect();
            let of = |field: fn(&Fit) -> usize| {
                let values: Vec<f64> = fits.iter().map(|fit| field(fit) as f64).collect();
                median(&values)
            };
            Row {
                memory,
                steps: of(|fit| fit.steps),
                evaluations: of(|fit| fit.evaluations),
                arrived: fits.iter().filter(|fit| fit.has_arrived).count(),
                numbers: 2 * memory * tasks[0].inputs.ncols(),
            }
        };
        Outcome { seeds: self.seeds, rows: MEMORIES.map(row).into() }
    }

    fn table(outcome: &Outcome) -> Table {
        let headings = ["memory m", "numbers kept", "steps", "evaluations", "arrived"];
        let title = format!("L-BFGS on {} data sets, medians", outcome.seeds);
        let mut table = Table::new(title, &headings);
        for row in &outcome.rows {
            table.row(vec![
                Cell::count(row.memory),
                Cell::count(row.numbers),
                Cell::number(row.steps, 1),
                Cell::number(row.evaluations, 1),
                Cell::Number(format!("{} of {}", row.arrived, outcome.seeds)),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_memory_takes_fewer_steps_with_less_and_less_gain() {
        let rows = Config::default().run().rows;
        assert!(rows[0].steps > rows[3].steps, "{rows:?}");
        assert!(rows[0].steps - rows[2].steps > rows[3].steps - rows[5].steps);
        assert!(rows.iter().all(|row| row.steps < row.evaluations));
    }
}
