//! A validation part, drawn from the training samples.

use listings::data::{seeded, split, stratified_split};
use ndarray::Array1;
use rand_pcg::Pcg64;

/// Keeps the splits of a seed apart from what else is drawn from it, such as weights. Any
/// constant would do whose high bits are set: no run has a seed as large.
const STREAM: u64 = 0x93cd_3a2c_8198_e269;

/// The generator behind the splits of a seed.
pub(super) fn validation_stream(seed: u64) -> Pcg64 {
    seeded(seed ^ STREAM)
}

/// Divides the indices of so many training samples into those to train on and those to
/// validate by; the second part has round(share · samples) of them.
///
/// All models of a seed get the same parts, so that their results are paired.
///
/// # Panics
/// Panics unless 0 ≤ share ≤ 1.
pub fn validation_split(
    samples: usize,
    share: f64,
    seed: u64,
) -> (Vec<usize>, Vec<usize>) {
    split(samples, share, &mut validation_stream(seed))
}

/// The same, with each class divided alone.
///
/// # Panics
/// Panics unless 0 ≤ share ≤ 1.
pub fn stratified_validation_split(
    classes: &Array1<usize>,
    share: f64,
    seed: u64,
) -> (Vec<usize>, Vec<usize>) {
    stratified_split(classes, share, &mut validation_stream(seed))
}

#[cfg(test)]
mod tests {
    use super::super::{Hypothyroid, default_folder};
    use super::*;

    #[test]
    fn parts_are_disjoint_and_complete_and_the_seed_decides() {
        for seed in 0..10 {
            let (train, validation) = validation_split(1001, 0.2, seed);
            assert_eq!((train.len(), validation.len()), (801, 200));
            let mut all = [train, validation].concat();
            all.sort_unstable();
            assert!(all.into_iter().eq(0..1001));
            assert_eq!(
                validation_split(1001, 0.2, seed),
                validation_split(1001, 0.2, seed)
            );
        }
        assert_ne!(validation_split(1001, 0.2, 1), validation_split(1001, 0.2, 2));
    }

    #[test]
    fn the_rare_class_has_its_share_in_both_parts() {
        let training = Hypothyroid::load(&default_folder()).unwrap().training;
        for seed in 0..10 {
            let (train, validation) =
                stratified_validation_split(&training.targets, 0.25, seed);
            // A quarter of 106 and of 2208 records: 26.5, rounded away from zero, and 552.
            assert_eq!(training.select(&validation).targets.sum(), 27);
            assert_eq!(training.select(&train).targets.sum(), 79);
            assert_eq!(validation.len(), 27 + 552);
        }
    }

    #[test]
    fn a_split_is_not_the_shuffle_of_the_same_seed() {
        let (_, shuffled) = split(1000, 0.2, &mut seeded(1));
        assert_ne!(validation_split(1000, 0.2, 1).1, shuffled);
    }
}
