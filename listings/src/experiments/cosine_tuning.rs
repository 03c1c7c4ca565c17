//! The knobs of a cosine, one at a time.

use super::expected_descent::{LARGEST_RATE, expected_last};
use super::{Experiment, Setting};
use crate::report::{Cell, Table};
use crate::schedules::{Constant, Cosine, CosineRestarts, Linear, Schedule};
use serde::Serialize;

/// Rates that are tried, evenly on a logarithmic axis.
const RATES: usize = 60;

/// The least rate that is tried.
const LEAST_RATE: f64 = 0.005;

/// The problem and the length of the run.
#[derive(Clone, Debug)]
pub struct Config {
    /// n.
    pub steps: usize,
    /// σ, the noise of a gradient.
    pub noise: f64,
}

impl Default for Config {
    fn default() -> Self {
        Self { steps: 200, noise: 1.0 }
    }
}

/// The best cosine, and others.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// n.
    pub steps: usize,
    /// σ.
    pub noise: f64,
    /// The best η₀ of the cosine with T = n and η_min = 0.
    pub best_rate: f64,
    /// Its expected loss.
    pub best: f64,
    /// One change each.
    pub rows: Vec<Row>,
}

/// One change of the best cosine.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// What is changed.
    pub change: &'static str,
    /// The expected loss after the last step, over that of the best cosine.
    pub ratio: f64,
    /// The same at the best η₀ for this change.
    pub tuned: f64,
    /// That η₀.
    pub tuned_rate: f64,
}

/// A schedule of η₀.
type Family<'a> = Box<dyn Fn(f64) -> Box<dyn Schedule> + 'a>;

fn cosine<'a>(least: f64, horizon: usize, swings: bool) -> Family<'a> {
    Box::new(move |rate| {
        let held = Cosine::new(rate, least * rate, horizon).expect("rates in range");
        Box::new(if swings { held.swinging() } else { held })
    })
}

fn restarts<'a>(length: usize) -> Family<'a> {
    Box::new(move |rate| {
        Box::new(CosineRestarts::new(rate, 0.0, length, 1).expect("rates in range"))
    })
}

impl Config {
    fn loss(&self, schedule: &dyn Schedule) -> f64 {
        expected_last(schedule, self.noise, self.steps)
    }

    /// The best of the rates, and its loss.
    fn tuned(&self, family: &Family) -> (f64, f64) {
        let ratio = LARGEST_RATE / LEAST_RATE;
        let rates = (0..RATES).map(|index| {
            let share = index as f64 / (RATES - 1) as f64;
            LEAST_RATE * ratio.powf(share)
        });
        rates
            .map(|rate| (rate, self.loss(&*family(rate))))
            .min_by(|a, b| a.1.total_cmp(&b.1))
            .expect("there are rates")
    }
}

impl Experiment for Config {
    const NAME: &'static str = "cosine-tuning";
    const QUESTION: &'static str = "Does a cosine have nothing to tune?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::count("steps", "steps n", &mut self.steps, 40..=400),
            Setting::real("noise", "noise σ", &mut self.noise, 0.2..=3.0, 0.1),
        ]
    }

    fn run(&self) -> Outcome {
        let n = self.steps;
        let plain = cosine(0.0, n, false);
        let (best_rate, best) = self.tuned(&plain);
        let row = |change, factor: f64, family: Family| {
            let (tuned_rate, tuned) = self.tuned(&family);
            Row {
                change,
                ratio: self.loss(&*family(factor * best_rate)) / best,
                tuned: tuned / best,
                tuned_rate,
            }
        };
        let rows = vec![
            row("nothing", 1.0, cosine(0.0, n, false)),
            row("η₀ a third", 1.0 / 3.0, cosine(0.0, n, false)),
            row("η₀ a tenth", 0.1, cosine(0.0, n, false)),
            row("T = n/4, held", 1.0, cosine(0.0, n / 4, false)),
            row("T = n/2, held", 1.0, cosine(0.0, n / 2, false)),
            row("T = n/2, swinging", 1.0, cosine(0.0, n / 2, true)),
            row("T = 2n, cut off", 1.0, cosine(0.0, 2 * n, false)),
            row("T = 4n, cut off", 1.0, cosine(0.0, 4 * n, false)),
            row("restart at n/2", 1.0, restarts(n / 2)),
            row("restart every n/4", 1.0, restarts(n / 4)),
            row("η_min = η₀/100", 1.0, cosine(0.01, n, false)),
            row("η_min = η₀/10", 1.0, cosine(0.1, n, false)),
            row(
                "a straight line to 0",
                1.0,
                Box::new(|rate| {
                    Box::new(Linear::new(rate, 0.0, n).expect("rates in range"))
                }),
            ),
            row(
                "a constant rate",
                1.0,
                Box::new(|rate| Box::new(Constant::new(rate).expect("a rate in range"))),
            ),
        ];
        Outcome { steps: n, noise: self.noise, best_rate, best, rows }
    }

    fn table(outcome: &Outcome) -> Table {
        let title = format!(
            "Expected loss after {} steps at σ = {}, over that of the best cosine",
            outcome.steps, outcome.noise
        );
        let headings =
            ["change", "loss at its η₀", "loss at the best η₀ for it", "that η₀"];
        let mut table = Table::new(title, &headings);
        for row in &outcome.rows {
            table.row(vec![
                row.change.into(),
                Cell::number(row.ratio, 2),
                Cell::number(row.tuned, 2),
                Cell::number(row.tuned_rate, 3),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn to_tune_never_hurts_and_the_best_is_the_best() {
        let outcome = Config::default().run();
        for row in &outcome.rows {
            // The rate of "nothing" is one of those tried; a third of it is not.
            let is_tried = !row.change.starts_with("η₀");
            assert!(!is_tried || row.tuned <= row.ratio, "{row:?}");
        }
        assert_eq!((outcome.rows[0].ratio, outcome.rows[0].tuned), (1.0, 1.0));
        // The best rate is not at an end of those tried.
        assert!(outcome.best_rate > LEAST_RATE && outcome.best_rate < LARGEST_RATE);
    }
}
