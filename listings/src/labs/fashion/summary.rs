//! What the final runs come to, and how they compare.

use super::{
    Config, Method, Model, Outcome, Price, Quality, Record, Stage, Sweep, sweeps,
};
use crate::labs::{Group, groups};
use crate::report::{Cell, Table, number};
use crate::statistics::{Interval, Paired, holm, mean};
use serde::Serialize;

/// The accuracy of the tables' "epochs to": chosen before the first run.
pub const TARGET: f64 = 0.8;

/// A rate is good when its accuracy is so close to the best.
pub const MARGIN: f64 = 0.02;

/// A difference to the reference, seed by seed.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Against {
    /// The mean difference, less the reference.
    pub mean: f64,
    /// Its 95 % interval goes so far to either side.
    pub half_width: f64,
    /// "lower", "higher" or "noise", by Holm's steps over the optimizers of a model.
    pub verdict: &'static str,
}

/// How many epochs it takes to a target.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Arrival {
    /// How many seeds reach it.
    pub reached: usize,
    /// Of so many.
    pub seeds: usize,
    /// The mean number of epochs; absent unless every seed reaches it, since a mean over
    /// those that do would flatter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub epochs: Option<f64>,
}

impl Arrival {
    /// "2.4", or "3 of 5" where not every seed arrives, or "never".
    pub fn words(&self) -> String {
        match (self.epochs, self.reached) {
            (Some(epochs), _) => number(epochs, 1),
            (None, 0) => "never".to_string(),
            (None, reached) => format!("{reached} of {}", self.seeds),
        }
    }
}

/// A model under an optimizer at its best rate, and what it is worth.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// What was trained.
    #[serde(skip)]
    pub model: Model,
    /// What took the steps.
    #[serde(skip)]
    pub method: Method,
    /// The rate that the tuning seeds chose.
    pub rate: f64,
    /// How many runs there are, and how many of them came to an end: a run that diverged
    /// has no part in any mean.
    pub runs: usize,
    /// The runs that did not diverge.
    pub finished: usize,
    /// The validation accuracy at the end.
    pub validation: Interval,
    /// The test accuracy at the end.
    pub test: Interval,
    /// The mean test cross-entropy.
    pub test_loss: f64,
    /// The mean accuracy on the images that were trained on.
    pub train: f64,
    /// The generalization gap: that accuracy less the test accuracy.
    pub gap: Interval,
    /// The test accuracy against the reference; absent for the reference itself, and where
    /// seeds are missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub against: Option<Against>,
    /// Epochs to [`TARGET`].
    pub arrival: Arrival,
}

impl Row {
    /// "lower", "higher" or "noise", against the reference; a dash for itself.
    pub fn verdict(&self) -> &'static str {
        self.against.map_or("–", |against| against.verdict)
    }
}

/// The final runs of each model and optimizer, in the order of the records.
pub fn final_runs(records: &[Record]) -> Vec<Group<'_, Config, Outcome>> {
    let mut groups = groups(records);
    groups.retain(|group| group[0].config.stage == Stage::Final);
    groups
}

fn of(group: &Group<Config, Outcome>, value: fn(Quality, Quality) -> f64) -> Vec<f64> {
    let one = |record: &&Record| Some(value(record.outcome.train?, record.outcome.test?));
    group.iter().filter_map(one).collect()
}

/// The test accuracies, a seed each.
fn tests(group: &Group<Config, Outcome>) -> Vec<f64> {
    of(group, |_, test| test.accuracy)
}

/// The first epoch after which the validation accuracy is at least `target`, from 1.
pub fn epochs_to(curve: &[f64], target: f64) -> Option<usize> {
    curve.iter().position(|&accuracy| accuracy >= target).map(|epoch| epoch + 1)
}

/// The same of a few seeds.
pub fn arrival(group: &Group<Config, Outcome>, target: f64) -> Arrival {
    let first = |record: &&Record| epochs_to(&record.outcome.curve, target);
    let epochs: Vec<f64> =
        group.iter().filter_map(first).map(|epoch| epoch as f64).collect();
    let (reached, seeds) = (epochs.len(), group.len());
    Arrival { reached, seeds, epochs: (reached == seeds).then(|| mean(&epochs)) }
}

fn row(group: &Group<Config, Outcome>) -> Option<Row> {
    let Config { model, method, rate, .. } = group[0].config;
    let validation: Vec<f64> =
        group.iter().filter_map(|record| record.last_accuracy()).collect();
    Some(Row {
        model,
        method,
        rate,
        runs: group.len(),
        finished: validation.len(),
        validation: Interval::of_mean(&validation)?,
        test: Interval::of_mean(&tests(group))?,
        test_loss: mean(&of(group, |_, test| test.loss)),
        train: mean(&of(group, |train, _| train.accuracy)),
        gap: Interval::of_mean(&of(group, |train, test| train.accuracy - test.accuracy))?,
        against: None,
        arrival: arrival(group, TARGET),
    })
}

