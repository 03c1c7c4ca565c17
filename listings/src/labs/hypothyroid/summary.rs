//! What the page shows of the records.

use super::{Curve, Diagram, Record, Row, curve, diagram, predictors, rows};
use crate::labs::read_summary;
use serde::{Deserialize, Serialize};

/// All that tables and figures need.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Summary {
    /// A row a predictor.
    pub rows: Vec<Row>,
    /// F₁ against the threshold, for each loss of the network.
    pub curves: Vec<Curve>,
    /// Reliability, for each loss of the network.
    pub diagrams: Vec<Diagram>,
}

impl Summary {
    /// Of the records of a full run.
    pub fn of(records: &[Record]) -> Self {
        let (rows, all) = (rows(records), predictors(records));
        let networks = || all.iter().zip(&rows).filter(|(_, row)| row.model == "network");
        Self {
            curves: networks().map(|((_, judged), row)| curve(judged, row)).collect(),
            diagrams: networks().map(|((_, judged), row)| diagram(judged, row)).collect(),
            rows,
        }
    }
}

/// That of [`RECORDS`](super::RECORDS).
pub fn summary() -> Summary {
    read_summary(include_str!("../records/l4.summary.json"))
}
