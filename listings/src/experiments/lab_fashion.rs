//! Lab 2: what five optimizers reach on images of clothes, each at its best rate.

use super::{Experiment, Setting};
use crate::labs::fashion::{
    Config as Run, Method, Model, Record, Row, Stage, TARGET, TEST_IMAGES, TUNING_SEEDS,
    accuracies, comparison, final_runs, rows, runs,
};
use crate::report::Table;
use crate::statistics::Paired;
use serde::Serialize;
use std::collections::BTreeMap;

/// Nothing to choose.
#[derive(Clone, Debug, Default)]
pub struct Config;

/// The recorded accuracies.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// What it took.
    pub effort: Effort,
    /// A row a model and an optimizer, in the order of the table.
    #[serde(skip)]
    pub rows: Vec<Row>,
    /// The same, by model and optimizer.
    pub of: BTreeMap<&'static str, BTreeMap<&'static str, Row>>,
    /// For each model, how many of the other optimizers are lower than Adam, how many
    /// higher, and how many not told from it.
    pub verdicts: BTreeMap<&'static str, Verdicts>,
    /// For each model, the best mean test accuracy of an optimizer less the worst, in points.
    pub spread: BTreeMap<&'static str, f64>,
    /// Models against each other under Adam.
    pub between: BTreeMap<&'static str, Between>,
    /// The parameters of each model.
    pub parameters: BTreeMap<&'static str, usize>,
    /// AdamW on the perceptron: the share by which its decay shrinks a weight in a run.
    pub decay: f64,
    /// The standard error of an accuracy of 0.85 on so many test images, in points.
    pub sampling: f64,
    /// The accuracy of the column "epochs to".
    pub target: f64,
}

/// How many runs, on how many images.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct Effort {
    /// Runs in all.
    pub runs: usize,
    /// The time of all runs, one after the other, in minutes.
    pub minutes: f64,
    /// Runs of the tuning.
    pub tuning: usize,
    /// Seeds of each final run.
    pub seeds: usize,
    /// Seeds of the tuning.
    pub tuning_seeds: usize,
    /// Images to train on.
    pub training: usize,
    /// Images to choose the rate by.
    pub validation: usize,
    /// Images to judge by.
    pub test: usize,
    /// Passes over the training images.
    pub epochs: usize,
    /// Images of a batch.
    pub batch: usize,
    /// Updates of a run.
    pub updates: usize,
    /// Runs that diverged.
    pub diverged: usize,
}

/// Verdicts against the reference.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Verdicts {
    /// Beyond noise below it.
    pub lower: usize,
    /// Beyond noise above it.
    pub higher: usize,
    /// Not told from it.
    pub noise: usize,
}

/// The test accuracy of one model less that of another.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Between {
    /// The mean difference and its interval.
    #[serde(flatten)]
    pub paired: Paired,
    /// "lower", "higher" or "noise".
    pub verdict: &'static str,
}

fn effort(records: &[Record]) -> Effort {
    let Some(Record { config, .. }) = records.first() else { return Effort::default() };
    let Run { training, validation, epochs, batch, .. } = *config;
    let tuning = records.iter().filter(|record| record.config.stage == Stage::Tuning);
    Effort {
        runs: records.len(),
        tuning: tuning.count(),
        seeds: final_runs(records).iter().map(Vec::len).max().unwrap_or(0),
        tuning_seeds: TUNING_SEEDS.len(),
        training,
        // The share is of both.
        validation: (training as f64 * validation / (1.0 - validation)).round() as usize,
        test: TEST_IMAGES,
        epochs,
        batch,
        updates: epochs * training.div_ceil(batch),
        minutes: records.iter().map(|record| record.seconds).sum::<f64>() / 60.0,
        diverged: records
            .iter()
            .filter(|record| record.last_accuracy().is_none())
            .count(),
    }
}

fn verdicts(rows: &[Row], model: Model) -> Verdicts {
    let count = |verdict: &str| {
        rows.iter().filter(|row| row.model == model && row.verdict() == verdict).count()
    };
    Verdicts { lower: count("lower"), higher: count("higher"), noise: count("noise") }
}

fn spread(rows: &[Row], model: Model) -> f64 {
    let own = rows.iter().filter(|row| row.model == model).map(|row| row.test.mean);
    let (low, high) = own
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), test| {
            (low.min(test), high.max(test))
        });
    // Without a row there is no difference.
    100.0 * (high - low).max(0.0)
}

fn between(records: &[Record]) -> BTreeMap<&'static str, Between> {
    let [softmax, perceptron, residual] = Model::ALL;
    let pairs = [
        ("perceptron_and_softmax", perceptron, softmax),
        ("residual_and_softmax", residual, softmax),
        ("residual_and_perceptron", residual, perceptron),
    ];
    let found = pairs.into_iter().filter_map(|(name, model, other)| {
        let paired = comparison(records, Method::REFERENCE, model, other)?;
        Some((name, Between { paired, verdict: paired.verdict() }))
    });
    found.collect()
}

/// 1 − Π (1 − η_t λ), with the mean rate of a cosine, half of its peak.
fn decay(rows: &[Row], updates: usize) -> f64 {
    const LAMBDA: f64 = 0.01;
    let is_it =
        |row: &&Row| row.model.key() == "perceptron" && row.method == Method::AdamW;
    let rate = rows.iter().find(is_it).map_or(0.0, |row| row.rate);
    -(-0.5 * rate * LAMBDA * updates as f64).exp_m1()
}

