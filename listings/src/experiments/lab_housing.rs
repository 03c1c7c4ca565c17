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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::labs::housing::{Losses, RECORDS, best, rows};
    use crate::labs::recorded;
    use crate::statistics::Paired;

    fn outcome() -> Outcome {
        Config::default().run()
    }

    #[test]
    fn wrong_prices_double_the_error_of_least_squares_and_are_worse_than_the_mean() {
        let Outcome { right, wrong, .. } = outcome();
        let ratio = wrong.least_squares.mae.mean / right.least_squares.mae.mean;
        assert!((1.9..2.1).contains(&ratio), "{ratio}");
        assert!(right.least_squares.r2 > 0.6 && wrong.least_squares.r2 < 0.0);
    }

    #[test]
    fn the_linear_model_hardly_notices_under_the_other_losses() {
        let Outcome { right, wrong, .. } = outcome();
        assert!(wrong.linear.absolute.mae.mean < right.linear.absolute.mae.mean + 0.005);
        assert!(wrong.linear.huber.mae.mean < right.linear.huber.mae.mean + 0.01);
    }

    #[test]
    fn a_network_under_the_squared_error_ends_about_where_least_squares_does() {
        let Outcome { right, wrong, .. } = outcome();
        let far = wrong.network.squared.mae.mean - wrong.least_squares.mae.mean;
        assert!(far.abs() < 0.05, "{far}");
        // Eight weights, 32 units, and what is added: some thirty-five times nine.
        let parameters = 8 * 32 + 32 + 32 + 1;
        assert!((34..=37).contains(&(parameters / 9)), "{parameters}");
        assert!(wrong.network.absolute.mae.mean < right.network.absolute.mae.mean + 0.01);
    }

    #[test]
    fn on_right_prices_every_network_is_far_ahead_of_every_linear_model() {
        let Outcome { right, .. } = outcome();
        let linear = [&right.least_squares].into_iter().chain(right.linear.rows());
        let linear = linear.map(|row| row.mae.mean).fold(f64::INFINITY, f64::min);
        for row in right.network.rows() {
            assert!(row.mae.mean < linear - 0.1, "{}: {}", row.name, row.mae.mean);
        }
    }

    #[test]
    fn on_right_prices_huber_has_the_lowest_rmse_and_the_squared_error_the_highest() {
        let Outcome { right, .. } = outcome();
        for Losses { squared, absolute, huber } in [&right.linear, &right.network] {
            assert!(huber.rmse.mean < absolute.rmse.mean);
            assert!(absolute.rmse.mean < squared.rmse.mean);
        }
    }

    #[test]
    fn the_absolute_error_trades_rmse_for_mae_and_seeds_disagree_on_the_first() {
        let Outcome { right, .. } = outcome();
        let (absolute, reference) = (&right.linear.absolute, &right.least_squares);
        assert_eq!(absolute.verdict(), "lower");
        assert!(absolute.rmse.mean > reference.rmse.mean);
        let records = recorded(RECORDS);
        let chosen = best(&records, WRONG[0]);
        let rmse = |name: &str| -> Vec<f64> {
            let rows = rows(&records, WRONG[0]);
            let index = rows.iter().position(|row| row.name == name && row.hidden == 0);
            let group = &chosen[index.expect("the records have it")];
            group.iter().map(|record| record.outcome.test.unwrap().rmse).collect()
        };
        let difference = Paired::of(&rmse("MAE"), &rmse("least squares"));
        assert_eq!((difference.lower, difference.pairs), (1, 5));
        assert_eq!(difference.verdict(), "noise");
    }

    #[test]
    fn on_right_prices_linear_models_are_within_a_few_hundredths() {
        let Outcome { right, .. } = outcome();
        for row in right.linear.rows() {
            let far = row.difference.expect("five seeds").mean;
            assert!(far.abs() < 0.03, "{}: {far}", row.name);
            // Nothing linear has a lower RMSE than about that of least squares.
            assert!(row.rmse.mean > right.least_squares.rmse.mean - 0.005);
        }
    }

    #[test]
    fn what_wrong_prices_do_to_the_squared_error_is_many_times_the_intervals() {
        let Outcome { right, wrong, .. } = outcome();
        let pairs = [
            (&right.least_squares, &wrong.least_squares),
            (&right.network.squared, &wrong.network.squared),
        ];
        for (right, wrong) in pairs {
            let width = [right, wrong].map(|row| 2.0 * row.mae.half_width.unwrap());
            let difference = wrong.mae.mean - right.mae.mean;
            assert!(difference > 5.0 * width[0].max(width[1]), "{}", right.name);
        }
    }

    #[test]
    fn with_wrong_prices_the_loss_matters_more_than_the_model() {
        let Outcome { wrong, .. } = outcome();
        for losses in [&wrong.linear, &wrong.network] {
            assert!(losses.absolute.mae.mean < losses.huber.mae.mean);
        }
        assert!(wrong.linear.absolute.mae.mean < wrong.network.squared.mae.mean - 0.4);
    }

    #[test]
    fn the_squared_error_takes_the_smallest_rate_of_the_linear_model() {
        let Outcome { right, wrong, .. } = outcome();
        assert_eq!(right.linear.squared.rate, Some(0.001));
        assert_eq!(wrong.linear.squared.rate, Some(0.001));
        assert!(wrong.linear.squared.mae.mean < wrong.least_squares.mae.mean - 0.3);
    }
}
