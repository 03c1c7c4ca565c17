//! Three schedules over 100 epochs that end far apart.

use super::compare_six::Row;
use super::{Experiment, Setting};
use crate::report::Table;
use crate::schedules::{Cosine, ExponentialDecay, StepDecay};
use serde::Serialize;

/// The peak, and the length that all three were made for.
#[derive(Clone, Debug)]
pub struct Config {
    /// η₀.
    pub peak: f64,
    /// Epochs that are shown; the schedules are those of 100.
    pub epochs: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { peak: 0.1, epochs: 100 }
    }
}

/// The three.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// η₀.
    pub peak: f64,
    /// Epochs.
    pub epochs: usize,
    /// Halved every 20 epochs.
    pub step: Row,
    /// η₀ e^(−0.05t).
    pub exponential: Row,
    /// A cosine to η₀/100.
    pub cosine: Row,
}

impl Outcome {
    /// All three.
    pub fn all(&self) -> [&Row; 3] {
        [&self.step, &self.exponential, &self.cosine]
    }
}

impl Experiment for Config {
    const NAME: &'static str = "compare-three";
    const QUESTION: &'static str =
        "How far apart do three usual decays of 100 epochs end?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real("peak", "peak η₀", &mut self.peak, 0.01..=1.0, 0.01)
                .logarithmic(),
            Setting::count("epochs", "epochs shown", &mut self.epochs, 20..=200),
        ]
    }

    fn run(&self) -> Outcome {
        let Self { peak, epochs } = *self;
        let valid = "every setting is valid";
        let step = StepDecay::new(peak, 0.5, 20).expect(valid);
        let exponential = ExponentialDecay::with_constant(peak, 0.05).expect(valid);
        let cosine = Cosine::new(peak, 0.01 * peak, 100).expect(valid);
        Outcome {
            peak,
            epochs,
            step: Row::of("step, × 0.5 every 20", &step, epochs),
            exponential: Row::of("exponential, k = 0.05", &exponential, epochs),
            cosine: Row::of("cosine to η₀/100", &cosine, epochs),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let title = format!(
            "{} epochs of three schedules made for 100, η₀ = {}",
            outcome.epochs, outcome.peak
        );
        Row::table(title, &outcome.all())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_three_numbers_of_each_are_those_of_its_formula() {
        let outcome = Config::default().run();
        let step = [0.1, 0.1 / 16.0, 0.1 * (1.0 + 0.5 + 0.25 + 0.125 + 0.0625) / 5.0];
        let factor = (-0.05_f64).exp();
        let mean = 0.001 * (1.0 - factor.powi(100)) / (1.0 - factor);
        let exponential = [0.1, 0.1 * (-4.95_f64).exp(), mean];
        let turn = (std::f64::consts::PI * 0.99).cos();
        let cosine = [0.1, 0.001 + 0.0495 * (1.0 + turn), 0.001 + 0.099 * 0.505];
        let expected = [step, exponential, cosine];
        for (row, expected) in outcome.all().into_iter().zip(expected) {
            let found = [row.curve.initial, row.curve.last, row.curve.mean];
            for (found, expected) in found.into_iter().zip(expected) {
                // A sum of 100 rates of 0.1, each rounded.
                let error = (found - expected).abs();
                assert!(error < 1e-14, "{}: {found} for {expected}", row.schedule);
            }
        }
    }
}
