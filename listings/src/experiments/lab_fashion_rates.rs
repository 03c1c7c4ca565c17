//! Lab 2: validation accuracy against the rate.

use super::{Experiment, Setting};
use crate::labs::fashion::{
    MARGIN, Method, Model, Price, Record, Stage, Sweep, TUNING_SEEDS, is_lost, runs,
    sensitivity, sweeps,
};
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
    /// What comes of the next larger rates than the best ones, by model.
    pub above: BTreeMap<&'static str, Above>,
    /// How far below the best a rate is still good.
    pub margin: f64,
}

/// The runs of all optimizers of a model at the next larger rate than the best.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Above {
    /// How many runs there are.
    pub runs: usize,
    /// How many of them diverged, or ended no better than a guess.
    pub lost: usize,
    /// The same of each tuning seed.
    pub by_seed: Vec<usize>,
}

/// An optimizer at all of its rates.
#[derive(Clone, Debug, Serialize)]
pub struct Line {
    /// Its name.
    pub name: &'static str,
    /// The smallest rate first.
    pub prices: Vec<Price>,
    /// Rate and accuracy of every run that did not diverge.
    pub runs: Vec<(f64, f64)>,
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
    /// How many runs diverged there, or ended no better than a guess.
    pub lost_above: usize,
    /// The mean accuracy of the others there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub learned_above: Option<f64>,
    /// How many runs at all rates diverged, or ended no better than a guess.
    pub lost: usize,
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
        lost_above: sweep.above_best().map_or(0, |price| price.lost),
        learned_above: sweep.above_best().and_then(|price| price.learned),
        lost: sweep.prices.iter().map(|price| price.lost).sum(),
    })
}

fn above(records: &[Record], sweeps: &[Sweep], model: Model) -> Above {
    let rates: Vec<(Method, f64)> = sweeps
        .iter()
        .filter(|sweep| sweep.model == model)
        .filter_map(|sweep| Some((sweep.method, sweep.above_best()?.rate)))
        .collect();
    let is_above = |Record { config, .. }: &&Record| {
        (config.stage, config.model) == (Stage::Tuning, model)
            && rates.contains(&(config.method, config.rate))
    };
    let runs: Vec<&Record> = records.iter().filter(is_above).collect();
    let lost = |seed: u64| {
        let own = runs.iter().filter(move |run| run.seed == seed);
        own.filter(|run| is_lost(run.last_accuracy())).count()
    };
    let by_seed = TUNING_SEEDS.map(lost).to_vec();
    Above { runs: runs.len(), lost: by_seed.iter().sum(), by_seed }
}

impl Config {
    /// The outcome, of these records.
    pub fn of(&self, records: &[Record]) -> Outcome {
        let sweeps = sweeps(records);
        let model = Model::ALL[self.model - 1];
        let runs = |method: Method| {
            let own = records.iter().filter(move |Record { config, .. }| {
                let of = (config.stage, config.model, config.method);
                of == (Stage::Tuning, model, method)
            });
            own.filter_map(|run| Some((run.config.rate, run.last_accuracy()?)))
        };
        let line = |sweep: &Sweep| Line {
            name: sweep.method.name(),
            prices: sweep.prices.clone(),
            runs: runs(sweep.method).collect(),
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
            above: Model::ALL
                .map(|model| (model.key(), above(records, &sweeps, model)))
                .into(),
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
        self.of(&runs())
    }

    fn table(outcome: &Outcome) -> Table {
        sensitivity(&outcome.sweeps)
    }
}

/// What the page says in words, of the records that it was written about.
#[cfg(test)]
mod tests {
    use super::*;

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
        assert_eq!(good, [2, 2, 3, 3, 3]);
        let [sgd, adam] =
            [Method::Sgd, Method::Adam].map(|method| of("perceptron", method));
        // Ten times the best rate, and a tenth of it.
        assert!(sgd.tenfold.unwrap() < 0.35 && adam.tenfold.unwrap() > 0.75);
        assert!(sgd.tenth.unwrap() < adam.tenth.unwrap());
    }

