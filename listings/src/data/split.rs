//! Training and test samples.

use crate::error::unit_interval;
use rand::Rng;
use rand::seq::SliceRandom;

// ANCHOR: split
/// Shuffles the indices 0 … samples − 1 and divides them into those to train on and
/// those to test on.
///
/// The second part has round(test_share · samples) of them. (scikit-learn's
/// `train_test_split` rounds up.)
///
/// # Panics
/// Panics unless 0 ≤ test_share ≤ 1.
///
/// ```
/// use listings::data::{seeded, split};
///
/// let (train, test) = split(10, 0.2, &mut seeded(1));
/// assert_eq!((train.len(), test.len()), (8, 2));
/// ```
pub fn split(
    samples: usize,
    test_share: f64,
    random: &mut impl Rng,
) -> (Vec<usize>, Vec<usize>) {
    unit_interval("test_share", test_share).unwrap_or_else(|e| panic!("{e}"));
    let mut test: Vec<usize> = (0..samples).collect();
    test.shuffle(random);
    let train = test.split_off((test_share * samples as f64).round() as usize);
    (train, test)
}
// ANCHOR_END: split

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::seeded;

    #[test]
    fn every_sample_is_in_exactly_one_part() {
        for samples in [0, 1, 2, 7, 100] {
            for test_share in [0.0, 0.25, 0.5, 1.0] {
                let (train, test) = split(samples, test_share, &mut seeded(1));
                let expected = (test_share * samples as f64).round() as usize;
                assert_eq!(test.len(), expected);
                let mut all = [train, test].concat();
                all.sort_unstable();
                assert!(all.into_iter().eq(0..samples));
            }
        }
    }

    #[test]
    fn every_sample_is_tested_equally_often() {
        let (samples, draws, share) = (10, 4000, 0.3);
        let mut random = seeded(1);
        let mut times = [0; 10];
        for _ in 0..draws {
            for index in split(samples, share, &mut random).1 {
                times[index] += 1;
            }
        }
        // Four standard errors of a share over the draws: √(p(1 − p)/n).
        let standard_error = (share * (1.0 - share) / f64::from(draws)).sqrt();
        for count in times {
            let error = f64::from(count) / f64::from(draws) - share;
            assert!(error.abs() < 4.0 * standard_error, "{times:?}");
        }
    }

    #[test]
    fn a_seed_is_a_split() {
        assert_eq!(split(9, 0.5, &mut seeded(7)), split(9, 0.5, &mut seeded(7)));
        assert_ne!(split(9, 0.5, &mut seeded(7)), split(9, 0.5, &mut seeded(8)));
    }

    #[test]
    #[should_panic(expected = "test_share = 1.5 is outside [0, 1]")]
    fn more_than_everything_is_refused() {
        split(10, 1.5, &mut seeded(1));
    }

    #[test]
    #[should_panic(expected = "test_share = NaN is outside [0, 1]")]
    fn no_number_is_refused() {
        split(10, f64::NAN, &mut seeded(1));
    }
}
