//! Validation errors by epoch, and by rate.

use super::{Config, Criterion, Outcome, Predictor, Record, best};
use crate::labs::{Group, groups};
use crate::statistics::mean;
use serde::{Deserialize, Serialize};

/// The training under one loss; validation MAE in 100,000 dollars, means over the seeds.
#[derive(Clone, Debug, Deserialize, Serialize)]
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
#[derive(Clone, Copy, Debug, Deserialize, Serialize)]
pub struct Price {
    /// The peak rate.
    pub rate: f64,
    /// The mean validation MAE.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub mae: Option<f64>,
}

/// The loss and the rate of a trained model of this kind.
fn trained(config: &Config, network: bool) -> Option<(Criterion, f64)> {
    match config.predictor {
        Predictor::Trained { criterion, hidden, rate, .. } if (hidden > 0) == network => {
            Some((criterion, rate))
        }
        _ => None,
    }
}

fn validation(group: &Group<Config, Outcome>) -> Option<f64> {
    let maes: Option<Vec<f64>> =
        group.iter().map(|record| Some(record.outcome.validation?.mae)).collect();
    maes.map(|maes| mean(&maes))
}

/// Each loss on one model, with this share of wrong prices.
pub fn training(records: &[Record], wrong: f64, network: bool) -> Vec<Training> {
    let groups: Vec<_> = groups(records)
        .into_iter()
        .filter(|group| group[0].config.wrong == wrong)
        .collect();
    let of = |chosen: &Group<Config, Outcome>| {
        let (criterion, rate) = trained(&chosen[0].config, network)?;
        let epochs = 0..chosen[0].outcome.curve.len();
        let at = |epoch: usize| {
            let values = chosen.iter().map(|record| record.outcome.curve[epoch]);
            mean(&values.collect::<Vec<f64>>())
        };
        let price = |group: &Group<Config, Outcome>| {
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