/// A row for each model and optimizer that has final runs, each compared with the reference
/// of its model.
pub fn rows(records: &[Record]) -> Vec<Row> {
    let groups = final_runs(records);
    let mut rows: Vec<Row> = groups.iter().filter_map(row).collect();
    for model in Model::ALL {
        compare(&mut rows, &groups, model);
    }
    rows
}

/// Holm's steps over the optimizers of one model.
fn compare(rows: &mut [Row], groups: &[Group<Config, Outcome>], model: Model) {
    let of_method = |method: Method| {
        let is_this = |group: &&Group<Config, Outcome>| {
            (group[0].config.model, group[0].config.method) == (model, method)
        };
        groups.iter().find(is_this).map(tests)
    };
    let Some(reference) = of_method(Method::REFERENCE).filter(|of| of.len() >= 2) else {
        return;
    };
    let others: Vec<(Method, Vec<f64>)> = Method::ALL
        .into_iter()
        .filter(|&method| method != Method::REFERENCE)
        .filter_map(|method| Some((method, of_method(method)?)))
        .filter(|(_, values)| values.len() == reference.len())
        .collect();
    let named: Vec<(String, Vec<f64>)> = others
        .iter()
        .map(|(method, values)| (method.name().to_string(), values.clone()))
        .collect();
    for ((method, values), found) in others.iter().zip(holm(&reference, &named)) {
        let Paired { mean, half_width, .. } = Paired::of(values, &reference);
        let against = Against { mean, half_width, verdict: found.verdict };
        for row in rows.iter_mut() {
            if (row.model, row.method) == (model, *method) {
                row.against = Some(against);
            }
        }
    }
}

/// The test accuracy of one model less that of another, both under `method`, seed by seed;
/// `None` where seeds are missing.
pub fn comparison(
    records: &[Record],
    method: Method,
    model: Model,
    other: Model,
) -> Option<Paired> {
    let groups = final_runs(records);
    let of_model = |model: Model| {
        let is_this = |group: &&Group<Config, Outcome>| {
            (group[0].config.model, group[0].config.method) == (model, method)
        };
        groups.iter().find(is_this).map(tests)
    };
    let (own, others) = (of_model(model)?, of_model(other)?);
    (own.len() >= 2 && own.len() == others.len()).then(|| Paired::of(&own, &others))
}

/// The tables at the end of a run.
pub fn tables(records: &[Record]) -> Vec<Table> {
    vec![accuracies(&rows(records)), sensitivity(&sweeps(records))]
}

/// "82.31 ± 0.42", in percent.
pub fn percent(of: Interval, digits: usize) -> Cell {
    let mean = number(100.0 * of.mean, digits);
    Cell::Number(match of.half_width {
        Some(width) => format!("{mean} ± {}", number(100.0 * width, digits)),
        None => mean,
    })
}

/// Accuracies of the final runs.
pub fn accuracies(rows: &[Row]) -> Table {
    let target = number(100.0 * TARGET, 0);
    let mut table = Table::new(
        "Accuracies in percent at the best rate: means of fresh seeds with 95 % intervals; \
         the gap is training less test",
        &[
            "model",
            "optimizer",
            "rate",
            "validation",
            "test",
            "gap",
            &format!("epochs to {target} %"),
            "test against Adam",
        ],
    );
    for row in rows {
        let against = row.against.map_or("–".to_string(), |against| {
            let difference = number(100.0 * against.mean, 1);
            let has_sign = difference.starts_with('−') || difference == "0.0";
            let sign = if has_sign { "" } else { "+" };
            format!("{sign}{difference} ({})", against.verdict)
        });
        table.row(vec![
            row.model.name().into(),
            row.method.name().into(),
            Cell::Number(row.rate.to_string()),
            Cell::number(100.0 * row.validation.mean, 1),
            percent(row.test, 1),
            percent(row.gap, 1),
            Cell::Number(row.arrival.words()),
            Cell::Number(against),
        ]);
    }
    table
}

