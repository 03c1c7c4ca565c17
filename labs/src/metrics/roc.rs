//! The receiver operating characteristic, and the area below it.
//!
//! AUROC = P(s⁺ > s⁻) + ½ P(s⁺ = s⁻),
//! for the score s⁺ of a random sample of class 1 and s⁻ of one of class 0: the statistic U
//! of Mann and Whitney over n⁺n⁻. It is also the area below the curve of the recall TP/n⁺
//! over the false alarms FP/n⁻, drawn through one point a threshold: where both classes
//! have samples of one score, the straight line between two points counts the tie half.
//!
//! # Reference
//! J. A. Hanley & B. J. McNeil, "The meaning and use of the area under a receiver operating
//! characteristic (ROC) curve", *Radiology* 143 (1982) 29–36.

use super::ranking::{by_score, totals};

/// The AUROC from ranks; `None` unless both classes have samples.
///
/// ```
/// use labs::metrics::auroc;
///
/// // Of the four pairs of a positive and a negative, three are in the right order.
/// assert_eq!(auroc(&[0.9, 0.4, 0.6, 0.1], &[1, 1, 0, 0]), Some(0.75));
/// ```
///
/// # Panics
/// Panics unless there is a class, 0 or 1, for each score, and no score is NaN.
pub fn auroc(scores: &[f64], classes: &[usize]) -> Option<f64> {
    let groups = by_score(scores, classes);
    let (positives, negatives) = totals(&groups);
    // Twice U, so that all is whole numbers.
    let (mut twice, mut above) = (0, 0);
    for group in groups {
        twice += group.negatives * (2 * above + group.positives);
        above += group.positives;
    }
    let pairs = positives * negatives;
    (pairs > 0).then(|| twice as f64 / (2 * pairs) as f64)
}

/// The curve: false alarms and recall at each threshold, from (0, 0) to (1, 1); `None`
/// unless both classes have samples.
///
/// # Panics
/// Panics as [`auroc`] does.
pub fn roc_curve(scores: &[f64], classes: &[usize]) -> Option<Vec<[f64; 2]>> {
    let groups = by_score(scores, classes);
    let (positives, negatives) = totals(&groups);
    if positives == 0 || negatives == 0 {
        return None;
    }
    let (mut found, mut alarms) = (0, 0);
    let mut curve = vec![[0.0, 0.0]];
    for group in groups {
        found += group.positives;
        alarms += group.negatives;
        curve.push([alarms as f64 / negatives as f64, found as f64 / positives as f64]);
    }
    Some(curve)
}

/// The area below a curve of points with growing abscissas, by trapezoids.
pub fn area_below(curve: &[[f64; 2]]) -> f64 {
    curve.windows(2).map(|p| (p[1][0] - p[0][0]) * 0.5 * (p[0][1] + p[1][1])).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use listings::data::seeded;
    use rand::RngExt;

    #[test]
    fn known_values() {
        // Right, wrong, and without any idea.
        assert_eq!(auroc(&[2.0, 1.0], &[1, 0]), Some(1.0));
        assert_eq!(auroc(&[1.0, 2.0], &[1, 0]), Some(0.0));
        assert_eq!(auroc(&[5.0; 7], &[1, 0, 0, 1, 0, 0, 0]), Some(0.5));
        // The example of scikit-learn's roc_auc_score.
        assert_eq!(auroc(&[0.1, 0.4, 0.35, 0.8], &[0, 0, 1, 1]), Some(0.75));
        // Pairs of 0.5: one tie (½), one right (1); of 0.7: two right. 3.5 of 4.
        assert_eq!(auroc(&[0.5, 0.7, 0.5, 0.2], &[1, 1, 0, 0]), Some(0.875));
    }

    #[test]
    fn one_class_alone_has_no_ranking() {
        for classes in [&[0, 0][..], &[1, 1]] {
            assert_eq!(auroc(&[0.1, 0.2], classes), None);
            assert_eq!(roc_curve(&[0.1, 0.2], classes), None);
        }
        assert_eq!(auroc(&[], &[]), None);
    }

    #[test]
    fn ranks_trapezoids_and_pairs_agree_also_with_ties() {
        let mut random = seeded(1);
        for levels in [2, 3, 10, 1000] {
            for _ in 0..20 {
                let draw = |_| f64::from(random.random_range(0..levels));
                let scores: Vec<f64> = (0..60).map(draw).collect();
                let classes: Vec<usize> = (0..60).map(|index| index % 3 / 2).collect();
                let of_ranks = auroc(&scores, &classes).unwrap();
                let area = area_below(&roc_curve(&scores, &classes).unwrap());
                let (mut wins, mut pairs) = (0.0, 0.0);
                for (a, _) in scores.iter().zip(&classes).filter(|(_, c)| **c == 1) {
                    for (b, _) in scores.iter().zip(&classes).filter(|(_, c)| **c == 0) {
                        pairs += 1.0;
                        wins +=
                            if a > b { 1.0 } else { 0.5 * f64::from(u8::from(a == b)) };
                    }
                }
                assert_eq!(of_ranks, wins / pairs);
                // Sixty roundings of numbers up to 1.
                assert!((of_ranks - area).abs() < 1e-14, "{of_ranks} {area}");
            }
        }
    }

    #[test]
    fn only_the_order_of_scores_counts() {
        let scores = [0.9, 0.8, 0.7, 0.7, 0.2];
        let classes = [1, 0, 1, 0, 0];
        let logits = scores.map(|p: f64| (p / (1.0 - p)).ln());
        assert_eq!(auroc(&scores, &classes), auroc(&logits, &classes));
        // Turned around, what was won is lost.
        let turned = scores.map(|p| -p);
        let sum = auroc(&scores, &classes).unwrap() + auroc(&turned, &classes).unwrap();
        assert!((sum - 1.0).abs() < 1e-15);
    }

    #[test]
    fn the_curve_has_one_point_a_threshold() {
        let curve = roc_curve(&[0.9, 0.5, 0.5, 0.1], &[1, 1, 0, 0]).unwrap();
        assert_eq!(curve, [[0.0, 0.0], [0.0, 0.5], [0.5, 1.0], [1.0, 1.0]]);
    }
}
