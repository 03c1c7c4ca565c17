//! Two ways down with an L1 penalty: which of them makes weights exactly zero?

use super::penalty_path::{TRUTH, draw};
use super::{Experiment, Setting};
use crate::data::seeded;
use crate::losses::MeanSquaredError;
use crate::models::Linear;
use crate::regularizers::{
    L1, OnWeights, PenalizedLoss, proximal_gradient, subgradient_descent,
};
use crate::report::{Cell, Table};
use ndarray::Array1;
use serde::Serialize;

/// The same data, λ, rate and steps for both.
#[derive(Clone, Debug)]
pub struct Config {
    /// λ, beside the mean squared error.
    pub lambda: f64,
    /// The rate η.
    pub rate: f64,
    /// The seed of the data.
    pub seed: u64,
    /// Steps of each run.
    pub steps: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { lambda: 0.6, rate: 0.1, seed: 1, steps: 150 }
    }
}

/// Both runs.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// λ.
    pub lambda: f64,
    /// η.
    pub rate: f64,
    /// Steps of each run.
    pub steps: usize,
    /// Steps against the subgradient.
    pub subgradient: Method,
    /// Gradient steps, each followed by soft-thresholding.
    pub proximal: Method,
    /// ηλ: how far the penalty moves a weight in one step.
    pub kick: f64,
}

/// One run.
#[derive(Clone, Debug, Serialize)]
pub struct Method {
    /// Each weight after each step.
    pub weights: Vec<Vec<f64>>,
    /// How many weights are exactly zero after the last step.
    pub zeros: usize,
    /// How many are smaller than 10⁻³ then, zeros included.
    pub nearly: usize,
    /// The largest size, over the last ten steps, of a weight that the other run makes
    /// zero.
    pub swing: f64,
    /// The objective after the last step.
    pub objective: f64,
}

impl Experiment for Config {
    const NAME: &'static str = "lasso-zeros";
    const QUESTION: &'static str = "Which way down makes weights exactly zero?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real("lambda", "strength λ", &mut self.lambda, 0.0..=3.0, 0.05),
            Setting::real("rate", "rate η", &mut self.rate, 0.01..=0.2, 0.01),
            Setting::seed(&mut self.seed),
        ]
    }

    fn run(&self) -> Outcome {
        let (inputs, target) = draw(60, 0.5, &mut seeded(self.seed));
        let features = TRUTH.len();
        let penalty = L1::new(self.lambda).expect("the settings keep λ at zero or above");
        let objective = PenalizedLoss {
            model: &Linear { features },
            loss: &MeanSquaredError,
            inputs: &inputs,
            target: &target,
            penalty: OnWeights::of_linear(penalty, features),
        };
        let start = || Array1::zeros(features + 1);
        // The curvature of the mean squared error is twice the largest variance, which
        // stays below 3 here: rates up to 0.2 are stable.
        let proximal = proximal_gradient(&objective, start(), self.rate, self.steps)
            .expect("the rates are stable");
        let subgradient = subgradient_descent(&objective, start(), self.rate, self.steps)
            .expect("the rates are stable");
        let last = &proximal[self.steps];
        let gone: Vec<usize> = (0..features).filter(|&j| last[j] == 0.0).collect();
        let method = |path: &[Array1<f64>]| Method {
            weights: (0..features)
                .map(|j| path.iter().map(|theta| theta[j]).collect())
                .collect(),
            zeros: (0..features).filter(|&j| path[self.steps][j] == 0.0).count(),
            nearly: (0..features).filter(|&j| path[self.steps][j].abs() < 1e-3).count(),
            swing: gone.iter().fold(0.0, |most, &j| {
                let sizes = path[self.steps - 9..].iter().map(|theta| theta[j].abs());
                sizes.fold(most, f64::max)
            }),
            objective: objective.value(&path[self.steps]),
        };
        Outcome {
            lambda: self.lambda,
            rate: self.rate,
            steps: self.steps,
            subgradient: method(&subgradient),
            proximal: method(&proximal),
            kick: self.rate * self.lambda,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!("After {} steps at η = {}", outcome.steps, outcome.rate),
            &[
                "method",
                "weights exactly zero",
                "weights below 0.001",
                "largest of those that should be zero",
                "objective",
            ],
        );
        for (name, method) in
            [("subgradient", &outcome.subgradient), ("proximal", &outcome.proximal)]
        {
            table.row(vec![
                name.into(),
                Cell::count(method.zeros),
                Cell::count(method.nearly),
                Cell::number(method.swing, 4),
                Cell::number(method.objective, 5),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_penalty_both_runs_are_the_same() {
        let outcome = Config { lambda: 0.0, ..Config::default() }.run();
        assert_eq!(outcome.subgradient.weights, outcome.proximal.weights);
        assert_eq!(outcome.proximal.zeros, 0);
    }

    #[test]
    fn a_large_penalty_leaves_nothing_under_the_proximal_step() {
        let outcome = Config { lambda: 100.0, rate: 0.02, ..Config::default() }.run();
        assert_eq!((outcome.proximal.zeros, outcome.proximal.swing), (8, 0.0));
        assert_eq!(outcome.subgradient.zeros, 0);
        // The subgradient throws each weight to and fro by about ηλ.
        assert!(outcome.subgradient.swing > 0.5 * outcome.kick);
    }
}
