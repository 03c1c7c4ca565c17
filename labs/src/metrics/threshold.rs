//! From scores to classes.
//!
//! The threshold is chosen by validation samples and used on test samples. Chosen by the
//! test samples themselves, it would be a parameter fitted to them.

use super::ranking::{by_score, totals};
use ndarray::Array1;

/// Class 1 where the score is at least `threshold`, else class 0.
pub fn above(scores: &[f64], threshold: f64) -> Array1<usize> {
    scores.iter().map(|&score| usize::from(score >= threshold)).collect()
}

/// The threshold with the largest F₁ of class 1, and this F₁; `None` when class 1 has no
/// sample, and every threshold has the F₁ of 0 or none at all.
///
/// It lies halfway between two scores that occur, so that it does not depend on a rounding
/// of one of them; of equally good thresholds it is the largest. Below the smallest score it
/// is −∞: everything is class 1.
///
/// ```
/// use labs::metrics::best_f1_threshold;
///
/// let (threshold, f1) = best_f1_threshold(&[0.9, 0.5, 0.25, 0.0], &[1, 1, 0, 0]).unwrap();
/// assert_eq!((threshold, f1), (0.375, 1.0));
/// ```
///
/// # Panics
/// Panics unless there is a class, 0 or 1, for each score, and no score is NaN.
pub fn best_f1_threshold(scores: &[f64], classes: &[usize]) -> Option<(f64, f64)> {
    let groups = by_score(scores, classes);
    let (positives, _) = totals(&groups);
    if positives == 0 {
        return None;
    }
    let (mut found, mut taken) = (0, 0);
    let mut best = (f64::INFINITY, 0.0);
    for (index, group) in groups.iter().enumerate() {
        found += group.positives;
        taken += group.positives + group.negatives;
        // F₁ = 2 TP / (2 TP + FP + FN).
        let f1 = 2.0 * found as f64 / (taken + positives) as f64;
        if f1 > best.1 {
            let next = groups.get(index + 1);
            let everything = f64::NEG_INFINITY;
            best = (next.map_or(everything, |next| between(next.score, group.score)), f1);
        }
    }
    Some(best)
}

/// The middle of two scores, or the upper one where rounding leaves nothing between them.
fn between(lower: f64, upper: f64) -> f64 {
    let middle = 0.5 * lower + 0.5 * upper;
    if middle > lower { middle } else { upper }
}

#[cfg(test)]
mod tests {
    use super::super::Confusion;
    use super::*;
    use listings::data::seeded;
    use rand::RngExt;

    #[test]
    fn no_other_threshold_is_better() {
        let mut random = seeded(1);
        for _ in 0..50 {
            let scores: Vec<f64> =
                (0..40).map(|_| f64::from(random.random_range(0..12))).collect();
            let classes: Vec<usize> =
                (0..40).map(|_| usize::from(random.random_bool(0.2))).collect();
            let Some((threshold, best)) = best_f1_threshold(&scores, &classes) else {
                continue;
            };
            let f1 = |threshold| {
                let actual = Array1::from(classes.clone());
                Confusion::of(2, &above(&scores, threshold), &actual).f1(1).unwrap()
            };
            assert_eq!(f1(threshold), best);
            for step in -1..26 {
                assert!(f1(0.5 * f64::from(step)) <= best);
            }
        }
    }

    #[test]
    fn to_call_everything_ill_can_be_best() {
        let (threshold, f1) = best_f1_threshold(&[0.1, 0.2], &[1, 1]).unwrap();
        assert_eq!((threshold, f1), (f64::NEG_INFINITY, 1.0));
        assert_eq!(above(&[0.1, 0.2], threshold).to_vec(), [1, 1]);
    }

    #[test]
    fn without_positives_no_threshold_is_best() {
        assert_eq!(best_f1_threshold(&[0.1, 0.2], &[0, 0]), None);
    }

    #[test]
    fn neighboring_numbers_are_told_apart() {
        let upper: f64 = 1.0;
        let lower = upper.next_down();
        let (threshold, _) = best_f1_threshold(&[upper, lower], &[1, 0]).unwrap();
        assert_eq!(above(&[upper, lower], threshold).to_vec(), [1, 0]);
    }
}
