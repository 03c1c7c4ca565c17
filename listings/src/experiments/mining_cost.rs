//! What each way to choose pairs and triplets costs, and what it brings, over several data
//! sets.

use super::mining_race::{Racer, Way, source};
use super::triplet_mining::PAIR_MARGIN;
use super::{Experiment, Setting};
use crate::data::seeded;
use crate::losses::Distance;
use crate::report::{Cell, Table};
use serde::Serialize;

/// The data and networks of `triplet-mining`, every way, several seeds.
#[derive(Clone, Debug)]
pub struct Config {
    /// The margin m of the triplets.
    pub margin: f64,
    /// How far the classes' centers are spread, in each dimension.
    pub center_spread: f64,
    /// Training steps.
    pub steps: usize,
    /// How many data sets.
    pub seeds: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { margin: 1.0, center_spread: 1.0, steps: 200, seeds: 3 }
    }
}

/// The share of right neighbors to be reached.
const TARGET: f64 = 0.8;
/// Steps between two looks at the test samples.
const LOOK: usize = 10;

/// Each way, over the data sets.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// How many data sets.
    pub seeds: usize,
    /// Training steps.
    pub steps: usize,
    /// The share of right neighbors to be reached.
    pub target: f64,
    /// 15 drawn pairs a step, contrastive loss.
    pub drawn_pairs: Cost,
    /// All pairs of a batch, contrastive loss.
    pub all_pairs: Cost,
    /// 10 drawn triplets a step.
    pub drawn_triplets: Cost,
    /// All triplets of a batch.
    pub all_triplets: Cost,
    /// The semi-hard triplets of a batch.
    pub semi_hard: Cost,
    /// The hardest triplets of a batch.
    pub hardest: Cost,
    /// Semi-hard triplets of all training samples, mined every 50 steps.
    pub offline: Cost,
}

/// What a way costs and brings.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Cost {
    /// Samples embedded in a run.
    pub embeddings: usize,
    /// Distances computed in a run.
    pub distances: usize,
    /// Mean share of test samples whose nearest neighbor is of their class.
    pub accuracy: f64,
    /// The lowest such share.
    pub worst: f64,
    /// Mean steps until the target is reached; a run that does not counts whole.
    pub steps_to_target: f64,
    /// On how many data sets it is reached.
    pub reached: usize,
}

impl Outcome {
    /// Every way with its cost.
    pub fn ways(&self) -> [(Way, Cost); 7] {
        [
            (Way::DrawnPairs, self.drawn_pairs),
            (Way::AllPairs, self.all_pairs),
            (Way::DrawnTriplets, self.drawn_triplets),
            (Way::AllTriplets, self.all_triplets),
            (Way::SemiHard, self.semi_hard),
            (Way::Hardest, self.hardest),
            (Way::Offline, self.offline),
        ]
    }
}

impl Experiment for Config {
    const NAME: &'static str = "mining-cost";
    const QUESTION: &'static str =
        "What does each way to choose pairs and triplets cost, and bring?";
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
        let [
            drawn_pairs,
            all_pairs,
            drawn_triplets,
            all_triplets,
            semi_hard,
            hardest,
            offline,
        ] = Way::ALL.map(|way| self.cost(way));
        Outcome {
            seeds: self.seeds,
            steps: self.steps,
            target: TARGET,
            drawn_pairs,
            all_pairs,
            drawn_triplets,
            all_triplets,
            semi_hard,
            hardest,
            offline,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!("{} steps, mean over {} data sets", outcome.steps, outcome.seeds),
            &["choice", "embeddings", "distances", "right neighbors", "steps to 80 %"],
        );
        for (way, cost) in outcome.ways() {
            table.row(vec![
                way.name().into(),
                Cell::count(cost.embeddings),
                Cell::count(cost.distances),
                Cell::Number(format!("{:.1} %", 100.0 * cost.accuracy)),
                if cost.reached == outcome.seeds {
                    Cell::number(cost.steps_to_target, 0)
                } else {
                    Cell::Number(format!(
                        "missed on {} of {}",
                        outcome.seeds - cost.reached,
                        outcome.seeds
                    ))
                },
            ]);
        }
        table
    }
}

impl Config {
    fn cost(&self, way: Way) -> Cost {
        let margin = match way {
            Way::DrawnPairs | Way::AllPairs => PAIR_MARGIN,
            _ => self.margin,
        };
        let mut cost = Cost {
            embeddings: 0,
            distances: 0,
            accuracy: 0.0,
            worst: 1.0,
            steps_to_target: 0.0,
            reached: 0,
        };
        let seeds = self.seeds as f64;
        for seed in 1..=self.seeds as u64 {
            let data = source(self.center_spread).draw(&mut seeded(seed));
            let mut racer = Racer::new(way, margin, Distance::Euclidean, seed);
            let mut reached = None;
            for step in 1..=self.steps {
                racer.step(&data);
                if reached.is_none()
                    && step % LOOK == 0
                    && racer.quality(&data).accuracy >= TARGET
                {
                    reached = Some(step);
                }
            }
            let accuracy = racer.quality(&data).accuracy;
            cost.accuracy += accuracy / seeds;
            cost.worst = cost.worst.min(accuracy);
            cost.steps_to_target += reached.unwrap_or(self.steps) as f64 / seeds;
            cost.reached += usize::from(reached.is_some());
            // The same for every seed, but for the pool that offline mining finds.
            (cost.embeddings, cost.distances) = (racer.embeddings, racer.distances);
        }
        cost
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_costs_are_those_that_can_be_counted_by_hand() {
        let outcome = Config { seeds: 1, ..Config::default() }.run();
        for (way, cost) in outcome.ways() {
            // 200 steps; a batch of 30 has 30 · 29/2 = 435 pairs.
            let (embeddings, distances) = match way {
                Way::DrawnPairs => (6000, 3000),
                Way::DrawnTriplets => (6000, 4000),
                // And four times all 300 samples, with 300 · 299/2 pairs.
                Way::Offline => (6000 + 4 * 300, 4000 + 4 * 44_850),
                _ => (6000, 87_000),
            };
            assert_eq!(
                (cost.embeddings, cost.distances),
                (embeddings, distances),
                "{way:?}"
            );
        }
    }
}
