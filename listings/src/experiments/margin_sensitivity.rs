//! What the margin decides, under the contrastive loss and under the triplet loss.

use super::embedding_data::EmbeddingData;
use super::mining_race::{Racer, Way, source};
use super::{Experiment, Run, Setting, finish};
use crate::data::seeded;
use crate::losses::Distance;
use crate::report::{Cell, Table};
use serde::Serialize;

/// The data and networks of `triplet-mining`, three ways, a sweep of margins.
#[derive(Clone, Debug)]
pub struct Config {
    /// How far the classes' centers are spread, in each dimension.
    pub center_spread: f64,
    /// Training steps.
    pub steps: usize,
    /// How many data sets.
    pub seeds: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { center_spread: 1.0, steps: 200, seeds: 3 }
    }
}

/// The margins tried.
pub const MARGINS: [f64; 6] = [0.1, 0.3, 1.0, 3.0, 10.0, 30.0];

/// Accuracy over the margin.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// How many data sets.
    pub seeds: usize,
    /// The margins that are done, of [`MARGINS`].
    pub margins: Vec<f64>,
    /// Contrastive loss, pairs drawn.
    pub pairs: Sweep,
    /// Triplet loss, triplets drawn.
    pub triplets: Sweep,
    /// Triplet loss, semi-hard triplets of a batch.
    pub semi_hard: Sweep,
}

/// One way at every margin.
#[derive(Clone, Debug, Serialize)]
pub struct Sweep {
    /// Mean share of test samples whose nearest neighbor is of their class, margin after
    /// margin.
    pub accuracies: Vec<f64>,
    /// The highest.
    pub best: f64,
    /// The margin that gave it.
    pub best_margin: f64,
    /// The lowest.
    pub worst: f64,
}

impl Experiment for Config {
    const NAME: &'static str = "margin-sensitivity";
    const QUESTION: &'static str = "How much depends on the margin?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real(
                "center_spread",
                "spread of centers",
                &mut self.center_spread,
                0.5..=2.0,
                0.1,
            ),
            Setting::count("seeds", "data sets", &mut self.seeds, 1..=10),
        ]
    }

    fn run(&self) -> Outcome {
        finish(Box::new(Sweeping::new(self.clone())))
    }

    fn start(&self) -> Option<Box<dyn Run<Outcome>>> {
        Some(Box::new(Sweeping::new(self.clone())))
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!("Right neighbors, mean over {} data sets", outcome.seeds),
            &["margin", "contrastive", "triplet", "triplet, semi-hard"],
        );
        for (i, &margin) in outcome.margins.iter().enumerate() {
            let cells = [&outcome.pairs, &outcome.triplets, &outcome.semi_hard]
                .map(|way| Cell::Number(format!("{:.1} %", 100.0 * way.accuracies[i])));
            table.row([vec![Cell::number(margin, 1)], cells.to_vec()].concat());
        }
        table
    }
}

/// The ways compared.
const WAYS: [Way; 3] = [Way::DrawnPairs, Way::DrawnTriplets, Way::SemiHard];

/// Steps of training in a slice.
const SLICE: usize = 10;

/// A run: margin after margin, each way on each data set.
struct Sweeping {
    config: Config,
    data: Vec<EmbeddingData>,
    racer: Racer,
    /// Steps of this racer.
    steps: usize,
    /// The accuracies of the racers before, in the order in which they ran.
    accuracies: Vec<f64>,
}

impl Sweeping {
    fn new(config: Config) -> Self {
        let seeds = 1..=config.seeds as u64;
        let draw = |seed| source(config.center_spread).draw(&mut seeded(seed));
        let data = seeds.map(draw).collect();
        let racer = config.racer(0);
        Self { config, data, racer, steps: 0, accuracies: Vec::new() }
    }

    fn racers(&self) -> usize {
        MARGINS.len() * WAYS.len() * self.config.seeds
    }

    /// A way at the margins that are done.
    fn sweep(&self, way: usize) -> Sweep {
        let seeds = self.config.seeds;
        let done = self.accuracies.chunks_exact(WAYS.len() * seeds);
        let means = done.map(|of_margin| {
            let of_way = &of_margin[way * seeds..(way + 1) * seeds];
            of_way.iter().sum::<f64>() / seeds as f64
        });
        let accuracies: Vec<f64> = means.collect();
        let mut order: Vec<usize> = (0..accuracies.len()).collect();
        order.sort_by(|&i, &j| accuracies[i].total_cmp(&accuracies[j]));
        let at = |index: Option<&usize>| {
            index.map_or((0.0, MARGINS[0]), |&i| (accuracies[i], MARGINS[i]))
        };
        let ((worst, _), (best, best_margin)) = (at(order.first()), at(order.last()));
        Sweep { accuracies, best, best_margin, worst }
    }
}

impl Config {
    /// The racer of that place in the order: margin, way, data set.
    fn racer(&self, index: usize) -> Racer {
        let (way, seed) = (index / self.seeds % WAYS.len(), index % self.seeds);
        let margin = MARGINS[index / self.seeds / WAYS.len()];
        Racer::new(WAYS[way], margin, Distance::Euclidean, 1 + seed as u64)
    }
}

impl Run<Outcome> for Sweeping {
    fn advance(&mut self) {
        let index = self.accuracies.len();
        if index == self.racers() {
            return;
        }
        let data = &self.data[index % self.config.seeds];
        for _ in 0..SLICE.min(self.config.steps - self.steps) {
            self.racer.step(data);
            self.steps += 1;
        }
        if self.steps == self.config.steps {
            self.accuracies.push(self.racer.quality(data).accuracy);
            self.steps = 0;
            if index + 1 < self.racers() {
                self.racer = self.config.racer(index + 1);
            }
        }
    }

    fn progress(&self) -> f64 {
        let steps = self.accuracies.len() * self.config.steps + self.steps;
        steps as f64 / (self.racers() * self.config.steps) as f64
    }

    fn outcome(&self) -> Outcome {
        let pairs = self.sweep(0);
        Outcome {
            seeds: self.config.seeds,
            margins: MARGINS[..pairs.accuracies.len()].to_vec(),
            pairs,
            triplets: self.sweep(1),
            semi_hard: self.sweep(2),
        }
    }
}
