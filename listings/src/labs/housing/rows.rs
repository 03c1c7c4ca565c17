//! A row a predictor: its best rate, and its test errors against least squares.

use super::{Config, Outcome, Predictor, Record, WRONG};
use crate::evaluation::RegressionQuality;
use crate::labs::{Group, best_of_each, groups};
use crate::report::{Cell, Table};
use crate::statistics::{Interval, Paired};
use serde::{Deserialize, Serialize};

/// One predictor at its best rate, and what it is worth.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Row {
    /// "mean price", "least squares", or the loss.
    pub name: String,
    /// Units of the hidden layer; 0 for a linear model.
    pub hidden: usize,
    /// The rate that was chosen; absent where there is none to choose.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub rate: Option<f64>,
    /// The test RMSE, in 100,000 dollars.
    pub rmse: Interval,
    /// The test MAE, in the same unit.
    pub mae: Interval,
    /// The mean test R².
    pub r2: f64,
    /// The difference of the test MAE to least squares on the same seeds; absent for least
    /// squares itself, and for a single seed.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub difference: Option<Paired>,
}

impl Row {
    /// "lower", "higher" or "noise", against least squares; a dash for itself.
    pub fn verdict(&self) -> &'static str {
        self.difference.map_or("–", |difference| difference.verdict())
    }
}

fn kind(config: &Config) -> (String, usize) {
    match config.predictor {
        Predictor::Mean => ("mean price".to_string(), 0),
        Predictor::LeastSquares => ("least squares".to_string(), 0),
        Predictor::Trained { criterion, hidden, .. } => (criterion.name(), hidden),
        Predictor::Slice { criterion } => (format!("slice of {}", criterion.name()), 0),
    }
}

fn test(group: &Group<Config, Outcome>, of: fn(RegressionQuality) -> f64) -> Vec<f64> {
    group.iter().filter_map(|record| record.outcome.test.map(of)).collect()
}

/// The groups of one share of wrong prices, each predictor at its best rate.
pub fn best(records: &[Record], wrong: f64) -> Vec<Group<'_, Config, Outcome>> {
    let groups: Vec<_> = groups(records)
        .into_iter()
        .filter(|group| group[0].config.wrong == wrong)
        .collect();
    best_of_each(&groups, kind, |outcome| outcome.validation.map(|quality| quality.mae))
}

/// A row a predictor, in the order of the records.
pub fn rows(records: &[Record], wrong: f64) -> Vec<Row> {
    let chosen = best(records, wrong);
    let is_reference = |group: &Group<Config, Outcome>| {
        group[0].config.predictor == Predictor::LeastSquares
    };
    let mae = |group: &Group<Config, Outcome>| test(group, |quality| quality.mae);
    let reference = chosen.iter().find(|group| is_reference(group)).map(mae);
    let row = |group: &Group<Config, Outcome>| {
        let (name, hidden) = kind(&group[0].config);
        let rate = match group[0].config.predictor {
            Predictor::Trained { rate, .. } => Some(rate),
            _ => None,
        };
        let own = mae(group);
        let difference = reference
            .as_ref()
            .filter(|reference| {
                !is_reference(group) && own.len() >= 2 && own.len() == reference.len()
            })
            .map(|reference| Paired::of(&own, reference));
        let interval = |of| Interval::of_mean(&test(group, of));
        Some(Row {
            name,
            hidden,
            rate,
            rmse: interval(|quality| quality.rmse)?,
            mae: interval(|quality| quality.mae)?,
            r2: interval(|quality| quality.r2.unwrap_or(f64::NAN))?.mean,
            difference,
        })
    };
    chosen.iter().filter_map(row).collect()
}

/// A table for each share of wrong prices.
pub fn tables(records: &[Record]) -> Vec<Table> {
    WRONG.iter().map(|&wrong| table(&rows(records, wrong), wrong)).collect()
}

/// Test errors of one share of wrong prices.
pub fn table(rows: &[Row], wrong: f64) -> Table {
    let percent = 100.0 * wrong;
    let mut table = Table::new(
        format!("Test errors with {percent} % of the training prices ten times too high"),
        &[
            "model",
            "loss",
            "rate",
            "RMSE",
            "MAE",
            "± (95 %)",
            "R²",
            "MAE against least squares",
        ],
    );
    let optional = |value: Option<f64>, digits| {
        value.map_or_else(|| Cell::from("–"), |value| Cell::number(value, digits))
    };
    for row in rows {
        let (model, loss) = match (row.rate, row.hidden) {
            (None, _) => (row.name.as_str(), "–"),
            (Some(_), 0) => ("linear", row.name.as_str()),
            (Some(_), _) => ("network", row.name.as_str()),
        };
        table.row(vec![
            model.into(),
            loss.into(),
            optional(row.rate, 3),
            Cell::number(row.rmse.mean, 3),
            Cell::number(row.mae.mean, 3),
            optional(row.mae.half_width, 3),
            Cell::number(row.r2, 3),
            row.verdict().into(),
        ]);
    }
    table
}

#[cfg(test)]
mod tests {
    use super::super::Criterion;
    use super::*;

    fn record(predictor: Predictor, seed: u64, mae: Option<f64>) -> Record {
        let quality =
            mae.map(|mae| RegressionQuality { rmse: 2.0 * mae, mae, r2: Some(0.5) });
        Record::unmeasured(
            "l1",
            Config { predictor, wrong: 0.0, validation: 0.2 },
            seed,
            Outcome { curve: vec![], validation: quality, test: quality },
        )
    }

    fn trained(rate: f64) -> Predictor {
        let criterion = Criterion::Huber(1.0);
        Predictor::Trained { criterion, hidden: 0, rate, epochs: 1, batch: 64 }
    }

    #[test]
    fn a_row_is_the_best_rate_against_least_squares_on_the_same_seeds() {
        let mut records = Vec::new();
        for (seed, noise) in [(1, 0.0), (2, 0.01), (3, 0.02)] {
            records.push(record(Predictor::LeastSquares, seed, Some(0.6 + noise)));
            records.push(record(trained(0.1), seed, (seed != 2).then_some(0.1)));
            records.push(record(trained(0.01), seed, Some(0.5 + noise)));
            records.push(record(trained(0.001), seed, Some(0.7 + noise)));
        }
        let rows = rows(&records, 0.0);
        assert_eq!(rows.len(), 2);
        assert_eq!((rows[0].name.as_str(), rows[0].verdict()), ("least squares", "–"));
        // The largest rate has the least errors, and diverged once.
        assert_eq!((rows[1].name.as_str(), rows[1].rate), ("Huber, δ = 1", Some(0.01)));
        assert!((rows[1].mae.mean - 0.51).abs() < 1e-15);
        assert_eq!(rows[1].verdict(), "lower");
        assert_eq!(tables(&records)[0].rows.len(), 2);
        assert!(tables(&records)[1].rows.is_empty());
    }
}
