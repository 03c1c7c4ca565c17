//! The mini-batches of an epoch.

use rand::Rng;
use rand::seq::SliceRandom;

// ANCHOR: batches
/// Shuffles the indices 0 … samples − 1 and cuts them into batches of `size`.
///
/// Each index occurs once: drawing without replacement, one epoch a call. The last
/// batch has what is left, so it can be smaller (PyTorch's `DataLoader` with
/// `drop_last = False`).
///
/// # Panics
/// Panics when `size` is 0.
///
/// ```
/// use listings::data::{batches, seeded};
///
/// let epoch = batches(10, 4, &mut seeded(1));
/// let sizes: Vec<usize> = epoch.iter().map(Vec::len).collect();
/// assert_eq!(sizes, [4, 4, 2]);
/// ```
pub fn batches(samples: usize, size: usize, random: &mut impl Rng) -> Vec<Vec<usize>> {
    assert!(size > 0, "batches of size 0: a batch has at least one sample");
    let mut indices: Vec<usize> = (0..samples).collect();
    indices.shuffle(random);
    indices.chunks(size).map(<[usize]>::to_vec).collect()
}
// ANCHOR_END: batches

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::seeded;

    #[test]
    fn an_epoch_has_each_sample_once_in_batches_of_the_size() {
        for (samples, size) in [(10, 4), (10, 5), (10, 1), (10, 10), (3, 8), (0, 8)] {
            let epoch = batches(samples, size, &mut seeded(1));
            assert_eq!(epoch.len(), samples.div_ceil(size));
            let full = epoch.len().saturating_sub(1);
            assert!(epoch[..full].iter().all(|batch| batch.len() == size));
            let mut all = epoch.concat();
            all.sort_unstable();
            assert!(all.into_iter().eq(0..samples));
        }
    }

    #[test]
    fn every_order_is_equally_likely() {
        // Three samples in batches of one: six orders.
        let draws = 6000;
        let mut random = seeded(1);
        let mut times = std::collections::BTreeMap::new();
        for _ in 0..draws {
            *times.entry(batches(3, 1, &mut random).concat()).or_insert(0) += 1;
        }
        assert_eq!(times.len(), 6);
        // Four standard errors of a share of 1/6 over the draws.
        let share: f64 = 1.0 / 6.0;
        let standard_error = (share * (1.0 - share) / f64::from(draws)).sqrt();
        for count in times.values() {
            let error = f64::from(*count) / f64::from(draws) - share;
            assert!(error.abs() < 4.0 * standard_error, "{times:?}");
        }
    }

    #[test]
    fn a_seed_is_an_order_and_the_next_epoch_has_another() {
        assert_eq!(batches(9, 4, &mut seeded(7)), batches(9, 4, &mut seeded(7)));
        let mut random = seeded(7);
        assert_ne!(batches(9, 4, &mut random), batches(9, 4, &mut random));
    }

    #[test]
    #[should_panic(expected = "batches of size 0")]
    fn empty_batches_are_refused() {
        batches(10, 0, &mut seeded(1));
    }
}
