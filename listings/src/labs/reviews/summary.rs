//! A row a predictor, judged on the test part by seeds that chose nothing.

use super::{Difference, Kind, Norm, Outcome, Predictor, Quality, Record};
use super::{family, is_tuning};
use crate::report::{Cell, Table, number};
use crate::statistics::Interval;
use serde::Serialize;

/// Accuracy and loss, compared.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Compared {
    /// Of the test accuracy.
    pub accuracy: Difference,
    /// Of the test cross-entropy.
    pub loss: Difference,
}

/// One predictor at its chosen setting.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row {
    /// "always the same", "bag of words", or the schedule.
    pub name: &'static str,
    /// "before" or "after"; "–" for what is no transformer.
    pub norm: &'static str,
    /// Whether the schedule begins with a warm-up.
    pub is_warm: bool,
    /// The peak rate, or the penalty; absent where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub setting: Option<f64>,
    /// The test accuracy.
    pub accuracy: Interval,
    /// The test cross-entropy, in nats.
    pub loss: Interval,
    /// Less the constant rate without a warm-up, norms at the same place; absent for
    /// itself, and for what is no transformer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub against_constant: Option<Compared>,
    /// Less the bag of words; absent for what is no transformer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub against_words: Option<Compared>,
}

/// What a warm-up adds to a schedule: with it less without it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Gain {
    /// "before" or "after".
    pub norm: &'static str,
    /// The schedule.
    pub name: &'static str,
    /// On the test part, by Holm's steps over all schedules at both places.
    pub compared: Compared,
}

/// A kind's records of seeds that judge.
#[derive(Clone, Debug)]
pub struct Judged<'a> {
    /// What was judged.
    pub kind: Kind,
    /// A record a seed.
    pub records: Vec<&'a Record>,
    /// The test part, in the same order.
    pub test: Vec<Quality>,
}

impl Judged<'_> {
    /// By seed, of the test part.
    fn values(&self, of: fn(&Quality) -> f64) -> Vec<f64> {
        self.test.iter().map(of).collect()
    }

    fn seeds(&self) -> Vec<u64> {
        self.records.iter().map(|record| record.seed).collect()
    }

    /// Seed by seed, less the other; `None` unless the seeds are the same.
    fn less(&self, other: &Self, of: fn(&Quality) -> f64) -> Option<Vec<f64>> {
        (self.seeds() == other.seeds()).then(|| {
            let values = self.values(of).into_iter().zip(other.values(of));
            values.map(|(own, other)| own - other).collect()
        })
    }
}

/// Each kind whose judging runs all came to an end, in the order of the records.
pub fn judged(records: &[Record]) -> Vec<Judged<'_>> {
    let mut all: Vec<(Kind, Vec<&Record>)> = Vec::new();
    for record in records.iter().filter(|record| !is_tuning(record)) {
        let kind = Kind::of(&record.config);
        match all.iter_mut().find(|(other, _)| *other == kind) {
            Some((_, of)) => of.push(record),
            None => all.push((kind, vec![record])),
        }
    }
    // By seed, so that runs which end in another order are paired all the same.
    all.iter_mut().for_each(|(_, records)| records.sort_by_key(|record| record.seed));
    all.into_iter().filter_map(|(kind, records)| whole(kind, records)).collect()
}

fn whole(kind: Kind, records: Vec<&Record>) -> Option<Judged<'_>> {
    let test: Option<Vec<Quality>> =
        records.iter().map(|record| record.outcome.test).collect();
    test.map(|test| Judged { kind, records, test })
}

/// Accuracy and loss of all of `own` less those of `others`, each measure a family.
fn compare(pairs: &[Option<(&Judged, &Judged)>]) -> Vec<Option<Compared>> {
    let of = |of: fn(&Quality) -> f64| {
        let less = |pair: &Option<(&Judged, &Judged)>| {
            pair.and_then(|(own, other)| own.less(other, of))
        };
        family(&pairs.iter().map(less).collect::<Vec<_>>())
    };
    let accuracies = of(|quality| quality.accuracy);
    let losses = of(|quality| quality.loss);
    let both = accuracies.into_iter().zip(losses);
    both.map(|(accuracy, loss)| Some(Compared { accuracy: accuracy?, loss: loss? }))
        .collect()
}

fn names(kind: Kind) -> (&'static str, &'static str, bool) {
    match kind {
        Kind::Always => ("always the same", "–", false),
        Kind::Words => ("bag of words", "–", false),
        Kind::Transformer(norm, fall, warmup) => (fall.name(), place(norm), warmup > 0.0),
    }
}

/// The place in one word.
pub fn place(norm: Norm) -> &'static str {
    match norm {
        Norm::Before => "before",
        Norm::After => "after",
    }
}