impl Experiment for Config {
    const NAME: &'static str = "lab-fashion";
    const QUESTION: &'static str = "What does each optimizer reach at its best rate?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        Vec::new()
    }

    fn run(&self) -> Outcome {
        let records = runs();
        let rows = rows(&records);
        let mut of: BTreeMap<_, BTreeMap<_, _>> = BTreeMap::new();
        for row in &rows {
            of.entry(row.model.key()).or_default().insert(row.method.key(), row.clone());
        }
        let effort = effort(&records);
        let parameters =
            records.iter().map(|r| (r.config.model.key(), r.outcome.parameters));
        Outcome {
            effort,
            of,
            verdicts: Model::ALL
                .map(|model| (model.key(), verdicts(&rows, model)))
                .into(),
            spread: Model::ALL.map(|model| (model.key(), spread(&rows, model))).into(),
            between: between(&records),
            parameters: parameters.collect(),
            decay: decay(&rows, effort.updates),
            sampling: 100.0 * (0.85 * 0.15 / TEST_IMAGES as f64).sqrt(),
            target: TARGET,
            rows,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        accuracies(&outcome.rows)
    }
}

/// What the page says in words, of the records that it was written about.
#[cfg(test)]
mod tests {
    use super::*;

    fn row(of: &Outcome, model: &str, method: Method) -> Row {
        of.of[model][method.key()].clone()
    }

    #[test]
    fn every_run_is_there_and_four_diverged() {
        let of = Config.run();
        let Effort { runs, tuning, seeds, training, validation, .. } = of.effort;
        assert_eq!((runs, tuning, seeds), (435, 360, 5));
        assert_eq!((training, validation, of.effort.updates), (7000, 1000, 1100));
        // SGD at its highest rate, on the residual network; none of the final runs.
        assert_eq!(of.effort.diverged, 4);
        assert!(of.rows.iter().all(|row| row.finished == 5));
    }

    #[test]
    fn on_the_two_simple_models_no_optimizer_is_told_from_adam() {
        let of = Config.run();
        for model in ["softmax", "perceptron"] {
            assert_eq!(of.verdicts[model].noise, 4, "{model}");
            // Less than what other test images would change.
            assert!(of.spread[model] < of.sampling, "{model}");
        }
    }

    #[test]
    fn on_the_residual_network_sgd_and_rmsprop_are_lower_and_the_others_noise() {
        let of = Config.run();
        let verdict = |method| row(&of, "residual", method).verdict();
        assert_eq!([verdict(Method::Sgd), verdict(Method::RmsProp)], ["lower"; 2]);
        assert_eq!([verdict(Method::Momentum), verdict(Method::AdamW)], ["noise"; 2]);
        let lost = row(&of, "residual", Method::Sgd).against.unwrap().mean;
        assert!(lost < row(&of, "residual", Method::RmsProp).against.unwrap().mean);
    }

    #[test]
    fn the_perceptron_is_ahead_of_the_residual_network_under_every_optimizer() {
        let of = Config.run();
        for method in Method::ALL {
            let [small, large] =
                ["perceptron", "residual"].map(|model| row(&of, model, method));
            assert!(small.test.mean > large.test.mean, "{}", method.name());
        }
        assert_eq!(of.between["residual_and_perceptron"].verdict, "lower");
        assert_eq!(of.between["perceptron_and_softmax"].verdict, "higher");
        assert_eq!(of.between["residual_and_softmax"].verdict, "noise");
        // A better model is a larger step than a better optimizer of either.
        let step = 100.0 * of.between["perceptron_and_softmax"].paired.mean;
        assert!(step > of.spread["softmax"] && step > of.spread["perceptron"]);
    }

    #[test]
    fn with_sgd_the_residual_network_is_behind_softmax_regression() {
        let of = Config.run();
        let [simple, network] =
            ["softmax", "residual"].map(|model| row(&of, model, Method::Sgd).test.mean);
        assert!(simple > network + 0.03, "{simple} {network}");
    }

    #[test]
    fn a_larger_gap_is_no_lower_test_accuracy() {
        let of = Config.run();
        for model in ["softmax", "perceptron"] {
            let largest = row(&of, model, Method::Adam);
            for method in Method::ALL {
                let other = row(&of, model, method);
                assert!(largest.gap.mean >= other.gap.mean, "{model} {}", method.name());
                assert!(largest.train >= other.train, "{model} {}", method.name());
                assert_ne!(other.verdict(), "higher");
            }
        }
        // The smallest gap of all is that of the worst.
        let worst = row(&of, "residual", Method::Sgd);
        assert!(of.rows.iter().all(|row| row.gap.mean >= worst.gap.mean));
        assert!(of.rows.iter().all(|row| row.test.mean >= worst.test.mean));
    }

    #[test]
    fn adamw_is_adam_here() {
        let of = Config.run();
        for model in ["softmax", "perceptron", "residual"] {
            assert_eq!(row(&of, model, Method::AdamW).verdict(), "noise");
        }
        // On each model at the same rate.
        let rates = |model| {
            [Method::Adam, Method::AdamW].map(|method| row(&of, model, method).rate)
        };
        assert_eq!(rates("softmax"), [0.03; 2]);
        assert_eq!(rates("residual"), [0.01; 2]);
        assert_eq!(rates("perceptron"), [0.01; 2]);
        // By hand: 1 − exp(−0.5 · 0.01 · 0.01 · 1100), 5.4 %.
        assert!((of.decay - 0.0535).abs() < 1e-4, "{}", of.decay);
        // A hundred times as many updates would leave next to nothing of a weight.
        assert!((1.0 - of.decay).powi(100) < 0.01);
    }
}
