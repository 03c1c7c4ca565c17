//! Gradient clipping, by norm and by value.
//!
//! By norm: g ← g min(1, c/‖g‖).   By value: gᵢ ← min(max(gᵢ, −c), c) for each i. g is of
//! the shape of θ, c > 0.
//!
//! **Convention.** PyTorch's `clip_grad_norm_` divides by ‖g‖ + 10⁻⁶, so that the clipped
//! norm is a little less than c; here it is c, as in optax's `clip_by_global_norm`.
//!
//! # Reference
//! R. Pascanu, T. Mikolov & Y. Bengio, "On the difficulty of training recurrent neural
//! networks", *ICML* (2013), algorithm 1.

use crate::error::{ParameterError, positive};
use ndarray::Array1;
use serde::{Deserialize, Serialize};

// ANCHOR: clip_norm
/// Shortens a gradient to the norm `most` if it is longer; gives the norm it had.
///
/// The direction stays. A gradient whose norm is not finite is left as it is: there is
/// nothing to scale it by.
///
/// # Panics
/// Panics unless `most` is above 0.
///
/// ```
/// use listings::training::clip_norm;
/// use ndarray::array;
///
/// let mut gradient = array![3.0, -4.0];
/// assert_eq!(clip_norm(&mut gradient, 2.5), 5.0);
/// assert_eq!(gradient, array![1.5, -2.0]);
/// ```
pub fn clip_norm(gradient: &mut Array1<f64>, most: f64) -> f64 {
    assert!(most > 0.0, "a norm of at most {most}: it has to be above 0");
    let norm = gradient.dot(gradient).sqrt();
    if norm.is_finite() && norm > most {
        *gradient *= most / norm;
    }
    norm
}
// ANCHOR_END: clip_norm

// ANCHOR: clip_value
/// Brings every entry of a gradient into [−most, most]; gives the number of those that
/// were outside.
///
/// The direction changes, unless no entry was outside, or all that are not 0 have one
/// size. NaN stays NaN, and is not counted.
///
/// # Panics
/// Panics unless `most` is above 0.
///
/// ```
/// use listings::training::clip_value;
/// use ndarray::array;
///
/// let mut gradient = array![3.0, -0.5];
/// assert_eq!(clip_value(&mut gradient, 1.0), 1);
/// assert_eq!(gradient, array![1.0, -0.5]);
/// ```
pub fn clip_value(gradient: &mut Array1<f64>, most: f64) -> usize {
    assert!(most > 0.0, "entries of at most {most}: it has to be above 0");
    let outside = gradient.iter().filter(|entry| entry.abs() > most).count();
    gradient.mapv_inplace(|entry| entry.clamp(-most, most));
    outside
}
// ANCHOR_END: clip_value

// ANCHOR: clip
/// What a loop does with a long gradient.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
pub enum Clip {
    /// Nothing.
    Never,
    /// By norm, to at most c.
    Norm(f64),
    /// By value, each entry to [−c, c].
    Value(f64),
}

impl Clip {
    /// Clips a gradient; gives the norm it had, and whether it changed.
    ///
    /// # Panics
    /// Panics unless c is above 0.
    pub fn apply(self, gradient: &mut Array1<f64>) -> (f64, bool) {
        match self {
            Self::Never => (gradient.dot(gradient).sqrt(), false),
            Self::Norm(most) => {
                let norm = clip_norm(gradient, most);
                (norm, norm > most)
            }
            Self::Value(most) => {
                let norm = gradient.dot(gradient).sqrt();
                (norm, clip_value(gradient, most) > 0)
            }
        }
    }
}
// ANCHOR_END: clip

