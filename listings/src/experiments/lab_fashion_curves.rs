//! Lab 2: validation accuracy after each epoch, and epochs to a target.

use super::{Experiment, Setting};
use crate::labs::Group;
use crate::labs::fashion::{
    Arrival, Config as Run, Model, Outcome as Found, Record, TARGET, arrival, final_runs,
    runs,
};
use crate::report::{Cell, Table, number};
use crate::statistics::mean;
use serde::Serialize;

/// What is shown.
#[derive(Clone, Debug)]
pub struct Config {
    /// 1 softmax regression, 2 the perceptron, 3 the residual network.
    pub model: usize,
    /// The accuracy to arrive at, in percent.
    pub target: f64,
}

impl Default for Config {
    fn default() -> Self {
        Self { model: 2, target: 100.0 * TARGET }
    }
}

/// A curve for each optimizer.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The name of the model.
    pub model: &'static str,
    /// The target, a share.
    pub target: f64,
    /// One an optimizer, at its best rate.
    pub curves: Vec<Curve>,
}

/// The final runs of an optimizer.
#[derive(Clone, Debug, Serialize)]
pub struct Curve {
    /// Its name.
    pub name: &'static str,
    /// Its rate.
    pub rate: f64,
    /// The mean validation accuracy after each epoch, of the runs that came so far.
    pub accuracies: Vec<f64>,
    /// When the target is reached.
    pub arrival: Arrival,
}

fn curve(group: &Group<Run, Found>, target: f64) -> Curve {
    let Run { method, rate, epochs, .. } = group[0].config;
    let after = |epoch: usize| -> Vec<f64> {
        let curves = group.iter().map(|record| &record.outcome.curve);
        curves.filter_map(|curve| curve.get(epoch).copied()).collect()
    };
    let values = (0..epochs).map(after).take_while(|values| !values.is_empty());
    Curve {
        name: method.name(),
        rate,
        accuracies: values.map(|values| mean(&values)).collect(),
        arrival: arrival(group, target),
    }
}

impl Config {
    /// The outcome, of these records.
    pub fn of(&self, records: &[Record]) -> Outcome {
        let (model, target) = (Model::ALL[self.model - 1], 0.01 * self.target);
        let groups = final_runs(records);
        let own = groups.iter().filter(|group| group[0].config.model == model);
        Outcome {
            model: model.name(),
            target,
            curves: own.map(|group| curve(group, target)).collect(),
        }
    }
}

impl Experiment for Config {
    const NAME: &'static str = "lab-fashion-curves";
    const QUESTION: &'static str = "How many epochs does each optimizer take?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::count("model", "model", &mut self.model, 1..=3),
            Setting::real("target", "target, %", &mut self.target, 60.0..=90.0, 1.0),
        ]
    }

    fn run(&self) -> Outcome {
        self.of(&runs())
    }

    fn table(outcome: &Outcome) -> Table {
        let target = number(100.0 * outcome.target, 0);
        let title = format!(
            "The {}: mean validation accuracy in percent, and epochs to {target} %",
            outcome.model
        );
        let mut table = Table::new(
            title,
            &["optimizer", "rate", "first epoch", "last epoch", "epochs to the target"],
        );
        for Curve { name, rate, accuracies, arrival } in &outcome.curves {
            let percent = |value: Option<&f64>| {
                value.map_or("–".into(), |value| Cell::number(100.0 * value, 1))
            };
            table.row(vec![
                (*name).into(),
                Cell::Number(rate.to_string()),
                percent(accuracies.first()),
                percent(accuracies.last()),
                Cell::Number(arrival.words()),
            ]);
        }
        table
    }
}

/// What the page says in words, of the records that it was written about.
#[cfg(test)]
mod tests {
    use super::*;

    fn of(model: usize, target: f64) -> Outcome {
        Config { model, target }.run()
    }

    fn epochs(of: &Outcome, name: &str) -> Option<f64> {
        of.curves.iter().find(|curve| curve.name == name).unwrap().arrival.epochs
    }

    #[test]
    fn adam_is_first_on_the_networks_and_momentum_on_softmax_regression() {
        for (model, first) in [(1, "momentum"), (2, "Adam"), (3, "Adam")] {
            let found = of(model, 80.0);
            let least = epochs(&found, first).unwrap();
            for curve in &found.curves {
                let other = curve.arrival.epochs;
                assert!(other.is_none_or(|other| other >= least), "{}", curve.name);
            }
        }
        // On the perceptron AdamW is as early.
        let found = of(2, 80.0);
        assert_eq!(epochs(&found, "AdamW"), epochs(&found, "Adam"));
    }

    #[test]
    fn sgd_is_last_everywhere_and_never_there_on_the_residual_network() {
        for model in [1, 2] {
            let found = of(model, 80.0);
            let most = epochs(&found, "SGD").unwrap();
            assert!(found.curves.iter().all(|c| c.arrival.epochs.unwrap() <= most));
        }
        let found = of(3, 80.0);
        assert_eq!(found.curves[0].arrival.reached, 0);
        assert!(found.curves[1..].iter().all(|curve| curve.arrival.epochs.is_some()));
    }

    #[test]
    fn after_one_epoch_sgd_is_behind_all_others_on_every_model() {
        for model in 1..=3 {
            let found = of(model, 80.0);
            let first = |curve: &Curve| curve.accuracies[0];
            let sgd = first(&found.curves[0]);
            assert!(found.curves[1..].iter().all(|curve| first(curve) > sgd), "{model}");
        }
    }

    #[test]
    fn the_order_depends_on_the_target() {
        // On softmax regression momentum is first to 80 %, and Adam to 77 %.
        let found = of(1, 80.0);
        assert!(epochs(&found, "momentum") < epochs(&found, "Adam"));
        let found = of(1, 77.0);
        assert!(epochs(&found, "Adam") < epochs(&found, "momentum"));
    }
}
