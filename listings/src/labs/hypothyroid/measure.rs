//! What is measured in a repetition: one number each.

use super::{Calibration, Decisions, Judged};
use serde::Serialize;

/// Precision, recall and F₁ of decisions.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Ratios {
    /// Of those called ill, the share that is; absent where nobody was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub precision: Option<f64>,
    /// Of the ill, the share that was found.
    pub recall: f64,
    /// F₁ of the ill.
    pub f1: f64,
}

impl Ratios {
    /// Of so many ill, some found, and some alarms that were false.
    ///
    /// # Panics
    /// Panics when nobody is ill: then there is nothing to find.
    pub fn of(ill: usize, found: usize, alarms: usize) -> Self {
        assert!(ill > 0, "nobody is ill: recall is not defined");
        let ratio = |part: usize, whole: usize| part as f64 / whole as f64;
        let called = found + alarms;
        Self {
            precision: (called > 0).then(|| ratio(found, called)),
            recall: ratio(found, ill),
            f1: ratio(2 * found, called + ill),
        }
    }

    /// Of all folds together: their patients are counted, and not their ratios averaged.
    pub fn pooled(judged: &Judged, decisions: &Decisions) -> Self {
        Self::of(
            judged.ill.iter().sum(),
            decisions.found.iter().sum(),
            decisions.alarms.iter().sum(),
        )
    }
}

/// A measure with a number for each repetition and for each fold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// The AUROC.
    Auroc,
    /// The average precision.
    AveragePrecision,
    /// F₁ at ½.
    HalfF1,
    /// F₁ at the threshold of the validation part.
    ChosenF1,
    /// Recall where a twentieth of the patients is called ill.
    InTwentieth,
    /// Recall where a tenth of the patients is called ill.
    InTenth,
}

impl Measure {
    /// One number a fold.
    pub fn of_folds(self, judged: &Judged) -> Vec<f64> {
        let f1 = |decisions: &Decisions| {
            let fold = |fold: usize| {
                let ill = judged.ill[fold];
                Ratios::of(ill, decisions.found[fold], decisions.alarms[fold]).f1
            };
            (0..judged.ill.len()).map(fold).collect()
        };
        let share = |found: &[usize]| {
            let both = found.iter().zip(&judged.ill);
            both.map(|(&found, &ill)| found as f64 / ill as f64).collect()
        };
        match self {
            Self::Auroc => judged.auroc.clone(),
            Self::AveragePrecision => judged.average_precision.clone(),
            Self::HalfF1 => f1(&judged.half),
            Self::ChosenF1 => f1(&judged.chosen),
            Self::InTwentieth => share(&judged.in_twentieth),
            Self::InTenth => share(&judged.in_tenth),
        }
    }

    /// The number of a repetition: F₁ of all its decisions, the mean of the folds else.
    pub fn of(self, judged: &Judged) -> f64 {
        match self {
            Self::HalfF1 => Ratios::pooled(judged, &judged.half).f1,
            Self::ChosenF1 => Ratios::pooled(judged, &judged.chosen).f1,
            _ => crate::statistics::mean(&self.of_folds(judged)),
        }
    }
}

/// What decisions cost a hundred patients, where a false alarm costs 1 and a miss as much
/// as there are others to an ill one.
pub fn cost(judged: &Judged, decisions: &Decisions) -> f64 {
    let sum = |counts: &[usize]| counts.iter().sum::<usize>() as f64;
    let (ill, others) = (sum(&judged.ill), sum(&judged.others));
    let missed = ill - sum(&decisions.found);
    100.0 * (missed * others / ill + sum(&decisions.alarms)) / (ill + others)
}

/// Mean probability and share of the ill in bins of equal width, of some repetitions
/// together; bins with fewer than `least` patients are left out.
pub fn reliability(
    of: &[&Calibration],
    from: usize,
    to: usize,
    least: usize,
) -> Vec<[f64; 2]> {
    let mut sums = vec![(0, 0, 0.0); to];
    for &(number, samples, ill, probability) in of.iter().flat_map(|one| &one.bins) {
        let sum = &mut sums[number * to / from];
        *sum = (sum.0 + samples, sum.1 + ill, sum.2 + probability);
    }
    let point = |(samples, ill, probability): (usize, usize, f64)| {
        [probability / samples as f64, ill as f64 / samples as f64]
    };
    sums.into_iter().filter(|sum| sum.0 >= least.max(1)).map(point).collect()
}

/// Precision, recall and F₁ with the threshold between two bins of raw probabilities:
/// everybody from bin number `from` on is called ill.
pub fn above_bin(judged: &Judged, from: usize) -> Ratios {
    let called = judged.raw.bins.iter().filter(|bin| bin.0 >= from);
    let (found, samples) = called.fold((0, 0), |sum, bin| (sum.0 + bin.2, sum.1 + bin.1));
    Ratios::of(judged.ill.iter().sum(), found, samples - found)
}
