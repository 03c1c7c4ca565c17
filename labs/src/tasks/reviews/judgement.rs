//! Scores, and how good they are.

use super::parts::Part;
use crate::models::Samples;
use listings::evaluation::argmax_rows;
use listings::labs::reviews::Quality;
use listings::losses::{CrossEntropy, Loss};
use ndarray::{Array1, Array2};

/// The classes: content, or not.
pub(super) const CLASSES: usize = 2;

/// Scores of both classes from the logit of one.
pub(super) fn scores(logits: &Array1<f64>) -> Array2<f64> {
    let mut scores = Array2::zeros((logits.len(), CLASSES));
    scores.column_mut(1).assign(logits);
    scores
}

/// Loss and accuracy of scores of shape (n, 2), in four digits.
pub(super) fn judge(scores: &Array2<f64>, part: &Part) -> Quality {
    let decisions = argmax_rows(scores);
    let right = decisions.iter().zip(&part.labels).filter(|(a, b)| a == b);
    let brief = |value: f64| format!("{value:.3e}").parse().expect("a number");
    Quality {
        loss: brief(CrossEntropy::default().value(scores, &part.labels)),
        accuracy: brief(right.count() as f64 / part.len() as f64),
    }
}
