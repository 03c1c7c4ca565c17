//! What a rate finder suggests, against the best of a sweep, seed by seed.

use super::rate_problem::{NOISE, Regressor, Samples, regression, standardized};
use super::schedule_curve::written;
use super::{Experiment, Setting};
use crate::data::{batches, seeded};
use crate::losses::{Loss, MeanSquaredError};
use crate::models::Model;
use crate::optimizers::GradientDescent;
use crate::report::{Cell, Table, number};
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

/// The first rate of the finder.
const START: f64 = 1e-7;

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
    /// Four choices of a rate, the same for all seeds in the order of [`CHOICES`].
    pub choices: Vec<Choice>,
    /// The least and the largest of the best rates.
    pub best_range: [f64; 2],
}

/// The steepest fall between neighbors, over a tenth of the points, a tenth of the rate of
/// the minimum, and 0.01 without a look.
pub const CHOICES: [&str; 4] =
    ["steepest, neighbors", "steepest, a tenth", "minimum/10", "0.01"];

/// One way to choose a rate, over the seeds.
#[derive(Clone, Debug, Serialize)]
pub struct Choice {
    /// In words.
    pub name: &'static str,
    /// The median of its rates.
    pub rate: f64,
    /// The largest over the least of its rates.
    pub spread: f64,
    /// How many runs diverged.
    pub diverged: usize,
    /// The median of the loss over that of the best rate of the sweep; absent where more
    /// than half of the runs diverged.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub median: Option<f64>,
    /// The largest; absent where a run diverged.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub worst: Option<f64>,
}

/// One seed.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// The seed.
    pub seed: u64,
    /// The rates of the four choices.
    pub chosen: [f64; 4],
    /// The best rate of the sweep.
    pub best: f64,
    /// Its loss.
    pub best_loss: f64,
    /// The losses at them, over that of the best rate; infinite where one diverged.
    #[serde(skip)]
    pub ratios: [f64; 4],
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
        let loss = MeanSquaredError.value(&self.network.predict(&theta, inputs), targets);
        if loss < DIVERGED { loss } else { f64::INFINITY }
    }

    /// What a finder from 10⁻⁷ to 10 in 150 steps suggests, and 0.01.
    fn choose(&self, smoothing: f64) -> [f64; 4] {
        let mut random = seeded(1000 + self.seed);
        let queue: Vec<_> =
            (0..15).flat_map(|_| batches(SAMPLES, BATCH, &mut random)).collect();
        let curve = RateFinder::new(START, 10.0, 150)
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
            .expect("the loss at the start is finite");
        // A curve that falls nowhere suggests nothing, and its first rate is taken.
        let neighbors = curve.steepest(1).unwrap_or(START);
        let [steepest, tenth] = curve.suggestion().map_or([START; 2], |suggestion| {
            [suggestion.steepest, suggestion.tenth_of_minimum]
        });
        [neighbors, steepest, tenth, 0.01]
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
            let chosen = problem.choose(self.smoothing);
            let ratios = chosen.map(|rate| problem.train(rate) / best_loss);
            Row { seed, chosen, best, best_loss, ratios }
        };
        let rows: Vec<Row> = (1..=self.seeds as u64).map(row).collect();
        let choice = |k: usize| {
            let rates = sorted(rows.iter().map(|row| row.chosen[k]).collect());
            let ratios = sorted(rows.iter().map(|row| row.ratios[k]).collect());
            let (middle, last) = (rows.len() / 2, rows.len() - 1);
            let finite = |ratio: f64| ratio.is_finite().then_some(ratio);
            Choice {
                name: CHOICES[k],
                rate: rates[middle],
                spread: rates[last] / rates[0],
                diverged: ratios.iter().filter(|ratio| ratio.is_infinite()).count(),
                median: finite(ratios[middle]),
                worst: finite(ratios[last]),
            }
        };
        let best = sorted(rows.iter().map(|row| row.best).collect());
        Outcome {
            steps: EPOCHS * SAMPLES / BATCH,
            choices: (0..CHOICES.len()).map(choice).collect(),
            best_range: [best[0], best[rows.len() - 1]],
            rows,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let title = format!(
            "Four ways to choose a rate, on {} seeds: the loss after {} steps over that of the best rate",
            outcome.rows.len(),
            outcome.steps
        );
        let headings =
            ["rate", "median rate", "largest/least", "median loss", "worst", "diverged"];
        let mut table = Table::new(title, &headings);
        let ratio = |ratio: Option<f64>| match ratio {
            None => Cell::Text("diverged".into()),
            Some(ratio) if ratio < 100.0 => {
                Cell::Number(format!("× {}", number(ratio, 1)))
            }
            Some(ratio) => Cell::Number(format!("× {}", number(ratio, 0))),
        };
        for choice in &outcome.choices {
            table.row(vec![
                choice.name.into(),
                Cell::Number(written(choice.rate)),
                Cell::number(choice.spread, if choice.spread < 100.0 { 1 } else { 0 }),
                ratio(choice.median),
                ratio(choice.worst),
                Cell::count(choice.diverged),
            ]);
        }
        table
    }
}

/// In order.
fn sorted(mut values: Vec<f64>) -> Vec<f64> {
    values.sort_by(f64::total_cmp);
    values
}
