//! Lab 1: validation errors by epoch, and by rate.

use super::{Experiment, Setting};
use crate::labs::housing::{Summary, Training, summary};
use crate::report::{Cell, Table};
use serde::Serialize;

/// What is shown.
#[derive(Clone, Debug)]
pub struct Config {
    /// With wrong prices.
    pub wrong: bool,
    /// The network instead of the linear model.
    pub network: bool,
}

impl Default for Config {
    fn default() -> Self {
        Self { wrong: true, network: true }
    }
}

/// A curve and a sweep for each loss.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Whether prices are wrong.
    pub wrong: bool,
    /// Whether it is the network.
    pub network: bool,
    /// One a loss.
    pub losses: Vec<Training>,
}

impl Config {
    /// The outcome, of the records that this is a summary of.
    pub fn of(&self, summary: Summary) -> Outcome {
        let mut all = summary.training;
        let place = 2 * usize::from(self.wrong) + usize::from(self.network);
        let losses = all.swap_remove(place);
        Outcome { wrong: self.wrong, network: self.network, losses }
    }
}

impl Experiment for Config {
    const NAME: &'static str = "lab-housing-training";
    const QUESTION: &'static str = "How fast does each loss learn, and at which rates?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::switch("wrong", "with wrong prices", &mut self.wrong),
            Setting::switch("network", "network", &mut self.network),
        ]
    }

    fn run(&self) -> Outcome {
        self.of(summary())
    }

    fn table(outcome: &Outcome) -> Table {
        let names: Vec<&str> = outcome.losses.iter().map(|of| of.name.as_str()).collect();
        let headings = [&["rate"], &names[..]].concat();
        let mut table = Table::new("Validation MAE at the end, by rate", &headings);
        for (index, price) in outcome.losses[0].rates.iter().enumerate() {
            let mut row = vec![Cell::Number(price.rate.to_string())];
            row.extend(outcome.losses.iter().map(|of| {
                let mae = of.rates[index].mae;
                mae.map_or("diverged".into(), |mae| Cell::number(mae, 3))
            }));
            table.row(row);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn losses(wrong: bool, network: bool) -> [Training; 3] {
        let found = Config { wrong, network }.run().losses;
        found.try_into().expect("three losses")
    }

    #[test]
    fn the_squared_error_on_wrong_prices_gets_no_better_after_a_few_epochs() {
        let [squared, ..] = losses(true, true);
        assert!(squared.name == "MSE" && squared.epochs.len() == 30);
        let least = |epochs: &[f64]| epochs.iter().copied().fold(f64::INFINITY, f64::min);
        assert!(squared.epochs[29] > least(&squared.epochs[..5]));
    }

    #[test]
    fn on_right_prices_the_networks_are_close_from_the_fourth_epoch_on() {
        let losses = losses(false, true);
        let at = |epoch: usize| losses.each_ref().map(|loss| loss.epochs[epoch]);
        for epoch in 3..30 {
            let [squared, absolute, huber] = at(epoch);
            let (most, least) = (squared.max(absolute).max(huber), absolute.min(huber));
            assert!(most - least.min(squared) < 0.05, "{epoch}: {:?}", at(epoch));
        }
        // Before that the squared error is behind.
        for epoch in 0..3 {
            let [squared, absolute, huber] = at(epoch);
            assert!(squared > absolute && squared > huber);
        }
    }

    #[test]
    fn the_linear_model_under_the_squared_error_turns_halfway() {
        let [squared, ..] = losses(true, false);
        let epochs = squared.epochs.iter().enumerate();
        let (lowest, error) = epochs.min_by(|a, b| a.1.total_cmp(b.1)).unwrap();
        assert!((10..20).contains(&lowest), "{lowest}");
        // It climbs, and is far from least squares at the end.
        assert!(squared.epochs[29] > error + 0.05);
        let reference = crate::labs::housing::summary().models[1].least_squares.mae.mean;
        assert!(squared.epochs[29] < reference - 0.3);
    }

    /// The largest validation error of the five rates over the smallest.
    fn spread(of: &Training) -> f64 {
        let at = |price: &crate::labs::housing::Price| price.mae.expect("none diverged");
        let errors: Vec<f64> = of.rates.iter().map(at).collect();
        let most = errors.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        most / errors.iter().copied().fold(f64::INFINITY, f64::min)
    }

    #[test]
    fn no_rate_makes_the_squared_error_of_the_network_explode() {
        let [squared, absolute, huber] = losses(true, true);
        assert!(spread(&squared) < spread(&absolute));
        assert!(spread(&squared) < spread(&huber));
    }

    #[test]
    fn the_linear_model_under_the_squared_error_arrives_at_every_rate_but_the_smallest() {
        let least_squares = crate::labs::housing::summary().models[1].clone();
        let [squared, ..] = losses(true, false);
        let error = |index: usize| squared.rates[index].mae.expect("none diverged");
        // Validation and test errors: equal but for the rows they are of.
        for index in 1..5 {
            let far = error(index) - least_squares.least_squares.mae.mean;
            assert!(far.abs() < 0.02, "{far}");
        }
        assert!(error(0) < error(1) - 0.3);
    }
}
