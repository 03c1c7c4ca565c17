//! The problem on which Adam walks to the worst point: a rare large gradient downhill,
//! many small ones uphill.
//!
//! On x ∈ [−1, 1], step t has the loss Cx when t is 1 modulo the period p, and −x
//! otherwise. The mean slope is (C − p + 1)/p > 0, so the best x is −1.
//!
//! # Reference
//! S. J. Reddi, S. Kale & S. Kumar (2018), theorem 1 (β₁ = 0, β₂ = 1/(1 + C²), p = 3).

use super::{Experiment, Setting};
use crate::optimizers::{Adam, AmsGrad, Optimizer};
use crate::report::{Cell, Table};
use ndarray::array;
use serde::Serialize;

/// How many points of a path are kept.
const SHOWN: usize = 120;

/// The problem and the decays.
#[derive(Clone, Debug)]
pub struct Config {
    /// C, the large gradient.
    pub large: f64,
    /// p: every how many steps it comes.
    pub period: usize,
    /// β₁.
    pub beta1: f64,
    /// β₂.
    pub beta2: f64,
    /// η₀ of the rate η₀/√t.
    pub rate: f64,
    /// Steps.
    pub steps: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { large: 3.0, period: 3, beta1: 0.0, beta2: 0.1, rate: 0.5, steps: 3000 }
    }
}

/// Where both walk.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// C.
    pub large: f64,
    /// p.
    pub period: usize,
    /// β₁.
    pub beta1: f64,
    /// β₂.
    pub beta2: f64,
    /// Steps.
    pub steps: usize,
    /// The mean slope, (C − p + 1)/p.
    pub slope: f64,
    /// x along Adam's walk.
    pub adam: Path,
    /// x along AMSGrad's.
    pub amsgrad: Path,
}

/// A walk in one dimension.
#[derive(Clone, Debug, Serialize)]
pub struct Path {
    /// x at 121 steps, equally spaced, the start first.
    pub shown: Vec<f64>,
    /// x at the end.
    pub last: f64,
    /// The mean excess of the loss over that of the best x, over all steps.
    pub regret: f64,
}

impl Experiment for Config {
    const NAME: &'static str = "amsgrad-cycle";
    const QUESTION: &'static str = "Does Adam find the minimum of a convex problem?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real("large", "large gradient C", &mut self.large, 1.0..=50.0, 0.5),
            Setting::count("period", "period p", &mut self.period, 2..=30),
            Setting::real("beta1", "β₁", &mut self.beta1, 0.0..=0.95, 0.05),
            Setting::real("beta2", "β₂", &mut self.beta2, 0.05..=0.999, 0.001),
        ]
    }

    fn run(&self) -> Outcome {
        let expect = "the settings keep the decays in [0, 1)";
        let adam = Adam::new(self.beta1, self.beta2, 1e-8).expect(expect);
        let amsgrad = AmsGrad::new(self.beta1, self.beta2, 1e-8).expect(expect);
        Outcome {
            large: self.large,
            period: self.period,
            beta1: self.beta1,
            beta2: self.beta2,
            steps: self.steps,
            slope: (self.large - self.period as f64 + 1.0) / self.period as f64,
            adam: self.walk(adam),
            amsgrad: self.walk(amsgrad),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!(
                "After {} steps, where the best x is {}",
                outcome.steps,
                outcome.best()
            ),
            &["optimizer", "x", "mean excess of the loss"],
        );
        for (name, path) in [("Adam", &outcome.adam), ("AMSGrad", &outcome.amsgrad)] {
            table.row(vec![
                name.into(),
                Cell::number(path.last, 2),
                Cell::number(path.regret, 2),
            ]);
        }
        table
    }
}

impl Outcome {
    /// The best x: −1 where the mean slope is up, 1 where it is down.
    pub fn best(&self) -> &'static str {
        if self.slope > 0.0 { "−1" } else { "1" }
    }
}

impl Config {
    fn walk(&self, mut optimizer: impl Optimizer) -> Path {
        let slope = self.large - (self.period as f64 - 1.0);
        let best = if slope > 0.0 { -1.0 } else { 1.0 };
        let mut x = array![0.0];
        let (mut shown, mut regret) = (vec![0.0], 0.0);
        for step in 1..=self.steps {
            let gradient = if step % self.period == 1 { self.large } else { -1.0 };
            regret += gradient * (x[0] - best);
            optimizer.step(self.rate / (step as f64).sqrt(), &mut x, &array![gradient]);
            // Back into [−1, 1], as in the paper.
            x[0] = x[0].clamp(-1.0, 1.0);
            if step * SHOWN / self.steps > (step - 1) * SHOWN / self.steps {
                shown.push(x[0]);
            }
        }
        Path { shown, last: x[0], regret: regret / self.steps as f64 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_condition_of_the_theorem_sends_adam_to_the_worst_point() {
        for large in [3.0, 5.0, 9.0] {
            let beta2 = 1.0 / (1.0 + large * large);
            let outcome = Config { large, beta2, ..Config::default() }.run();
            assert_eq!(outcome.adam.last, 1.0, "C = {large}");
            // The last steps are η₀ C/√t long or less: 0.03.
            assert!(
                outcome.amsgrad.last < -0.95,
                "C = {large}: {}",
                outcome.amsgrad.last
            );
            assert_eq!(outcome.adam.shown.len(), SHOWN + 1);
        }
    }
}
