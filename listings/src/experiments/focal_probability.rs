//! What cross-entropy, the focal loss and class weights make a model predict where a
//! given share of the samples is positive.

use super::{Experiment, Setting};
use crate::losses::{BinaryCrossEntropy, BinaryFocal, Loss};
use crate::report::{Cell, Table};
use crate::solvers::best_probability;
use serde::Serialize;

/// Shares from 0 to 1, and three losses.
#[derive(Clone, Debug)]
pub struct Config {
    /// The focus γ.
    pub gamma: f64,
    /// The weight α of the positive class in the focal loss.
    pub alpha: f64,
    /// The weight of the positive class in cross-entropy.
    pub weight: f64,
}

impl Default for Config {
    fn default() -> Self {
        Self { gamma: 2.0, alpha: 0.75, weight: 9.0 }
    }
}

/// The best probability at each share, one curve a loss.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The focus γ.
    pub gamma: f64,
    /// The weight α of the positive class in the focal loss.
    pub alpha: f64,
    /// The weight of the positive class in cross-entropy.
    pub weight: f64,
    /// The shares q of positive samples.
    pub shares: Vec<f64>,
    /// The focal loss without α.
    pub focal: Curve,
    /// The focal loss with α.
    pub balanced: Curve,
    /// Cross-entropy with the weight.
    pub weighted: Curve,
}

/// The best probabilities of one loss.
#[derive(Clone, Debug, Serialize)]
pub struct Curve {
    /// One for each share.
    pub best: Vec<f64>,
    /// Where the share is 0.1.
    pub at_a_tenth: f64,
    /// The share from which on the best probability is at least ½, so that the model
    /// predicts the positive class.
    pub turns_at: f64,
}

impl Curve {
    fn new(loss: &dyn Loss, shares: &[f64]) -> Self {
        let (mut low, mut high) = (0.0, 1.0);
        for _ in 0..40 {
            let middle = 0.5 * (low + high);
            if best_probability(loss, middle) < 0.5 {
                low = middle
            } else {
                high = middle
            }
        }
        Self {
            best: shares.iter().map(|&share| best_probability(loss, share)).collect(),
            at_a_tenth: best_probability(loss, 0.1),
            turns_at: 0.5 * (low + high),
        }
    }
}

impl Experiment for Config {
    const NAME: &'static str = "focal-probability";
    const QUESTION: &'static str =
        "Which probability does each loss ask for, and when does it ask for more than ½?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real("gamma", "focus γ", &mut self.gamma, 0.0..=5.0, 0.1),
            Setting::real("alpha", "weight α", &mut self.alpha, 0.05..=0.95, 0.05),
            Setting::real("weight", "class weight", &mut self.weight, 1.0..=50.0, 0.5)
                .logarithmic(),
        ]
    }

    fn run(&self) -> Outcome {
        // Half a hundredth off the ends, where every loss is certain.
        let shares: Vec<f64> = (0..100).map(|i| (f64::from(i) + 0.5) / 100.0).collect();
        let focal = |alpha| {
            BinaryFocal::new(alpha, self.gamma).expect("the settings keep α, γ in range")
        };
        let weighted = BinaryCrossEntropy::default().with_positive_weight(self.weight);
        let weighted = weighted.expect("the settings keep the weight above zero");
        Outcome {
            gamma: self.gamma,
            alpha: self.alpha,
            weight: self.weight,
            focal: Curve::new(&focal(None), &shares),
            balanced: Curve::new(&focal(Some(self.alpha)), &shares),
            weighted: Curve::new(&weighted, &shares),
            shares,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let focal = format!("focal, γ = {}", outcome.gamma);
        let balanced = format!("the same, α = {}", outcome.alpha);
        let weighted = format!("cross-entropy, weight {}", outcome.weight);
        let mut table = Table::new(
            "The best probability of the positive class",
            &["share of positives", &focal, &balanced, &weighted],
        );
        for i in [0, 4, 9, 19, 29, 49, 69, 89] {
            table.row(vec![
                Cell::number(outcome.shares[i], 3),
                Cell::number(outcome.focal.best[i], 3),
                Cell::number(outcome.balanced.best[i], 3),
                Cell::number(outcome.weighted.best[i], 3),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_turn_is_where_both_classes_weigh_the_same() {
        let outcome = Config::default().run();
        // Without α by symmetry; with a weight w where wq = 1 − q; with α where
        // αq = (1 − α)(1 − q), whatever γ is. 2⁻⁴⁰ is 1e-12.
        assert!((outcome.focal.turns_at - 0.5).abs() < 1e-9);
        assert!((outcome.weighted.turns_at - 0.1).abs() < 1e-9);
        assert!((outcome.balanced.turns_at - 0.25).abs() < 1e-9);
    }
}
