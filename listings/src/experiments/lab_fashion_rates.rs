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
    /// Of the five optimizers, how many end no better than a guess at the next larger rate
    /// than the best, by model.
    pub cliffs: BTreeMap<&'static str, usize>,
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
    /// The same at the next larger rate, about three times the best.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub above: Option<f64>,
    /// How many rates diverged, or ended no better than a guess.
    pub lost: usize,
}

/// Whether it is no better than a guess, which is right in a tenth of ten equal classes: of
/// 1,000 images, with a standard error of 0.009.
fn is_lost(price: &Price) -> bool {
    price.accuracy.is_none_or(|accuracy| accuracy < 0.11)
}

fn summary(sweep: &Sweep) -> Option<Summary> {
    let best = sweep.best()?;
    Some(Summary {
        best: best.rate,
        accuracy: best.accuracy?,
        good: sweep.within(MARGIN).len(),
        tenth: sweep.at_times_best(0.1).and_then(|price| price.accuracy),
        tenfold: sweep.at_times_best(10.0).and_then(|price| price.accuracy),
        above: sweep.above_best().and_then(|price| price.accuracy),
        lost: sweep.prices.iter().filter(|price| is_lost(price)).count(),
    })
}

fn cliffs(sweeps: &[Sweep], model: Model) -> usize {
    let own = sweeps.iter().filter(|sweep| sweep.model == model);
    own.filter(|sweep| sweep.above_best().is_some_and(|price| is_lost(&price))).count()
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
            cliffs: Model::ALL.map(|model| (model.key(), cliffs(&sweeps, model))).into(),
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

/// What the page says in words, of the records that it was written about.
#[cfg(test)]
mod tests {
    use super::*;
    use crate::labs::fashion::Method;

    fn of(model: &str, method: Method) -> Summary {
        Config::default().run().of[model][method.key()]
    }

    #[test]
    fn no_best_rate_is_at_an_end() {
        let found = Config::default().run();
        assert_eq!((found.at_an_end, found.sweeps.len()), (0, 15));
    }

    #[test]
    fn on_softmax_regression_every_optimizer_has_four_good_rates() {
        for method in Method::ALL {
            let found = of("softmax", method);
            assert_eq!((found.good, found.lost), (4, 0), "{}", method.name());
        }
    }

    #[test]
    fn on_the_perceptron_those_that_divide_by_the_gradients_size_forgive_more() {
        let good = Method::ALL.map(|method| of("perceptron", method).good);
        assert_eq!(good, [1, 2, 3, 3, 3]);
        let [sgd, adam] =
            [Method::Sgd, Method::Adam].map(|method| of("perceptron", method));
        // Ten times the best rate, and a tenth of it.
        assert!(sgd.tenfold.unwrap() < 0.35 && adam.tenfold.unwrap() > 0.75);
        assert!(sgd.tenth.unwrap() < adam.tenth.unwrap());
    }

    #[test]
    fn on_the_residual_network_the_best_rate_is_next_to_a_cliff() {
        let found = Config::default().run();
        assert_eq!(found.cliffs["residual"], 4);
        assert_eq!((found.cliffs["softmax"], found.cliffs["perceptron"]), (0, 0));
        // SGD loses less at the next rate, and diverges at the one after.
        let sgd = of("residual", Method::Sgd);
        assert!(sgd.above.unwrap() < sgd.accuracy - 0.05);
        assert_eq!((sgd.tenfold, sgd.lost), (None, 1));
        // At a tenth everything learns.
        for method in Method::ALL {
            assert!(of("residual", method).tenth.unwrap() > 0.65, "{}", method.name());
            assert!(of("residual", method).good <= 2, "{}", method.name());
        }
        // RMSprop's cliff is at a smaller rate than Adam's.
        let [rms, adam] =
            [Method::RmsProp, Method::Adam].map(|method| of("residual", method));
        assert!(rms.best < adam.best && rms.lost > adam.lost);
    }

    #[test]
    fn a_shared_rate_is_unfair_to_somebody() {
        // Adam's best on the residual network is where SGD learns least.
        let found = Config::default().run();
        let at = |line: &Line, rate: f64| {
            line.prices.iter().find(|price| price.rate == rate).unwrap().accuracy.unwrap()
        };
        let [sgd, adam] = [&found.lines[0], &found.lines[3]];
        assert_eq!(
            (sgd.name, adam.name, found.model),
            ("SGD", "Adam", "residual network")
        );
        assert!(at(sgd, 0.01) < 0.6 && at(adam, 0.01) > 0.8);
        assert!(at(sgd, 0.1) > 0.7 && at(adam, 0.1) < 0.11);
    }
}
