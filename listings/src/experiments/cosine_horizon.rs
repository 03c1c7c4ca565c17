//! A cosine that was planned for another number of steps than it gets.

use super::expected_descent::{LARGEST_RATE, expected_losses};
use super::schedule_curve::{Curve, sampled};
use super::{Experiment, Setting};
use crate::report::{Cell, Table};
use crate::schedules::{Constant, Cosine, Schedule};
use serde::Serialize;

/// n, the steps that are taken.
pub const STEPS: usize = 200;

/// The plan, and the problem.
#[derive(Clone, Debug)]
pub struct Config {
    /// T, the steps that were planned.
    pub horizon: usize,
    /// η₀.
    pub rate: f64,
    /// σ, the noise of a gradient.
    pub noise: f64,
}

impl Default for Config {
    fn default() -> Self {
        Self { horizon: 100, rate: 0.15, noise: 1.0 }
    }
}

/// Four runs of n steps.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// n.
    pub steps: usize,
    /// T of the plan.
    pub horizon: usize,
    /// η₀.
    pub rate: f64,
    /// T = n.
    pub right: Plan,
    /// T of the plan, and η_min from there on.
    pub held: Plan,
    /// T of the plan, and up again from there on.
    pub swung: Plan,
    /// η₀ throughout.
    pub constant: Plan,
}

/// One schedule and what to expect of it.
#[derive(Clone, Debug, Serialize)]
pub struct Plan {
    /// What it is.
    pub name: &'static str,
    /// Its rates.
    #[serde(skip)]
    pub rates: Curve,
    /// `E[L]` before each step and after the last.
    #[serde(skip)]
    pub losses: Vec<f64>,
    /// `E[L]` after the last.
    pub last: f64,
    /// The mean of its rates.
    pub mean: f64,
    /// The rate of its last step.
    pub last_rate: f64,
}

impl Outcome {
    /// All four.
    pub fn all(&self) -> [&Plan; 4] {
        [&self.right, &self.held, &self.swung, &self.constant]
    }
}

impl Experiment for Config {
    const NAME: &'static str = "cosine-horizon";
    const QUESTION: &'static str =
        "What does a cosine lose that ends too early, or never?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let rates = 0.01..=LARGEST_RATE;
        vec![
            Setting::count("horizon", "T planned", &mut self.horizon, 20..=800),
            Setting::real("rate", "η₀", &mut self.rate, rates, 0.01),
            Setting::real("noise", "noise σ", &mut self.noise, 0.0..=3.0, 0.1),
        ]
    }

    fn run(&self) -> Outcome {
        let plan = |name, schedule: &dyn Schedule| {
            let losses = expected_losses(schedule, self.noise, STEPS);
            let rates = sampled(schedule, STEPS);
            Plan {
                name,
                last: losses[STEPS],
                mean: rates.mean,
                last_rate: rates.last,
                rates,
                losses,
            }
        };
        let cosine = |horizon| {
            Cosine::new(self.rate, 0.0, horizon).expect("rates of the settings")
        };
        let constant = Constant::new(self.rate).expect("a rate of the settings");
        Outcome {
            steps: STEPS,
            horizon: self.horizon,
            rate: self.rate,
            right: plan("T = n", &cosine(STEPS)),
            held: plan("T planned, held", &cosine(self.horizon)),
            swung: plan("T planned, swinging", &cosine(self.horizon).swinging()),
            constant: plan("constant", &constant),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let title = format!(
            "{} steps from η₀ = {}, planned T = {}",
            outcome.steps, outcome.rate, outcome.horizon
        );
        let mut table = Table::new(title, &["schedule", "mean rate", "expected loss"]);
        for plan in outcome.all() {
            table.row(vec![
                plan.name.into(),
                Cell::number(plan.mean, 4),
                Cell::number(plan.last, 4),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_right_plan_is_three_plans_at_once() {
        let outcome = Config { horizon: STEPS, ..Config::default() }.run();
        assert_eq!(outcome.right.losses, outcome.held.losses);
        assert_eq!(outcome.right.losses, outcome.swung.losses);
    }

    #[test]
    fn half_a_plan_that_swings_ends_at_full_rate() {
        let outcome = Config::default().run();
        assert!(outcome.swung.last_rate > 0.99 * outcome.rate);
        assert!(outcome.swung.last > 5.0 * outcome.right.last);
    }

    #[test]
    fn without_noise_a_constant_rate_is_best() {
        let outcome = Config { noise: 0.0, ..Config::default() }.run();
        let others = [&outcome.right, &outcome.held, &outcome.swung];
        assert!(others.iter().all(|plan| plan.last > outcome.constant.last));
    }
}
