//! Logistic regression where some features are in one of fifty samples.

use super::{Experiment, Setting};
use crate::data::seeded;
use crate::optimizers::{AdaGrad, GradientDescent, Optimizer};
use crate::report::{Cell, Table};
use ndarray::Array1;
use rand::RngExt;
use rand_pcg::Pcg64;
use serde::Serialize;

/// Features of each kind.
pub const FEATURES: usize = 10;

/// The share of samples in which a common feature is 1.
const COMMON: f64 = 0.5;

/// The size of each true weight; signs alternate.
const WEIGHT: f64 = 1.5;

/// Steps between two looks.
const EVERY: usize = 50;

/// Samples on which the loss is measured.
const TEST: usize = 2000;

/// One pass over samples with ten common and ten rare features, one sample a step.
#[derive(Clone, Debug)]
pub struct Config {
    /// The share of samples in which a rare feature is 1.
    pub share: f64,
    /// η of gradient descent.
    pub descent_rate: f64,
    /// η of AdaGrad.
    pub adagrad_rate: f64,
    /// Samples: steps.
    pub samples: usize,
    /// The seed of the samples.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self { share: 0.02, descent_rate: 0.1, adagrad_rate: 0.5, samples: 3000, seed: 1 }
    }
}

/// Both methods on the same samples.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The share of samples in which a rare feature is 1.
    pub share: f64,
    /// Steps.
    pub samples: usize,
    /// Steps between two looks.
    pub every: usize,
    /// Stochastic gradient descent.
    pub descent: Training,
    /// AdaGrad.
    pub adagrad: Training,
}

/// One method.
#[derive(Clone, Debug, Serialize)]
pub struct Training {
    /// η.
    pub rate: f64,
    /// Σ w w* / Σ w*² over the common features, every fifty steps from the start.
    pub common: Vec<f64>,
    /// The same over the rare features.
    pub rare: Vec<f64>,
    /// The last of `common`.
    pub common_recovered: f64,
    /// The last of `rare`.
    pub rare_recovered: f64,
    /// The mean rate of a common feature's weight, every fifty steps; in AdaGrad η/√G.
    pub common_rates: Vec<f64>,
    /// That of a rare one.
    pub rare_rates: Vec<f64>,
    /// The last of `common_rates`.
    pub last_common_rate: f64,
    /// The last of `rare_rates`.
    pub last_rare_rate: f64,
    /// Mean loss on fresh samples, above that of the true weights.
    pub excess: f64,
}

impl Experiment for Config {
    const NAME: &'static str = "rare-features";
    const QUESTION: &'static str =
        "How much does each method learn of features that are rarely there?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let Self { share, descent_rate, adagrad_rate, samples, seed } = self;
        vec![
            Setting::real("share", "share of rare features", share, 0.005..=0.5, 0.005)
                .logarithmic(),
            Setting::real(
                "descent_rate",
                "rate η of descent",
                descent_rate,
                0.01..=3.0,
                0.01,
            )
            .logarithmic(),
            Setting::real(
                "adagrad_rate",
                "rate η of AdaGrad",
                adagrad_rate,
                0.05..=5.0,
                0.05,
            )
            .logarithmic(),
            Setting::count("samples", "samples", samples, 500..=6000),
            Setting::seed(seed),
        ]
    }

    fn run(&self) -> Outcome {
        Outcome {
            share: self.share,
            samples: self.samples,
            every: EVERY,
            descent: self.train(&mut GradientDescent, self.descent_rate),
            adagrad: self.train(&mut AdaGrad::default(), self.adagrad_rate),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!("Part of the true weights after {} samples", outcome.samples),
            &[
                "method",
                "common features",
                "rare features",
                "rate, common",
                "rate, rare",
                "loss above the truth",
            ],
        );
        for (name, training) in
            [("gradient descent", &outcome.descent), ("AdaGrad", &outcome.adagrad)]
        {
            table.row(vec![
                name.into(),
                Cell::number(training.common_recovered, 2),
                Cell::number(training.rare_recovered, 2),
                Cell::number(training.last_common_rate, 3),
                Cell::number(training.last_rare_rate, 3),
                Cell::number(training.excess, 4),
            ]);
        }
        table
    }
}

/// w*: common features first.
fn truth() -> Array1<f64> {
    Array1::from_shape_fn(2 * FEATURES, |i| if i % 2 == 0 { WEIGHT } else { -WEIGHT })
}

/// 1/(1 + e⁻ᶻ), the probability of class 1.
fn probability(logit: f64) -> f64 {
    1.0 / (1.0 + (-logit).exp())
}

