//! A row a predictor, against cross-entropy on the network.

use super::{Criterion, Decisions, Judged, Measure, Model, Predictor};
use super::{Ratios, Record, cost};
use crate::labs::groups;
use crate::report::{Cell, Table, number};
use crate::statistics::{Interval, Paired, deviation, holm, mean};
use serde::{Deserialize, Serialize};

/// A difference to the reference, with two answers to "is it noise?".
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
pub struct Compared {
    /// The mean difference over repetitions.
    pub mean: f64,
    /// Student's half width over repetitions, for this comparison alone.
    pub half_width: f64,
    /// "lower", "higher" or "noise" with Holm's steps over all comparisons of a measure:
    /// what other divisions of these patients would say.
    pub verdict: &'static str,
    /// The half width with the variance of Nadeau and Bengio.
    pub cautious_half_width: f64,
    /// "lower", "higher" or "noise" by that: what other patients would say, roughly.
    pub cautious: &'static str,
}

/// A measure of a predictor.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Measured {
    /// Over repetitions.
    pub mean: f64,
    /// Student's half width over repetitions; absent for one repetition.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub half_width: Option<f64>,
    /// Against the reference; absent for itself, and for one repetition.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub compared: Option<Compared>,
}

/// Precision, recall and F₁, means over repetitions.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
pub struct Rule {
    /// Absent where nobody was called ill in some repetition.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub precision: Option<f64>,
    /// The share of the ill that was found.
    pub recall: f64,
    /// F₁ of the ill.
    pub f1: f64,
    /// The cost of a hundred patients, in false alarms.
    pub cost: f64,
}

/// Errors of probabilities, means over repetitions.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
pub struct Probabilities {
    /// The Brier score.
    pub brier: f64,
    /// The expected calibration error.
    pub error: f64,
}

/// The test part, means over repetitions of the committees.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
pub struct Tested {
    /// The AUROC.
    pub auroc: f64,
    /// The mean of the lower ends of its bootstrap intervals.
    pub low: f64,
    /// The mean of the upper ends.
    pub high: f64,
    /// The average precision.
    pub average_precision: f64,
    /// F₁ at ½.
    pub half_f1: f64,
    /// F₁ at the chosen thresholds.
    pub chosen_f1: f64,
    /// Recall at ½.
    pub half_recall: f64,
    /// Recall at the chosen thresholds.
    pub chosen_recall: f64,
}

/// One predictor.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Row {
    /// "none", "TSH alone", "linear" or "network".
    pub model: &'static str,
    /// The loss; "–" where nothing is trained.
    pub loss: String,
    /// γ, for a focal loss without α and for cross-entropy, on the network.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub gamma: Option<f64>,
    /// The AUROC.
    pub auroc: Measured,
    /// The average precision.
    pub average_precision: Measured,
    /// F₁ at ½.
    pub half_f1: Measured,
    /// F₁ at the chosen threshold.
    pub chosen_f1: Measured,
    /// Recall where a twentieth is called ill.
    pub in_twentieth: Measured,
    /// Recall where a tenth is called ill.
    pub in_tenth: Measured,
    /// Decisions at ½.
    pub half: Rule,
    /// Decisions at the chosen threshold.
    pub chosen: Rule,
    /// Decisions by corrected probabilities at the threshold of the costs.
    pub cheapest: Rule,
    /// What the chosen threshold adds to F₁ at ½; absent for one repetition.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub gain: Option<Paired>,
    /// "higher", "lower" or "noise" of that; "–" for one repetition.
    pub gain_verdict: &'static str,
    /// The mean of the chosen thresholds.
    pub threshold: f64,
    /// The least and the largest F₁ of a fold, at the chosen threshold.
    pub folds: [f64; 2],
    /// Probabilities as they come out.
    pub raw: Probabilities,
    /// With the loss undone; absent for a loss without a formula.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub undone: Option<Probabilities>,
    /// With slope and intercept of the validation part.
    pub scaled: Probabilities,
    /// The test part.
    pub test: Tested,
}

/// Each predictor whose runs all came to an end, with its verdicts.
pub fn predictors(records: &[Record]) -> Vec<(&Predictor, Vec<&Judged>)> {
    let mut all = Vec::new();
    for group in groups(records) {
        let first: &Record = group[0];
        let judged: Option<Vec<&Judged>> =
            group.into_iter().map(|record| record.outcome.judged.as_ref()).collect();
        all.extend(judged.map(|judged| (&first.config.predictor, judged)));
    }
    all
}

