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

#[cfg(test)]
mod tests {
    use super::super::by_hand::{record, transformer};
    use super::*;

    #[test]
    fn runs_are_paired_by_schedule_and_seed_whichever_ended_first() {
        let mut records = Vec::new();
        for norm in [Norm::After, Norm::Before] {
            for (fall, seed, cold) in [
                (Fall::Cosine, 102, 0.8),
                (Fall::Constant, 101, 0.5),
                (Fall::Cosine, 101, 0.7),
                (Fall::Constant, 102, 0.6),
            ] {
                let run = |warmup, accuracy| {
                    let predictor = transformer(norm, fall, warmup, 0.1);
                    record(predictor, seed, Some((0.5, accuracy)))
                };
                records.push(run(0.1, cold + 0.1));
                records.insert(0, run(0.0, cold));
            }
        }
        // Other schedules, other seeds, and a peak without its other half.
        let other = transformer(Norm::Before, Fall::Step, 0.0, 0.1);
        records.push(record(other, 101, Some((0.5, 0.99))));
        let judging = transformer(Norm::Before, Fall::Cosine, 0.0, 0.1);
        records.push(record(judging, 1, Some((0.5, 0.99))));
        let half = transformer(Norm::Before, Fall::Cosine, 0.0, 0.2);
        records.push(record(half, 101, Some((0.5, 0.99))));

        let peaks = peaks(&records);
        let norms: Vec<_> = peaks.iter().map(|peak| (peak.norm, peak.peak)).collect();
        assert_eq!(norms, [("before", 0.1), ("after", 0.1)]);
        let Peak { cold, warm, gain, .. } = &peaks[1];
        assert_eq!(cold.accuracies, [0.5, 0.6, 0.7, 0.8]);
        assert_eq!((cold.stuck, warm.stuck, cold.first), (1, 0, 0.7));
        // Pair by pair it is 0.1, without a spread.
        let gain = gain.unwrap();
        assert!((gain.mean - 0.1).abs() < 1e-12 && gain.half_width < 1e-12);
        assert_eq!(peaks_table(&peaks).rows.len(), 2);
    }

    #[test]
    fn a_run_that_was_not_finite_decides_nothing() {
        let run = |warmup, of| {
            record(transformer(Norm::After, Fall::Cosine, warmup, 0.1), 101, of)
        };
        let peaks = peaks(&[run(0.0, None), run(0.1, Some((0.4, 0.8)))]);
        assert_eq!((peaks[0].cold.mean, peaks[0].cold.stuck), (0.5, 1));
        // One run of each has no interval.
        assert_eq!(peaks[0].gain, None);
    }
}
