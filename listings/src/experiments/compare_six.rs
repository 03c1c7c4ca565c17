//! Six schedules over 150 epochs from one peak: what they look like, and three numbers of
//! each.

use super::compare_shapes::Shape;
use super::schedule_curve::{Curve, sampled, written};
use super::{Experiment, Setting};
use crate::report::{Cell, Table};
use crate::schedules::Schedule;
use serde::Serialize;

/// The peak and the length.
#[derive(Clone, Debug)]
pub struct Config {
    /// η₀.
    pub peak: f64,
    /// T, in epochs.
    pub epochs: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { peak: 0.1, epochs: 150 }
    }
}

/// The six.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// η₀.
    pub peak: f64,
    /// T.
    pub epochs: usize,
    /// The constant rate.
    pub constant: Row,
    /// Step decay.
    pub step: Row,
    /// Exponential decay.
    pub exponential: Row,
    /// Cosine.
    pub cosine: Row,
    /// Warm-up and a straight fall.
    pub warmup: Row,
    /// Triangles.
    pub triangular: Row,
}

/// One schedule.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// Its name.
    pub schedule: &'static str,
    /// η(0), η(T − 1), Σ η(t)/T, and the curve.
    #[serde(flatten)]
    pub curve: Curve,
}

impl Row {
    /// A schedule over T epochs.
    pub fn of(name: &'static str, schedule: &dyn Schedule, epochs: usize) -> Self {
        Self { schedule: name, curve: sampled(schedule, epochs) }
    }

    /// The table of some.
    pub fn table(title: String, rows: &[&Self]) -> Table {
        let headings = ["schedule", "initial rate", "final rate", "mean rate"];
        let mut table = Table::new(title, &headings);
        for Self { schedule, curve } in rows {
            let rates = [curve.initial, curve.last, curve.mean];
            let mut cells = vec![Cell::Text((*schedule).to_string())];
            cells.extend(rates.map(|rate| Cell::Number(written(rate))));
            table.row(cells);
        }
        table
    }
}

impl Outcome {
    /// All six, in the order of the lecture.
    pub fn all(&self) -> [&Row; 6] {
        let Self { constant, step, exponential, cosine, warmup, triangular, .. } = self;
        [constant, step, exponential, cosine, warmup, triangular]
    }
}

impl Experiment for Config {
    const NAME: &'static str = "compare-six";
    const QUESTION: &'static str =
        "Where do six schedules begin, end, and lie on average?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real("peak", "peak η₀", &mut self.peak, 0.01..=1.0, 0.01)
                .logarithmic(),
            Setting::count("epochs", "epochs T", &mut self.epochs, 30..=300),
        ]
    }

    fn run(&self) -> Outcome {
        let [constant, step, exponential, cosine, warmup, triangular] = Shape::LECTURE
            .map(|shape| {
                Row::of(
                    shape.name(),
                    &shape.schedule(self.peak, self.epochs),
                    self.epochs,
                )
            });
        Outcome {
            peak: self.peak,
            epochs: self.epochs,
            constant,
            step,
            exponential,
            cosine,
            warmup,
            triangular,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let title =
            format!("Six schedules of {} epochs, η₀ = {}", outcome.epochs, outcome.peak);
        Row::table(title, &outcome.all())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::f64::consts::PI;

    #[test]
    fn the_three_numbers_of_each_are_those_of_its_formula() {
        let outcome = Config::default().run();
        let numbers = |row: &Row| [row.curve.initial, row.curve.last, row.curve.mean];
        // Geometric sum; cosines of equally spaced angles sum to the one at t = 0; a
        // rise and a fall by equal steps; 5 triangles that touch both bounds.
        let geometric = 0.1 * (1.0 - 0.97_f64.powi(150)) / (0.03 * 150.0);
        let cosine_last = 1e-5 + (0.1 - 1e-5) * (1.0 + (PI * 149.0 / 150.0).cos()) / 2.0;
        let cosine_mean = 1e-5 + (0.1 - 1e-5) * (0.5 + 0.5 / 150.0);
        let ramps = 0.1 * (9.5 + 65.5) / 150.0;
        let expected = [
            [0.1, 0.1, 0.1],
            [0.1, 0.001, 0.037],
            [0.1, 0.1 * 0.97_f64.powi(149), geometric],
            [0.1, cosine_last, cosine_mean],
            [0.0, 0.1 / 130.0, ramps],
            [1e-4, 1e-4 + 0.0999 / 15.0, 0.050_05],
        ];
        for (row, expected) in outcome.all().into_iter().zip(expected) {
            for (found, expected) in numbers(row).into_iter().zip(expected) {
                // A sum of 150 rates of 0.1, each rounded.
                let error = (found - expected).abs();
                assert!(error < 1e-14, "{}: {found} for {expected}", row.schedule);
            }
        }
    }
}