impl Config {
    /// A sample: its features, and its class drawn from the true probability.
    fn draw(&self, truth: &Array1<f64>, random: &mut Pcg64) -> (Array1<f64>, f64) {
        let input = Array1::from_shape_fn(2 * FEATURES, |i| {
            let share = if i < FEATURES { COMMON } else { self.share };
            f64::from(u8::from(random.random_bool(share)))
        });
        let label = random.random_bool(probability(truth.dot(&input)));
        (input, f64::from(u8::from(label)))
    }

    /// One pass, one sample a step: g = (p − y) x.
    fn train(&self, optimizer: &mut dyn Optimizer, rate: f64) -> Training {
        let (truth, mut random) = (truth(), seeded(self.seed));
        let mut theta = Array1::zeros(2 * FEATURES);
        let mut training = Training {
            rate,
            common: vec![0.0],
            rare: vec![0.0],
            common_recovered: 0.0,
            rare_recovered: 0.0,
            common_rates: Vec::new(),
            rare_rates: Vec::new(),
            last_common_rate: 0.0,
            last_rare_rate: 0.0,
            excess: 0.0,
        };
        for step in 1..=self.samples {
            let (input, label) = self.draw(&truth, &mut random);
            let error = probability(theta.dot(&input)) - label;
            optimizer.step(rate, &mut theta, &(input * error));
            if step % EVERY == 0 {
                training.look(&theta, &truth, &rates(optimizer, rate));
            }
        }
        training.excess = self.excess(&theta, &truth, &mut random);
        training
    }

    /// The mean loss of `theta` on fresh samples, less that of the truth.
    fn excess(
        &self,
        theta: &Array1<f64>,
        truth: &Array1<f64>,
        random: &mut Pcg64,
    ) -> f64 {
        let loss = |theta: &Array1<f64>, input: &Array1<f64>, label: f64| {
            let logit = theta.dot(input);
            let signed = if label == 1.0 { -logit } else { logit };
            signed.max(0.0) + (-signed.abs()).exp().ln_1p()
        };
        let mut sum = 0.0;
        for _ in 0..TEST {
            let (input, label) = self.draw(truth, random);
            sum += loss(theta, &input, label) - loss(truth, &input, label);
        }
        sum / TEST as f64
    }
}

/// The rate of each coordinate: η/√G where there is a G, η where there is none.
fn rates(optimizer: &dyn Optimizer, rate: f64) -> Array1<f64> {
    match optimizer.state().first() {
        // A feature that has never been there keeps its first step, which is η long
        // whatever the gradient; the largest gradient is 1.
        Some((_, squares)) => {
            squares.mapv(|g| if g > 0.0 { rate / g.sqrt() } else { rate })
        }
        None => Array1::from_elem(2 * FEATURES, rate),
    }
}

impl Training {
    fn look(&mut self, theta: &Array1<f64>, truth: &Array1<f64>, rates: &Array1<f64>) {
        let recovered = |range: std::ops::Range<usize>| {
            let of = |i: usize| theta[i] * truth[i];
            range.clone().map(of).sum::<f64>()
                / range.map(|i| truth[i] * truth[i]).sum::<f64>()
        };
        let mean = |range: std::ops::Range<usize>| {
            range.map(|i| rates[i]).sum::<f64>() / FEATURES as f64
        };
        self.common_recovered = recovered(0..FEATURES);
        self.rare_recovered = recovered(FEATURES..2 * FEATURES);
        self.last_common_rate = mean(0..FEATURES);
        self.last_rare_rate = mean(FEATURES..2 * FEATURES);
        self.common.push(self.common_recovered);
        self.rare.push(self.rare_recovered);
        self.common_rates.push(self.last_common_rate);
        self.rare_rates.push(self.last_rare_rate);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_rare_features_are_common_they_are_learned_alike() {
        let outcome = Config { share: COMMON, ..Config::default() }.run();
        for training in [&outcome.descent, &outcome.adagrad] {
            let gap = training.common_recovered - training.rare_recovered;
            // Two means of ten weights, each off by some 0.15 of its size.
            assert!(gap.abs() < 0.15, "{gap}");
            assert!(training.common_recovered > 0.8);
        }
    }

    #[test]
    fn the_loss_of_the_truth_is_hard_to_beat() {
        for seed in 1..=5 {
            let outcome = Config { seed, ..Config::default() }.run();
            assert!(outcome.descent.excess > 0.0 && outcome.adagrad.excess > 0.0);
        }
    }
}
