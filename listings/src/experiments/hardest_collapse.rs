//! Whether the hardest triplets make everything collapse into one point.

use super::mining_race::{Racer, Way, source};
use super::{Experiment, Setting};
use crate::data::seeded;
use crate::losses::mining::{batch_hard, mined_value, pairwise_distances};
use crate::losses::{Distance, Triplet};
use crate::report::{Cell, Table};
use serde::Serialize;

/// The networks of `triplet-mining` on classes that overlap more.
#[derive(Clone, Debug)]
pub struct Config {
    /// The margin m.
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
        Self { margin: 1.0, center_spread: 0.5, steps: 200, seeds: 3 }
    }
}

/// Semi-hard and hardest triplets under both distances.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// How many data sets.
    pub seeds: usize,
    /// The margin m.
    pub margin: f64,
    /// Semi-hard, distances.
    pub semi_hard: Ending,
    /// Hardest, distances.
    pub hardest: Ending,
    /// Semi-hard, squared distances.
    pub semi_hard_squared: Ending,
    /// Hardest, squared distances.
    pub hardest_squared: Ending,
}

/// Where training ends, on the test samples, mean over the data sets.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct Ending {
    /// The mean distance between classes at the start.
    pub between_before: f64,
    /// The same in the end.
    pub between: f64,
    /// The loss of the hardest triplets, in margins: 1 where all embeddings are equal.
    pub hardest_loss: f64,
    /// The share of right neighbors.
    pub accuracy: f64,
    /// The same at the start.
    pub accuracy_before: f64,
}

impl Experiment for Config {
    const NAME: &'static str = "hardest-collapse";
    const QUESTION: &'static str = "Do the hardest triplets collapse the embedding?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real("margin", "margin m", &mut self.margin, 0.1..=3.0, 0.1),
            Setting::real(
                "center_spread",
                "spread of centers",
                &mut self.center_spread,
                0.3..=2.0,
                0.1,
            ),
            Setting::count("seeds", "data sets", &mut self.seeds, 1..=10),
        ]
    }

    fn run(&self) -> Outcome {
        let (plain, squared) = (Distance::Euclidean, Distance::SquaredEuclidean);
        Outcome {
            seeds: self.seeds,
            margin: self.margin,
            semi_hard: self.ending(Way::SemiHard, plain),
            hardest: self.ending(Way::Hardest, plain),
            semi_hard_squared: self.ending(Way::SemiHard, squared),
            hardest_squared: self.ending(Way::Hardest, squared),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!("In the end, mean over {} data sets", outcome.seeds),
            &["triplets", "between classes", "hardest loss ÷ m", "right neighbors"],
        );
        table.row(vec![
            "before training".into(),
            Cell::number(outcome.hardest.between_before, 2),
            "".into(),
            Cell::Number(format!("{:.1} %", 100.0 * outcome.hardest.accuracy_before)),
        ]);
        for (name, ending) in [
            ("semi-hard, d", outcome.semi_hard),
            ("hardest, d", outcome.hardest),
            ("semi-hard, d²", outcome.semi_hard_squared),
            ("hardest, d²", outcome.hardest_squared),
        ] {
            table.row(vec![
                name.into(),
                Cell::number(ending.between, 2),
                Cell::number(ending.hardest_loss, 2),
                Cell::Number(format!("{:.1} %", 100.0 * ending.accuracy)),
            ]);
        }
        table
    }
}

impl Config {
    fn ending(&self, way: Way, distance: Distance) -> Ending {
        let loss = Triplet::new(self.margin).expect("the settings keep m above 0");
        let loss = loss.with_distance(distance);
        let (mut mean, seeds) = (Ending::default(), self.seeds as f64);
        for seed in 1..=self.seeds as u64 {
            let data = source(self.center_spread).draw(&mut seeded(seed));
            let mut racer = Racer::new(way, self.margin, distance, seed);
            let before = racer.quality(&data);
            mean.between_before += before.between / seeds;
            mean.accuracy_before += before.accuracy / seeds;
            for _ in 0..self.steps {
                racer.step(&data);
            }
            let quality = racer.quality(&data);
            mean.between += quality.between / seeds;
            mean.accuracy += quality.accuracy / seeds;
            let embeddings = racer.embed(&data.test);
            let distances = pairwise_distances(&embeddings, distance);
            let hardest = batch_hard(&distances, &data.test_labels);
            let value = mined_value(&loss, &embeddings, &hardest);
            mean.hardest_loss += value / self.margin / seeds;
        }
        mean
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ending_begins_alike_and_semi_hard_triplets_do_not_shrink() {
        let outcome = Config { seeds: 1, ..Config::default() }.run();
        let ways = [
            outcome.semi_hard,
            outcome.hardest,
            outcome.semi_hard_squared,
            outcome.hardest_squared,
        ];
        for way in ways {
            assert_eq!(way.between_before, outcome.hardest.between_before);
            assert_eq!(way.accuracy_before, outcome.hardest.accuracy_before);
        }
        assert!(outcome.semi_hard.between > outcome.semi_hard.between_before);
        assert!(outcome.hardest_squared.between < outcome.hardest.between_before / 2.0);
    }
}
