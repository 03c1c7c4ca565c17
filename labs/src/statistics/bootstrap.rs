//! What other test samples would say, from the ones there are.
//!
//! Samples of either class are drawn with replacement, as many as there were, and the AUROC
//! of what was drawn is taken; of so many such values, the middle 95 % are the interval.
//! The classes are drawn apart: how many are ill is no part of the question.
//!
//! **Convention.** The percentile interval, the simplest of its kind. With few positives it
//! is a little too short.
//!
//! # Reference
//! B. Efron, "Bootstrap methods: another look at the jackknife", *Annals of Statistics* 7
//! (1979) 1–26.

use crate::metrics::auroc;
use listings::data::seeded;
use rand::RngExt;

/// The 95 % interval of the AUROC, from so many resamples; `None` unless both classes have
/// samples.
///
/// # Panics
/// Panics with fewer than 40 resamples, of which the outer 5 % are no number, and as
/// [`auroc`] does.
pub fn auroc_interval(
    scores: &[f64],
    classes: &[usize],
    resamples: usize,
    seed: u64,
) -> Option<[f64; 2]> {
    assert!(resamples >= 40, "{resamples} resamples: at least 40 are valid");
    auroc(scores, classes)?;
    let of_class = |class: usize| -> Vec<f64> {
        let own = scores.iter().zip(classes).filter(|(_, other)| **other == class);
        own.map(|(score, _)| *score).collect()
    };
    let (negatives, positives) = (of_class(0), of_class(1));
    let classes = [vec![0; negatives.len()], vec![1; positives.len()]].concat();
    let mut random = seeded(seed);
    let mut values: Vec<f64> = (0..resamples)
        .map(|_| {
            let mut draw = |from: &[f64]| -> Vec<f64> {
                from.iter().map(|_| from[random.random_range(..from.len())]).collect()
            };
            let drawn = [draw(&negatives), draw(&positives)].concat();
            auroc(&drawn, &classes).expect("both classes were drawn")
        })
        .collect();
    values.sort_by(f64::total_cmp);
    // As many below the lower end as above the upper one.
    let outside = (0.025 * resamples as f64).floor() as usize;
    Some([values[outside], values[resamples - 1 - outside]])
}

#[cfg(test)]
mod tests {
    use super::*;
    use listings::data::gaussian;

    /// Scores of 100 negatives about 0 and 100 positives about 1, with deviation 1.
    fn sample(seed: u64) -> (Vec<f64>, Vec<usize>) {
        let mut scores = gaussian(200, 1, 1.0, &mut seeded(seed)).column(0).to_vec();
        scores[100..].iter_mut().for_each(|score| *score += 1.0);
        (scores, (0..200).map(|index| index / 100).collect())
    }

    #[test]
    fn about_nineteen_of_twenty_intervals_hold_the_true_value() {
        // Φ(1/√2): a difference of two such scores is N(1, 2).
        let truth = 0.760_25;
        let experiments = 200;
        let count = (0..experiments)
            .filter(|&seed| {
                let (scores, classes) = sample(seed);
                let [low, high] = auroc_interval(&scores, &classes, 200, seed).unwrap();
                assert!(low < high);
                (low..=high).contains(&truth)
            })
            .count();
        // Four standard errors of a share of 0.95 are 0.062; the rest is for resamples too few.
        let share = count as f64 / experiments as f64;
        assert!((share - 0.95).abs() < 0.07, "{share}");
    }

    #[test]
    fn what_is_certain_has_no_width_and_a_seed_is_an_interval() {
        let certain = auroc_interval(&[0.1, 0.2, 0.8, 0.9], &[0, 0, 1, 1], 100, 1);
        assert_eq!(certain, Some([1.0, 1.0]));
        let (scores, classes) = sample(1);
        let of = |seed| auroc_interval(&scores, &classes, 100, seed);
        assert_eq!(of(1), of(1));
        assert_ne!(of(1), of(2));
        assert_eq!(auroc_interval(&[0.1], &[0], 100, 1), None);
    }

    #[test]
    #[should_panic(expected = "10 resamples: at least 40 are valid")]
    fn too_few_resamples_are_refused() {
        auroc_interval(&[0.1, 0.9], &[0, 1], 10, 1);
    }
}
