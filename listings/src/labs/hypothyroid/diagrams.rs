//! Reliability of probabilities, as they come out and undone.

use super::{BINS, Calibration, Judged, Row, reliability};
use serde::{Deserialize, Serialize};

/// Bins with fewer patients, of all repetitions together, are not drawn.
const LEAST: usize = 40;

/// The network with one loss, all repetitions together.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Diagram {
    /// The loss.
    pub loss: String,
    /// Mean probabilities and shares of the ill in ten bins, as they come out.
    pub raw: Vec<[f64; 2]>,
    /// The same when the loss is undone; empty for a loss without a formula.
    pub undone: Vec<[f64; 2]>,
    /// The calibration error as it comes out.
    pub error: f64,
    /// The calibration error when the loss is undone.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub undone_error: Option<f64>,
}

/// The diagram of one loss, of its repetitions and its row.
pub fn diagram(judged: &[&Judged], row: &Row) -> Diagram {
    let raw: Vec<&Calibration> = judged.iter().map(|one| &one.raw).collect();
    let undone: Vec<&Calibration> =
        judged.iter().filter_map(|one| one.undone.as_ref()).collect();
    Diagram {
        loss: row.loss.clone(),
        raw: reliability(&raw, BINS, 10, LEAST),
        undone: reliability(&undone, BINS / 2, 10, LEAST),
        error: row.raw.error,
        undone_error: row.undone.map(|undone| undone.error),
    }
}
