//! One cycle: the rate, the momentum, and the rate that both make together.

use super::{Experiment, Setting};
use crate::report::{Cell, Format, Table};
use crate::schedules::{OneCycle, Schedule};
use serde::Serialize;

/// The bounds of β, those of PyTorch.
pub const BETAS: [f64; 2] = [0.85, 0.95];

/// Steps that are drawn, at most.
const SHOWN: usize = 120;

/// The policy and its form.
#[derive(Clone, Debug)]
pub struct Config {
    /// η_max.
    pub most: f64,
    /// T.
    pub steps: usize,
    /// The share of the steps in which the rate rises.
    pub rise: f64,
    /// What η_max is divided by at first.
    pub below: f64,
    /// What that is divided by at last.
    pub further: f64,
    /// Straight pieces.
    pub linear: bool,
    /// Up, back as slowly, and only then far down.
    pub three_phases: bool,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            most: 0.1,
            steps: 100,
            rise: 0.3,
            below: 25.0,
            further: 1e4,
            linear: false,
            three_phases: false,
        }
    }
}

/// Three curves.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// T.
    pub steps: usize,
    /// η by step.
    #[serde(skip)]
    pub rates: Vec<(f64, f64)>,
    /// β by step.
    #[serde(skip)]
    pub betas: Vec<(f64, f64)>,
    /// η / (1 − β) by step.
    #[serde(skip)]
    pub together: Vec<(f64, f64)>,
    /// η_max.
    pub most: f64,
    /// η of step 0.
    pub initial: f64,
    /// η of the last step.
    pub last: f64,
    /// The mean of η over all steps.
    pub mean: f64,
    /// The step with the largest η.
    pub top: usize,
    /// How many times η is larger there than at step 0.
    pub growth: f64,
    /// How many times η / (1 − β) is.
    pub growth_together: f64,
    /// How many times it would be with one β for all steps: that of η.
    pub largest_together: f64,
}

impl Experiment for Config {
    const NAME: &'static str = "cyclical-one-cycle";
    const QUESTION: &'static str = "What do rate and momentum do in one cycle?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let Self { most, steps, rise, below, further, linear, three_phases } = self;
        vec![
            Setting::real("most", "peak η_max", most, 0.01..=1.0, 0.01).logarithmic(),
            Setting::count("steps", "steps T", steps, 20..=300),
            // Three phases need the way up twice.
            Setting::real("rise", "share of the rise", rise, 0.1..=0.45, 0.05),
            Setting::real("below", "peak over first", below, 2.0..=100.0, 1.0)
                .logarithmic(),
            Setting::real("further", "first over last", further, 1.0..=1e5, 1.0)
                .logarithmic(),
            Setting::switch("linear", "straight pieces", linear),
            Setting::switch("three_phases", "three phases", three_phases),
        ]
    }

    fn run(&self) -> Outcome {
        let mut cycle = OneCycle::new(self.most, self.steps)
            .and_then(|cycle| cycle.rising_for(self.rise))
            .and_then(|cycle| cycle.divided_by(self.below, self.further))
            .expect("the ranges of the settings");
        if self.linear {
            cycle = cycle.linear();
        }
        if self.three_phases {
            cycle = cycle.in_three_phases().expect("shares below one half");
        }
        let beta = |step: usize| cycle.momentum(step, BETAS[0], BETAS[1]);
        let together = |step: usize| cycle.rate(step) / (1.0 - beta(step));
        let all: Vec<f64> = (0..self.steps).map(|step| cycle.rate(step)).collect();
        let higher = |best: usize, step: usize| {
            if all[step] > all[best] { step } else { best }
        };
        let top = (0..self.steps).fold(0, higher);
        let largest = (0..self.steps).map(together).fold(0.0, f64::max);
        let every = self.steps.div_ceil(SHOWN);
        let curve = |value: &dyn Fn(usize) -> f64| -> Vec<(f64, f64)> {
            let last = self.steps - 1;
            let thinned = (0..last).step_by(every).chain([last]);
            thinned.map(|step| (step as f64, value(step))).collect()
        };
        Outcome {
            steps: self.steps,
            rates: curve(&|step| cycle.rate(step)),
            betas: curve(&beta),
            together: curve(&together),
            most: self.most,
            initial: all[0],
            last: all[self.steps - 1],
            mean: all.iter().sum::<f64>() / self.steps as f64,
            top,
            growth: all[top] / all[0],
            growth_together: largest / together(0),
            largest_together: largest,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!("One cycle of {} steps", outcome.steps),
            &["step", "rate η", "momentum β", "η / (1 − β)"],
        );
        let format: Format = ".2e".parse().expect("a format");
        let count = outcome.rates.len();
        // Eleven rows: the first, the last, and nine between them.
        for row in 0..=10 {
            let index = row * (count - 1) / 10;
            table.row(vec![
                Cell::Number(outcome.rates[index].0.to_string()),
                Cell::Number(format.apply(outcome.rates[index].1)),
                Cell::number(outcome.betas[index].1, 3),
                Cell::number(outcome.together[index].1, 4),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_momentum_takes_a_third_of_the_growth() {
        // From 0.05 to 0.15 the share that is forgotten grows by three, so η / (1 − β)
        // grows by 25 / 3 where η grows by 25. Step 29 is the top exactly.
        let outcome = Config::default().run();
        assert_eq!(outcome.top, 29);
        assert!((outcome.growth - 25.0).abs() < 1e-12);
        assert!((outcome.growth_together - 25.0 / 3.0).abs() < 1e-12);
    }

    #[test]
    fn both_ends_are_drawn_however_many_steps_there_are() {
        for steps in [20, 119, 120, 121, 300] {
            let outcome = Config { steps, ..Config::default() }.run();
            let (first, last) = (outcome.rates[0], outcome.rates.last().unwrap());
            assert_eq!((first.0, last.0), (0.0, steps as f64 - 1.0));
            assert!(outcome.rates.len() <= SHOWN + 1, "{}", outcome.rates.len());
        }
    }
}
