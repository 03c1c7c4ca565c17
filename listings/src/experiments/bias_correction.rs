//! Adam with and without its corrections: the length of the first steps under a constant
//! gradient, and two walks on the bowl.

use super::{Experiment, Setting};
use crate::conventions::{Rule, paper_adam, uncorrected_adam};
use crate::report::{Cell, Landscape, Table};
use crate::surfaces::{Objective, Quadratic};
use ndarray::{Array1, array};
use serde::Serialize;

/// How long the steps are followed.
const STEPS: i32 = 10_000;

/// β₁, β₂ and a walk.
#[derive(Clone, Debug)]
pub struct Config {
    /// β₁.
    pub beta1: f64,
    /// β₂.
    pub beta2: f64,
    /// The rate of the walks.
    pub rate: f64,
    /// How many steps of them.
    pub steps: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { beta1: 0.9, beta2: 0.999, rate: 0.25, steps: 40 }
    }
}

/// How long the steps are, and where they lead.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// β₁.
    pub beta1: f64,
    /// β₂.
    pub beta2: f64,
    /// The rate of the walks.
    pub rate: f64,
    /// Their steps.
    pub steps: usize,
    /// (t, length of the uncorrected step over η) under a constant gradient, at some t.
    pub lengths: Vec<(usize, f64)>,
    /// The length of the first step over η: (1 − β₁)/√(1 − β₂).
    pub first: f64,
    /// The greatest length over η.
    pub longest: f64,
    /// The step that has it.
    pub longest_at: usize,
    /// The first step from which on the length is within 5 % of η.
    pub settled: usize,
    /// The bowl.
    #[serde(skip)]
    pub landscape: Landscape,
    /// The walk with corrections.
    pub corrected: Walk,
    /// The walk without.
    pub uncorrected: Walk,
}

/// A walk on the bowl.
#[derive(Clone, Debug, Serialize)]
pub struct Walk {
    /// Its points, the start first.
    pub path: Vec<[f64; 2]>,
    /// The loss at the last of them.
    pub last: f64,
    /// The largest |θᵢ| after the start: how far it overshoots.
    pub farthest: f64,
}

/// (1 − β₁ᵗ)/√(1 − β₂ᵗ): the length of the uncorrected step t over η, when g is constant.
fn length(beta1: f64, beta2: f64, step: i32) -> f64 {
    (1.0 - beta1.powi(step)) / (1.0 - beta2.powi(step)).sqrt()
}

impl Experiment for Config {
    const NAME: &'static str = "bias-correction";
    const QUESTION: &'static str =
        "How long are Adam's first steps without the corrections of its moments?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real("beta1", "β₁", &mut self.beta1, 0.0..=0.99, 0.01),
            Setting::real("beta2", "β₂", &mut self.beta2, 0.5..=0.999, 0.001),
            Setting::real("rate", "rate η", &mut self.rate, 0.01..=1.0, 0.01)
                .logarithmic(),
            Setting::count("steps", "steps of the walks", &mut self.steps, 1..=150),
        ]
    }

    fn run(&self) -> Outcome {
        let of = |step| length(self.beta1, self.beta2, step);
        let lengths: Vec<f64> = (1..=STEPS).map(of).collect();
        let (longest_at, longest) = lengths
            .iter()
            .enumerate()
            .max_by(|a, b| a.1.total_cmp(b.1))
            .expect("there are steps");
        let astray = lengths.iter().rposition(|length| (length - 1.0).abs() > 0.05);
        // About equally spaced on a logarithmic axis: 1, 2, …, then by a ninth more.
        let mut shown = vec![1_usize];
        while let Some(&last) = shown.last()
            && last < lengths.len()
        {
            shown.push((last + (last / 9).max(1)).min(lengths.len()));
        }
        let rule = |corrected: bool| {
            let new = if corrected { paper_adam } else { uncorrected_adam };
            new(self.beta1, self.beta2, 1e-8)
        };
        Outcome {
            beta1: self.beta1,
            beta2: self.beta2,
            rate: self.rate,
            steps: self.steps,
            first: lengths[0],
            longest: *longest,
            longest_at: longest_at + 1,
            settled: astray.map_or(1, |index| index + 2),
            lengths: shown.into_iter().map(|step| (step, lengths[step - 1])).collect(),
            landscape: Landscape::of(&Quadratic::bowl()),
            corrected: self.walk([rule(true), rule(true)]),
            uncorrected: self.walk([rule(false), rule(false)]),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!(
                "Length of a step over η under a constant gradient, β₁ = {} and β₂ = {}",
                outcome.beta1, outcome.beta2
            ),
            &["step t", "with correction", "without"],
        );
        for wanted in [1, 2, 5, 12, 40, 145, 468, 1172, 3640, 10_000] {
            let near = outcome.lengths.iter().find(|(step, _)| *step >= wanted);
            let &(step, length) = near.expect("the last step is the largest");
            let cells =
                vec![Cell::count(step), Cell::number(1.0, 2), Cell::number(length, 2)];
            table.row(cells);
        }
        table
    }
}

impl Config {
    /// Steps on the bowl from (3.5, 3.5), one rule a coordinate.
    fn walk(&self, mut rules: [Rule; 2]) -> Walk {
        let bowl = Quadratic::bowl();
        let mut theta: Array1<f64> = array![3.5, 3.5];
        let mut path = vec![[3.5, 3.5]];
        for _ in 0..self.steps {
            let gradient = bowl.gradient(&theta);
            for (i, rule) in rules.iter_mut().enumerate() {
                theta[i] = rule(self.rate, theta[i], gradient[i]);
            }
            path.push([theta[0], theta[1]]);
        }
        let largest = |most: f64, at: &[f64; 2]| most.max(at[0].abs()).max(at[1].abs());
        Walk {
            last: bowl.value(&theta),
            farthest: path[1..].iter().fold(0.0, largest),
            path,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::optimizers::{Adam, Optimizer};

    #[test]
    fn the_lengths_are_those_of_the_rule() {
        let config = Config::default();
        let outcome = config.run();
        let mut rule = uncorrected_adam(0.9, 0.999, 1e-300);
        for step in 1..=100_usize {
            let moved = -rule(1.0, 0.0, 7.0);
            // Sums of a hundred terms in place of a closed form.
            assert!((moved - length(0.9, 0.999, step as i32)).abs() < 1e-11);
        }
        assert!((outcome.first - 0.1 / 0.001_f64.sqrt()).abs() < 1e-12);
        assert!(outcome.lengths.iter().all(|&(_, l)| l <= outcome.longest));
    }

    #[test]
    fn the_corrected_walk_is_that_of_adam() {
        let outcome = Config::default().run();
        let (bowl, mut adam) = (Quadratic::bowl(), Adam::default());
        let mut theta = array![3.5, 3.5];
        for at in &outcome.corrected.path[1..] {
            let gradient = bowl.gradient(&theta);
            adam.step(0.25, &mut theta, &gradient);
            // Another order of the same operations, over 40 steps.
            assert!((theta[0] - at[0]).abs() < 1e-12 && (theta[1] - at[1]).abs() < 1e-12);
        }
    }
}