/// Model and loss, and γ where it is one of a family.
pub fn names(predictor: &Predictor) -> (&'static str, String, Option<f64>) {
    let Predictor::Trained { model, criterion, .. } = predictor else {
        return ("none", "–".to_string(), None);
    };
    let (model, is_network) = match model {
        Model::Thyrotropin => ("TSH alone", false),
        Model::Linear => ("linear", false),
        Model::Network { .. } => ("network", true),
    };
    let gamma = match criterion {
        Criterion::CrossEntropy => Some(0.0),
        Criterion::Focal { gamma, alpha: None } => Some(*gamma),
        _ => None,
    };
    (model, criterion.name(), gamma.filter(|_| is_network))
}

/// Whether all others are compared with it.
fn is_reference(predictor: &Predictor) -> bool {
    let (model, _, gamma) = names(predictor);
    model == "network" && gamma == Some(0.0)
}

/// The 97.5 % quantile of Student's t for the 39 degrees of freedom of five folds and eight
/// repetitions; between 24 and 99 of them it is within 0.04 of this.
const QUANTILE: f64 = 2.02;

/// The differences of all folds of all repetitions are not independent: they share patients.
/// With n differences of variance s², and m test samples to each training sample, the
/// variance of their mean is taken as (1/n + m) s². C. Nadeau & Y. Bengio, "Inference for
/// the generalization error", *Machine Learning* 52 (2003) 239–281.
fn cautious(differences: &[f64], share: f64) -> f64 {
    let n = differences.len() as f64;
    QUANTILE * deviation(differences) * (1.0 / n + share).sqrt()
}

/// A measure of all predictors, with comparisons where there is a reference.
fn measured(all: &[(&Predictor, Vec<&Judged>)], measure: Measure) -> Vec<Measured> {
    let values: Vec<Vec<f64>> = all
        .iter()
        .map(|(_, judged)| judged.iter().map(|one| measure.of(one)).collect())
        .collect();
    let of_folds = |index: usize| -> Vec<f64> {
        all[index].1.iter().flat_map(|one| measure.of_folds(one)).collect()
    };
    let mut compared = vec![None; all.len()];
    let reference = all.iter().position(|(predictor, _)| is_reference(predictor));
    if let Some(reference) = reference.filter(|&index| values[index].len() >= 2) {
        let count = values[reference].len();
        // What is the same for all patients is no competitor.
        let others: Vec<usize> = (0..all.len())
            .filter(|&index| index != reference && *all[index].0 != Predictor::Share)
            .filter(|&index| values[index].len() == count)
            .collect();
        let named = |&index: &usize| (index.to_string(), values[index].clone());
        let verdicts =
            holm(&values[reference], &others.iter().map(named).collect::<Vec<_>>());
        let first = all[reference].1[0];
        let fold = 1.0 / first.ill.len() as f64;
        let share = fold / (1.0 - 2.0 * fold);
        for (&index, verdict) in others.iter().zip(verdicts) {
            let paired = Paired::of(&values[index], &values[reference]);
            let (own, other) = (of_folds(index), of_folds(reference));
            let differences: Vec<f64> =
                own.iter().zip(&other).map(|(a, b)| a - b).collect();
            let half_width = cautious(&differences, share);
            let center = mean(&differences);
            let says = if center.abs() <= half_width {
                "noise"
            } else if center < 0.0 {
                "lower"
            } else {
                "higher"
            };
            compared[index] = Some(Compared {
                mean: paired.mean,
                half_width: paired.half_width,
                verdict: verdict.verdict,
                cautious_half_width: half_width,
                cautious: says,
            });
        }
    }
    let all = values.iter().zip(compared);
    all.map(|(values, compared)| {
        let of = Interval::of_mean(values).expect("a repetition or more");
        Measured { mean: of.mean, half_width: of.half_width, compared }
    })
    .collect()
}

/// The mean of a number of each repetition.
pub fn mean_of(judged: &[&Judged], of: impl Fn(&Judged) -> f64) -> f64 {
    mean(&judged.iter().map(|one| of(one)).collect::<Vec<_>>())
}

fn rule(all: &[&Judged], decisions: fn(&Judged) -> &Decisions) -> Rule {
    let ratios = |one: &Judged| Ratios::pooled(one, decisions(one));
    let precisions: Option<Vec<f64>> =
        all.iter().map(|one| ratios(one).precision).collect();
    Rule {
        precision: precisions.map(|values| mean(&values)),
        recall: mean_of(all, |one| ratios(one).recall),
        f1: mean_of(all, |one| ratios(one).f1),
        cost: mean_of(all, |one| cost(one, decisions(one))),
    }
}