impl Clip {
    /// The same, if c is one.
    ///
    /// # Errors
    /// [`ParameterError`] unless c is in (0, ∞).
    pub fn checked(self) -> Result<Self, ParameterError> {
        match self {
            Self::Never => Ok(self),
            Self::Norm(most) => Ok(Self::Norm(positive("norm", most)?)),
            Self::Value(most) => Ok(Self::Value(positive("value", most)?)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{gaussian, seeded};
    use ndarray::array;

    fn cosine(a: &Array1<f64>, b: &Array1<f64>) -> f64 {
        a.dot(b) / (a.dot(a) * b.dot(b)).sqrt()
    }

    fn draws() -> Vec<Array1<f64>> {
        let mut random = seeded(1);
        (0..200).map(|_| gaussian(1, 7, 3.0, &mut random).row(0).to_owned()).collect()
    }

    #[test]
    fn by_norm_the_length_is_at_most_c_and_the_direction_stays() {
        for gradient in draws() {
            for most in [0.01, 1.0, 5.0, 1e9] {
                let mut clipped = gradient.clone();
                let norm = clip_norm(&mut clipped, most);
                assert_eq!(norm, gradient.dot(&gradient).sqrt());
                // A few roundings of numbers of the size of the norm.
                let expected = norm.min(most);
                let length = clipped.dot(&clipped).sqrt();
                assert!((length / expected - 1.0).abs() < 1e-14, "{length}");
                assert!(1.0 - cosine(&clipped, &gradient) < 1e-14);
            }
        }
    }

    #[test]
    fn what_is_short_enough_stays_to_the_last_bit() {
        for gradient in draws() {
            let (mut by_norm, mut by_value) = (gradient.clone(), gradient.clone());
            clip_norm(&mut by_norm, 1e3);
            assert_eq!(clip_value(&mut by_value, 1e3), 0);
            assert_eq!((&by_norm, &by_value), (&gradient, &gradient));
        }
        // A norm of exactly c is not above it.
        let mut gradient = array![3.0, 4.0];
        clip_norm(&mut gradient, 5.0);
        assert_eq!(gradient, array![3.0, 4.0]);
    }

    #[test]
    fn by_value_each_entry_is_bounded_and_the_direction_turns() {
        let mut gradient = array![10.0, 0.1];
        let before = gradient.clone();
        assert_eq!(clip_value(&mut gradient, 0.1), 1);
        assert_eq!(gradient, array![0.1, 0.1]);
        // From 0.6° to 45°.
        assert!((cosine(&gradient, &before) - 0.5_f64.sqrt()).abs() < 0.01);
        // But never by more than 90°: each entry keeps its sign.
        for gradient in draws() {
            let mut clipped = gradient.clone();
            clip_value(&mut clipped, 0.5);
            assert!(cosine(&clipped, &gradient) > 0.0);
        }
    }

    #[test]
    fn clipping_twice_is_clipping_once() {
        for gradient in draws() {
            let mut once = gradient.clone();
            clip_value(&mut once, 1.0);
            let mut twice = once.clone();
            assert_eq!(clip_value(&mut twice, 1.0), 0);
            assert_eq!(once, twice);
        }
    }

    #[test]
    fn what_is_not_finite_is_left_for_the_guard_to_see() {
        for bad in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            let mut gradient = array![1.0, bad];
            assert!(!clip_norm(&mut gradient, 1.0).is_finite());
            assert_eq!(gradient[0], 1.0);
            assert!(!gradient[1].is_finite());
        }
        let mut gradient = array![f64::NAN, 9.0];
        assert_eq!(clip_value(&mut gradient, 1.0), 1);
        assert!(gradient[0].is_nan() && gradient[1] == 1.0);
    }

    #[test]
    fn a_zero_gradient_is_not_divided_by_its_norm() {
        let mut gradient = array![0.0, 0.0];
        assert_eq!(clip_norm(&mut gradient, 1.0), 0.0);
        assert_eq!(gradient, array![0.0, 0.0]);
    }

    #[test]
    fn a_loop_clips_as_it_is_told_and_sees_the_norm_from_before() {
        let clipped = |clip: Clip| {
            let mut gradient = array![3.0, -4.0];
            let seen = clip.apply(&mut gradient);
            (gradient, seen)
        };
        assert_eq!(clipped(Clip::Never), (array![3.0, -4.0], (5.0, false)));
        assert_eq!(clipped(Clip::Norm(2.5)), (array![1.5, -2.0], (5.0, true)));
        assert_eq!(clipped(Clip::Norm(5.0)), (array![3.0, -4.0], (5.0, false)));
        assert_eq!(clipped(Clip::Value(3.5)), (array![3.0, -3.5], (5.0, true)));
        assert_eq!(clipped(Clip::Value(4.0)), (array![3.0, -4.0], (5.0, false)));
    }

    #[test]
    fn thresholds_out_of_range_are_named() {
        let said = |clip: Clip| clip.checked().unwrap_err().to_string();
        assert_eq!(said(Clip::Norm(0.0)), "norm = 0 is outside (0, ∞)");
        assert_eq!(said(Clip::Value(-1.0)), "value = -1 is outside (0, ∞)");
        assert_eq!(Clip::Never.checked(), Ok(Clip::Never));
    }

    #[test]
    #[should_panic(expected = "a norm of at most 0: it has to be above 0")]
    fn a_norm_of_at_most_zero_is_refused() {
        clip_norm(&mut array![1.0], 0.0);
    }

    #[test]
    #[should_panic(expected = "entries of at most NaN: it has to be above 0")]
    fn entries_of_at_most_nan_are_refused() {
        clip_value(&mut array![1.0], f64::NAN);
    }
}
