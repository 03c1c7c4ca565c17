//! Lab 3: accuracy against the peak rate, with and without a warm-up.

use super::{Experiment, Setting};
use crate::labs::reviews::{Peak, Record, Start, peaks, peaks_table, runs};
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
    /// Differences that are more than noise.
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
        self.of(&runs())
    }

    fn table(outcome: &Outcome) -> Table {
        peaks_table(&outcome.peaks)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::labs::reviews::{TUNING, choose};
    use std::f64::consts::LN_2;

    #[test]
    fn at_a_rash_peak_only_cold_runs_with_norms_after_all_fail() {
        let Outcome { peaks, after_sums, .. } = Config::default().run();
        assert_eq!(peaks.len(), 8);
        assert!(peaks.iter().all(|peak| peak.cold.accuracies.len() == 8));
        assert_eq!(after_sums.rash.cold.stuck, 8);
        assert_eq!(after_sums.rash.cold.accuracies, [0.5; 8]);
        assert!((1..8).contains(&after_sums.rash.warm.stuck));
        assert!(after_sums.rash.warm.mean > after_sums.rash.cold.mean);
        // "Not a good peak": the next one has far more.
        assert!(after_sums.rash.warm.mean < after_sums.bold.warm.mean - 0.2);
        for peak in peaks.iter().filter(|peak| peak.norm == "before") {
            assert_eq!((peak.cold.stuck, peak.warm.stuck), (0, 0), "{}", peak.peak);
        }
    }

    #[test]
    fn at_the_smaller_peaks_a_warm_up_changes_a_point_at_most_and_costs_at_the_smallest()
    {
        let Outcome { before_sums, after_sums, .. } = Config::default().run();
        for place in [before_sums, after_sums] {
            for peak in [&place.small, &place.modest] {
                let gain = peak.gain.unwrap().mean;
                assert!(gain.abs() < 0.01, "{} {}: {gain}", peak.norm, peak.peak);
            }
            assert!(place.small.gain.unwrap().mean < 0.0);
        }
    }

    #[test]
    fn the_first_tenth_at_a_rash_peak_is_worse_than_guessing_without_a_warm_up_and_like_it_with_one()
     {
        let Outcome { before_sums, after_sums, .. } = Config::default().run();
        for place in [&before_sums, &after_sums] {
            assert!(place.rash.cold.first > LN_2 + 0.1);
            // "Close to what guessing costs": a fifth of the way to the others at most.
            assert!((place.rash.warm.first - LN_2).abs() < 0.05);
        }
        // "The norms before bring every run back": to well above guessing.
        let least = before_sums.rash.cold.accuracies.iter().copied().reduce(f64::min);
        assert!(least.unwrap() > 0.75, "{least:?}");
    }

    #[test]
    fn two_differences_are_more_than_noise_and_the_rashest_is_only_without_holms_steps() {
        let Outcome { peaks, before_sums, after_sums, sure, .. } =
            Config::default().run();
        assert_eq!((peaks.len(), sure), (8, 2));
        let of = |peak: &Peak| peak.gain.unwrap();
        assert_eq!(of(&after_sums.bold).verdict, "higher");
        assert_eq!(of(&before_sums.small).verdict, "lower");
        let rash = of(&after_sums.rash);
        assert!(rash.mean > rash.half_width && rash.verdict == "noise");
        // At the bold peak all learn, with both.
        assert_eq!((after_sums.bold.cold.stuck, after_sums.bold.warm.stuck), (0, 0));
        assert_eq!(of(&before_sums.rash).verdict, "noise");
        assert_eq!(after_sums.bold.peak * 4.0, after_sums.rash.peak);
    }

    #[test]
    fn two_seeds_would_have_chosen_the_same_peaks_and_told_no_difference() {
        let all: Vec<Record> = runs();
        let mut few = all.clone();
        few.retain(|record| !TUNING[2..].contains(&record.seed));
        assert_eq!(choose(&few), choose(&all));
        assert_eq!(Config::default().of(&few).sure, 0);
    }
}
