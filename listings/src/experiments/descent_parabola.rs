//! Gradient descent on x², step by step.

use super::{Experiment, Setting};
use crate::report::{Cell, Table};
use serde::Serialize;

/// A start and a rate.
#[derive(Clone, Debug)]
pub struct Config {
    /// x₀.
    pub start: f64,
    /// η.
    pub rate: f64,
    /// How many steps are taken.
    pub steps: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { start: 10.0, rate: 0.1, steps: 20 }
    }
}

/// The walk, and its last step in numbers.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// η.
    pub rate: f64,
    /// 1 − 2η, by which every step multiplies x.
    pub factor: f64,
    /// What the walk does, in words.
    pub behavior: &'static str,
    /// x₀, x₁, … up to the last.
    pub path: Vec<f64>,
    /// How many steps were taken.
    pub steps: usize,
    /// x before the last step.
    pub before: f64,
    /// The slope 2x there.
    pub slope: f64,
    /// The last step, −2ηx.
    pub step: f64,
    /// x after it.
    pub last: f64,
    /// x² after it.
    pub last_loss: f64,
    /// |x| after the last step, as a share of |x₀|; 0 for a start at 0.
    pub left: f64,
}

/// What a factor does to x, step after step.
pub fn behavior(factor: f64) -> &'static str {
    match factor {
        0.0 => "lands in one step",
        f if f.abs() == 1.0 => "jumps to and fro forever",
        f if f > 0.0 => "comes in from one side",
        f if f > -1.0 => "changes sides at every step and comes in",
        _ => "changes sides at every step and diverges",
    }
}

impl Experiment for Config {
    const NAME: &'static str = "descent-parabola";
    const QUESTION: &'static str = "What does the rate do on a parabola?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real("start", "start x₀", &mut self.start, -10.0..=10.0, 0.5),
            Setting::real("rate", "rate η", &mut self.rate, 0.01..=1.1, 0.01),
            Setting::count("steps", "steps shown", &mut self.steps, 1..=20),
        ]
    }

    fn run(&self) -> Outcome {
        let slope = |x: f64| 2.0 * x;
        let mut path = vec![self.start];
        for t in 0..self.steps {
            path.push(path[t] - self.rate * slope(path[t]));
        }
        let (before, last) = (path[self.steps - 1], path[self.steps]);
        let factor = 1.0 - 2.0 * self.rate;
        Outcome {
            rate: self.rate,
            factor,
            behavior: behavior(factor),
            steps: self.steps,
            before,
            slope: slope(before),
            step: -self.rate * slope(before),
            last,
            last_loss: last * last,
            left: if self.start == 0.0 { 0.0 } else { (last / self.start).abs() },
            path,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let title = format!("Gradient descent on x² at the rate {}", outcome.rate);
        let mut table = Table::new(title, &["step", "x", "slope 2x", "x²"]);
        for (t, &x) in outcome.path.iter().enumerate() {
            table.row(vec![
                Cell::count(t),
                Cell::number(x, 4),
                Cell::number(2.0 * x, 4),
                Cell::number(x * x, 4),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_walk_is_the_power_of_its_factor() {
        for rate in [0.01, 0.1, 0.37, 0.5, 0.9, 1.0, 1.1] {
            let outcome = Config { rate, ..Config::default() }.run();
            for (t, x) in outcome.path.iter().enumerate() {
                let exact = 10.0 * (1.0 - 2.0 * rate).powi(t as i32);
                // Two roundings a step.
                assert!((x - exact).abs() <= 1e-14 * exact.abs(), "{rate}: {t}");
            }
        }
    }

    #[test]
    fn each_rate_is_named_for_what_it_does() {
        let behavior = |rate| Config { rate, ..Config::default() }.run().behavior;
        assert_eq!(behavior(0.1), "comes in from one side");
        assert_eq!(behavior(0.5), "lands in one step");
        assert_eq!(behavior(0.9), "changes sides at every step and comes in");
        assert_eq!(behavior(1.0), "jumps to and fro forever");
        assert_eq!(behavior(1.1), "changes sides at every step and diverges");
    }
}
