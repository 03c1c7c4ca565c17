//! What the model of one fold says of the patients who were left out of it.

use super::decisions::{count, found_in};
use super::loss::undone;
use super::parts::{Parts, classes};
use super::scaling::{Scaling, scaling};
use super::training::Scores;
use crate::metrics::{
    above, auroc, average_precision, best_f1_threshold, cost_threshold,
};
use listings::losses::sigmoid;
use ndarray::Array1;

/// Ranking, decisions as (found, alarmed), and probabilities of a fold's patients.
pub(super) struct Fold {
    pub(super) classes: Vec<usize>,
    pub(super) auroc: f64,
    pub(super) average_precision: f64,
    /// At ½.
    pub(super) half: [usize; 2],
    /// The logit with the best F₁ of the validation part.
    pub(super) threshold: f64,
    /// At this logit.
    pub(super) chosen: [usize; 2],
    /// Cheapest where a miss costs n₋/n₊ false alarms.
    pub(super) cheapest: [usize; 2],
    pub(super) in_twentieth: usize,
    pub(super) in_tenth: usize,
    /// The probabilities of the model.
    pub(super) raw: Array1<f64>,
    /// The same, corrected by the loss's formula; absent where it has none.
    pub(super) undone: Option<Array1<f64>>,
    /// The same, corrected by slope and intercept.
    pub(super) scaled: Array1<f64>,
}

impl Fold {
    /// Judges the scores of a fold.
    pub(super) fn of(parts: &Parts, scores: &Scores, has_formula: bool) -> Self {
        let own = classes(&parts.left_out);
        let decided = |says: &Array1<usize>| count(says, &own);
        let logits = scores.left_out.as_slice().expect("a vector");
        let ill = "ill patients in each fold";

        let validation = scores.validation.as_slice().expect("a vector");
        let best = best_f1_threshold(validation, &classes(&parts.validation));
        let (threshold, _) = best.expect(ill);

        let line = scaling(&scores.validation, &parts.validation.targets);
        let scaled = Scaling::scaled(&line, &scores.left_out).mapv(sigmoid);
        let undone =
            has_formula.then(|| scores.left_out.mapv(|z| undone(&*scores.loss, z)));
        // A miss costs as many false alarms as there are others for one who is ill.
        let train = &parts.train.targets;
        let miss = (train.len() as f64 - train.sum()) / train.sum();
        let cheap = cost_threshold(1.0, miss).expect("ill and others");
        let corrected = undone.as_ref().unwrap_or(&scaled);
        let cheapest = above(corrected.as_slice().expect("a vector"), cheap);

        Self {
            auroc: auroc(logits, &own).expect("both classes in each fold"),
            average_precision: average_precision(logits, &own).expect(ill),
            half: decided(&above(logits, 0.0)),
            threshold,
            chosen: decided(&above(logits, threshold)),
            cheapest: decided(&cheapest),
            in_twentieth: found_in(0.05, logits, &own),
            in_tenth: found_in(0.1, logits, &own),
            raw: scores.left_out.mapv(sigmoid),
            undone,
            scaled,
            classes: own,
        }
    }

    /// How many are ill.
    pub(super) fn ill(&self) -> usize {
        self.classes.iter().sum()
    }
}