fn tested(all: &[&Judged]) -> Tested {
    let ratios = |one: &Judged, [found, alarms]: [usize; 2]| {
        Ratios::of(one.test.ill, found, alarms)
    };
    Tested {
        auroc: mean_of(all, |one| one.test.auroc),
        low: mean_of(all, |one| one.test.interval[0]),
        high: mean_of(all, |one| one.test.interval[1]),
        average_precision: mean_of(all, |one| one.test.average_precision),
        half_f1: mean_of(all, |one| ratios(one, one.test.half).f1),
        chosen_f1: mean_of(all, |one| ratios(one, one.test.chosen).f1),
        half_recall: mean_of(all, |one| ratios(one, one.test.half).recall),
        chosen_recall: mean_of(all, |one| ratios(one, one.test.chosen).recall),
    }
}

/// A row a predictor, in the order of the records.
pub fn rows(records: &[Record]) -> Vec<Row> {
    let all = predictors(records);
    let [auroc, precision, half_f1, chosen_f1, twentieth, tenth] = [
        Measure::Auroc,
        Measure::AveragePrecision,
        Measure::HalfF1,
        Measure::ChosenF1,
        Measure::InTwentieth,
        Measure::InTenth,
    ]
    .map(|measure| measured(&all, measure));
    let row = |(index, (predictor, judged)): (usize, &(&Predictor, Vec<&Judged>))| {
        let (model, loss, gamma) = names(predictor);
        let values = |measure: Measure| -> Vec<f64> {
            judged.iter().map(|one| measure.of(one)).collect()
        };
        let gain = (judged.len() >= 2)
            .then(|| Paired::of(&values(Measure::ChosenF1), &values(Measure::HalfF1)));
        let folds: Vec<f64> =
            judged.iter().flat_map(|one| Measure::ChosenF1.of_folds(one)).collect();
        let has_formula = judged.iter().all(|one| one.undone.is_some());
        let undone = |one: &Judged| one.undone.clone().expect("looked at");
        Row {
            model,
            loss,
            gamma,
            auroc: auroc[index],
            average_precision: precision[index],
            half_f1: half_f1[index],
            chosen_f1: chosen_f1[index],
            in_twentieth: twentieth[index],
            in_tenth: tenth[index],
            half: rule(judged, |one| &one.half),
            chosen: rule(judged, |one| &one.chosen),
            cheapest: rule(judged, |one| &one.cheapest),
            gain,
            gain_verdict: gain.map_or("–", |gain| gain.verdict()),
            threshold: mean_of(judged, |one| mean(&one.thresholds)),
            folds: [
                folds.iter().copied().fold(f64::INFINITY, f64::min),
                folds.iter().copied().fold(f64::NEG_INFINITY, f64::max),
            ],
            raw: Probabilities {
                brier: mean_of(judged, |one| one.raw.brier),
                error: mean_of(judged, |one| one.raw.error),
            },
            undone: has_formula.then(|| Probabilities {
                brier: mean_of(judged, |one| undone(one).brier),
                error: mean_of(judged, |one| undone(one).error),
            }),
            scaled: Probabilities {
                brier: mean_of(judged, |one| one.scaled.brier),
                error: mean_of(judged, |one| one.scaled.error),
            },
            test: tested(judged),
        }
    };
    all.iter().enumerate().map(row).collect()
}

/// The tables at the end of a run.
pub fn tables(records: &[Record]) -> Vec<Table> {
    let rows = rows(records);
    vec![ranking(&rows), decisions(&rows), calibration(&rows), test(&rows)]
}

/// "0.861 ± 0.010 ↓": the arrow where the difference to the reference is not noise.
fn with_verdict(of: &Measured) -> Cell {
    let mut text = number(of.mean, 3);
    if let Some(half_width) = of.half_width {
        text += &format!(" ± {}", number(half_width, 3));
    }
    text += match of.compared.map(|compared| compared.verdict) {
        Some("lower") => " ↓",
        Some("higher") => " ↑",
        _ => "",
    };
    Cell::Number(text)
}

fn optional(value: Option<f64>, digits: usize) -> Cell {
    value.map_or_else(|| Cell::from("–"), |value| Cell::number(value, digits))
}

/// How well the ill are ranked, and F₁.
pub fn ranking(rows: &[Row]) -> Table {
    let mut table = Table::new(
        "What was left out, means over repetitions with 95 % intervals; ↓ and ↑: lower and \
         higher than the network with cross-entropy by Holm's steps",
        &["model", "loss", "AUROC", "average precision", "F₁ at ½", "F₁ at the chosen"],
    );
    for row in rows {
        table.row(vec![
            row.model.into(),
            row.loss.as_str().into(),
            with_verdict(&row.auroc),
            with_verdict(&row.average_precision),
            with_verdict(&row.half_f1),
            with_verdict(&row.chosen_f1),
        ]);
    }
    table
}

