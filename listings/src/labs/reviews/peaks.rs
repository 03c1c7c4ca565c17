//! Accuracy against the peak rate, with and without a warm-up: how bold a rate may be.

use super::{Difference, Fall, Norm, Predictor, Record, family, is_tuning, place};
use crate::report::{Cell, Table, number};
use crate::statistics::mean;
use serde::Serialize;

/// A run whose validation accuracy ends below this learned nothing: for 670 reviews, half of
/// each class, guessing has a standard deviation of 0.02.
pub const STUCK: f64 = 0.55;

/// The runs at a peak rate that chose, under the constant rate and under the cosine, at a
/// place of the norm.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Peak {
    /// "before" or "after".
    pub norm: &'static str,
    /// The peak rate.
    pub peak: f64,
    /// Without a warm-up.
    pub cold: Start,
    /// With one.
    pub warm: Start,
    /// Accuracies with a warm-up less without it, run by run, by Holm's steps over all
    /// peaks at both places; absent until both were run.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gain: Option<Difference>,
}

/// Runs that start alike.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Start {
    /// The validation accuracy at the end of each; ½ where a loss was not finite.
    pub accuracies: Vec<f64>,
    /// Their mean.
    pub mean: f64,
    /// How many learned nothing.
    pub stuck: usize,
    /// The mean loss of the first tenth of the steps, over the runs.
    pub first: f64,
}

impl Start {
    fn of(records: &[&Record]) -> Option<Self> {
        let accuracy = |record: &&Record| {
            record.outcome.last().map_or(0.5, |quality| quality.accuracy)
        };
        let accuracies: Vec<f64> = records.iter().map(accuracy).collect();
        let first: Vec<f64> = records
            .iter()
            .filter_map(|record| record.outcome.training.first().copied())
            .collect();
        (!records.is_empty()).then(|| Self {
            mean: mean(&accuracies),
            stuck: accuracies.iter().filter(|&&accuracy| accuracy < STUCK).count(),
            first: if first.is_empty() { 0.0 } else { mean(&first) },
            accuracies,
        })
    }
}

/// The peak of a run of these, and whether it is warm.
fn peak_of(record: &Record, place: Norm) -> Option<(f64, bool)> {
    match record.config.predictor {
        Predictor::Transformer {
            norm,
            fall: Fall::Constant | Fall::Cosine,
            warmup,
            peak,
            ..
        } if norm == place && is_tuning(record) => Some((peak, warmup > 0.0)),
        _ => None,
    }
}

/// Runs with and without a warm-up in the same order, whichever ended first.
fn order(record: &Record) -> (bool, u64) {
    let is_cosine = matches!(
        record.config.predictor,
        Predictor::Transformer { fall: Fall::Cosine, .. }
    );
    (is_cosine, record.seed)
}

/// Every peak that was run with and without a warm-up, of both places, from below.
pub fn peaks(records: &[Record]) -> Vec<Peak> {
    let mut found = Vec::new();
    for norm in [Norm::Before, Norm::After] {
        let mut peaks: Vec<f64> =
            records.iter().filter_map(|record| Some(peak_of(record, norm)?.0)).collect();
        peaks.sort_by(f64::total_cmp);
        peaks.dedup();
        for peak in peaks {
            let runs = |is_warm| -> Vec<&Record> {
                let is_this =
                    |record: &&Record| peak_of(record, norm) == Some((peak, is_warm));
                let mut runs: Vec<_> = records.iter().filter(is_this).collect();
                runs.sort_by_key(|record| order(record));
                runs
            };
            let (cold, warm) = (Start::of(&runs(false)), Start::of(&runs(true)));
            if let (Some(cold), Some(warm)) = (cold, warm) {
                found.push(Peak { norm: place(norm), peak, cold, warm, gain: None });
            }
        }
    }
    let less = |one: &Peak| {
        let (warm, cold) = (&one.warm.accuracies, &one.cold.accuracies);
        let pairs = warm.iter().zip(cold).map(|(warm, cold)| warm - cold);
        (warm.len() == cold.len()).then(|| pairs.collect())
    };
    let gains = family(&found.iter().map(less).collect::<Vec<_>>());
    for (peak, gain) in found.iter_mut().zip(gains) {
        peak.gain = gain;
    }
    found
}

/// A row a peak.
pub fn peaks_table(peaks: &[Peak]) -> Table {
    let runs = peaks.iter().map(|peak| peak.cold.accuracies.len()).max().unwrap_or(0);
    let mut table = Table::new(
        format!(
            "Validation accuracy at the end, by peak rate: means of {runs} runs, under the \
             constant rate and the cosine; in brackets the runs that learned nothing"
        ),
        &["norm", "peak rate", "without warm-up", "with warm-up", "difference"],
    );
    let mean = |start: &Start| {
        let stuck = match start.stuck {
            0 => String::new(),
            stuck => format!(" ({stuck})"),
        };
        Cell::Number(number(start.mean, 3) + &stuck)
    };
    for peak in peaks {
        let gain = peak.gain.map_or("–".to_string(), |gain| {
            let of = format!("{:+.3}", gain.mean).replace('-', "−");
            format!("{of} ± {} ({})", number(gain.half_width, 3), gain.verdict)
        });
        table.row(vec![
            peak.norm.into(),
            Cell::Number(peak.peak.to_string()),
            mean(&peak.cold),
            mean(&peak.warm),
            Cell::Number(gain),
        ]);
    }
    table
}
