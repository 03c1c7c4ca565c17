//! What a velocity remembers, and what it makes of two kinds of gradient: one that stays,
//! as along a ravine, and one that changes its sign at every step, as across it.

use super::{Experiment, Setting};
use crate::optimizers::{Momentum, Optimizer};
use crate::report::{Cell, Table};
use ndarray::array;
use serde::Serialize;

/// Steps that the figure shows.
const STEPS: usize = 40;

/// β.
#[derive(Clone, Debug)]
pub struct Config {
    /// β, the share of the velocity that is kept.
    pub beta: f64,
}

impl Default for Config {
    fn default() -> Self {
        Self { beta: 0.9 }
    }
}

/// Weights, and velocities.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// β.
    pub beta: f64,
    /// What a gradient weighs in the velocity, 0, 1, … steps later.
    pub weights: Vec<f64>,
    /// 1/(1 − β), the sum of all weights.
    pub horizon: f64,
    /// ln ½ / ln β: the steps after which half is left of a gradient.
    pub half_life: f64,
    /// What is left of it after ten steps.
    pub after_ten: f64,
    /// The share of all weight that is as young as the horizon.
    pub young: f64,
    /// The velocity under gradients 1, 1, 1, …
    pub steady: Vec<f64>,
    /// The velocity under gradients 1, −1, 1, …
    pub alternating: Vec<f64>,
    /// The size of its swing at the end.
    pub swing: f64,
}

/// The velocity after each of the gradients.
fn velocities(beta: f64, gradient: impl Fn(usize) -> f64) -> Vec<f64> {
    let mut momentum = Momentum::new(beta).expect("the range of the setting");
    let mut theta = array![0.0];
    (0..STEPS)
        .map(|step| {
            momentum.step(0.1, &mut theta, &array![gradient(step)]);
            momentum.velocity()[0]
        })
        .collect()
}

impl Experiment for Config {
    const NAME: &'static str = "momentum-memory";
    const QUESTION: &'static str =
        "How long does a velocity remember, and what does it cancel?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![Setting::real("beta", "momentum β", &mut self.beta, 0.0..=0.99, 0.01)]
    }

    fn run(&self) -> Outcome {
        let beta = self.beta;
        let horizon = 1.0 / (1.0 - beta);
        // One gradient, and then none.
        let weights = velocities(beta, |step| f64::from(u8::from(step == 0)));
        let alternating = velocities(beta, |step| if step % 2 == 0 { 1.0 } else { -1.0 });
        Outcome {
            beta,
            after_ten: weights[10],
            weights,
            horizon,
            half_life: if beta == 0.0 { 0.0 } else { 0.5_f64.ln() / beta.ln() },
            // The weights β⁰, …, β^(h − 1) of the h youngest sum to (1 − βʰ)/(1 − β).
            young: 1.0 - beta.powf(horizon),
            steady: velocities(beta, |_| 1.0),
            swing: alternating[STEPS - 1].abs(),
            alternating,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let headings = [
            "step",
            "left of a gradient",
            "v, steady gradient",
            "v, alternating gradient",
        ];
        let title = "A velocity under one gradient, a steady and an alternating one";
        let mut table = Table::new(title, &headings);
        for step in [0, 1, 2, 3, 5, 10, 20, 30, 39] {
            table.row(vec![
                Cell::Text(step.to_string()),
                Cell::number(outcome.weights[step], 3),
                Cell::number(outcome.steady[step], 3),
                Cell::number(outcome.alternating[step], 3),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_velocities_go_to_their_limits() {
        for beta in [0.0, 0.5, 0.8] {
            let outcome = Config { beta }.run();
            // β⁴⁰ is 1e-4 for the largest.
            let (steady, swing) = (outcome.steady[STEPS - 1], outcome.swing);
            assert!((steady * (1.0 - beta) - 1.0).abs() < 2e-4, "{steady}");
            assert!((swing * (1.0 + beta) - 1.0).abs() < 2e-4, "{swing}");
            for (step, weight) in outcome.weights.iter().enumerate() {
                assert!((weight - beta.powi(step as i32)).abs() < 1e-15);
            }
        }
    }

    #[test]
    fn half_is_left_after_a_half_life() {
        let outcome = Config { beta: 0.5 }.run();
        assert_eq!((outcome.half_life, outcome.horizon), (1.0, 2.0));
        assert_eq!((outcome.weights[1], outcome.young), (0.5, 0.75));
    }
}
