//! What a rate finder suggests, against the best of a sweep, seed by seed.

use super::finder_curve::shown;
use super::rate_problem::{NOISE, Regressor, Samples, regression, standardized};
use super::{Experiment, Setting};
use crate::data::{batches, seeded};
use crate::losses::{Loss, MeanSquaredError};
use crate::models::Model;
use crate::optimizers::GradientDescent;
use crate::report::{Cell, Format, Table, number};
use crate::training::{RateFinder, epoch};
use ndarray::Array1;
use serde::Serialize;

/// Samples, in batches of 20.
const SAMPLES: usize = 200;
const BATCH: usize = 20;

/// Passes over the samples in a run.
const EPOCHS: usize = 10;

/// A loss above this has diverged.
const DIVERGED: f64 = 1e6;

/// A network of widths 10, 16 and 1.
#[derive(Clone, Debug)]
pub struct Config {
    /// Whether the targets stay in their unit.
    pub raw_targets: bool,
    /// β of the finder.
    pub smoothing: f64,
    /// Seeds.
    pub seeds: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { raw_targets: false, smoothing: 0.9, seeds: 10 }
    }
}

/// A row for each seed.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Steps in a run.
    pub steps: usize,
    /// The rows.
    pub rows: Vec<Row>,
    /// Medians over the seeds of the loss, over that of the best rate of the sweep: at the
    /// steepest, at a tenth of the minimum, and at 0.01.
    pub medians: [f64; 3],
    /// The largest of these; absent where a run diverged.
    pub worst: [Option<f64>; 3],
    /// On how many seeds each is within a factor of two of the best loss.
    pub within_two: [usize; 3],
    /// How many runs at 0.01 diverged.
    pub hundredth_diverged: usize,
    /// The largest over the least of the steepest rates.
    pub steepest_spread: f64,
    /// The largest over the least of the tenths of the minimum.
    pub tenth_spread: f64,
    /// The least and the largest of the best rates.
    pub best_range: [f64; 2],
}

/// One seed.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// The seed.
    pub seed: u64,
    /// The rate of the steepest fall, and a tenth of that of the minimum.
    pub suggested: [f64; 2],
    /// The best rate of the sweep.
    pub best: f64,
    /// Its loss.
    pub best_loss: f64,
    /// The loss at the two suggestions and at 0.01, over that of the best rate.
    #[serde(skip)]
    pub ratios: [f64; 3],
}

/// The rates of the sweep: two a decade, from 10⁻⁶ to 1.
fn rates() -> impl Iterator<Item = f64> {
    (-12..=0).map(|half| 10_f64.powf(f64::from(half) / 2.0))
}

struct Problem {
    network: Regressor,
    samples: Samples,
    theta: Array1<f64>,
    seed: u64,
}

impl Problem {
    /// The training loss after ten epochs; infinite where it diverged.
    fn train(&self, rate: f64) -> f64 {
        let (inputs, targets) = &self.samples;
        let (mut theta, mut random) = (self.theta.clone(), seeded(2000 + self.seed));
        for _ in 0..EPOCHS {
            let batches = batches(SAMPLES, BATCH, &mut random);
            let trained = epoch(
                &self.network,
                &MeanSquaredError,
                (inputs, targets),
                &batches,
                &mut theta,
                &mut GradientDescent,
                rate,
            );
            if trained.is_err() {
                return f64::INFINITY;
            }
        }
        let loss =
            MeanSquaredError.value(&self.network.predict(&theta, inputs), targets);
        if loss < DIVERGED { loss } else { f64::INFINITY }
    }

    /// What a finder from 10⁻⁷ to 10 in 150 steps suggests.
    fn suggested(&self, smoothing: f64) -> [f64; 2] {
        let mut random = seeded(1000 + self.seed);
        let queue: Vec<_> =
            (0..15).flat_map(|_| batches(SAMPLES, BATCH, &mut random)).collect();
        let suggestion = RateFinder::new(1e-7, 10.0, 150)
            .and_then(|finder| finder.with_smoothing(smoothing))
            .expect("valid hyperparameters")
            .search(
                &self.network,
                &MeanSquaredError,
                (&self.samples.0, &self.samples.1),
                &queue,
                &self.theta,
                &mut GradientDescent,
            )
            .expect("the loss at the start is finite")
            .suggestion()
            .expect("the loss falls at some rate");
        [suggestion.steepest, suggestion.tenth_of_minimum]
    }
}

