//! What decoupled weight decay takes under each schedule: the share ηλ of each step, with
//! the η of that step.

use super::compare_shapes::Shape;
use super::{Experiment, Setting};
use crate::optimizers::{Adam, DecoupledDecay, Optimizer};
use crate::report::{Cell, Table, number};
use ndarray::array;
use serde::Serialize;

/// λ, η₀ and the number of steps.
#[derive(Clone, Debug)]
pub struct Config {
    /// λ.
    pub decay: f64,
    /// η₀, the peak of every schedule.
    pub peak: f64,
    /// T.
    pub steps: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { decay: 0.1, peak: 0.001, steps: 10_000 }
    }
}

/// One row a schedule.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// λ.
    pub decay: f64,
    /// η₀.
    pub peak: f64,
    /// T.
    pub steps: usize,
    /// The six of the lecture.
    pub rows: Vec<Row>,
}

/// One schedule.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// Its name.
    pub schedule: &'static str,
    /// Σ η(t).
    pub sum: f64,
    /// What is left of a weight that no gradient pulls, after AdamW's steps.
    pub left: f64,
    /// exp(−λ Σ η(t)).
    pub predicted: f64,
    /// The λ that would take as much as the constant rate does with the λ above.
    pub matched: f64,
}

impl Experiment for Config {
    const NAME: &'static str = "compare-decay";
    const QUESTION: &'static str =
        "How much of a weight does AdamW take under a schedule?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real("decay", "decay λ", &mut self.decay, 0.001..=1.0, 0.001)
                .logarithmic(),
            Setting::real("peak", "peak η₀", &mut self.peak, 1e-4..=0.01, 1e-4)
                .logarithmic(),
            Setting::count("steps", "steps T", &mut self.steps, 150..=10_000),
        ]
    }

    fn run(&self) -> Outcome {
        let constant = self.peak * self.steps as f64;
        let row = |shape: Shape| {
            let schedule = shape.schedule(self.peak, self.steps);
            let mut optimizer = DecoupledDecay::new(Adam::default(), self.decay)
                .expect("every setting is valid");
            let (mut theta, none) = (array![1.0], array![0.0]);
            let mut sum = 0.0;
            for step in 0..self.steps {
                let rate = schedule.rate(step);
                optimizer.step(rate, &mut theta, &none);
                sum += rate;
            }
            Row {
                schedule: shape.name(),
                sum,
                left: theta[0],
                predicted: (-self.decay * sum).exp(),
                matched: self.decay * constant / sum,
            }
        };
        Outcome {
            decay: self.decay,
            peak: self.peak,
            steps: self.steps,
            rows: Shape::LECTURE.into_iter().map(row).collect(),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!(
                "AdamW with λ = {}, {} steps, peak {}, no gradient",
                outcome.decay, outcome.steps, outcome.peak
            ),
            &["schedule", "Σ η", "left of a weight", "exp(−λ Σ η)", "λ for equal decay"],
        );
        for row in &outcome.rows {
            table.row(vec![
                row.schedule.into(),
                Cell::number(row.sum, 2),
                Cell::Number(format!("{} %", number(100.0 * row.left, 1))),
                Cell::Number(format!("{} %", number(100.0 * row.predicted, 1))),
                Cell::number(row.matched, 3),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_follows_from_the_sum_of_the_rates() {
        for row in Config::default().run().rows {
            // ln(1 − x) = −x − x²/2: with ηλ of 1e-4 and a sum of 1, about 5e-5.
            assert!((row.left / row.predicted - 1.0).abs() < 1e-4, "{}", row.schedule);
        }
    }

    #[test]
    fn the_matched_decay_takes_as_much_as_the_constant_rate() {
        let outcome = Config::default().run();
        for (index, row) in outcome.rows.iter().enumerate() {
            let matched = Config { decay: row.matched, ..Config::default() }.run();
            let error = matched.rows[index].left / outcome.rows[0].left - 1.0;
            // Here ηλ is at most 4.5 times as large: 4.5² · 5e-5 for the step decay's part.
            assert!(error.abs() < 1e-3, "{}: {error}", row.schedule);
        }
    }
}
