//! Weights of difficulty, when the hard samples are rare and right, and when they are
//! wrong.

use super::{Experiment, Setting};
use crate::data::seeded;
use crate::losses::{DifficultyWeighted, Loss};
use crate::models::{Linear, Model};
use crate::report::{Cell, Table};
use crate::statistics::mean;
use ndarray::{Array1, Array2};
use rand_distr::{Distribution, StandardNormal};
use serde::Serialize;

/// A hundred samples, some of them hard.
#[derive(Clone, Debug)]
pub struct Config {
    /// How many of the hundred samples are hard.
    pub hard: usize,
    /// How far they are off the others.
    pub shift: f64,
    /// Steps of training.
    pub steps: usize,
    /// How many data sets: seeds 1, 2, ….
    pub seeds: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { hard: 10, shift: 6.0, steps: 60, seeds: 10 }
    }
}

/// The rate of gradient descent.
const RATE: f64 = 0.05;

/// The standard deviation of the noise of every sample.
const NOISE: f64 = 0.5;

/// The exponents γ: −1 in steps of ¼ to 2.
const EXPONENTS: usize = 13;

/// The errors that each exponent leaves.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// How many of the hundred samples are hard.
    pub hard: usize,
    /// Steps of training.
    pub steps: usize,
    /// How many data sets.
    pub seeds: usize,
    /// The exponents γ.
    pub exponents: Vec<f64>,
    /// Where the hard samples are mistakes: how far off the fit is on the others.
    pub wrong: Vec<f64>,
    /// Where they are rare but right, and told by a feature: how far off it is on them.
    pub rare: Vec<f64>,
    /// γ = 0: no weights.
    pub plain: Pair,
    /// γ = −½: the easy first.
    pub easy_first: Pair,
    /// γ = 1: the hard first.
    pub hard_first: Pair,
}

/// Both errors at one exponent.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Pair {
    /// The error on the ordinary samples where the hard ones are mistakes.
    pub wrong: f64,
    /// The error on the hard samples where they are right.
    pub rare: f64,
    /// On how many data sets the first is smaller than without weights.
    pub wrong_wins: usize,
    /// On how many data sets the second is smaller than without weights.
    pub rare_wins: usize,
}

impl Experiment for Config {
    const NAME: &'static str = "difficulty";
    const QUESTION: &'static str =
        "What do weights of difficulty do to hard samples, and to wrong ones?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::count("hard", "hard samples of 100", &mut self.hard, 1..=40),
            Setting::real("shift", "how far off", &mut self.shift, 0.0..=12.0, 0.5),
            Setting::count("steps", "steps of training", &mut self.steps, 10..=300),
            Setting::count("seeds", "data sets", &mut self.seeds, 2..=20),
        ]
    }

    fn run(&self) -> Outcome {
        let exponents: Vec<f64> = (0..EXPONENTS).map(|i| -1.0 + i as f64 / 4.0).collect();
        let errors = |gamma: f64, is_right: bool| -> Vec<f64> {
            (1..=self.seeds as u64)
                .map(|seed| self.error(gamma, is_right, seed))
                .collect()
        };
        let by_exponent = |is_right| -> Vec<Vec<f64>> {
            exponents.iter().map(|&gamma| errors(gamma, is_right)).collect()
        };
        let (wrong, rare) = (by_exponent(false), by_exponent(true));
        let plain = 4;
        let pair = |index: usize| Pair {
            wrong: mean(&wrong[index]),
            rare: mean(&rare[index]),
            wrong_wins: wins(&wrong[index], &wrong[plain]),
            rare_wins: wins(&rare[index], &rare[plain]),
        };
        Outcome {
            hard: self.hard,
            steps: self.steps,
            seeds: self.seeds,
            plain: pair(plain),
            easy_first: pair(2),
            hard_first: pair(8),
            wrong: wrong.iter().map(|errors| mean(errors)).collect(),
            rare: rare.iter().map(|errors| mean(errors)).collect(),
            exponents,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!(
                "Errors after {} steps, mean of {} data sets",
                outcome.steps, outcome.seeds
            ),
            &["γ", "on the others, hard ones wrong", "on the hard ones, if right"],
        );
        for (i, gamma) in outcome.exponents.iter().enumerate() {
            table.row(vec![
                Cell::number(*gamma, 2),
                Cell::number(outcome.wrong[i], 3),
                Cell::number(outcome.rare[i], 3),
            ]);
        }
        table
    }
}

impl Config {
    /// Root mean square distance of one fit from the truth: on the hard samples where
    /// they are right, on the others where they are not.
    fn error(&self, gamma: f64, is_right: bool, seed: u64) -> f64 {
        let mut random = seeded(seed);
        let mut normal = || -> f64 { StandardNormal.sample(&mut random) };
        let is_hard = |i: usize| i < self.hard;
        let x: Vec<f64> = (0..100).map(|_| normal()).collect();
        // The second feature tells the hard samples, but only where they are right.
        let inputs = Array2::from_shape_fn((100, 2), |(i, feature)| match feature {
            0 => x[i],
            _ => f64::from(u8::from(is_right && is_hard(i))),
        });
        let shift = |i: usize| if is_hard(i) { self.shift } else { 0.0 };
        let target: Array1<f64> =
            (0..100).map(|i| x[i] + shift(i) + NOISE * normal()).collect();

        let loss = DifficultyWeighted::new(gamma).expect("the exponents are from −1 on");
        let model = Linear { features: 2 };
        let mut theta = Array1::zeros(3);
        for _ in 0..self.steps {
            let prediction = model.predict(&theta, &inputs);
            let pull = loss.gradient(&prediction, &target);
            let gradient = model.backward(&theta, &inputs, &pull);
            theta.scaled_add(-RATE, &gradient);
        }
        let prediction = model.predict(&theta, &inputs);
        let truth = |i: usize| if is_right { x[i] + shift(i) } else { x[i] };
        let counted: Vec<f64> = (0..100)
            .filter(|&i| is_hard(i) == is_right)
            .map(|i| (prediction[i] - truth(i)).powi(2))
            .collect();
        mean(&counted).sqrt()
    }
}

fn wins(these: &[f64], those: &[f64]) -> usize {
    these.iter().zip(those).filter(|(this, that)| this < that).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_hard_samples_off_by_anything_the_fit_is_near_in_the_end() {
        let config = Config { shift: 0.0, steps: 300, seeds: 2, ..Config::default() };
        // Three parameters from a hundred samples of noise ½: some ½ √(3/100).
        assert!(config.run().plain.wrong < 0.25);
    }

    #[test]
    fn exponents_are_named_as_they_stand() {
        let outcome = Config { seeds: 2, steps: 10, ..Config::default() }.run();
        assert_eq!(
            (outcome.exponents[0], outcome.exponents[4], outcome.exponents[8]),
            (-1.0, 0.0, 1.0)
        );
        assert_eq!(outcome.exponents[2], -0.5);
        assert_eq!(outcome.easy_first.wrong, outcome.wrong[2]);
        assert_eq!(outcome.hard_first.wrong, outcome.wrong[8]);
        assert_eq!(outcome.plain.wrong_wins, 0);
    }
}
