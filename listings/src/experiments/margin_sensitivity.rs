//! What the margin decides, under the contrastive loss and under the triplet loss.

use super::mining_race::{Racer, Way, source};
use super::{Experiment, Setting};
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
    /// The margins tried.
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
    /// Mean share of test samples whose nearest neighbor is of their class.
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
        Outcome {
            seeds: self.seeds,
            margins: MARGINS.to_vec(),
            pairs: self.sweep(Way::DrawnPairs),
            triplets: self.sweep(Way::DrawnTriplets),
            semi_hard: self.sweep(Way::SemiHard),
        }
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

impl Config {
    fn sweep(&self, way: Way) -> Sweep {
        let accuracies = MARGINS.map(|margin| {
            let seeds = 1..=self.seeds as u64;
            let accuracies = seeds.map(|seed| {
                let data = source(self.center_spread).draw(&mut seeded(seed));
                let mut racer = Racer::new(way, margin, Distance::Euclidean, seed);
                for _ in 0..self.steps {
                    racer.step(&data);
                }
                racer.quality(&data).accuracy
            });
            accuracies.sum::<f64>() / self.seeds as f64
        });
        let mut order: Vec<usize> = (0..MARGINS.len()).collect();
        order.sort_by(|&i, &j| accuracies[i].total_cmp(&accuracies[j]));
        let (worst, best) = (order[0], order[MARGINS.len() - 1]);
        Sweep {
            accuracies: accuracies.to_vec(),
            best: accuracies[best],
            best_margin: MARGINS[best],
            worst: accuracies[worst],
        }
    }
}
