//! The focal loss over the probability of the right class, and how hard it pulls.

use super::curve::PullCurve;
use super::{Experiment, Setting};
use crate::losses::{BinaryFocal, Loss};
use crate::report::{Cell, Table};
use ndarray::array;
use serde::Serialize;

/// Probabilities from 0.01 to 0.99, one of them the reader's.
#[derive(Clone, Debug)]
pub struct Config {
    /// The probability of the right class to look at.
    pub at: f64,
    /// The focus γ.
    pub gamma: f64,
    /// The weight α of the positive class.
    pub alpha: f64,
}

impl Default for Config {
    fn default() -> Self {
        Self { at: 0.9, gamma: 2.0, alpha: 0.25 }
    }
}

/// Loss and pull over the probability, one curve a loss.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The probability to look at.
    pub at: f64,
    /// The focus γ.
    pub gamma: f64,
    /// The weight α of the positive class.
    pub alpha: f64,
    /// The probabilities of the right class.
    pub probabilities: Vec<f64>,
    /// Cross-entropy.
    pub cross_entropy: PullCurve,
    /// The focal loss without α.
    pub focal: PullCurve,
    /// The focal loss of a positive sample, times α.
    pub positive: PullCurve,
    /// The focal loss of a negative sample, times 1 − α.
    pub negative: PullCurve,
    /// Cross-entropy over focal loss at the reader's probability.
    pub loss_ratio: f64,
    /// Pull of cross-entropy over pull of the focal loss there.
    pub pull_ratio: f64,
    /// The probability below which the focal loss pulls harder than cross-entropy; 0 at
    /// γ = 0, where the two are one.
    pub equal_pull_at: f64,
    /// The most that the focal loss pulls harder, as a ratio.
    pub largest_gain: f64,
}

/// Loss and pull of one sample whose class has the probability `right`.
fn of(loss: &BinaryFocal, is_positive: bool, right: f64) -> (f64, f64) {
    let logit = (right / (1.0 - right)).ln();
    let (logit, target) = if is_positive { (logit, 1.0) } else { (-logit, 0.0) };
    let (logit, target) = (array![logit], array![target]);
    (loss.value(&logit, &target), loss.gradient(&logit, &target)[0].abs())
}

impl Experiment for Config {
    const NAME: &'static str = "focal-curve";
    const QUESTION: &'static str =
        "What does the focal loss do to easy samples, and to hard ones?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real(
                "at",
                "probability of the target",
                &mut self.at,
                0.01..=0.99,
                0.01,
            ),
            Setting::real("gamma", "focus γ", &mut self.gamma, 0.0..=5.0, 0.1),
            Setting::real("alpha", "weight α", &mut self.alpha, 0.05..=0.95, 0.05),
        ]
    }

    fn run(&self) -> Outcome {
        let probabilities: Vec<f64> = (1..100).map(|i| f64::from(i) / 100.0).collect();
        let loss = |alpha, gamma| {
            BinaryFocal::new(alpha, gamma).expect("the settings keep α and γ in range")
        };
        let curve = |loss: BinaryFocal, is_positive| {
            PullCurve::of(&probabilities, self.at, |p| of(&loss, is_positive, p))
        };
        let cross_entropy = curve(loss(None, 0.0), true);
        let focal = curve(loss(None, self.gamma), true);
        let gains: Vec<f64> =
            focal.pulls.iter().zip(&cross_entropy.pulls).map(|(a, b)| a / b).collect();
        Outcome {
            at: self.at,
            gamma: self.gamma,
            alpha: self.alpha,
            positive: curve(loss(Some(self.alpha), self.gamma), true),
            negative: curve(loss(Some(self.alpha), self.gamma), false),
            loss_ratio: cross_entropy.value / focal.value,
            pull_ratio: cross_entropy.pull / focal.pull,
            equal_pull_at: equal_pull(self.gamma),
            largest_gain: gains.into_iter().fold(1.0, f64::max),
            cross_entropy,
            focal,
            probabilities,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!("Cross-entropy and focal loss, γ = {}", outcome.gamma),
            &[
                "probability of the target",
                "cross-entropy",
                "its pull",
                "focal",
                "its pull",
                "pull ÷ pull",
            ],
        );
        for i in [0, 9, 19, 29, 49, 69, 79, 89, 94, 98] {
            let (of_cross_entropy, of_focal) = (&outcome.cross_entropy, &outcome.focal);
            table.row(vec![
                Cell::number(outcome.probabilities[i], 2),
                Cell::number(of_cross_entropy.values[i], 3),
                Cell::number(of_cross_entropy.pulls[i], 3),
                Cell::number(of_focal.values[i], 4),
                Cell::number(of_focal.pulls[i], 4),
                Cell::number(of_focal.pulls[i] / of_cross_entropy.pulls[i], 3),
            ]);
        }
        table
    }
}

/// Where (1 − p)^γ (1 + γ p u / (1 − p)) = 1 with u = −ln p: the pull of the focal loss
/// over that of cross-entropy. It rises from 1 at p = 0 and falls below 1 once.
fn equal_pull(gamma: f64) -> f64 {
    if gamma == 0.0 {
        return 0.0;
    }
    let gain = |p: f64| (1.0 - p).powf(gamma) * (1.0 - gamma * p * p.ln() / (1.0 - p));
    let (mut low, mut high) = (1e-6, 1.0 - 1e-6);
    for _ in 0..60 {
        let middle = 0.5 * (low + high);
        if gain(middle) > 1.0 { low = middle } else { high = middle }
    }
    low
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_easy_sample_is_the_one_worked_by_hand() {
        // p = 0.9, γ = 2: the loss is 1/100 of cross-entropy; the pull is
        // 0.01 (0.1 + 2 · 0.9 · 0.10536) against 0.1.
        let outcome = Config::default().run();
        assert!((outcome.loss_ratio - 100.0).abs() < 1e-9);
        let pull = 0.01 * (0.1 - 2.0 * 0.9 * 0.9_f64.ln());
        assert!((outcome.focal.pull - pull).abs() < 1e-15);
        assert!((outcome.pull_ratio - 0.1 / pull).abs() < 1e-9);
    }

    #[test]
    fn the_pulls_are_equal_where_it_says() {
        for gamma in [0.1, 0.5, 1.0, 2.0, 5.0] {
            let p = equal_pull(gamma);
            let at = |p| {
                let outcome = Config { at: p, gamma, alpha: 0.5 }.run();
                outcome.pull_ratio
            };
            // Harder below, softer above.
            assert!((at(p) - 1.0).abs() < 1e-9, "γ = {gamma}: {}", at(p));
            assert!(at(0.9 * p) < 1.0 && at(1.05 * p) > 1.0);
        }
    }

    #[test]
    fn without_focus_it_is_cross_entropy() {
        let outcome = Config { gamma: 0.0, ..Config::default() }.run();
        assert_eq!(outcome.focal.values, outcome.cross_entropy.values);
        assert_eq!((outcome.largest_gain, outcome.equal_pull_at), (1.0, 0.0));
        // α and 1 − α: 0.25 and 0.75 of it.
        assert_eq!(outcome.positive.value * 3.0, outcome.negative.value);
    }
}
