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
