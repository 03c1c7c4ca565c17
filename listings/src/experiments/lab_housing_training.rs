//! Lab 1: validation errors by epoch, and by rate.

use super::{Experiment, Setting};
use crate::labs::housing::{
    Config as Run, Criterion, Outcome as Found, Predictor, RECORDS, Record, WRONG, best,
};
use crate::labs::{Group, groups, recorded};
use crate::report::{Cell, Table};
use crate::statistics::mean;
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

/// The training under one loss; validation MAE in 100,000 dollars, means over the seeds.
#[derive(Clone, Debug, Serialize)]
pub struct Training {
    /// The loss.
    pub name: String,
    /// The best rate.
    pub rate: f64,
    /// After each epoch at the best rate.
    pub epochs: Vec<f64>,
    /// At the end, by rate; absent where a seed diverged.
    pub rates: Vec<Price>,
}

/// What a rate comes to.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Price {
    /// The peak rate.
    pub rate: f64,
    /// The mean validation MAE.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mae: Option<f64>,
}

/// The loss and the rate of a trained model of this kind.
fn trained(config: &Run, network: bool) -> Option<(Criterion, f64)> {
    match config.predictor {
        Predictor::Trained { criterion, hidden, rate, .. } if (hidden > 0) == network => {
            Some((criterion, rate))
        }
        _ => None,
    }
}

fn validation(group: &Group<Run, Found>) -> Option<f64> {
    let maes: Option<Vec<f64>> =
        group.iter().map(|record| Some(record.outcome.validation?.mae)).collect();
    maes.map(|maes| mean(&maes))
}

fn training(records: &[Record], wrong: f64, network: bool) -> Vec<Training> {
    let groups: Vec<_> = groups(records)
        .into_iter()
        .filter(|group| group[0].config.wrong == wrong)
        .collect();
    let of = |chosen: &Group<Run, Found>| {
        let (criterion, rate) = trained(&chosen[0].config, network)?;
        let epochs = 0..chosen[0].outcome.curve.len();
        let at = |epoch: usize| {
            let values = chosen.iter().map(|record| record.outcome.curve[epoch]);
            mean(&values.collect::<Vec<f64>>())
        };
        let price = |group: &Group<Run, Found>| {
            let (other, rate) = trained(&group[0].config, network)?;
            (other == criterion).then(|| Price { rate, mae: validation(group) })
        };
        Some(Training {
            name: criterion.name(),
            rate,
            epochs: epochs.map(at).collect(),
            rates: groups.iter().filter_map(price).collect(),
        })
    };
    best(records, wrong).iter().filter_map(of).collect()
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
        let records = recorded::<Run, Found>(RECORDS);
        let losses = training(&records, WRONG[usize::from(self.wrong)], self.network);
        Outcome { wrong: self.wrong, network: self.network, losses }
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
