//! What is trained on, what chooses, and what judges.

use super::HousingLab;
use crate::data::{Housing, Samples, validation_split};
use listings::data::{Standardization, seeded, split};
use listings::labs::housing::Config;

impl HousingLab {
    // ANCHOR: parts
    /// The training samples of a seed, standardized, with wrong prices; the validation and
    /// the test samples on the same scale, with right ones.
    pub(super) fn parts(&self, config: &Config, seed: u64) -> [Samples<f64>; 3] {
        let Housing { training, test } = &self.data;
        let (train, held_out) = validation_split(training.len(), config.validation, seed);
        let (mut train, held_out) = (training.select(&train), training.select(&held_out));
        // Fitted to the samples that are trained on, and to nothing else.
        let scale = Standardization::fit(&train.inputs);
        // The same prices are wrong for every predictor of a seed.
        for index in split(train.len(), config.wrong, &mut seeded(seed)).1 {
            train.targets[index] *= 10.0;
        }
        [&train, &held_out, test].map(|part| part.with_inputs(scale.apply(&part.inputs)))
    }
    // ANCHOR_END: parts
}

#[cfg(test)]
mod tests {
    use super::super::tests::{config, lab};
    use super::*;
    use listings::labs::housing::Predictor;
    use ndarray::Axis;

    #[test]
    fn the_scale_is_of_the_training_samples_and_test_prices_are_right() {
        let lab = lab();
        let [train, held_out, test] = lab.parts(&config(Predictor::Mean, 0.05), 1);
        assert_eq!((train.len(), held_out.len(), test.len()), (13_210, 3_302, 4_128));
        let mean = |part: &Samples<f64>| part.inputs.mean_axis(Axis(0)).unwrap();
        // Sums of 10⁴ rounded numbers.
        assert!(mean(&train).iter().all(|mean| mean.abs() < 1e-10));
        assert!(mean(&test).iter().any(|mean| mean.abs() > 1e-3));
        assert_eq!(test.targets, lab.data.test.targets);
        // 5 % of 13,210, and no price was above 5 before.
        let [right, ..] = lab.parts(&config(Predictor::Mean, 0.0), 1);
        let changed = right.targets.iter().zip(&train.targets).filter(|(a, b)| a != b);
        assert_eq!(changed.count(), 661);
    }

    #[test]
    fn nothing_of_the_test_part_reaches_the_training_samples() {
        let lab = lab();
        let mut other = lab.clone();
        other.data.test.inputs.fill(1e6);
        let of = |lab: &HousingLab| lab.parts(&config(Predictor::Mean, 0.05), 1);
        let ([train, held_out, _], [same, also, _]) = (of(&lab), of(&other));
        assert_eq!((train, held_out), (same, also));
    }
}
