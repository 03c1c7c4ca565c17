//! The rate of the last step, by what T counts, and what comes after it.

use super::{Experiment, Setting};
use crate::report::{Cell, Table};
use crate::schedules::{Cosine, Schedule};
use serde::Serialize;

/// The lengths of the runs.
pub const LENGTHS: [usize; 4] = [10, 100, 1000, 10_000];

/// The two ends of the cosine.
#[derive(Clone, Debug)]
pub struct Config {
    /// η₀.
    pub initial: f64,
    /// η_min.
    pub least: f64,
}

impl Default for Config {
    fn default() -> Self {
        Self { initial: 0.1, least: 1e-5 }
    }
}

/// One row a length of the run.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// η₀.
    pub initial: f64,
    /// η_min.
    pub least: f64,
    /// In the order of [`LENGTHS`].
    pub rows: Vec<Row>,
}

/// A run of n steps, 0 … n − 1.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// n.
    pub steps: usize,
    /// The rate of step n − 1 where T = n.
    pub last: f64,
    /// (η₀ − η_min) π²/(4n²), about what it has above η_min.
    pub above: f64,
    /// The rate of step n − 1 where T = n − 1.
    pub last_of_fewer: f64,
    /// The rate of step 3n/2 where T = n and the rate holds.
    pub held: f64,
    /// The same where it swings.
    pub swung: f64,
}

impl Experiment for Config {
    const NAME: &'static str = "cosine-ends";
    const QUESTION: &'static str = "Does the last step have the least rate?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real("initial", "η₀", &mut self.initial, 0.01..=1.0, 0.01)
                .logarithmic(),
            Setting::real("least", "η_min", &mut self.least, 0.0..=0.01, 1e-5),
        ]
    }

    fn run(&self) -> Outcome {
        let Self { initial, least } = *self;
        let cosine = |horizon| {
            Cosine::new(initial, least, horizon).expect("rates of the settings")
        };
        let row = |steps: usize| Row {
            steps,
            last: cosine(steps).rate(steps - 1),
            above: (initial - least)
                * (std::f64::consts::PI / (2 * steps) as f64).powi(2),
            last_of_fewer: cosine(steps - 1).rate(steps - 1),
            held: cosine(steps).rate(3 * steps / 2),
            swung: cosine(steps).swinging().rate(3 * steps / 2),
        };
        Outcome { initial, least, rows: LENGTHS.map(row).into() }
    }

    fn table(outcome: &Outcome) -> Table {
        let title =
            format!("Cosines from η₀ = {} to η_min = {}", outcome.initial, outcome.least);
        let headings = [
            "steps n",
            "last step, T = n",
            "last step, T = n − 1",
            "step 3n/2, held",
            "step 3n/2, swinging",
        ];
        let mut table = Table::new(title, &headings);
        for row in &outcome.rows {
            table.row(vec![
                Cell::count(row.steps),
                Cell::number(row.last, 7),
                Cell::number(row.last_of_fewer, 7),
                Cell::number(row.held, 7),
                Cell::number(row.swung, 7),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_of_t_steps_is_above_the_least_by_a_square() {
        for row in Config::default().run().rows {
            let above = row.last - 1e-5;
            // The next term of the cosine is a share x²/12 of it, with x = π/n.
            let next = (std::f64::consts::PI / row.steps as f64).powi(2) / 12.0;
            // And a rounding of 1e-17 in a rate of 1e-5 or less above.
            assert!((above / row.above - 1.0).abs() < 1.1 * next + 1e-7, "{row:?}");
            assert_eq!((row.last_of_fewer, row.held), (1e-5, 1e-5));
            assert!((row.swung - 0.050005).abs() < 1e-12, "{row:?}");
        }
    }
}
