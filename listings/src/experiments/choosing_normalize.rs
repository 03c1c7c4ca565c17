//! Three classes with every second column in another unit: gradient descent, momentum and
//! Adam on it, with and without normalized inputs, each at its own best rate.

use super::choosing_sweep::{
    Method, Price, Tasks, best, cells_of, falling, forgiving, judged, percent, sweep,
};
use super::choosing_task::{Kind, Task};
use super::{Experiment, Setting};
use crate::report::{Cell, Table, number};
use crate::statistics::Paired;
use crate::statistics::mean;
use serde::Serialize;
use std::rc::Rc;

/// Points of a batch, and updates of a run.
const TRAINING: (usize, usize) = (32, 150);

/// Ten rates, two a decade: columns in large units want small ones.
const RATES: [f64; 10] = [1e-5, 3e-5, 1e-4, 3e-4, 1e-3, 3e-3, 0.01, 0.03, 0.1, 0.3];

/// The unit, and how often it is repeated.
#[derive(Clone, Debug)]
pub struct Config {
    /// By how much every second column is multiplied; far above 100, no rate of the grid
    /// is small enough for the raw columns.
    pub scale: f64,
    /// Seeds that judge.
    pub seeds: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { scale: 100.0, seeds: 10 }
    }
}

/// Two rows an optimizer.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// By how much every second column is multiplied.
    pub scale: f64,
    /// Seeds that judge.
    pub seeds: usize,
    /// Updates of a run.
    pub updates: usize,
    /// Rates of a sweep.
    pub rates: usize,
    /// For each optimizer the raw columns and the normalized ones.
    pub rows: Vec<Row>,
    /// For each optimizer the loss on normalized columns less that on raw ones, in percent.
    pub gains: Vec<Paired>,
}

/// One optimizer on one kind of columns.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// What trains.
    pub optimizer: &'static str,
    /// Whether columns are normalized.
    pub normalized: bool,
    /// The best rate.
    pub rate: f64,
    /// Rates of the grid whose loss is within a tenth of the best.
    pub forgiving: usize,
    /// Rates of the grid at which a seed diverged.
    pub diverging: usize,
    /// The mean test loss at the best rate.
    pub loss: f64,
    /// What the sweep found.
    pub sweep: Vec<Price>,
}

impl Config {
    fn tasks(&self, normalized: bool) -> Tasks {
        Tasks::new(self.seeds, |seed| {
            let mut task = Task::new(Kind::Classes, seed).in_other_units(self.scale);
            if normalized {
                task.standardize();
            }
            task
        })
    }
}

fn row(tasks: &Tasks, method: Method, normalized: bool) -> (Row, Vec<f64>) {
    let run = |task: &Rc<Task>, rate: f64| falling(task, method, rate, TRAINING);
    let sweep = sweep(&tasks.choosing, &RATES, run);
    let rate = best(&sweep);
    let losses = judged(&tasks.judging, |task| run(task, rate));
    let row = Row {
        optimizer: method.name(),
        normalized,
        rate,
        forgiving: forgiving(&sweep),
        diverging: sweep.iter().filter(|price| price.loss.is_none()).count(),
        loss: mean(&losses),
        sweep,
    };
    (row, losses)
}

impl Experiment for Config {
    const NAME: &'static str = "choosing-normalize";
    const QUESTION: &'static str = "Do inputs have to be normalized, and for whom?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real(
                "scale",
                "factor of every second column",
                &mut self.scale,
                1.0..=100.0,
                1.0,
            )
            .logarithmic(),
            Setting::count("seeds", "seeds", &mut self.seeds, 5..=12),
        ]
    }

    fn run(&self) -> Outcome {
        let [raw, normalized] = [false, true].map(|normalized| self.tasks(normalized));
        let (mut rows, mut gains) = (Vec::new(), Vec::new());
        for method in Method::ALL {
            let (before, raw_losses) = row(&raw, method, false);
            let (after, losses) = row(&normalized, method, true);
            gains.push(percent(&losses, &raw_losses));
            rows.extend([before, after]);
        }
        Outcome {
            scale: self.scale,
            seeds: self.seeds,
            updates: TRAINING.1,
            rates: RATES.len(),
            rows,
            gains,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!(
                "Three classes with every second column times {}, {} updates: mean test loss of \
                 {} seeds at the best of {} rates",
                number(outcome.scale, 0),
                outcome.updates,
                outcome.seeds,
                outcome.rates
            ),
            &[
                "optimizer",
                "columns",
                "best rate",
                "rates within a tenth",
                "rates that diverge",
                "test loss",
                "against raw, %",
                "95 % interval",
                "so it is",
            ],
        );
        for (index, row) in outcome.rows.iter().enumerate() {
            let mut cells = vec![
                row.optimizer.into(),
                if row.normalized { "normalized" } else { "raw" }.into(),
                Cell::Number(row.rate.to_string()),
                Cell::count(row.forgiving),
                Cell::count(row.diverging),
                Cell::number(row.loss, 3),
            ];
            let gain = outcome.gains[index / 2];
            cells.extend(cells_of(row.normalized.then_some(gain)));
            table.row(cells);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_in_their_usual_unit_have_nothing_to_gain() {
        let outcome = Config { scale: 1.0, seeds: 5 }.run();
        for gain in &outcome.gains {
            // Standardizing what is standardized rounds, and training amplifies it.
            assert!(gain.mean.abs() < 1e-3, "{gain:?}");
        }
    }

    #[test]
    fn gradient_descent_gains_most_and_stands_for_larger_rates() {
        let outcome = Config { seeds: 5, ..Config::default() }.run();
        assert_eq!(outcome.gains[0].verdict(), "lower");
        assert!(outcome.rows[1].rate > 10.0 * outcome.rows[0].rate);
        assert!(outcome.rows[0].diverging > outcome.rows[1].diverging);
    }
}
