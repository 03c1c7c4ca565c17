//! Precision over recall, and its mean: the PR-AUC.
//!
//! AP = Σₖ (Rₖ − Rₖ₋₁) Pₖ, over the thresholds from the largest score to the smallest, with
//! recall Rₖ, precision Pₖ, and R₀ = 0.
//!
//! **Convention.** No line is drawn between two points, as in scikit-learn's
//! `average_precision_score`: between them precision is not linear, and trapezoids would
//! promise too much (Davis & Goadrich).
//!
//! # Reference
//! J. Davis & M. Goadrich, "The relationship between precision-recall and ROC curves",
//! *ICML* (2006) 233–240.

use super::ranking::{by_score, totals};

/// The average precision of the scores of class 1; `None` when that has no sample.
///
/// Scores without any idea have the share of class 1, not a half.
///
/// ```
/// use labs::metrics::average_precision;
///
/// // Found first at precision 1, and then at 2/3: ½ · 1 + ½ · ⅔.
/// let precision = average_precision(&[0.9, 0.4, 0.6, 0.1], &[1, 1, 0, 0]).unwrap();
/// assert!((precision - 5.0 / 6.0).abs() < 1e-15);
/// ```
///
/// # Panics
/// Panics unless there is a class, 0 or 1, for each score, and no score is NaN.
pub fn average_precision(scores: &[f64], classes: &[usize]) -> Option<f64> {
    let curve = precision_recall_curve(scores, classes)?;
    let mut last = 0.0;
    Some(curve.into_iter().fold(0.0, |sum, [recall, precision]| {
        let gained = recall - last;
        last = recall;
        sum + gained * precision
    }))
}

/// The curve: recall and precision at each threshold, the largest score first; `None` when
/// class 1 has no sample.
///
/// # Panics
/// Panics as [`average_precision`] does.
pub fn precision_recall_curve(
    scores: &[f64],
    classes: &[usize],
) -> Option<Vec<[f64; 2]>> {
    let groups = by_score(scores, classes);
    let (positives, _) = totals(&groups);
    if positives == 0 {
        return None;
    }
    let (mut found, mut taken) = (0, 0);
    let point = |group: &super::ranking::Tied| {
        found += group.positives;
        taken += group.positives + group.negatives;
        [found as f64 / positives as f64, found as f64 / taken as f64]
    };
    Some(groups.iter().map(point).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(scores: &[f64], classes: &[usize]) -> f64 {
        average_precision(scores, classes).unwrap()
    }

    #[test]
    fn known_values() {
        assert_eq!(of(&[3.0, 2.0, 1.0], &[1, 1, 0]), 1.0);
        // The one positive is the last of four.
        assert_eq!(of(&[4.0, 3.0, 2.0, 1.0], &[0, 0, 0, 1]), 0.25);
        // The example of scikit-learn's average_precision_score: 0.83…
        assert!((of(&[0.1, 0.4, 0.35, 0.8], &[0, 0, 1, 1]) - 5.0 / 6.0).abs() < 1e-15);
    }

    #[test]
    fn no_idea_is_worth_the_share_of_the_class() {
        assert_eq!(of(&[0.5; 20], &std::array::from_fn::<_, 20, _>(|i| i / 19)), 0.05);
    }

    #[test]
    fn ties_do_not_depend_on_the_order_of_samples() {
        // At 0.5 there are one of each class: recall 1 at precision 2/3, whoever is first.
        for classes in [[1, 1, 0, 0], [1, 0, 1, 0]] {
            let value = of(&[0.9, 0.5, 0.5, 0.1], &classes);
            assert!((value - (0.5 + 0.5 * 2.0 / 3.0)).abs() < 1e-15, "{value}");
        }
    }

    #[test]
    fn without_positives_there_is_none_and_without_negatives_it_is_one() {
        assert_eq!(average_precision(&[0.1, 0.2], &[0, 0]), None);
        assert_eq!(average_precision(&[], &[]), None);
        assert_eq!(average_precision(&[0.1, 0.2], &[1, 1]), Some(1.0));
    }

    #[test]
    fn the_curve_has_one_point_a_threshold() {
        let curve = precision_recall_curve(&[0.9, 0.5, 0.5, 0.1], &[0, 1, 0, 1]).unwrap();
        assert_eq!(curve, [[0.0, 0.0], [0.5, 1.0 / 3.0], [1.0, 0.5]]);
    }
}
