//! A network that learns a mean and its uncertainty, step by step.

use super::{Experiment, Run, Setting, finish};
use crate::data::seeded;
use crate::losses::{BetaNll, GaussianNll, Loss};
use crate::models::{Model, MultilayerPerceptron};
use crate::optimizers::Adam;
use crate::report::{Cell, Table};
use crate::training::train_step;
use ndarray::{Array1, Array2, Axis};
use rand_distr::{Distribution, StandardNormal};
use serde::Serialize;

/// A hundred and fifty points about a wave, with noise that grows from left to right.
#[derive(Clone, Debug)]
pub struct Config {
    /// The exponent β: 0 is the likelihood.
    pub beta: f64,
    /// How many points are moved up.
    pub outliers: usize,
    /// The rate η of Adam.
    pub rate: f64,
    /// The seed of noise and start.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self { beta: 0.0, outliers: 0, rate: 0.02, seed: 1 }
    }
}

const SAMPLES: usize = 150;
const STEPS: usize = 600;
/// Steps of a slice.
const SLICE: usize = 10;
/// The step at which training is looked at early.
const EARLY: usize = 50;
/// How far a moved point is moved.
const MOVE: f64 = 4.0;

/// The mean that the points are drawn about.
fn truth(x: f64) -> f64 {
    (1.5 * x).sin()
}

/// The standard deviation of their noise.
fn noise(x: f64) -> f64 {
    0.05 + 0.1 * (x + 3.0)
}

/// The points, and what the network makes of them.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The exponent β.
    pub beta: f64,
    /// Steps taken.
    pub step: usize,
    /// Steps of the whole run.
    pub steps: usize,
    /// Whether the loss stopped being finite.
    pub diverged: bool,
    /// The points that were not moved.
    pub points: Vec<(f64, f64)>,
    /// The moved points.
    pub moved: Vec<(f64, f64)>,
    /// x and the true mean.
    pub truth: Vec<(f64, f64)>,
    /// x and the predicted mean.
    pub mean: Vec<(f64, f64)>,
    /// x, and two predicted standard deviations below the mean.
    pub lower: Vec<(f64, f64)>,
    /// x, and two above it.
    pub upper: Vec<(f64, f64)>,
    /// x and the true standard deviation.
    pub true_noise: Vec<(f64, f64)>,
    /// x and the predicted one.
    pub noise: Vec<(f64, f64)>,
    /// The share of the points that were not moved within the band.
    pub covered: f64,
    /// Root mean square distance of the predicted mean from the true one.
    pub off_by: f64,
    /// How it stood after `EARLY` steps, or stands now, if there are fewer yet.
    pub early: Early,
    /// The predicted standard deviation at the left end, x = −3, and at the right, x = 3.
    pub ends: [f64; 2],
    /// The negative log-likelihood of all points, moved ones included.
    pub likelihood: f64,
}

/// A moment of the training.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Early {
    /// Steps taken.
    pub step: usize,
    /// The share of the points within the band.
    pub covered: f64,
    /// Root mean square distance of the predicted mean from the true one.
    pub off_by: f64,
}

impl Experiment for Config {
    const NAME: &'static str = "gaussian-nll-fit";
    const QUESTION: &'static str =
        "Can a network learn where its own predictions are uncertain?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real("beta", "exponent β", &mut self.beta, 0.0..=1.0, 0.1),
            Setting::count("outliers", "points moved up", &mut self.outliers, 0..=20),
            Setting::real("rate", "rate η", &mut self.rate, 0.002..=0.1, 0.001)
                .logarithmic(),
            Setting::seed(&mut self.seed),
        ]
    }

    fn run(&self) -> Outcome {
        finish(Box::new(BandRun::new(self)))
    }

    fn start(&self) -> Option<Box<dyn Run<Outcome>>> {
        Some(Box::new(BandRun::new(self)))
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!("Mean and standard deviation after {} steps", outcome.step),
            &["x", "true mean", "mean", "true deviation", "deviation"],
        );
        for i in (0..outcome.mean.len()).step_by(10) {
            table.row(vec![
                Cell::number(outcome.mean[i].0, 1),
                Cell::number(outcome.truth[i].1, 2),
                Cell::number(outcome.mean[i].1, 2),
                Cell::number(outcome.true_noise[i].1, 2),
                Cell::number(outcome.noise[i].1, 2),
            ]);
        }
        table
    }
}

/// The network in training.
struct BandRun {
    beta: f64,
    rate: f64,
    x: Array1<f64>,
    target: Array1<f64>,
    moved: Vec<usize>,
    network: MultilayerPerceptron,
    theta: Array1<f64>,
    optimizer: Adam,
    step: usize,
    diverged: bool,
    early: Option<Early>,
}

/// The input of the network: x at unit variance, of shape (n, 1).
fn standardized(x: &Array1<f64>) -> Array2<f64> {
    (x / 3.0_f64.sqrt()).insert_axis(Axis(1))
}

