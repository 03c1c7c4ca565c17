//! Two losses of one logit: cross-entropy, and the squared error of the probability.

use super::curve::Curve;
use super::{Experiment, Setting};
use crate::losses::{BinaryCrossEntropy, Loss, sigmoid};
use crate::report::{Cell, Table};
use ndarray::{Array1, array};
use serde::Serialize;

/// One logit and its target.
#[derive(Clone, Debug)]
pub struct Config {
    /// z, where the losses are read off.
    pub logit: f64,
    /// y, the probability that the model should give.
    pub target: f64,
}

impl Default for Config {
    fn default() -> Self {
        Self { logit: -4.0, target: 1.0 }
    }
}

/// Both losses along the logit, and at one.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// z.
    pub logit: f64,
    /// y.
    pub target: f64,
    /// σ(z).
    pub probability: f64,
    /// Where the losses are computed.
    pub logits: Vec<f64>,
    /// −y ln p − (1 − y) ln(1 − p).
    pub cross_entropy: Curve,
    /// (p − y)².
    pub squared: Curve,
}

impl Experiment for Config {
    const NAME: &'static str = "logistic-loss";
    const QUESTION: &'static str =
        "How do cross-entropy and squared error treat a confident mistake?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real("logit", "logit z", &mut self.logit, -8.0..=8.0, 0.1),
            Setting::real("target", "target y", &mut self.target, 0.0..=1.0, 0.1),
        ]
    }

    fn run(&self) -> Outcome {
        let logits = Array1::linspace(-8.0, 8.0, 97).to_vec();
        let y = self.target;
        let cross_entropy = |z: f64| {
            let (loss, z, y) = (BinaryCrossEntropy::default(), array![z], array![y]);
            (loss.value(&z, &y), loss.gradient(&z, &y)[0])
        };
        let squared = |z: f64| {
            let p = sigmoid(z);
            ((p - y).powi(2), 2.0 * (p - y) * p * (1.0 - p))
        };
        Outcome {
            logit: self.logit,
            target: y,
            probability: sigmoid(self.logit),
            cross_entropy: Curve::of(&logits, self.logit, cross_entropy),
            squared: Curve::of(&logits, self.logit, squared),
            logits,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let title = format!("Two losses of a logit, target y = {}", outcome.target);
        let headings =
            ["logit", "cross-entropy", "its slope", "squared error", "its slope"];
        let mut table = Table::new(title, &headings);
        for i in (0..outcome.logits.len()).step_by(12) {
            table.row(vec![
                Cell::number(outcome.logits[i], 0),
                Cell::number(outcome.cross_entropy.values[i], 3),
                Cell::number(outcome.cross_entropy.slopes[i], 3),
                Cell::number(outcome.squared.values[i], 3),
                Cell::number(outcome.squared.slopes[i], 3),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slopes_are_differences_of_values() {
        for target in [0.0, 0.3, 1.0] {
            let at = |logit| Config { logit, target }.run();
            let outcome = at(-4.0);
            let step = 1e-5;
            let (left, right) = (at(-4.0 - step), at(-4.0 + step));
            for (curve, left, right) in [
                (&outcome.cross_entropy, &left.cross_entropy, &right.cross_entropy),
                (&outcome.squared, &left.squared, &right.squared),
            ] {
                let difference = (right.value - left.value) / (2.0 * step);
                // Third derivatives are below 1: h²/6 is 2e-11, and so is ε/h.
                assert!((curve.slope - difference).abs() < 1e-10);
            }
        }
    }
}
