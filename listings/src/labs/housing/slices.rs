//! Losses along one weight.

use super::{Criterion, Predictor, Record, SLICE};
use serde::{Deserialize, Serialize};

/// A loss along the weight.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Slice {
    /// The loss.
    pub name: String,
    /// The change of the weight, and the loss over its least value.
    pub points: Vec<(f64, f64)>,
}

/// The slices of the three losses, with this share of wrong prices.
///
/// # Panics
/// Panics when one was not recorded.
pub fn slices(records: &[Record], wrong: f64) -> Vec<Slice> {
    let (from, to, steps) = SLICE;
    let criteria = [Criterion::Squared, Criterion::Absolute, Criterion::Huber(1.0)];
    let slice = |criterion: Criterion| {
        let predictor = Predictor::Slice { criterion };
        let record = records.iter().find(|record| {
            record.config.predictor == predictor && record.config.wrong == wrong
        });
        let curve = &record.expect("the records have every slice").outcome.curve;
        let least = curve.iter().copied().fold(f64::INFINITY, f64::min);
        let place = |step: usize| from + (to - from) * step as f64 / steps as f64;
        let points = curve.iter().enumerate();
        Slice {
            name: criterion.name(),
            points: points.map(|(step, loss)| (place(step), loss / least)).collect(),
        }
    };
    criteria.map(slice).into()
}
