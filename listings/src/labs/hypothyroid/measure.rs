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

#[cfg(test)]
mod tests {
    use super::super::{Model, Predictor, RECORDS, Record, predictors};
    use super::*;
    use crate::labs::recorded;

    #[test]
    fn ratios_by_hand_and_none_where_nobody_is_called_ill() {
        let of = Ratios::of(10, 6, 2);
        assert_eq!((of.precision, of.recall), (Some(0.75), 0.6));
        assert!((of.f1 - 12.0 / 18.0).abs() < 1e-15);
        let none = Ratios::of(10, 0, 0);
        assert_eq!((none.precision, none.recall, none.f1), (None, 0.0, 0.0));
    }

    #[test]
    fn always_negative_costs_as_much_as_always_positive() {
        let records: Vec<Record> = recorded(RECORDS);
        let all = predictors(&records);
        let share = all.iter().find(|(predictor, _)| **predictor == Predictor::Share);
        let one = share.unwrap().1[0];
        // A miss costs n₋/n₊, so that both cost a hundred patients 100 n₋/n.
        let (never, always) = (cost(one, &one.half), cost(one, &one.chosen));
        assert!((never - always).abs() < 1e-12, "{never} {always}");
        assert!((never - 100.0 * 2208.0 / 2314.0).abs() < 1e-12);
    }

    #[test]
    fn bins_hold_every_patient_and_every_ill_one() {
        let records: Vec<Record> = recorded(RECORDS);
        for (predictor, judged) in predictors(&records) {
            for one in judged {
                let ill: usize = one.ill.iter().sum();
                let calibrations = [Some(&one.raw), one.undone.as_ref()];
                for bins in calibrations.into_iter().flatten().map(|of| &of.bins) {
                    assert_eq!(bins.iter().map(|bin| bin.1).sum::<usize>(), 2314);
                    assert_eq!(bins.iter().map(|bin| bin.2).sum::<usize>(), ill);
                }
                if let Predictor::Trained { model: Model::Network { .. }, .. } = predictor
                {
                    let half = Ratios::pooled(one, &one.half);
                    assert_eq!(above_bin(one, 10), half, "{predictor:?}");
                }
            }
        }
    }
}