/// How much the rate matters.
pub fn sensitivity(sweeps: &[Sweep]) -> Table {
    let points = number(100.0 * MARGIN, 0);
    let mut table = Table::new(
        format!(
            "Validation accuracy in percent, means of the tuning seeds, at the best rate, \
             at a tenth of it and at ten times it; good are rates within {points} points \
             of the best; lost are runs that diverge or end at a guess, at the next larger \
             rate than the best"
        ),
        &[
            "model",
            "optimizer",
            "best rate",
            "a tenth",
            "best",
            "ten times",
            "good rates",
            "lost above",
        ],
    );
    for sweep in sweeps {
        let best = sweep.best().map_or("–".to_string(), |best| best.rate.to_string());
        let at = |factor: f64| match sweep.at_times_best(factor) {
            None => Cell::Number("not tried".to_string()),
            Some(Price { accuracy: None, .. }) => Cell::Number("diverged".to_string()),
            Some(Price { accuracy: Some(accuracy), .. }) => {
                Cell::number(100.0 * accuracy, 1)
            }
        };
        let (good, all) = (sweep.within(MARGIN).len(), sweep.prices.len());
        let above = sweep.above_best();
        let lost =
            above.map_or("–".to_string(), |p| format!("{} of {}", p.lost, p.seeds));
        table.row(vec![
            sweep.model.name().into(),
            sweep.method.name().into(),
            Cell::Number(best),
            at(0.1),
            at(1.0),
            at(10.0),
            Cell::Number(format!("{good} of {all}")),
            Cell::Number(lost),
        ]);
    }
    table
}

#[cfg(test)]
mod tests {
    use super::super::tests::record;
    use super::*;

    fn finals(method: Method, tests: &[Option<f64>]) -> Vec<Record> {
        let one = |(index, &test): (usize, &Option<f64>)| {
            let curve: &[f64] = if test.is_some() { &[0.5, 0.8, 0.9] } else { &[0.1] };
            record((method, 0.01, Stage::Final), 1 + index as u64, curve, test)
        };
        tests.iter().enumerate().map(one).collect()
    }

    #[test]
    fn the_first_epoch_at_the_target_counts_and_never_is_none() {
        assert_eq!(epochs_to(&[0.5, 0.8, 0.7], 0.8), Some(2));
        assert_eq!(epochs_to(&[0.5, 0.8], 0.81), None);
        assert_eq!(epochs_to(&[], 0.0), None);
    }

    #[test]
    fn a_mean_of_epochs_is_of_all_seeds_or_none() {
        let records = finals(Method::Adam, &[Some(0.8), Some(0.9)]);
        let group: Vec<&Record> = records.iter().collect();
        assert_eq!(arrival(&group, 0.8).words(), "2.0");
        let records = finals(Method::Adam, &[Some(0.8), None]);
        let group: Vec<&Record> = records.iter().collect();
        assert_eq!(arrival(&group, 0.8).words(), "1 of 2");
        assert_eq!(arrival(&group, 0.95).words(), "never");
    }

    #[test]
    fn optimizers_are_compared_with_adam_seed_by_seed() {
        let adam = [0.80, 0.82, 0.84].map(Some);
        let mut records = finals(Method::Sgd, &adam.map(|test| test.map(|t| t - 0.1)));
        records.extend(finals(Method::Adam, &adam));
        records.extend(finals(Method::AdamW, &[Some(0.81), Some(0.81), Some(0.84)]));
        records.extend(finals(Method::RmsProp, &[Some(0.81), None, Some(0.84)]));
        let rows = rows(&records);
        let verdicts: Vec<_> = rows.iter().map(Row::verdict).collect();
        // Of the last, a seed is missing: it has a mean, and no comparison.
        assert_eq!(verdicts, ["lower", "–", "noise", "–"]);
        assert!((rows[0].against.unwrap().mean + 0.1).abs() < 1e-12);
        assert_eq!((rows[3].runs, rows[3].finished), (3, 2));
        // The hand-made training accuracy is 0.05 above.
        assert!((rows[1].gap.mean - 0.05).abs() < 1e-12);
        assert_eq!(tables(&records)[0].rows.len(), 4);
    }

    #[test]
    fn one_seed_and_none_make_no_comparison() {
        let records = finals(Method::Adam, &[Some(0.8)]);
        assert_eq!(rows(&records).len(), 1);
        assert!(rows(&[]).is_empty());
        let of = Model::Perceptron(64);
        assert_eq!(comparison(&records, Method::Adam, of, of), None);
    }

    #[test]
    fn a_model_is_compared_with_another_on_the_same_seeds() {
        let mut records = finals(Method::Adam, &[Some(0.7), Some(0.8), Some(0.9)]);
        let mut others = finals(Method::Adam, &[Some(0.8), Some(0.9), Some(1.0)]);
        others.iter_mut().for_each(|record| record.config.model = Model::Softmax);
        records.extend(others);
        let [own, other] = [Model::Perceptron(64), Model::Softmax];
        let paired = comparison(&records, Method::Adam, own, other).unwrap();
        assert!((paired.mean + 0.1).abs() < 1e-12);
        assert_eq!((paired.verdict(), paired.lower), ("lower", 3));
    }
}
