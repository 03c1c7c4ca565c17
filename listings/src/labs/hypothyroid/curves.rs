//! F₁ against the threshold.

use super::{BINS, Judged, Row, above_bin, mean_of};
use serde::{Deserialize, Serialize};

/// F₁ of the network with one loss, means over repetitions.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Curve {
    /// The loss.
    pub loss: String,
    /// Thresholds and F₁.
    pub f1: Vec<[f64; 2]>,
    /// The mean of the chosen thresholds, and the mean F₁ with them.
    pub chosen: [f64; 2],
    /// F₁ at ½.
    pub half: f64,
    /// The threshold with the largest F₁ of the curve: after the fact.
    pub best: [f64; 2],
}

/// The curve of one loss, of its repetitions and its row.
pub fn curve(judged: &[&Judged], row: &Row) -> Curve {
    let at = |from: usize| {
        let f1 = mean_of(judged, |one| above_bin(one, from).f1);
        [from as f64 / BINS as f64, f1]
    };
    let f1: Vec<[f64; 2]> = (1..BINS).map(at).collect();
    let best = f1.iter().copied().max_by(|a, b| a[1].total_cmp(&b[1]));
    Curve {
        loss: row.loss.clone(),
        chosen: [row.threshold, row.chosen.f1],
        half: row.half.f1,
        best: best.expect("there are thresholds"),
        f1,
    }
}
