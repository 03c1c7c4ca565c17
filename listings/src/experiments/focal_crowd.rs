//! Many easy samples against a few hard ones: whose loss is it, and whose gradient?

use super::{Experiment, Setting};
use crate::losses::{BinaryFocal, Loss};
use crate::report::{Cell, Table};
use ndarray::array;
use serde::Serialize;

/// A crowd of easy samples, and a few hard ones.
#[derive(Clone, Debug)]
pub struct Config {
    /// How many easy samples there are.
    pub easy: usize,
    /// The probability that each of them gives its class.
    pub easy_probability: f64,
    /// How many hard samples there are.
    pub hard: usize,
    /// The probability that each of them gives its class.
    pub hard_probability: f64,
}

impl Default for Config {
    fn default() -> Self {
        Self { easy: 10_000, easy_probability: 0.99, hard: 10, hard_probability: 0.1 }
    }
}

/// The share of the easy samples, one entry a focus γ.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// How many easy samples there are.
    pub easy: usize,
    /// How many hard samples there are.
    pub hard: usize,
    /// Cross-entropy: γ = 0.
    pub cross_entropy: Share,
    /// γ = ½.
    pub half: Share,
    /// γ = 1.
    pub one: Share,
    /// γ = 2.
    pub two: Share,
    /// γ = 5.
    pub five: Share,
}

/// What the easy samples have of it.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Share {
    /// Of the loss.
    pub of_loss: f64,
    /// Of the sum of the pulls' sizes.
    pub of_pull: f64,
}

impl Experiment for Config {
    const NAME: &'static str = "focal-crowd";
    const QUESTION: &'static str = "Which part of the loss is the crowd of easy samples?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::count("easy", "easy samples", &mut self.easy, 10..=1_000_000)
                .logarithmic(),
            Setting::real(
                "easy_probability",
                "their probability",
                &mut self.easy_probability,
                0.6..=0.999,
                0.001,
            ),
            Setting::count("hard", "hard samples", &mut self.hard, 1..=100),
            Setting::real(
                "hard_probability",
                "their probability",
                &mut self.hard_probability,
                0.01..=0.5,
                0.01,
            ),
        ]
    }

    fn run(&self) -> Outcome {
        let share = |gamma| {
            let loss = BinaryFocal::new(None, gamma).expect("γ is not negative");
            let of = |probability: f64| {
                let logit = array![(probability / (1.0 - probability)).ln()];
                let one = array![1.0];
                (loss.value(&logit, &one), -loss.gradient(&logit, &one)[0])
            };
            let (easy, hard) = (of(self.easy_probability), of(self.hard_probability));
            let part = |easy: f64, hard: f64| {
                let (easy, hard) = (easy * self.easy as f64, hard * self.hard as f64);
                easy / (easy + hard)
            };
            Share { of_loss: part(easy.0, hard.0), of_pull: part(easy.1, hard.1) }
        };
        Outcome {
            easy: self.easy,
            hard: self.hard,
            cross_entropy: share(0.0),
            half: share(0.5),
            one: share(1.0),
            two: share(2.0),
            five: share(5.0),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!(
                "What {} easy samples have of loss and pull, beside {} hard ones, in percent",
                outcome.easy, outcome.hard
            ),
            &["γ", "of the loss", "of the pull"],
        );
        let rows = [
            ("0 (cross-entropy)", outcome.cross_entropy),
            ("½", outcome.half),
            ("1", outcome.one),
            ("2", outcome.two),
            ("5", outcome.five),
        ];
        for (name, share) in rows {
            table.row(vec![
                name.into(),
                Cell::number(100.0 * share.of_loss, 1),
                Cell::number(100.0 * share.of_pull, 1),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cross_entropy_shares_by_logarithm_and_by_what_is_missing() {
        let outcome = Config::default().run();
        let (easy, hard) = (-1e4 * 0.99_f64.ln(), -10.0 * 0.1_f64.ln());
        assert!((outcome.cross_entropy.of_loss - easy / (easy + hard)).abs() < 1e-12);
        assert!((outcome.cross_entropy.of_pull - 100.0 / 109.0).abs() < 1e-12);
    }
}
