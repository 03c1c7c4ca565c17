//! The verdict of all folds on what was left out, and on the test part.

use super::calibration::{calibration, rounded};
use super::decisions::{count, decisions};
use super::fold::Fold;
use super::parts::{Parts, classes};
use super::training::Scores;
use crate::metrics::{auroc, average_precision};
use crate::statistics::auroc_interval;
use listings::labs::hypothyroid::{BINS, Judged, Test};
use listings::losses::sigmoid;
use ndarray::Array1;

/// Resamples of the test part.
const RESAMPLES: usize = 1000;

/// What the models of all folds say of what was left out, and of the test part.
pub(super) fn judge(models: &[(Parts, Scores)], has_formula: bool, seed: u64) -> Judged {
    let folds: Vec<Fold> = models
        .iter()
        .map(|(parts, scores)| Fold::of(parts, scores, has_formula))
        .collect();
    let each =
        |of: fn(&Fold) -> f64| folds.iter().map(|fold| rounded(of(fold), 6)).collect();
    let counts = |of: fn(&Fold) -> usize| folds.iter().map(of).collect();
    let decided = |of: fn(&Fold) -> [usize; 2]| decisions(folds.iter().map(of));
    let kept = || models.iter().filter_map(|(_, scores)| scores.kept);

    let truth: Vec<usize> =
        folds.iter().flat_map(|fold| fold.classes.iter().copied()).collect();
    // The probabilities of all folds, one after the other.
    let all = |of: fn(&Fold) -> Option<&Array1<f64>>| -> Vec<f64> {
        folds.iter().filter_map(of).flatten().copied().collect()
    };
    let undone = || calibration(&all(|fold| fold.undone.as_ref()), &truth, BINS / 2);
    Judged {
        ill: counts(Fold::ill),
        others: counts(|fold| fold.classes.len() - fold.ill()),
        rates: kept().map(|(rate, _)| rate).collect(),
        epochs: kept().map(|(_, epoch)| epoch).collect(),
        auroc: each(|fold| fold.auroc),
        average_precision: each(|fold| fold.average_precision),
        half: decided(|fold| fold.half),
        thresholds: each(|fold| sigmoid(fold.threshold)),
        chosen: decided(|fold| fold.chosen),
        cheapest: decided(|fold| fold.cheapest),
        in_twentieth: counts(|fold| fold.in_twentieth),
        in_tenth: counts(|fold| fold.in_tenth),
        raw: calibration(&all(|fold| Some(&fold.raw)), &truth, BINS),
        undone: has_formula.then(undone),
        scaled: calibration(&all(|fold| Some(&fold.scaled)), &truth, 0),
        test: judge_test(models, &folds, seed),
    }
}

/// What the committee of all folds says of the test part: the mean of its probabilities,
/// and the majority of its decisions.
fn judge_test(models: &[(Parts, Scores)], folds: &[Fold], seed: u64) -> Test {
    let (parts, _) = models.first().expect("at least one fold");
    let truth = classes(&parts.test);
    let mut committee = vec![0.0; truth.len()];
    let (mut half, mut chosen) = (vec![0; truth.len()], vec![0; truth.len()]);
    for ((_, scores), fold) in models.iter().zip(folds) {
        for (index, &logit) in scores.test.iter().enumerate() {
            committee[index] += sigmoid(logit) / folds.len() as f64;
            half[index] += usize::from(logit >= 0.0);
            chosen[index] += usize::from(logit >= fold.threshold);
        }
    }
    let majority = |votes: &[usize]| -> Array1<usize> {
        votes.iter().map(|&votes| usize::from(2 * votes > folds.len())).collect()
    };
    let both = "both classes in the test part";
    let interval = auroc_interval(&committee, &truth, RESAMPLES, seed).expect(both);
    let brief = |value: Option<f64>| rounded(value.expect(both), 6);
    let ill = truth.iter().sum();
    Test {
        ill,
        others: truth.len() - ill,
        auroc: brief(auroc(&committee, &truth)),
        interval: interval.map(|end| rounded(end, 6)),
        average_precision: brief(average_precision(&committee, &truth)),
        half: count(&majority(&half), &truth),
        chosen: count(&majority(&chosen), &truth),
    }
}
