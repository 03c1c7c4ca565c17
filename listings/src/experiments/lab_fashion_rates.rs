//! Lab 2: validation accuracy against the rate.

use super::{Experiment, Setting};
use crate::labs::fashion::{
    MARGIN, Model, Price, RECORDS, Record, Sweep, sensitivity, sweeps,
};
use crate::labs::recorded;
use crate::report::Table;
use serde::Serialize;
use std::collections::BTreeMap;

/// What is shown.
#[derive(Clone, Debug)]
pub struct Config {
    /// 1 softmax regression, 2 the perceptron, 3 the residual network.
    pub model: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { model: 3 }
    }
}

/// The sweeps of the tuning.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The name of the model in the figure.
    pub model: &'static str,
    /// Its optimizers, in the order of the book.
    pub lines: Vec<Line>,
    /// All models and optimizers, in the order of the table.
    #[serde(skip)]
    pub sweeps: Vec<Sweep>,
    /// By model and optimizer.
    pub of: BTreeMap<&'static str, BTreeMap<&'static str, Summary>>,
    /// How many of the best rates are at an end of their grid.
    pub at_an_end: usize,
    /// How far below the best a rate is still good.
    pub margin: f64,
}

/// An optimizer at all of its rates.
#[derive(Clone, Debug, Serialize)]
pub struct Line {
    /// Its name.
    pub name: &'static str,
    /// The smallest rate first.
    pub prices: Vec<Price>,
    /// The best of them; absent where all diverged.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub best: Option<Price>,
}

/// What a sweep comes to.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Summary {
    /// The best rate.
    pub best: f64,
    /// The accuracy there.
    pub accuracy: f64,
    /// How many rates are good.
    pub good: usize,
    /// The accuracy at a tenth of the best rate; absent where it diverged or was not tried.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tenth: Option<f64>,
    /// The same at ten times the best rate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tenfold: Option<f64>,
    /// How many rates diverged.
    pub diverged: usize,
}

fn summary(sweep: &Sweep) -> Option<Summary> {
    let best = sweep.best()?;
    Some(Summary {
        best: best.rate,
        accuracy: best.accuracy?,
        good: sweep.within(MARGIN).len(),
        tenth: sweep.at_times_best(0.1).and_then(|price| price.accuracy),
        tenfold: sweep.at_times_best(10.0).and_then(|price| price.accuracy),
        diverged: sweep.prices.iter().filter(|price| price.accuracy.is_none()).count(),
    })
}

impl Config {
    /// The outcome, of these records.
    pub fn of(&self, records: &[Record]) -> Outcome {
        let sweeps = sweeps(records);
        let model = Model::ALL[self.model - 1];
        let line = |sweep: &Sweep| Line {
            name: sweep.method.name(),
            prices: sweep.prices.clone(),
            best: sweep.best(),
        };
        let mut of: BTreeMap<_, BTreeMap<_, _>> = BTreeMap::new();
        for sweep in &sweeps {
            let all = of.entry(sweep.model.key()).or_default();
            all.extend(summary(sweep).map(|found| (sweep.method.key(), found)));
        }
        let own = sweeps.iter().filter(|sweep| sweep.model == model);
        Outcome {
            model: model.name(),
            lines: own.map(line).collect(),
            of,
            at_an_end: sweeps.iter().filter(|sweep| sweep.is_at_an_end()).count(),
            margin: MARGIN,
            sweeps,
        }
    }
}

impl Experiment for Config {
    const NAME: &'static str = "lab-fashion-rates";
    const QUESTION: &'static str = "How much does the rate matter to each optimizer?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![Setting::count("model", "model", &mut self.model, 1..=3)]
    }

    fn run(&self) -> Outcome {
        self.of(&recorded(RECORDS))
    }

    fn table(outcome: &Outcome) -> Table {
        sensitivity(&outcome.sweeps)
    }
}
