//! Weight decay on two moons, over several seeds: on many clean points, and on few noisy
//! ones.

use super::decay_moons::Learner;
use super::{Experiment, Setting};
use crate::data::{seeded, two_moons};
use crate::report::{Cell, Table};
use serde::Serialize;
use std::ops::RangeInclusive;

/// The same networks on two kinds of data.
#[derive(Clone, Debug)]
pub struct Config {
    /// How many sets of clean points, and half as many as of noisy ones: seeds 11, 12, ….
    pub seeds: usize,
    /// Points of the clean data, 7 of 10 of them to train on.
    pub many: usize,
    /// Their noise.
    pub little_noise: f64,
    /// Training points of the other data; as many as 400 are there to test on.
    pub few: usize,
    /// Their noise.
    pub much_noise: f64,
    /// Passes over all training points.
    pub epochs: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            seeds: 10,
            many: 1000,
            little_noise: 0.1,
            few: 30,
            much_noise: 0.3,
            epochs: 200,
        }
    }
}

/// Means over the seeds.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// How many sets of clean points.
    pub seeds: usize,
    /// How many sets of noisy points.
    pub noisy_seeds: usize,
    /// Epochs of each run.
    pub epochs: usize,
    /// On many clean points, λ = 0, 0.001 and 0.01 in Adam's gradient.
    pub clean: Vec<Score>,
    /// On few noisy points, λ = 0, 0.001, 0.01 and 0.1 in Adam's gradient.
    pub noisy: Vec<Score>,
    /// On few noisy points, λ = 0.01 and 0.1 beside Adam's step.
    pub beside: Vec<Score>,
    /// On the sets of few noisy points, seeds 1 to 10, by which this kind of data was
    /// chosen from others: λ = 0 and 0.01.
    pub choosing: Vec<Score>,
}

/// How networks with one λ did.
#[derive(Clone, Debug, Serialize)]
pub struct Score {
    /// λ.
    pub decay: f64,
    /// Whether it stands beside Adam's step.
    pub decoupled: bool,
    /// The mean accuracy on the training points.
    pub train_accuracy: f64,
    /// The mean accuracy on the test points.
    pub test_accuracy: f64,
    /// The mean cross-entropy of the test points.
    pub test_loss: f64,
    /// On how many data sets the test accuracy is above that without decay.
    pub better: usize,
    /// On how many data sets it is below.
    pub worse: usize,
    /// On how many data sets the test loss is below that without decay.
    pub lower_loss: usize,
    /// The mean of √Σw².
    pub norm: f64,
}

impl Experiment for Config {
    const NAME: &'static str = "decay-sweep";
    const QUESTION: &'static str = "On which data does weight decay help?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![Setting::count("seeds", "data sets", &mut self.seeds, 2..=10)]
    }

    fn run(&self) -> Outcome {
        let train_points = self.many * 7 / 10;
        let clean = Moons {
            train: train_points,
            test: self.many - train_points,
            noise: self.little_noise,
        };
        let noisy = Moons { train: self.few, test: 400, noise: self.much_noise };
        let clean_arms = [(0.0, false), (0.001, false), (0.01, false)];
        let noisy_arms =
            [&clean_arms[..], &[(0.1, false), (0.01, true), (0.1, true)]].concat();
        let seeds = self.seeds as u64;
        let choosing = self.scores(&noisy, 1..=10, &[(0.0, false), (0.01, false)]);
        // Other seeds than those of the choice.
        let mut noisy = self.scores(&noisy, 11..=10 + 2 * seeds, &noisy_arms);
        let beside = noisy.split_off(4);
        Outcome {
            seeds: self.seeds,
            noisy_seeds: 2 * self.seeds,
            epochs: self.epochs,
            clean: self.scores(&clean, 11..=10 + seeds, &clean_arms),
            noisy,
            beside,
            choosing,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!(
                "Weight decay on two moons, over {} sets of clean and {} of noisy points",
                outcome.seeds, outcome.noisy_seeds
            ),
            &[
                "points",
                "λ",
                "place",
                "training accuracy",
                "test accuracy",
                "better / worse",
                "test loss",
                "lower on",
                "√Σw²",
            ],
        );
        let groups = [
            ("700\u{a0}clean", &outcome.clean),
            ("30\u{a0}noisy", &outcome.noisy),
            ("30\u{a0}noisy", &outcome.beside),
        ];
        for (name, scores) in groups {
            for score in scores {
                let place = match score.decoupled {
                    _ if score.decay == 0.0 => "–",
                    true => "beside",
                    false => "gradient",
                };
                let wins = format!("{} / {}", score.better, score.worse);
                let lower = score.lower_loss.to_string();
                let [wins, lower] = [wins, lower].map(|text| {
                    Cell::Number(if score.decay == 0.0 {
                        "–".to_string()
                    } else {
                        text
                    })
                });
                table.row(vec![
                    name.into(),
                    Cell::Number(format!("{}", score.decay)),
                    place.into(),
                    Cell::number(score.train_accuracy, 3),
                    Cell::number(score.test_accuracy, 3),
                    wins,
                    Cell::number(score.test_loss, 3),
                    lower,
                    Cell::number(score.norm, 1),
                ]);
            }
        }
        table
    }
}

/// A kind of data.
struct Moons {
    train: usize,
    test: usize,
    noise: f64,
}

impl Config {
    /// One score for each arm, a λ and its place; the first arm has no decay.
    fn scores(
        &self,
        moons: &Moons,
        seeds: RangeInclusive<u64>,
        arms: &[(f64, bool)],
    ) -> Vec<Score> {
        let start = |&(decay, decoupled): &(f64, bool)| Score {
            decay,
            decoupled,
            train_accuracy: 0.0,
            test_accuracy: 0.0,
            test_loss: 0.0,
            better: 0,
            worse: 0,
            lower_loss: 0,
            norm: 0.0,
        };
        let mut scores: Vec<Score> = arms.iter().map(start).collect();
        let share = 1.0 / seeds.clone().count() as f64;
        for seed in seeds {
            let mut random = seeded(seed);
            let train = two_moons(moons.train, moons.noise, &mut random);
            let test = two_moons(moons.test, moons.noise, &mut random);
            let mut without = None;
            for score in &mut scores {
                let mut learner = Learner::new(score.decay, score.decoupled, seed);
                for _ in 0..self.epochs {
                    learner.step(&train.0, &train.1);
                }
                let (accuracy, loss) = (learner.accuracy(&test), learner.loss(&test));
                let (free_accuracy, free_loss) = *without.get_or_insert((accuracy, loss));
                score.better += usize::from(accuracy > free_accuracy);
                score.worse += usize::from(accuracy < free_accuracy);
                score.lower_loss += usize::from(loss < free_loss);
                score.train_accuracy += share * learner.accuracy(&train);
                score.test_accuracy += share * accuracy;
                score.test_loss += share * loss;
                score.norm += share * learner.norm();
            }
        }
        scores
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_decay_leaves_smaller_weights() {
        let config = Config { seeds: 2, many: 100, epochs: 60, ..Config::default() };
        let outcome = config.run();
        for scores in [&outcome.clean, &outcome.noisy, &outcome.beside] {
            assert!(scores.windows(2).all(|pair| pair[1].norm < pair[0].norm));
        }
        for free in [&outcome.clean[0], &outcome.noisy[0]] {
            assert_eq!((free.better, free.worse, free.lower_loss), (0, 0, 0));
        }
    }
}
