//! A rate finder on a network, step by step.

use super::rate_problem::{NOISE, Regressor, Samples, regression, standardized};
use super::schedule_curve::written;
use super::{Experiment, Run, Setting, finish};
use crate::data::{batches, seeded};
use crate::losses::MeanSquaredError;
use crate::optimizers::GradientDescent;
use crate::report::{Cell, Table};
use crate::schedules::Schedule;
use crate::training::{RateCurve, RateFinder, train_step};
use ndarray::{Array1, Axis};
use serde::Serialize;

/// Samples.
pub const SAMPLES: usize = 500;

/// Samples in a batch.
pub const BATCH: usize = 50;

/// A network of widths 10, 32, 16 and 1 on standardized data.
#[derive(Clone, Debug)]
pub struct Config {
    /// log₁₀ of the first rate.
    pub start: f64,
    /// log₁₀ of the last rate.
    pub end: f64,
    /// n.
    pub steps: usize,
    /// β.
    pub smoothing: f64,
    /// The seed of samples, first weights and batches.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self { start: -5.0, end: 1.0, steps: 150, smoothing: 0.9, seed: 1 }
    }
}

/// The test as far as it has come.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Steps so far.
    pub step: usize,
    /// n.
    pub steps: usize,
    /// β.
    pub smoothing: f64,
    /// The first and the last rate that were planned.
    pub planned: [f64; 2],
    /// The last rate that was tried.
    pub reached: f64,
    /// Whether the loss exploded.
    pub stopped: bool,
    /// The rate of the least smoothed loss.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minimum: Option<f64>,
    /// The rate at which the loss falls fastest.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub steepest: Option<f64>,
    /// A tenth of the rate of the least.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tenth_of_minimum: Option<f64>,
    /// (η, loss of the batch).
    #[serde(skip)]
    pub losses: Vec<(f64, f64)>,
    /// (η, smoothed loss).
    #[serde(skip)]
    pub smoothed: Vec<(f64, f64)>,
}

impl Experiment for Config {
    const NAME: &'static str = "finder-curve";
    const QUESTION: &'static str = "What does a rate finder see?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let Self { start, end, steps, smoothing, seed } = self;
        vec![
            Setting::real("start", "log₁₀ of the first rate", start, -7.0..=-2.0, 0.5),
            Setting::real("end", "log₁₀ of the last rate", end, -1.5..=2.0, 0.5),
            Setting::count("steps", "steps", steps, 20..=400),
            Setting::real("smoothing", "smoothing β", smoothing, 0.0..=0.98, 0.01),
            Setting::seed(seed),
        ]
    }

    fn run(&self) -> Outcome {
        finish(self.start().expect("it has slices"))
    }

    fn start(&self) -> Option<Box<dyn Run<Outcome>>> {
        let [start, end] = [self.start, self.end].map(|power| 10_f64.powf(power));
        let finder = RateFinder::new(start, end, self.steps)
            .and_then(|finder| finder.with_smoothing(self.smoothing))
            .expect("the ranges of the settings are valid");
        let network = Regressor::new(&[10, 32, 16, 1]);
        let theta = network.0.initial(&mut seeded(self.seed));
        let mut random = seeded(1000 + self.seed);
        let mut queue = Vec::new();
        while queue.len() < self.steps {
            queue.extend(batches(SAMPLES, BATCH, &mut random));
        }
        Some(Box::new(Test {
            samples: standardized(&regression(SAMPLES, NOISE, self.seed), SAMPLES),
            network,
            theta,
            queue,
            finder,
            curve: finder.curve(),
            step: 0,
            config: self.clone(),
        }))
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            "Loss against a rising rate",
            &["rate η", "loss of the batch", "smoothed"],
        );
        let every = outcome.losses.len().div_ceil(20).max(1);
        let rows = outcome.losses.iter().zip(&outcome.smoothed);
        for ((rate, loss), (_, smoothed)) in rows.step_by(every) {
            table.row(vec![
                Cell::Number(written(*rate)),
                Cell::number(*loss, 3),
                Cell::number(*smoothed, 3),
            ]);
        }
        table
    }
}

struct Test {
    samples: Samples,
    network: Regressor,
    theta: Array1<f64>,
    queue: Vec<Vec<usize>>,
    finder: RateFinder,
    curve: RateCurve,
    step: usize,
    config: Config,
}

impl Run<Outcome> for Test {
    fn advance(&mut self) {
        if self.step == self.config.steps {
            return;
        }
        if !self.curve.stopped {
            let batch = &self.queue[self.step];
            let x = self.samples.0.select(Axis(0), batch);
            let y = self.samples.1.select(Axis(0), batch);
            let rate = self.finder.rate(self.step);
            let taken = train_step(
                &self.network,
                &MeanSquaredError,
                &x,
                &y,
                &mut self.theta,
                &mut GradientDescent,
                rate,
            );
            match taken {
                Ok(loss) => self.curve.observe(rate, loss),
                Err(_) => self.curve.stopped = true,
            }
        }
        self.step += 1;
    }

    fn progress(&self) -> f64 {
        self.step as f64 / self.config.steps as f64
    }

    fn outcome(&self) -> Outcome {
        let curve = &self.curve;
        let suggestion = curve.suggestion();
        Outcome {
            step: self.step,
            steps: self.config.steps,
            smoothing: self.config.smoothing,
            planned: [self.finder.rate(0), self.finder.rate(self.config.steps)],
            reached: curve.losses.last().map_or(0.0, |point| point.0),
            stopped: curve.stopped,
            minimum: curve.minimum(),
            steepest: suggestion.map(|suggestion| suggestion.steepest),
            tenth_of_minimum: suggestion.map(|suggestion| suggestion.tenth_of_minimum),
            losses: curve.losses.clone(),
            smoothed: curve.smoothed.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn step_by_step_it_is_the_search_of_the_listing() {
        let config = Config { steps: 60, ..Config::default() };
        let outcome = config.run();
        let samples = standardized(&regression(SAMPLES, NOISE, 1), SAMPLES);
        let network = Regressor::new(&[10, 32, 16, 1]);
        let theta = network.0.initial(&mut seeded(1));
        let finder =
            RateFinder::new(1e-5, 10.0, 60).unwrap().with_smoothing(0.9).unwrap();
        let mut random = seeded(1001);
        let queue: Vec<_> =
            (0..6).flat_map(|_| batches(SAMPLES, BATCH, &mut random)).collect();
        let curve = finder
            .search(
                &network,
                &MeanSquaredError,
                (&samples.0, &samples.1),
                &queue,
                &theta,
                &mut GradientDescent,
            )
            .unwrap();
        assert_eq!(outcome.losses, curve.losses);
        assert!(outcome.stopped && curve.stopped);
    }
}