/// A row a predictor, in the order of the records.
pub fn rows(records: &[Record]) -> Vec<Row> {
    use super::Fall::Constant;
    let all = judged(records);
    let find = |kind: Kind| all.iter().find(|one| one.kind == kind);
    let against_words: Vec<_> = all
        .iter()
        .map(|own| match own.kind {
            Kind::Transformer(..) => Some((own, find(Kind::Words)?)),
            _ => None,
        })
        .collect();
    let against_constant: Vec<_> = all
        .iter()
        .map(|own| {
            let Kind::Transformer(norm, ..) = own.kind else { return None };
            let constant = find(Kind::Transformer(norm, Constant, 0.0))?;
            (own.kind != constant.kind).then_some((own, constant))
        })
        .collect();
    let (constant, words) = (compare(&against_constant), compare(&against_words));
    let row = |(own, (against_constant, against_words)): (&Judged, _)| {
        let (name, norm, is_warm) = names(own.kind);
        let setting = match own.records[0].config.predictor {
            Predictor::Always => None,
            Predictor::Words { penalty } => Some(penalty),
            Predictor::Transformer { peak, .. } => Some(peak),
        };
        let interval = |of| Interval::of_mean(&own.values(of));
        Some(Row {
            name,
            norm,
            is_warm,
            setting,
            accuracy: interval(|quality| quality.accuracy)?,
            loss: interval(|quality| quality.loss)?,
            against_constant,
            against_words,
        })
    };
    all.iter().zip(constant.into_iter().zip(words)).filter_map(row).collect()
}

/// What a warm-up adds to each schedule that was run with and without one.
pub fn gains(records: &[Record]) -> Vec<Gain> {
    let all = judged(records);
    let pairs: Vec<Option<(&Judged, &Judged)>> = all
        .iter()
        .map(|warm| {
            let Kind::Transformer(norm, fall, warmup) = warm.kind else { return None };
            let cold = Kind::Transformer(norm, fall, 0.0);
            let cold = all.iter().find(|one| one.kind == cold)?;
            (warmup > 0.0).then_some((warm, cold))
        })
        .collect();
    let gain = |(own, compared): (&Judged, Option<Compared>)| {
        let (name, norm, _) = names(own.kind);
        Some(Gain { norm, name, compared: compared? })
    };
    all.iter().zip(compare(&pairs)).filter_map(gain).collect()
}

/// The tables at the end of a run.
pub fn tables(records: &[Record]) -> Vec<Table> {
    let mut tables = vec![table(&rows(records))];
    // A single seed has no differences.
    let gains = gains(records);
    if !gains.is_empty() {
        tables.push(gains_table(&gains));
    }
    let peaks = super::peaks(records);
    if !peaks.is_empty() {
        tables.push(super::peaks_table(&peaks));
    }
    tables
}

fn arrow(verdict: &str) -> &'static str {
    match verdict {
        "lower" => " ↓",
        "higher" => " ↑",
        _ => "",
    }
}

/// "0.861 ± 0.010 ↓", the arrow for a difference that is not noise.
fn with_verdict(of: Interval, against: Option<Difference>) -> Cell {
    let mut text = number(of.mean, 3);
    if let Some(half_width) = of.half_width {
        text += &format!(" ± {}", number(half_width, 3));
    }
    text += against.map_or("", |against| arrow(against.verdict));
    Cell::Number(text)
}

fn difference(of: Difference) -> Cell {
    let mean = format!("{:+.3}", of.mean).replace('-', "−");
    let width = number(of.half_width, 3);
    Cell::Number(format!("{mean} ± {width} ({})", of.verdict))
}

/// The test part.
pub fn table(rows: &[Row]) -> Table {
    let mut table = Table::new(
        "The test part at the chosen peak rate or penalty: means over seeds with 95 % \
         intervals; ↓ and ↑: lower and higher than the bag of words by Holm's steps",
        &[
            "schedule",
            "norm",
            "warm-up",
            "peak or λ",
            "accuracy",
            "cross-entropy",
            "less constant",
        ],
    );
    for row in rows {
        let is_transformer = row.norm != "–";
        let warm = match (row.name, is_transformer, row.is_warm) {
            (_, false, _) => "–",
            ("1cycle", ..) => "its own",
            (_, _, true) => "yes",
            (_, _, false) => "no",
        };
        let words = row.against_words;
        let setting =
            row.setting.map_or("–".to_string(), |setting| setting.to_string());
        table.row(vec![
            row.name.into(),
            row.norm.into(),
            warm.into(),
            Cell::Text(setting),
            with_verdict(row.accuracy, words.map(|words| words.accuracy)),
            with_verdict(row.loss, words.map(|words| words.loss)),
            row.against_constant.map_or("–".into(), |of| difference(of.accuracy)),
        ]);
    }
    table
}

/// With a warm-up less without.
pub fn gains_table(gains: &[Gain]) -> Table {
    let mut table = Table::new(
        "With a warm-up less without, each at its chosen peak, on the test part: mean \
         difference over seeds ± its 95 % half width, and the verdict by Holm's steps",
        &["schedule", "norm", "accuracy", "cross-entropy"],
    );
    for gain in gains {
        table.row(vec![
            gain.name.into(),
            gain.norm.into(),
            difference(gain.compared.accuracy),
            difference(gain.compared.loss),
        ]);
    }
    table
}

