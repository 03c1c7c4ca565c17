//! Dropout.
//!
//! h ← m ⊙ h, with each entry of m zero with probability p and 1/(1 − p) otherwise, so
//! that E[m] = 1 and nothing needs scaling when the network is used.
//!
//! **Convention.** *Inverted* dropout, as in PyTorch and Keras. The paper leaves the
//! training pass as it is and multiplies the weights by 1 − p afterwards.
//!
//! # Reference
//! N. Srivastava et al., "Dropout: a simple way to prevent neural networks from
//! overfitting", *Journal of Machine Learning Research* 15 (2014) 1929–1958, §4.

use crate::error::half_open_unit_interval;
use ndarray::{Array2, Dim};
use rand::{Rng, RngExt};

// ANCHOR: dropout
/// A mask m of shape (n, features), drawn anew for each training pass.
///
/// # Panics
/// Panics unless the probability p of a zero is in [0, 1).
pub fn dropout_mask(
    shape: (usize, usize),
    probability: f64,
    random: &mut impl Rng,
) -> Array2<f64> {
    half_open_unit_interval("probability", probability)
        .unwrap_or_else(|error| panic!("{error}"));
    let kept = 1.0 / (1.0 - probability);
    Array2::from_shape_simple_fn(Dim(shape), || {
        if random.random::<f64>() < probability { 0.0 } else { kept }
    })
}
// ANCHOR_END: dropout

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::seeded;

    #[test]
    fn the_share_of_zeros_is_p_and_the_mean_is_one() {
        let mask = dropout_mask((200, 200), 0.3, &mut seeded(1));
        let zeros = mask.iter().filter(|&&m| m == 0.0).count() as f64 / 40_000.0;
        // Four standard errors: √(0.3 · 0.7 / 40 000) = 0.0023, and that over 0.7.
        assert!((zeros - 0.3).abs() < 0.0092, "{zeros}");
        assert!((mask.mean().unwrap() - 1.0).abs() < 0.0131);
        assert!(mask.iter().all(|&m| m == 0.0 || m == 1.0 / 0.7));
    }

    #[test]
    fn a_probability_that_is_none_or_leaves_nothing_is_refused() {
        for bad in [-0.1, 1.0, 1.5, f64::NAN] {
            let draw = || dropout_mask((1, 1), bad, &mut seeded(1));
            let panic = std::panic::catch_unwind(draw).unwrap_err();
            let message = panic.downcast::<String>().expect("a panic with a text");
            assert_eq!(*message, format!("probability = {bad} is outside [0, 1)"));
        }
    }

    #[test]
    fn without_dropout_the_mask_is_all_ones() {
        assert_eq!(
            dropout_mask((3, 2), 0.0, &mut seeded(1)),
            Array2::<f64>::ones((3, 2))
        );
    }
}
