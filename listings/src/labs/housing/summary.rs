//! What the page shows of the records.

use super::{Models, Record, Slice, Training, WRONG, rows, slices, training};
use crate::labs::read_summary;
use serde::{Deserialize, Serialize};

/// All that tables and figures need.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Summary {
    /// How many runs were recorded.
    pub runs: usize,
    /// The models, on right prices and with wrong ones.
    pub models: [Models; 2],
    /// The slices of the losses, in the same order.
    pub slices: [Vec<Slice>; 2],
    /// Linear and network on right prices, linear and network with wrong ones.
    pub training: Vec<Vec<Training>>,
}

impl Summary {
    /// Of the records of a full run.
    ///
    /// # Panics
    /// Panics when a model is missing.
    pub fn of(records: &[Record]) -> Self {
        let models = [(0, false), (0, true), (1, false), (1, true)];
        Self {
            runs: records.len(),
            models: WRONG.map(|wrong| Models::of(&rows(records, wrong))),
            slices: WRONG.map(|wrong| slices(records, wrong)),
            training: models
                .map(|(wrong, network)| training(records, WRONG[wrong], network))
                .into(),
        }
    }
}

/// That of [`RECORDS`](super::RECORDS).
pub fn summary() -> Summary {
    read_summary(include_str!("../records/l1.summary.json"))
}
