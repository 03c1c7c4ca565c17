//! Five networks side by side, each fed with pairs or triplets chosen in its own way.

use super::embedding_data::EmbeddingData;
use super::mining_race::{Racer, Way, source};
use super::{Experiment, Run, Setting, finish};
use crate::data::seeded;
use crate::losses::Distance;
use crate::report::{Cell, Table};
use serde::Serialize;

/// The margin of the contrastive loss: its best of the sweep in `margin-sensitivity`.
pub const PAIR_MARGIN: f64 = 10.0;

/// Ten classes in 30 dimensions, networks 30-32-4, 30 samples a step.
#[derive(Clone, Debug)]
pub struct Config {
    /// The margin m of the triplets.
    pub margin: f64,
    /// How far the classes' centers are spread, in each dimension.
    pub center_spread: f64,
    /// Squared distances, as in FaceNet, or distances; for the triplets.
    pub squared: bool,
    /// Training steps.
    pub steps: usize,
    /// The seed of data, start and choices.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self { margin: 1.0, center_spread: 1.0, squared: false, steps: 200, seed: 1 }
    }
}

/// The ways that race; the others are in `mining-cost`.
const WAYS: [Way; 5] =
    [Way::AllPairs, Way::DrawnTriplets, Way::AllTriplets, Way::SemiHard, Way::Hardest];

/// Steps between two looks at the test samples.
const LOOK: usize = 10;

/// The race as far as it has come.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Steps taken.
    pub steps: usize,
    /// Steps to take.
    pub steps_in_all: usize,
    /// The margin m of the triplets.
    pub margin: f64,
    /// Each way.
    pub ways: Vec<Progress>,
}

/// One way's progress.
#[derive(Clone, Debug, Serialize)]
pub struct Progress {
    /// The way in a few words.
    pub name: &'static str,
    /// (step, share of nearest neighbors of the same class) on the test samples.
    pub accuracies: Vec<(f64, f64)>,
    /// That share now.
    pub accuracy: f64,
    /// The mean distance between classes now.
    pub between: f64,
}

impl Experiment for Config {
    const NAME: &'static str = "triplet-mining";
    const QUESTION: &'static str = "Which pairs and triplets teach fastest?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real("margin", "margin m", &mut self.margin, 0.1..=3.0, 0.1),
            Setting::real(
                "center_spread",
                "spread of centers",
                &mut self.center_spread,
                0.5..=2.0,
                0.1,
            ),
            Setting::switch("squared", "squared distances", &mut self.squared),
            Setting::seed(&mut self.seed),
        ]
    }

    fn run(&self) -> Outcome {
        finish(self.start().expect("the run has slices"))
    }

    fn start(&self) -> Option<Box<dyn Run<Outcome>>> {
        Some(Box::new(Race::new(self)))
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!("Nearest neighbors of the same class after {} steps", outcome.steps),
            &["choice", "share", "distance between classes"],
        );
        for way in &outcome.ways {
            table.row(vec![
                way.name.into(),
                Cell::Number(format!("{:.1} %", 100.0 * way.accuracy)),
                Cell::number(way.between, 2),
            ]);
        }
        table
    }
}

struct Race {
    data: EmbeddingData,
    racers: Vec<Racer>,
    so_far: Outcome,
}

impl Race {
    fn new(config: &Config) -> Self {
        let data = source(config.center_spread).draw(&mut seeded(config.seed));
        let distance =
            if config.squared { Distance::SquaredEuclidean } else { Distance::Euclidean };
        let racer = |way| {
            let margin = if way == Way::AllPairs { PAIR_MARGIN } else { config.margin };
            Racer::new(way, margin, distance, config.seed)
        };
        let progress = |way: Way| Progress {
            name: way.name(),
            accuracies: Vec::new(),
            accuracy: 0.0,
            between: 0.0,
        };
        let so_far = Outcome {
            steps: 0,
            steps_in_all: config.steps,
            margin: config.margin,
            ways: WAYS.map(progress).to_vec(),
        };
        let mut race = Self { data, racers: WAYS.map(racer).into(), so_far };
        race.look();
        race
    }

    fn look(&mut self) {
        for (racer, progress) in self.racers.iter().zip(&mut self.so_far.ways) {
            let quality = racer.quality(&self.data);
            (progress.accuracy, progress.between) = (quality.accuracy, quality.between);
            progress.accuracies.push((self.so_far.steps as f64, quality.accuracy));
        }
    }
}

impl Run<Outcome> for Race {
    fn advance(&mut self) {
        if self.so_far.steps == self.so_far.steps_in_all {
            return;
        }
        for racer in &mut self.racers {
            racer.step(&self.data);
        }
        self.so_far.steps += 1;
        if self.so_far.steps.is_multiple_of(LOOK) {
            self.look();
        }
    }

    fn progress(&self) -> f64 {
        self.so_far.steps as f64 / self.so_far.steps_in_all as f64
    }

    fn outcome(&self) -> Outcome {
        self.so_far.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_learns_and_semi_hard_is_ahead_of_drawn_triplets() {
        let outcome = Config::default().run();
        let start = outcome.ways[0].accuracies[0].1;
        for way in &outcome.ways {
            assert_eq!(way.accuracies.len(), 21);
            assert_eq!(way.accuracies[0].1, start, "one θ for all");
            assert!(way.accuracy > start + 0.2, "{}: {}", way.name, way.accuracy);
        }
        assert!(outcome.ways[3].accuracy > outcome.ways[1].accuracy);
    }
}
