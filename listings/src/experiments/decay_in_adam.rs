//! How fast weights shrink under L2 in Adam's gradient, and under decoupled decay, when
//! their gradients have different sizes.

use super::{Experiment, Setting};
use crate::data::seeded;
use crate::optimizers::{Adam, AdamW, GradientDescent, Optimizer};
use crate::report::{Cell, Table};
use ndarray::Array1;
use rand_distr::{Distribution, StandardNormal};
use serde::Serialize;

/// The standard deviations of the gradients, one a group of weights.
pub const SCALES: [f64; 4] = [0.01, 0.1, 1.0, 10.0];

/// How many weights a group has.
const COPIES: usize = 200;

/// Weights that start at 1 and whose gradients are noise about zero.
#[derive(Clone, Debug)]
pub struct Config {
    /// λ, the same number for every method.
    pub decay: f64,
    /// The rate η.
    pub rate: f64,
    /// The seed of the noise.
    pub seed: u64,
    /// Steps.
    pub steps: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { decay: 0.1, rate: 0.01, seed: 1, steps: 500 }
    }
}

/// What is left of the weights.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// λ.
    pub decay: f64,
    /// η.
    pub rate: f64,
    /// Steps.
    pub steps: usize,
    /// (1 − ηλ)ᵗ after the last step.
    pub expected: f64,
    /// Gradient descent with λw in the gradient.
    pub descent: Shrinkage,
    /// Adam with λw in the gradient.
    pub l2_in_adam: Shrinkage,
    /// AdamW: the decay beside Adam's step.
    pub adamw: Shrinkage,
}

/// The mean weight of each group under one method.
#[derive(Clone, Debug, Serialize)]
pub struct Shrinkage {
    /// Every fifth step, from the start; one list a group.
    pub means: Vec<Vec<f64>>,
    /// After the last step, one number a group.
    pub last: Vec<f64>,
}

impl Experiment for Config {
    const NAME: &'static str = "decay-in-adam";
    const QUESTION: &'static str =
        "Does a penalty shrink weights at one pace, whatever their gradients?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real("decay", "strength λ", &mut self.decay, 0.0..=0.5, 0.01),
            Setting::real("rate", "rate η", &mut self.rate, 0.001..=0.02, 0.001),
            Setting::seed(&mut self.seed),
        ]
    }

    fn run(&self) -> Outcome {
        let expect = "the settings keep λ at zero or above";
        let l2 = Adam::default().with_l2(self.decay).expect(expect);
        let adamw = AdamW::new(Adam::default(), self.decay).expect(expect);
        Outcome {
            decay: self.decay,
            rate: self.rate,
            steps: self.steps,
            expected: (1.0 - self.rate * self.decay).powi(self.steps as i32),
            descent: self.shrink(GradientDescent, self.decay),
            l2_in_adam: self.shrink(l2, 0.0),
            adamw: self.shrink(adamw, 0.0),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!(
                "Mean weight after {} steps from 1, at η = {} and λ = {}",
                outcome.steps, outcome.rate, outcome.decay
            ),
            &["size of the gradients", "descent, L2", "Adam, L2", "AdamW", "(1 − ηλ)ᵗ"],
        );
        for (group, scale) in SCALES.iter().enumerate() {
            table.row(vec![
                Cell::Text(format!("{scale}")),
                Cell::number(outcome.descent.last[group], 2),
                Cell::number(outcome.l2_in_adam.last[group], 2),
                Cell::number(outcome.adamw.last[group], 2),
                Cell::number(outcome.expected, 2),
            ]);
        }
        table
    }
}

impl Config {
    /// Steps of the optimizer from weights of 1, with λw added to the noise.
    fn shrink(&self, mut optimizer: impl Optimizer, l2: f64) -> Shrinkage {
        let mut random = seeded(self.seed);
        let mut theta = Array1::from_elem(SCALES.len() * COPIES, 1.0);
        let mean_of = |theta: &Array1<f64>, group: usize| {
            let weights = theta.iter().skip(group * COPIES).take(COPIES);
            weights.sum::<f64>() / COPIES as f64
        };
        let groups = 0..SCALES.len();
        let mut means = vec![vec![1.0]; SCALES.len()];
        for step in 1..=self.steps {
            let noise = Array1::from_shape_fn(theta.len(), |index| {
                let normal: f64 = StandardNormal.sample(&mut random);
                SCALES[index / COPIES] * normal
            });
            let gradient = noise + &theta * l2;
            optimizer.step(self.rate, &mut theta, &gradient);
            if step % 5 == 0 {
                for group in groups.clone() {
                    means[group].push(mean_of(&theta, group));
                }
            }
        }
        Shrinkage { last: groups.map(|group| mean_of(&theta, group)).collect(), means }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_decay_the_weights_wander_about_where_they_were() {
        let outcome = Config { decay: 0.0, ..Config::default() }.run();
        assert_eq!(outcome.expected, 1.0);
        assert_eq!(outcome.l2_in_adam.last, outcome.adamw.last);
        for last in &outcome.adamw.last {
            // A walk of 500 steps of at most about η: four standard errors of the mean
            // of 200 are 4 · 0.01 · √500/√200.
            assert!((last - 1.0).abs() < 0.065, "{last}");
        }
    }
}