    #[test]
    fn on_the_residual_network_the_best_rate_is_next_to_a_cliff_or_to_a_lottery() {
        let found = Config::default().run();
        assert_eq!((found.above["softmax"].lost, found.above["perceptron"].lost), (0, 0));
        let above = &found.above["residual"];
        assert_eq!((above.runs, above.by_seed.as_slice()), (20, &[4, 2, 2, 2][..]));
        let lost = Method::ALL.map(|method| of("residual", method).lost_above);
        assert_eq!(lost, [3, 4, 1, 1, 1]);
        // SGD diverges at the rate after, with every seed.
        let diverged = |line: &Line| line.runs.iter().all(|&(rate, _)| rate < 3.0);
        assert!(diverged(&found.lines[0]));
        assert_eq!(of("residual", Method::Sgd).tenfold, None);
        // At a tenth everything learns.
        for method in Method::ALL {
            assert!(of("residual", method).tenth.unwrap() > 0.65, "{}", method.name());
            assert!(of("residual", method).good <= 2, "{}", method.name());
        }
    }

    #[test]
    fn one_run_keeps_rmsprop_from_the_rate_that_is_better_for_the_others() {
        let [rms, adam] =
            [Method::RmsProp, Method::Adam].map(|method| of("residual", method));
        assert!(rms.learned_above.unwrap() > rms.accuracy);
        // Without the seed of that run the tuning takes the bolder rate.
        let mut records = runs();
        records.retain(|record: &Record| record.seed != TUNING_SEEDS[0]);
        let bolder = Config::default().of(&records).of["residual"]["rmsprop"];
        assert!(bolder.best > rms.best);
        // Adam's runs that learn at the next rate are not better than at the best.
        assert!(adam.learned_above.unwrap() < adam.accuracy);
        // The rate at which RMSprop lost a run is Adam's best, and Adam lost none there.
        let found = Config::default().run();
        let next = |line: &Line| {
            let best = line.best.unwrap().rate;
            *line.prices.iter().find(|price| price.rate > best).unwrap()
        };
        let [rms, adam] = [&found.lines[2], &found.lines[3]];
        assert_eq!((rms.name, adam.name), ("RMSprop", "Adam"));
        assert_eq!(next(rms).rate, adam.best.unwrap().rate);
        assert_eq!((next(rms).lost, adam.best.unwrap().lost), (1, 0));
    }

    #[test]
    fn fewer_seeds_would_have_chosen_the_same_rates_but_one() {
        let mut few = runs();
        // One for the residual network, two for the others.
        few.retain(|Record { config, seed, .. }| {
            let seeds = if config.model.key() == "residual" { 1 } else { 2 };
            config.stage == Stage::Final || TUNING_SEEDS[..seeds].contains(seed)
        });
        let [few, all] = [few, runs()].map(|records| sweeps(&records));
        let changed: Vec<_> = few
            .iter()
            .zip(&all)
            .filter(|(few, all)| few.best().unwrap().rate != all.best().unwrap().rate)
            .map(|(few, _)| (few.model.key(), few.method))
            .collect();
        assert_eq!(changed, [("perceptron", Method::AdamW)]);
    }

    #[test]
    fn one_of_four_is_as_likely_at_a_tenth_as_at_a_half() {
        let one_of_four = |share: f64| 4.0 * share * (1.0 - share).powi(3);
        assert!((one_of_four(0.1) - 0.2916_f64).abs() < 1e-15);
        assert_eq!(one_of_four(0.5), 0.25);
    }

    #[test]
    fn a_shared_rate_is_unfair_to_somebody() {
        // Adam's best on the residual network is where SGD learns least.
        let found = Config::default().run();
        let at = |line: &Line, rate: f64| {
            *line.prices.iter().find(|price| price.rate == rate).unwrap()
        };
        let [sgd, adam] = [&found.lines[0], &found.lines[3]];
        assert_eq!(
            (sgd.name, adam.name, found.model),
            ("SGD", "Adam", "residual network")
        );
        assert_eq!(sgd.prices[0].rate, 0.01);
        assert!(sgd.prices[1..5].iter().all(|p| p.learned > sgd.prices[0].learned));
        assert_eq!(adam.best.unwrap().rate, 0.01);
        // SGD is ahead at the other rate, of those of Adam's runs that learn, too.
        assert!(at(sgd, 0.1).accuracy > at(adam, 0.1).learned);
        assert_eq!((at(sgd, 0.1).lost, at(adam, 0.1).lost), (0, 1));
    }
}
