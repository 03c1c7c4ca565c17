//! Small and large batches at equal epochs and at equal updates.

use super::{Experiment, Setting};
use crate::data::{batches, seeded, two_moons};
use crate::evaluation::argmax_rows;
use crate::losses::{CrossEntropy, Loss};
use crate::models::{Model, MultilayerPerceptron};
use crate::optimizers::{GradientDescent, Optimizer};
use crate::report::{Cell, Format, Table};
use ndarray::{Array1, Array2, Axis};
use serde::Serialize;

/// Training points.
pub const POINTS: usize = 120;

/// Points of the small batches.
pub const SMALL: usize = 8;

/// Test points, fresh from the same moons.
const TEST: usize = 500;

/// A network on two noisy moons.
#[derive(Clone, Debug)]
pub struct Config {
    /// η.
    pub rate: f64,
    /// Epochs of the small batches.
    pub epochs: usize,
    /// How many data sets and first weights are drawn.
    pub seeds: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { rate: 0.2, epochs: 40, seeds: 10 }
    }
}

/// Means over the seeds.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Data sets.
    pub seeds: usize,
    /// Small batches.
    pub small: Training,
    /// All points at once, as many epochs.
    pub large_epochs: Training,
    /// All points at once, as many updates.
    pub large_updates: Training,
    /// All points at once, as many epochs, at five times the rate.
    pub large_rate: Training,
    /// On how many seeds the small batches test better than the large at equal epochs.
    pub small_wins_epochs: usize,
    /// The same at equal updates; ties count as half in neither.
    pub small_wins_updates: usize,
    /// On how many seeds the large batches test better at equal updates.
    pub large_wins_updates: usize,
}

/// One way to train.
#[derive(Clone, Debug, Serialize)]
pub struct Training {
    /// b.
    pub batch: usize,
    /// η.
    pub rate: f64,
    /// Passes through the points.
    pub epochs: usize,
    /// Updates.
    pub updates: usize,
    /// The mean training loss in the end.
    pub train_loss: f64,
    /// The mean training accuracy.
    pub train_accuracy: f64,
    /// The mean test accuracy.
    pub test_accuracy: f64,
    /// The standard error of that mean.
    pub error: f64,
}

/// Samples and their classes.
type Samples = (Array2<f64>, Array1<usize>);

impl Config {
    fn train(&self, batch: usize, rate: f64, epochs: usize) -> (Training, Vec<f64>) {
        let runs: Vec<[f64; 3]> = (1..=self.seeds as u64)
            .map(|seed| {
                let mut random = seeded(seed);
                let train = two_moons(POINTS, 0.3, &mut random);
                let test = two_moons(TEST, 0.3, &mut random);
                let network = MultilayerPerceptron::new(&[2, 16, 2]);
                let theta = network.initial(&mut random);
                fit(&network, theta, (&train, &test), (batch, rate, epochs), seed)
            })
            .collect();
        let n = runs.len() as f64;
        let mean = |k: usize| runs.iter().map(|run| run[k]).sum::<f64>() / n;
        let tests: Vec<f64> = runs.iter().map(|run| run[2]).collect();
        let spread: f64 = tests.iter().map(|test| (test - mean(2)).powi(2)).sum();
        let training = Training {
            batch,
            rate,
            epochs,
            updates: epochs * POINTS.div_ceil(batch),
            train_loss: mean(0),
            train_accuracy: mean(1),
            test_accuracy: mean(2),
            error: (spread / (n - 1.0) / n).sqrt(),
        };
        (training, tests)
    }
}

/// Training loss, training accuracy and test accuracy after training.
fn fit(
    network: &MultilayerPerceptron,
    mut theta: Array1<f64>,
    (train, test): (&Samples, &Samples),
    (batch, rate, epochs): (usize, f64, usize),
    seed: u64,
) -> [f64; 3] {
    let loss = CrossEntropy::default();
    let mut random = seeded(seed + 1000);
    for _ in 0..epochs {
        for batch in batches(POINTS, batch, &mut random) {
            let inputs = train.0.select(Axis(0), &batch);
            let classes = train.1.select(Axis(0), &batch);
            let pass = network.forward(&theta, &inputs);
            let pull = loss.gradient(pass.output(), &classes);
            let gradient = network.backward_through(&theta, &pass, &pull);
            GradientDescent.step(rate, &mut theta, &gradient);
        }
    }
    let accuracy = |(inputs, classes): &Samples| {
        let predicted = argmax_rows(&network.predict(&theta, inputs));
        let right = predicted.iter().zip(classes).filter(|(guess, class)| guess == class);
        right.count() as f64 / classes.len() as f64
    };
    let logits = network.predict(&theta, &train.0);
    [loss.value(&logits, &train.1), accuracy(train), accuracy(test)]
}

impl Experiment for Config {
    const NAME: &'static str = "batch-generalization";
    const QUESTION: &'static str = "Do large batches generalize worse?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real("rate", "rate η", &mut self.rate, 0.05..=0.3, 0.05),
            Setting::count(
                "epochs",
                "epochs of the small batches",
                &mut self.epochs,
                10..=60,
            ),
            Setting::count("seeds", "data sets", &mut self.seeds, 3..=10),
        ]
    }

    fn run(&self) -> Outcome {
        let per_epoch = POINTS.div_ceil(SMALL);
        let (small, tests) = self.train(SMALL, self.rate, self.epochs);
        let (large_epochs, by_epochs) = self.train(POINTS, self.rate, self.epochs);
        let (large_updates, by_updates) =
            self.train(POINTS, self.rate, self.epochs * per_epoch);
        let (large_rate, _) = self.train(POINTS, 5.0 * self.rate, self.epochs);
        let wins = |a: &[f64], b: &[f64]| a.iter().zip(b).filter(|(a, b)| a > b).count();
        Outcome {
            seeds: self.seeds,
            small_wins_epochs: wins(&tests, &by_epochs),
            small_wins_updates: wins(&tests, &by_updates),
            large_wins_updates: wins(&by_updates, &tests),
            small,
            large_epochs,
            large_updates,
            large_rate,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!(
                "Two moons, {POINTS} points, a network of 16 hidden units, means of {} runs",
                outcome.seeds
            ),
            &[
                "batch size and rate",
                "epochs",
                "updates",
                "training loss",
                "training accuracy",
                "test accuracy",
                "standard error",
            ],
        );
        let percent = |share: f64| Cell::Number(Format::percent(1).apply(share));
        for training in [
            &outcome.small,
            &outcome.large_epochs,
            &outcome.large_rate,
            &outcome.large_updates,
        ] {
            table.row(vec![
                Cell::Text(format!(
                    "b = {}, η = {}",
                    training.batch,
                    crate::report::number(training.rate, 1)
                )),
                Cell::count(training.epochs),
                Cell::count(training.updates),
                Cell::number(training.train_loss, 3),
                percent(training.train_accuracy),
                percent(training.test_accuracy),
                percent(training.error),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn at_equal_epochs_the_large_batch_is_behind_and_at_equal_updates_it_is_not() {
        let outcome = Config::default().run();
        assert!(outcome.large_epochs.train_loss > outcome.small.train_loss + 0.05);
        let gap = outcome.small.test_accuracy - outcome.large_updates.test_accuracy;
        assert!(gap.abs() < 0.02, "{gap}");
        assert_eq!(outcome.small.updates, outcome.large_updates.updates);
    }
}
