//! Lab 1: test errors of losses on California housing, with and without wrong prices.

use super::{Experiment, Setting};
use crate::labs::housing::{Models, Row, Summary, WRONG, summary};
use crate::report::{Cell, Table, number};
use serde::Serialize;

/// What is shown.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// The root mean squared error instead of the mean absolute error.
    pub rmse: bool,
}

/// The recorded test errors, in hundreds of thousands of dollars.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Whether the figure shows the RMSE.
    pub rmse: bool,
    /// How many runs were recorded.
    pub runs: usize,
    /// How many seeds of each.
    pub seeds: usize,
    /// The share of wrong prices, in percent.
    pub percent: f64,
    /// Trained on right prices.
    pub right: Models,
    /// Trained with wrong prices.
    pub wrong: Models,
    /// Of the six trained models on wrong prices, how many have a lower test MAE than least
    /// squares beyond noise.
    pub lower: usize,
    /// The same on right prices.
    pub lower_right: usize,
}

/// The name of a row's model.
pub fn model(row: &Row) -> String {
    match (row.rate, row.hidden) {
        (None, _) => row.name.clone(),
        (Some(_), 0) => format!("linear, {}", row.name),
        (Some(_), _) => format!("network, {}", row.name),
    }
}

impl Config {
    /// The outcome, of the records that this is a summary of.
    pub fn of(&self, summary: Summary) -> Outcome {
        let Summary { runs, models: [right, wrong], .. } = summary;
        Outcome {
            rmse: self.rmse,
            runs,
            seeds: wrong.mean.mae.seeds,
            percent: 100.0 * WRONG[1],
            lower: wrong.lower(),
            lower_right: right.lower(),
            right,
            wrong,
        }
    }
}

impl Experiment for Config {
    const NAME: &'static str = "lab-housing";
    const QUESTION: &'static str = "Does the loss matter when some prices are wrong?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![Setting::switch("rmse", "RMSE instead of MAE", &mut self.rmse)]
    }

    fn run(&self) -> Outcome {
        self.of(summary())
    }

    fn table(outcome: &Outcome) -> Table {
        let headings = [
            "model, loss",
            "MAE, right prices",
            "verdict, right",
            "MAE, wrong prices",
            "verdict, wrong",
            "RMSE, right",
            "RMSE, wrong",
            "rate",
        ];
        let title = format!(
            "Test errors in 100,000 dollars (means of {} seeds, MAE with 95 % intervals), trained on right prices and with {} % \
             of them ten times too high; verdicts are on the MAE against least squares",
            outcome.seeds, outcome.percent
        );
        let mut table = Table::new(title, &headings);
        for (right, wrong) in outcome.right.rows().into_iter().zip(outcome.wrong.rows()) {
            let mae = |row: &Row| {
                let mean = number(row.mae.mean, 3);
                Cell::Number(match row.mae.half_width {
                    Some(width) => format!("{mean} ± {}", number(width, 3)),
                    None => mean,
                })
            };
            let rates = match (right.rate, wrong.rate) {
                (Some(right), Some(wrong)) if right == wrong => right.to_string(),
                (Some(right), Some(wrong)) => format!("{right}; wrong: {wrong}"),
                _ => "–".to_string(),
            };
            table.row(vec![
                Cell::Text(model(right)),
                mae(right),
                right.verdict().into(),
                mae(wrong),
                wrong.verdict().into(),
                Cell::number(right.rmse.mean, 3),
                Cell::number(wrong.rmse.mean, 3),
                Cell::Text(rates),
            ]);
        }
        table
    }
}
