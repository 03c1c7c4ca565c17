//! Has a run converged? A test of its last losses.

use crate::error::{at_least_one, non_negative};

// ANCHOR: has_converged
/// Whether none of the last `patience` losses is below the best before them by more than
/// `min_delta`.
///
/// It is a test of progress, not of a minimum: a run that diverges, swings, or stands on
/// a plateau passes it, too. NaN is no progress.
///
/// # Panics
/// Panics unless `patience` is at least 1 and `min_delta` in [0, ∞).
///
/// ```
/// use listings::training::has_converged;
///
/// assert!(!has_converged(&[3.0, 2.0, 1.0], 2, 1e-3)); // still falling
/// assert!(has_converged(&[3.0, 1.0, 1.0, 1.0], 2, 1e-3));
/// assert!(has_converged(&[3.0, 1.0, 2.0, 9.0], 2, 1e-3)); // rising
/// assert!(!has_converged(&[1.0], 2, 1e-3)); // too early to say
/// ```
pub fn has_converged(losses: &[f64], patience: usize, min_delta: f64) -> bool {
    at_least_one("patience", patience).unwrap_or_else(|error| panic!("{error}"));
    non_negative("min_delta", min_delta).unwrap_or_else(|error| panic!("{error}"));
    if losses.len() <= patience {
        return false;
    }
    let (earlier, last) = losses.split_at(losses.len() - patience);
    let best = earlier.iter().copied().fold(f64::INFINITY, f64::min);
    !last.iter().any(|&loss| loss < best - min_delta)
}
// ANCHOR_END: has_converged

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_asks_for_progress_by_more_than_min_delta() {
        assert!(has_converged(&[1.0, 0.75, 0.75], 2, 0.25));
        assert!(!has_converged(&[1.0, 0.75, 0.7], 2, 0.25));
        // One loss in the window is enough.
        assert!(!has_converged(&[1.0, 0.5, 1.0, 1.0], 3, 0.25));
        assert!(has_converged(&[1.0, 0.5, 1.0, 1.0], 2, 0.25));
    }

    #[test]
    fn the_best_counts_and_not_the_last() {
        // Falling at the end, but not below what was there before.
        assert!(has_converged(&[1.0, 5.0, 4.0, 3.0], 2, 0.0));
    }

    #[test]
    fn there_has_to_be_a_loss_before_the_window() {
        assert!(!has_converged(&[], 1, 0.0));
        assert!(!has_converged(&[1.0, 1.0], 2, 0.0));
        assert!(has_converged(&[1.0, 1.0, 1.0], 2, 0.0));
    }

    #[test]
    #[should_panic(expected = "patience = 0 is outside [1, ∞)")]
    fn without_patience_there_is_nothing_to_look_at() {
        has_converged(&[1.0, 1.0], 0, 0.0);
    }

    #[test]
    fn a_progress_that_is_none_is_refused() {
        for bad in [-0.1, f64::NAN, f64::INFINITY] {
            let panic = std::panic::catch_unwind(|| has_converged(&[1.0, 0.5], 1, bad));
            let message = panic.unwrap_err().downcast::<String>().expect("a text");
            assert_eq!(*message, format!("min_delta = {bad} is outside [0, ∞)"));
        }
    }

    #[test]
    fn nan_is_no_progress() {
        assert!(has_converged(&[1.0, f64::NAN, f64::NAN], 2, 0.0));
        assert!(!has_converged(&[f64::NAN, 2.0, 1.0], 2, 0.0));
    }
}
