//! Lab 3: accuracy against the peak rate, with and without a warm-up.

use super::{Experiment, Setting};
use crate::labs::recorded;
use crate::labs::reviews::{Peak, RECORDS, Record, Start, peaks, peaks_table};
use crate::report::Table;
use serde::Serialize;

/// What is shown.
#[derive(Clone, Debug)]
pub struct Config {
    /// The norms after the sums.
    pub after: bool,
}

impl Default for Config {
    fn default() -> Self {
        Self { after: true }
    }
}

/// Peaks of both places, from below.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Whether the figure shows norms after the sums.
    pub after: bool,
    /// All of them.
    pub peaks: Vec<Peak>,
    /// Norms before: 0.001, 0.004, 0.016 and 0.064.
    pub before_sums: Peaks,
    /// Norms after: the same.
    pub after_sums: Peaks,
    /// Verdicts that are not noise.
    pub sure: usize,
}

/// The four peaks by name; without runs where the records have none.
#[derive(Clone, Debug, Serialize)]
pub struct Peaks {
    /// The smallest.
    pub small: Peak,
    /// The second.
    pub modest: Peak,
    /// The third.
    pub bold: Peak,
    /// The largest.
    pub rash: Peak,
}

impl Peaks {
    fn of(peaks: &[Peak], norm: &'static str) -> Self {
        let none = || {
            let accuracies = Vec::new();
            let none = Start { accuracies, mean: 0.0, stuck: 0, first: 0.0 };
            Peak { norm, peak: 0.0, cold: none.clone(), warm: none, gain: None }
        };
        let mut own = peaks.iter().filter(|peak| peak.norm == norm).cloned();
        let mut next = || own.next().unwrap_or_else(none);
        Self { small: next(), modest: next(), bold: next(), rash: next() }
    }
}

impl Config {
    /// The outcome, of these records.
    pub fn of(&self, records: &[Record]) -> Outcome {
        let peaks = peaks(records);
        let is_sure =
            |peak: &&Peak| peak.gain.is_some_and(|gain| gain.verdict != "noise");
        Outcome {
            after: self.after,
            before_sums: Peaks::of(&peaks, "before"),
            after_sums: Peaks::of(&peaks, "after"),
            sure: peaks.iter().filter(is_sure).count(),
            peaks,
        }
    }
}

impl Experiment for Config {
    const NAME: &'static str = "lab-reviews-peaks";
    const QUESTION: &'static str =
        "How bold may the peak rate be, with and without a warm-up?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![Setting::switch("after", "norms after the sums", &mut self.after)]
    }

    fn run(&self) -> Outcome {
        self.of(&recorded(RECORDS))
    }

    fn table(outcome: &Outcome) -> Table {
        peaks_table(&outcome.peaks)
    }
}
