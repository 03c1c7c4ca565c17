//! The randomness of an epoch, as a function of the seed and the epoch.

use crate::data::seeded;
use rand_pcg::Pcg64;

// ANCHOR: epoch_random
/// The generator of an epoch, for its order and its dropout masks.
///
/// It depends on the seed and the number of the epoch alone. So a run that goes on at
/// epoch 70 draws what it would have drawn, and no generator has to be saved. It is
/// another one than that of [`seeded`]`(seed)`, which has drawn the first weights.
pub fn epoch_random(seed: u64, epoch: usize) -> Pcg64 {
    // 2⁶⁴ over the golden ratio: multiples of it are far from each other, and from 0.
    let spread = (epoch as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    seeded(seed ^ spread)
}
// ANCHOR_END: epoch_random

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::batches;
    use rand::RngExt;
    use std::collections::BTreeSet;

    #[test]
    fn every_epoch_of_every_seed_has_its_own_numbers() {
        let mut seen: BTreeSet<u64> =
            (0..100).map(|seed| seeded(seed).random()).collect();
        for seed in 0..100 {
            seen.extend((0..100).map(|epoch| epoch_random(seed, epoch).random::<u64>()));
        }
        assert_eq!(seen.len(), 100 + 100 * 100);
    }

    #[test]
    fn an_order_can_be_drawn_again() {
        let order = |epoch| batches(50, 8, &mut epoch_random(1, epoch));
        assert_eq!(order(70), order(70));
        assert_ne!(order(70), order(71));
    }
}