impl Experiment for Config {
    const NAME: &'static str = "finder-sweep";
    const QUESTION: &'static str = "How good is the rate that a finder suggests?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let Self { raw_targets, smoothing, seeds } = self;
        vec![
            Setting::switch("raw_targets", "targets in their unit", raw_targets),
            Setting::real("smoothing", "smoothing β", smoothing, 0.0..=0.98, 0.01),
            Setting::count("seeds", "seeds", seeds, 1..=10),
        ]
    }

    fn run(&self) -> Outcome {
        let row = |seed: u64| {
            let raw = regression(SAMPLES, NOISE, seed);
            let mut samples = standardized(&raw, SAMPLES);
            if self.raw_targets {
                samples.1 = raw.1;
            }
            let network = Regressor::new(&[10, 16, 1]);
            let theta = network.0.initial(&mut seeded(seed));
            let problem = Problem { network, samples, theta, seed };
            let (best_loss, best) = rates()
                .map(|rate| (problem.train(rate), rate))
                .min_by(|a, b| a.0.total_cmp(&b.0))
                .expect("the sweep has rates");
            let suggested = problem.suggested(self.smoothing);
            let ratios = [suggested[0], suggested[1], 0.01]
                .map(|rate| problem.train(rate) / best_loss);
            Row { seed, suggested, best, best_loss, ratios }
        };
        let rows: Vec<Row> = (1..=self.seeds as u64).map(row).collect();
        let sorted = |k: usize| {
            let mut ratios: Vec<f64> = rows.iter().map(|row| row.ratios[k]).collect();
            ratios.sort_by(f64::total_cmp);
            ratios
        };
        let of = [0, 1, 2];
        let spread = |values: Vec<f64>| {
            let largest = values.iter().copied().fold(0.0, f64::max);
            largest / values.iter().copied().fold(f64::INFINITY, f64::min)
        };
        let diverged = rows.iter().filter(|row| row.ratios[2].is_infinite());
        let least = rows.iter().map(|row| row.best).fold(f64::INFINITY, f64::min);
        let largest = rows.iter().map(|row| row.best).fold(0.0, f64::max);
        Outcome {
            steps: EPOCHS * SAMPLES / BATCH,
            medians: of.map(|k| sorted(k)[rows.len() / 2].min(f64::MAX)),
            worst: of.map(|k| sorted(k).last().copied().filter(|worst| worst.is_finite())),
            within_two: of.map(|k| sorted(k).iter().filter(|&&ratio| ratio <= 2.0).count()),
            hundredth_diverged: diverged.count(),
            steepest_spread: spread(rows.iter().map(|row| row.suggested[0]).collect()),
            tenth_spread: spread(rows.iter().map(|row| row.suggested[1]).collect()),
            best_range: [least, largest],
            rows,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let title = format!(
            "Two readings of a finder and the best rate of a sweep, loss after {} steps over the best",
            outcome.steps
        );
        let headings = [
            "seed",
            "steepest",
            "loss",
            "minimum/10",
            "loss",
            "loss at 0.01",
            "best of the sweep",
        ];
        let mut table = Table::new(title, &headings);
        let ratio = |ratio: f64| match ratio {
            ratio if ratio.is_infinite() => Cell::Text("diverged".into()),
            ratio if ratio < 100.0 => Cell::Number(format!("× {}", number(ratio, 1))),
            ratio => Cell::Number(format!("× {}", Format::fixed(0).apply(ratio))),
        };
        for row in &outcome.rows {
            table.row(vec![
                Cell::Number(row.seed.to_string()),
                Cell::Number(shown(row.suggested[0])),
                ratio(row.ratios[0]),
                Cell::Number(shown(row.suggested[1])),
                ratio(row.ratios[1]),
                ratio(row.ratios[2]),
                Cell::Number(shown(row.best)),
            ]);
        }
        table
    }
}
