//! What the temperature of InfoNCE does to the pull of each candidate.

use super::{Experiment, Setting};
use crate::losses::{CrossEntropy, Loss, softmax};
use crate::report::{Cell, Table};
use ndarray::{Array1, array};
use serde::Serialize;

/// The cosines of seven negatives, from like to unlike.
pub const NEGATIVES: [f64; 7] = [0.8, 0.6, 0.4, 0.2, 0.0, -0.3, -0.6];

/// One query, its key, and seven negatives.
#[derive(Clone, Debug)]
pub struct Config {
    /// The temperature τ.
    pub temperature: f64,
    /// The cosine of the query and its key.
    pub positive: f64,
}

impl Default for Config {
    fn default() -> Self {
        Self { temperature: 0.2, positive: 0.7 }
    }
}

/// The loss and how it is shared out.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The temperature τ.
    pub temperature: f64,
    /// The cosines: the key's first, then the negatives'.
    pub cosines: Vec<f64>,
    /// The softmax weight of each candidate: p.
    pub weights: Vec<f64>,
    /// ∂ℓ/∂c of each cosine: (p − 1)/τ for the key, p/τ for a negative.
    pub pulls: Vec<f64>,
    /// The share of the hardest negative in the push of all negatives.
    pub hardest_share: f64,
    /// ℓ = −ln p of the key.
    pub loss: f64,
    /// ln 8, the loss of a guess.
    pub guess: f64,
    /// (τ, the share of each negative in the push of all) for the curves, hardest first.
    pub shares: Vec<(f64, Vec<f64>)>,
}

impl Experiment for Config {
    const NAME: &'static str = "info-nce-temperature";
    const QUESTION: &'static str =
        "Which negatives does InfoNCE push away, at which temperature?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real(
                "temperature",
                "temperature τ",
                &mut self.temperature,
                0.02..=2.0,
                0.01,
            )
            .logarithmic(),
            Setting::real(
                "positive",
                "cosine of its key",
                &mut self.positive,
                -1.0..=1.0,
                0.05,
            ),
        ]
    }

    fn run(&self) -> Outcome {
        let mut cosines = vec![self.positive];
        cosines.extend(NEGATIVES);
        let logits = Array1::from(cosines.clone()) / self.temperature;
        let weights = softmax(logits.view()).to_vec();
        let batch = logits.insert_axis(ndarray::Axis(0));
        let (loss, key) = (CrossEntropy::default(), array![0]);
        let pulls = loss.gradient(&batch, &key).row(0).mapv(|g| g / self.temperature);
        let temperatures = Array1::geomspace(0.02, 2.0, 41).expect("both above zero");
        let shares = |&temperature: &f64| {
            // Among the negatives alone: the key's weight cancels.
            let negatives = Array1::from(NEGATIVES.to_vec()) / temperature;
            (temperature, softmax(negatives.view()).to_vec())
        };
        Outcome {
            temperature: self.temperature,
            hardest_share: shares(&self.temperature).1[0],
            loss: loss.value(&batch, &key),
            guess: (cosines.len() as f64).ln(),
            shares: temperatures.iter().map(shares).collect(),
            cosines,
            weights,
            pulls: pulls.to_vec(),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!("Eight candidates at τ = {}", outcome.temperature),
            &["candidate", "cosine", "weight p", "pull"],
        );
        for (i, &cosine) in outcome.cosines.iter().enumerate() {
            let name = if i == 0 { "its key".into() } else { format!("negative {i}") };
            table.row(vec![
                name.as_str().into(),
                Cell::number(cosine, 2),
                Cell::number(outcome.weights[i], 3),
                Cell::number(outcome.pulls[i], 3),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cold_loss_sees_the_hardest_alone_and_a_hot_one_all_alike() {
        let share =
            |temperature| Config { temperature, ..Config::default() }.run().hardest_share;
        // e^(−0.2/0.02) is 5e-5: the next negative hardly counts.
        assert!(share(0.02) > 0.9999);
        assert!(share(2.0) < 0.25 && share(2.0) > 1.0 / 7.0);
    }

    #[test]
    fn the_pulls_cancel() {
        let outcome = Config::default().run();
        // Sum of (p − 1)/τ and p/τ over all candidates; roundings of 5.
        assert!(outcome.pulls.iter().sum::<f64>().abs() < 1e-14);
        assert!(outcome.pulls[0] < 0.0 && outcome.pulls[1..].iter().all(|&p| p > 0.0));
        assert!((outcome.loss + outcome.weights[0].ln()).abs() < 1e-14);
    }
}