/// The mean over runs of a number of each, place by place, for as many places as all have.
pub fn mean_curve(records: &[&Record], of: impl Fn(&Outcome) -> Vec<f64>) -> Vec<f64> {
    let curves: Vec<Vec<f64>> =
        records.iter().map(|record| of(&record.outcome)).collect();
    let places = curves.iter().map(Vec::len).min().unwrap_or(0);
    let runs = curves.len() as f64;
    (0..places)
        .map(|place| curves.iter().map(|curve| curve[place]).sum::<f64>() / runs)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::by_hand::{record, transformer};
    use super::super::{Fall, RECORDS};
    use super::*;
    use crate::labs::recorded;

    /// Three seeds of the bag, and of the constant rate and the cosine, warm and not.
    fn records() -> Vec<Record> {
        let mut records = Vec::new();
        for (seed, noise) in [(3, 0.02), (1, 0.0), (2, 0.01)] {
            let mut add = |predictor, accuracy: f64| {
                let of = Some((1.0 - accuracy, accuracy + noise));
                records.push(record(predictor, seed, of));
            };
            add(Predictor::Always, 0.5);
            add(Predictor::Words { penalty: 0.1 }, 0.9);
            for (fall, warmup, accuracy) in [
                (Fall::Constant, 0.0, 0.8),
                (Fall::Constant, 0.1, 0.85),
                (Fall::Cosine, 0.0, 0.8 + noise * noise),
                (Fall::Cosine, 0.1, 0.82),
            ] {
                add(transformer(Norm::After, fall, warmup, 0.1), accuracy);
            }
        }
        // A seed that chooses, and a kind of which a seed was not finite.
        records.push(record(Predictor::Words { penalty: 0.1 }, 101, Some((0.0, 1.0))));
        let lost = transformer(Norm::Before, Fall::Cosine, 0.0, 9.0);
        records.push(record(lost, 1, Some((0.1, 0.9))));
        records.push(record(lost, 2, None));
        records
    }

    #[test]
    fn a_row_is_of_seeds_that_judge_and_is_compared_seed_by_seed() {
        let rows = rows(&records());
        let names: Vec<_> = rows.iter().map(|row| (row.name, row.is_warm)).collect();
        let expected = [
            ("always the same", false),
            ("bag of words", false),
            ("constant", false),
            ("constant", true),
            ("cosine", false),
            ("cosine", true),
        ];
        assert_eq!(names, expected);
        let (words, constant, warm) = (&rows[1], &rows[2], &rows[3]);
        assert!((words.accuracy.mean - 0.91).abs() < 1e-12);
        assert_eq!((words.accuracy.seeds, words.against_words), (3, None));
        assert_eq!(constant.against_constant, None);
        // The same noise for all of a seed: the differences have none, up to rounding.
        let against = warm.against_constant.unwrap().accuracy;
        assert!((against.mean - 0.05).abs() < 1e-12 && against.half_width < 1e-12);
        assert_eq!(against.verdict, "higher");
        let against = warm.against_words.unwrap().accuracy;
        assert!((against.mean + 0.05).abs() < 1e-12);
        assert_eq!(against.verdict, "lower");
        // Better by noise², 0 of one seed: too little to be told from it.
        assert_eq!(rows[4].against_constant.unwrap().accuracy.verdict, "noise");
    }

    #[test]
    fn a_gain_is_warm_less_cold_of_one_schedule() {
        let gains = gains(&records());
        let of: Vec<_> = gains.iter().map(|gain| (gain.name, gain.norm)).collect();
        assert_eq!(of, [("constant", "after"), ("cosine", "after")]);
        assert!((gains[0].compared.accuracy.mean - 0.05).abs() < 1e-12);
        assert_eq!(gains[0].compared.loss.verdict, "lower");
    }

    #[test]
    fn tables_hold_what_there_is() {
        let records = records();
        let tables = tables(&records);
        // No seed that chooses trained a transformer: no peaks.
        assert_eq!(tables.iter().map(|t| t.rows.len()).collect::<Vec<_>>(), [6, 2]);
        let first: Vec<Record> =
            records.into_iter().filter(|record| record.seed == 1).collect();
        // Of a single seed the one kind ended everywhere, and nothing has a difference.
        assert_eq!(super::tables(&first).len(), 1);
        assert_eq!(rows(&first).len(), 7);
        assert!(rows(&first).iter().all(|row| row.against_words.is_none()));
        assert!(rows(&[]).is_empty());
    }

    #[test]
    fn a_mean_curve_goes_as_far_as_the_shortest() {
        let (mut one, two) = (
            record(Predictor::Always, 1, Some((0.2, 0.5))),
            record(Predictor::Always, 2, Some((0.4, 0.5))),
        );
        one.outcome.training = vec![0.5];
        let curve = mean_curve(&[&one, &two], |outcome| outcome.training.clone());
        assert_eq!(curve, [0.6]);
        assert!(mean_curve(&[], |outcome| outcome.training.clone()).is_empty());
    }

    #[test]
    fn no_number_of_a_row_is_null() {
        for records in [records(), recorded(RECORDS)] {
            let rows = serde_json::to_string(&rows(&records)).unwrap();
            assert!(!rows.contains("null"), "{rows}");
        }
    }
}
