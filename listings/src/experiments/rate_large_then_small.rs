//! A large rate, a small one, and the one after the other, where gradients are noisy: the
//! expected loss, and one walk.

use super::noisy_quadratic::{Parabola, expected_losses_of};
use super::schedule_curve::{Curve, sampled, written};
use super::{Experiment, Setting};
use crate::data::seeded;
use crate::optimizers::{GradientDescent, Optimizer};
use crate::report::{Cell, Table};
use crate::schedules::{Constant, Schedule, Then};
use crate::surfaces::{Noisy, Objective, Quadratic};
use ndarray::{Array1, array};
use serde::Serialize;

/// λ of the two axes: the border of the rate is 2/10.
pub const CURVATURES: [f64; 2] = [1.0, 10.0];

/// Both coordinates at the start.
pub const START: f64 = 5.0;

/// Two rates and the step at which one follows the other.
#[derive(Clone, Debug)]
pub struct Config {
    /// The large rate.
    pub large: f64,
    /// The small one.
    pub small: f64,
    /// The step from which the small one holds.
    pub switch: usize,
    /// σ, the standard deviation of the noise in each coordinate of a gradient.
    pub noise: f64,
    /// Steps.
    pub steps: usize,
    /// The seed of the walk.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self { large: 0.15, small: 0.005, switch: 60, noise: 3.0, steps: 300, seed: 1 }
    }
}

/// Three runs.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The step of the switch.
    pub switch: usize,
    /// Steps.
    pub steps: usize,
    /// σ.
    pub noise: f64,
    /// The loss at the start.
    pub first: f64,
    /// The large rate throughout.
    pub large: Expected,
    /// The small rate throughout.
    pub small: Expected,
    /// The large rate, then the small one.
    pub then: Expected,
    /// The least of the three expected losses at the end: "large", "small" or "then".
    pub best: &'static str,
    /// The loss of one walk of the last, at every second step.
    #[serde(skip)]
    pub walk: Vec<(f64, f64)>,
    /// The mean loss of that walk over the last fifty steps.
    pub walk_late: f64,
}

/// A run under one schedule.
#[derive(Clone, Debug, Serialize)]
pub struct Expected {
    /// Its rates.
    #[serde(skip)]
    pub schedule: Curve,
    /// The mean rate of all steps.
    pub mean_rate: f64,
    /// The expected loss halfway to the switch.
    pub early: f64,
    /// The expected loss at the end.
    pub last: f64,
    /// The expected loss after each step, the start first.
    #[serde(skip)]
    pub losses: Vec<f64>,
}

/// E[L] after each step, the start first: each axis is a noisy parabola of its own.
fn expected_losses(schedule: &dyn Schedule, noise: f64, steps: usize) -> Vec<f64> {
    let axis = |curvature| Parabola { curvature, deviation: noise, start: START };
    expected_losses_of(&CURVATURES.map(axis), schedule, steps)
}

/// L after each step of one walk, the start first.
fn walk(schedule: &dyn Schedule, noise: f64, steps: usize, seed: u64) -> Vec<f64> {
    let bowl = Quadratic::new(Array1::from(CURVATURES.to_vec())).expect("both positive");
    let noisy = Noisy::new(bowl, noise).expect("the noise is not negative");
    let (mut theta, mut random) = (array![START, START], seeded(seed));
    let mut losses = vec![noisy.objective().value(&theta)];
    for step in 0..steps {
        let gradient = noisy.noisy_gradient(&theta, &mut random);
        GradientDescent.step(schedule.rate(step), &mut theta, &gradient);
        losses.push(noisy.objective().value(&theta));
    }
    losses
}

impl Experiment for Config {
    const NAME: &'static str = "rate-large-then-small";
    const QUESTION: &'static str = "Why should a rate be large early and small late?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let Self { large, small, switch, noise, steps, seed } = self;
        vec![
            Setting::real("large", "large rate", large, 0.02..=0.199, 0.001)
                .logarithmic(),
            Setting::real("small", "small rate", small, 0.0005..=0.02, 0.0001)
                .logarithmic(),
            Setting::count("switch", "switch at step", switch, 0..=300),
            Setting::real("noise", "noise σ", noise, 0.0..=10.0, 0.1),
            Setting::count("steps", "steps", steps, 50..=300),
            Setting::seed(seed),
        ]
    }

    fn run(&self) -> Outcome {
        let constant = |rate| Constant::new(rate).expect("the rates are positive");
        let (large, small) = (constant(self.large), constant(self.small));
        let then = Then::new(large, self.switch, small);
        let run = |schedule: &dyn Schedule| {
            let losses = expected_losses(schedule, self.noise, self.steps);
            let schedule = sampled(schedule, self.steps);
            Expected {
                mean_rate: schedule.mean,
                schedule,
                early: losses[(self.switch / 2).min(self.steps)],
                last: losses[self.steps],
                losses,
            }
        };
        let walked = walk(&then, self.noise, self.steps, self.seed);
        let late = &walked[self.steps - 49..];
        let [large, small, then] = [run(&large), run(&small), run(&then)];
        let best = [(large.last, "large"), (small.last, "small"), (then.last, "then")]
            .into_iter()
            .min_by(|a, b| a.0.total_cmp(&b.0))
            .expect("three runs");
        Outcome {
            switch: self.switch,
            steps: self.steps,
            noise: self.noise,
            first: large.losses[0],
            best: best.1,
            walk_late: late.iter().sum::<f64>() / late.len() as f64,
            walk: walked
                .into_iter()
                .enumerate()
                .step_by(2)
                .map(|(step, loss)| (step as f64, loss))
                .collect(),
            large,
            small,
            then,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let title = format!("Expected loss after {} noisy steps", outcome.steps);
        let headings = ["schedule", "first rate", "last rate", "mean rate", "loss"];
        let mut table = Table::new(title, &headings);
        let rows = [
            ("large throughout", &outcome.large),
            ("small throughout", &outcome.small),
            ("large, then small", &outcome.then),
        ];
        for (name, run) in rows {
            let rates = [run.schedule.initial, run.schedule.last, run.schedule.mean];
            let mut cells = vec![name.into()];
            cells.extend(rates.map(|rate| Cell::Number(written(rate))));
            cells.push(Cell::number(run.last, 3));
            table.row(cells);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_expectation_is_the_mean_of_many_walks() {
        let schedule = Constant::new(0.1).unwrap();
        let expected = expected_losses(&schedule, 3.0, 40);
        let runs: Vec<Vec<f64>> =
            (0..2000).map(|seed| walk(&schedule, 3.0, 40, seed)).collect();
        for step in [1, 5, 40] {
            let values = || runs.iter().map(|run| run[step]);
            let mean = values().sum::<f64>() / 2000.0;
            let variance = values().map(|loss| (loss - mean).powi(2)).sum::<f64>() / 2e3;
            // Four standard errors of the mean.
            let error = (mean - expected[step]).abs();
            assert!(error < 4.0 * (variance / 2e3).sqrt(), "{step}: {error}");
        }
    }

    #[test]
    fn without_noise_the_small_rate_late_only_costs() {
        let outcome = Config { noise: 0.0, ..Config::default() }.run();
        assert_eq!(outcome.best, "large");
        assert_eq!(Config::default().run().best, "then");
    }
}