impl BandRun {
    fn new(config: &Config) -> Self {
        let mut random = seeded(config.seed);
        let x = Array1::linspace(-3.0, 3.0, SAMPLES);
        let mut target = x.mapv(|x| {
            let normal: f64 = StandardNormal.sample(&mut random);
            truth(x) + noise(x) * normal
        });
        let moved = super::outlier_line::move_some(
            &mut target,
            config.outliers,
            0.0,
            &mut random,
        );
        for &index in &moved {
            target[index] += MOVE;
        }
        let network = MultilayerPerceptron::new(&[1, 16, 2]);
        Self {
            beta: config.beta,
            rate: config.rate,
            theta: network.initial(&mut random),
            x,
            target,
            moved,
            network,
            optimizer: Adam::default(),
            step: 0,
            diverged: false,
            early: None,
        }
    }

    // ANCHOR: band_step
    /// One step on both outputs of the network, the mean and the log variance.
    fn train(&mut self) {
        let loss = BetaNll::new(self.beta).expect("the settings keep β in [0, 1]");
        let inputs = standardized(&self.x);
        let (network, target) = (&self.network, &self.target);
        let (theta, optimizer) = (&mut self.theta, &mut self.optimizer);
        let step =
            train_step(network, &loss, &inputs, target, theta, optimizer, self.rate);
        self.diverged = step.is_err();
        self.step += 1;
    }
    // ANCHOR_END: band_step
}

impl Run<Outcome> for BandRun {
    fn advance(&mut self) {
        for _ in 0..SLICE {
            if self.progress() < 1.0 {
                self.train();
            }
            if self.step == EARLY && self.early.is_none() {
                self.early = Some(self.outcome().early);
            }
        }
    }

    fn progress(&self) -> f64 {
        if self.diverged { 1.0 } else { self.step as f64 / STEPS as f64 }
    }

    fn outcome(&self) -> Outcome {
        let grid = Array1::linspace(-3.0, 3.0, 61);
        let prediction = self.network.predict(&self.theta, &standardized(&grid));
        let deviation = |log_variance: f64| (0.5 * log_variance).exp();
        let rows = || grid.iter().copied().zip(prediction.rows());
        let band = |times: f64| {
            rows().map(|(x, row)| (x, row[0] + times * deviation(row[1]))).collect()
        };
        let noises: Vec<(f64, f64)> =
            rows().map(|(x, row)| (x, deviation(row[1]))).collect();
        let at_points = self.network.predict(&self.theta, &standardized(&self.x));
        let likelihood = GaussianNll.value(&at_points, &self.target);
        let is_moved = |index: &usize| self.moved.contains(index);
        let ordinary: Vec<usize> = (0..SAMPLES).filter(|i| !is_moved(i)).collect();
        let is_covered = |i: &&usize| {
            let row = at_points.row(**i);
            (self.target[**i] - row[0]).abs() <= 2.0 * deviation(row[1])
        };
        let square = rows().map(|(x, row)| (row[0] - truth(x)).powi(2)).sum::<f64>();
        let off_by = (square / grid.len() as f64).sqrt();
        let covered =
            ordinary.iter().filter(is_covered).count() as f64 / ordinary.len() as f64;
        let point = |&i: &usize| (self.x[i], self.target[i]);
        Outcome {
            beta: self.beta,
            step: self.step,
            steps: STEPS,
            diverged: self.diverged,
            points: ordinary.iter().map(point).collect(),
            moved: self.moved.iter().map(point).collect(),
            truth: grid.iter().map(|&x| (x, truth(x))).collect(),
            mean: band(0.0),
            lower: band(-2.0),
            upper: band(2.0),
            true_noise: grid.iter().map(|&x| (x, noise(x))).collect(),
            early: self.early.unwrap_or(Early { step: self.step, covered, off_by }),
            covered,
            off_by,
            ends: [noises[0].1, noises[60].1],
            noise: noises,
            likelihood,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn in_slices_or_at_once_the_outcome_is_the_same() {
        let config = Config::default();
        let mut run = config.start().unwrap();
        let mut slices = 0;
        while run.progress() < 1.0 {
            run.advance();
            slices += 1;
        }
        assert_eq!(slices, STEPS / SLICE);
        assert_eq!(run.outcome().mean, config.run().mean);
    }

    #[test]
    fn the_band_is_learned_before_the_mean() {
        for seed in 1..=5 {
            let outcome = Config { seed, ..Config::default() }.run();
            let early = outcome.early;
            assert!(early.step == EARLY && early.covered > 0.95, "{seed}: {early:?}");
            // In the end it is off by some 0.1.
            let still_off = early.off_by > 0.2 && early.off_by > 1.5 * outcome.off_by;
            assert!(still_off, "{seed}: {early:?} {}", outcome.off_by);
        }
    }

    #[test]
    fn it_learns_that_the_noise_grows() {
        for seed in 1..=5 {
            let outcome = Config { seed, ..Config::default() }.run();
            // True are 0.05 and 0.65.
            assert!(
                outcome.ends[1] > 2.0 * outcome.ends[0],
                "{seed}: {:?}",
                outcome.ends
            );
            assert!(
                (0.85..=1.0).contains(&outcome.covered),
                "{seed}: {}",
                outcome.covered
            );
        }
    }
}
