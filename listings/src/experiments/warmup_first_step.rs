//! What the first steps of a warm-up do, for gradients of any size.

use super::racer::Racer;
use super::{Experiment, Setting};
use crate::report::{Cell, Format, Table};
use crate::schedules::{Constant, InverseSquareRoot, Schedule, Warmup};
use ndarray::{Array1, array};
use serde::Serialize;

/// The gradients.
pub const GRADIENTS: [f64; 3] = [1e-3, 1.0, 1e3];

/// The peak and the warm-up.
#[derive(Clone, Debug)]
pub struct Config {
    /// The peak.
    pub peak: f64,
    /// W.
    pub warmup: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { peak: 0.1, warmup: 10 }
    }
}

/// One row an optimizer and a gradient.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The peak.
    pub peak: f64,
    /// W.
    pub warmup: usize,
    /// The rows: gradient descent, then Adam, each at all gradients.
    pub rows: Vec<Row>,
    /// m of Adam after a first step of the rate 0 from the gradient 1.
    pub moment: f64,
}

/// The ways |Δθ| under a constant gradient.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// The optimizer.
    pub name: &'static str,
    /// g.
    pub gradient: f64,
    /// The first step without warm-up.
    pub cold: f64,
    /// The first under η t/W.
    pub first: f64,
    /// The second.
    pub second: f64,
    /// The first under η (t + 1)/W.
    pub first_from_one: f64,
}

/// |Δθ| of the first steps from a constant gradient.
fn ways(racer: Racer, schedule: &dyn Schedule, gradient: f64) -> [f64; 2] {
    let mut optimizer = racer.optimizer();
    [0, 1].map(|step| {
        let mut way = Array1::zeros(1);
        optimizer.step(schedule.rate(step), &mut way, &array![gradient]);
        way[0].abs()
    })
}

impl Experiment for Config {
    const NAME: &'static str = "warmup-first-step";
    const QUESTION: &'static str = "What does the first step of a warm-up do?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real("peak", "peak", &mut self.peak, 0.01..=1.0, 0.01),
            Setting::count("warmup", "W", &mut self.warmup, 1..=100),
        ]
    }

    fn run(&self) -> Outcome {
        let valid = "settings in range";
        let cold = Constant::new(self.peak).expect(valid);
        let from_zero = Warmup::new(self.warmup, 0.0, cold).expect(valid);
        let from_one = InverseSquareRoot::new(self.peak, self.warmup).expect(valid);
        let racers = [Racer::GradientDescent, Racer::Adam];
        let rows = racers.into_iter().flat_map(|racer| {
            GRADIENTS.map(|gradient| {
                let [first, second] = ways(racer, &from_zero, gradient);
                Row {
                    name: racer.name(),
                    gradient,
                    cold: ways(racer, &cold, gradient)[0],
                    first,
                    second,
                    first_from_one: ways(racer, &from_one, gradient)[0],
                }
            })
        });
        let mut adam = Racer::Adam.optimizer();
        adam.step(0.0, &mut array![0.0], &array![1.0]);
        let moment = adam.state()[0].1[0];
        let rows = rows.collect();
        Outcome { peak: self.peak, warmup: self.warmup, rows, moment }
    }

    fn table(outcome: &Outcome) -> Table {
        let title = format!(
            "|Δθ| of the first steps at a peak of {}, W = {}",
            outcome.peak, outcome.warmup
        );
        let headings = [
            "optimizer",
            "gradient",
            "first step, no warm-up",
            "first, η t/W",
            "second, η t/W",
            "first, η (t + 1)/W",
        ];
        let mut table = Table::new(title, &headings);
        let short = |value: f64| {
            // Six digits are beyond what ε changes.
            let rounded: f64 = format!("{value:.5e}").parse().expect("a number");
            Cell::Number(Format::default().apply(rounded))
        };
        for row in &outcome.rows {
            table.row(vec![
                row.name.into(),
                Cell::Number(row.gradient.to_string()),
                short(row.cold),
                short(row.first),
                short(row.second),
                short(row.first_from_one),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rate_zero_does_nothing_but_fill_the_moments() {
        let outcome = Config::default().run();
        assert!(outcome.rows.iter().all(|row| row.first == 0.0 && row.second > 0.0));
        assert!((outcome.moment - 0.1).abs() < 1e-16);
    }

    #[test]
    fn adams_first_step_is_the_rate_and_descents_is_not() {
        for row in Config::default().run().rows {
            let of_rate = row.cold / 0.1;
            match row.name {
                // ε is a hundred-thousandth of the least gradient.
                "Adam" => assert!((of_rate - 1.0).abs() < 2e-5, "{row:?}"),
                _ => assert!((of_rate / row.gradient - 1.0).abs() < 1e-12, "{row:?}"),
            }
            // A tenth of the peak is reached one step earlier when counted from 1.
            assert!((row.first_from_one - row.cold / 10.0).abs() < 1e-12, "{row:?}");
        }
    }
}