/// What the thresholds do.
pub fn decisions(rows: &[Row]) -> Table {
    let mut table = Table::new(
        "Decisions: at ½, and at the threshold with the best F₁ of the validation part; and \
         the ill found among the tenth with the highest scores",
        &[
            "model",
            "loss",
            "precision at ½",
            "recall at ½",
            "chosen threshold",
            "precision there",
            "recall there",
            "F₁: chosen less ½",
            "found in a tenth",
        ],
    );
    for row in rows {
        let gain = row.gain.map_or_else(
            || "–".to_string(),
            |gain| format!("{:+.3} ({})", gain.mean, row.gain_verdict),
        );
        let is_trained = row.model != "none";
        table.row(vec![
            row.model.into(),
            row.loss.as_str().into(),
            optional(row.half.precision, 2),
            Cell::number(row.half.recall, 2),
            Cell::number(row.threshold, 2),
            optional(row.chosen.precision, 2),
            Cell::number(row.chosen.recall, 2),
            Cell::Number(gain.replace('-', "−")),
            if is_trained { with_verdict(&row.in_tenth) } else { "–".into() },
        ]);
    }
    table
}

/// Whether probabilities can be taken at their word.
pub fn calibration(rows: &[Row]) -> Table {
    let mut table = Table::new(
        "Errors of probabilities: raw, with the loss undone by its formula, and with a slope \
         and an intercept fitted to the validation part",
        &[
            "model",
            "loss",
            "ECE raw",
            "ECE undone",
            "ECE fitted",
            "Brier raw",
            "Brier undone",
            "Brier fitted",
        ],
    );
    for row in rows {
        table.row(vec![
            row.model.into(),
            row.loss.as_str().into(),
            Cell::number(row.raw.error, 3),
            optional(row.undone.map(|undone| undone.error), 3),
            Cell::number(row.scaled.error, 3),
            Cell::number(row.raw.brier, 4),
            optional(row.undone.map(|undone| undone.brier), 4),
            Cell::number(row.scaled.brier, 4),
        ]);
    }
    table
}

/// The test part.
pub fn test(rows: &[Row]) -> Table {
    let mut table = Table::new(
        "The test part, judged by committees of five models: means over repetitions, and \
         the bootstrap interval of the AUROC",
        &[
            "model",
            "loss",
            "AUROC",
            "from",
            "to",
            "average precision",
            "F₁ at ½",
            "F₁ chosen",
        ],
    );
    for row in rows {
        let test = row.test;
        table.row(vec![
            row.model.into(),
            row.loss.as_str().into(),
            Cell::number(test.auroc, 3),
            Cell::number(test.low, 3),
            Cell::number(test.high, 3),
            Cell::number(test.average_precision, 3),
            Cell::number(test.half_f1, 3),
            Cell::number(test.chosen_f1, 3),
        ]);
    }
    table
}

/// The row of a model with a loss of this name.
///
/// # Panics
/// Panics when there is none.
pub fn find<'a>(rows: &'a [Row], model: &str, loss: &str) -> &'a Row {
    let mut found = rows.iter().filter(|row| row.model == model && row.loss == loss);
    found.next().unwrap_or_else(|| panic!("no row of {model} with {loss}"))
}

#[cfg(test)]
mod tests {
    use super::super::RECORDS;
    use super::*;
    use crate::labs::recorded;

    #[test]
    fn the_cautious_interval_adds_the_patients_that_folds_share() {
        // s² = 5/3 of four differences, and one test sample to three trained on.
        let by_hand = 2.02 * (5.0 / 3.0 * (0.25 + 1.0 / 3.0_f64)).sqrt();
        assert!((cautious(&[0.0, 1.0, 2.0, 3.0], 1.0 / 3.0) - by_hand).abs() < 1e-14);
    }

    #[test]
    fn a_row_is_compared_repetition_by_repetition_and_the_reference_with_nobody() {
        let records: Vec<Record> = recorded(RECORDS);
        let rows = rows(&records);
        let plain = find(&rows, "network", "cross-entropy");
        assert_eq!(plain.auroc.compared, None);
        assert_eq!(find(&rows, "none", "–").auroc.compared, None);
        for row in rows.iter().filter(|row| row.auroc.compared.is_some()) {
            let (own, compared) = (row.auroc.mean, row.auroc.compared.unwrap());
            // A mean of differences is the difference of means, up to rounding.
            assert!(
                (own - plain.auroc.mean - compared.mean).abs() < 1e-12,
                "{}",
                row.loss
            );
        }
        // One repetition has no interval and no comparison, and still a row each.
        let first: Vec<Record> =
            records.into_iter().filter(|record| record.seed == 1).collect();
        let of_first = super::rows(&first);
        assert_eq!(of_first.len(), rows.len());
        assert!(of_first.iter().all(|row| row.auroc.compared.is_none()));
        assert!(of_first.iter().all(|row| row.gain_verdict == "–"));
        assert_eq!(tables(&first).len(), 4);
    }
}
