//! What cycles are worth: one cosine, the end of several, and the mean of their ends.

use super::race_training::moons;
use super::racer::Racer;
use super::scheduled_training::{Pupil, share_right};
use super::{Experiment, Setting};
use crate::losses::{CrossEntropy, Loss, softmax};
use crate::report::{Cell, Format, Table};
use crate::schedules::{Cosine, CosineRestarts, Schedule};
use ndarray::{Array2, Axis};
use serde::Serialize;

/// Seeds: of points, first weights and batches.
pub const SEEDS: u64 = 10;

const WIDTHS: [usize; 3] = [2, 16, 2];
const POINTS: [usize; 2] = [100, 500];
const NOISE: f64 = 0.25;
const BATCH: usize = 8;

/// The rate, and how the steps are cut into cycles.
#[derive(Clone, Debug)]
pub struct Config {
    /// η₀.
    pub rate: f64,
    /// Cycles.
    pub cycles: usize,
    /// Steps of a cycle.
    pub length: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { rate: 1.0, cycles: 5, length: 120 }
    }
}

/// Three ways to spend the same steps.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Cycles.
    pub cycles: usize,
    /// Steps in all.
    pub steps: usize,
    /// Seeds.
    pub seeds: usize,
    /// One cosine.
    pub single: Worth,
    /// The end of the last cycle.
    pub last: Worth,
    /// The mean of the probabilities at the ends of all cycles.
    pub ensemble: Worth,
    /// The seeds on which the test loss of the ensemble is below that of one cosine.
    pub ensemble_wins: usize,
    /// The seeds on which the training loss of the last cycle is below that of one cosine.
    pub last_wins: usize,
}

/// Means over the seeds.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct Worth {
    /// Cross-entropy of the training points.
    pub train_loss: f64,
    /// That of the test points.
    pub test_loss: f64,
    /// The share of the test points on the right side.
    pub accuracy: f64,
}

/// The class probabilities of logits, row by row.
fn probabilities(logits: &Array2<f64>) -> Array2<f64> {
    let mut result = logits.clone();
    for mut row in result.axis_iter_mut(Axis(0)) {
        let own = softmax(row.view());
        row.assign(&own);
    }
    result
}

impl Config {
    /// One cosine, the last cycle and the ensemble, on one seed.
    fn train(&self, seed: u64) -> [Worth; 3] {
        let [train, test] = moons(POINTS, NOISE, seed);
        let steps = self.cycles * self.length;
        let pupil = || {
            let descent = Racer::GradientDescent;
            Pupil::new(&WIDTHS, descent, train.clone(), BATCH, seed)
        };
        // Losses of logits; ln p are logits of p.
        let worth = |on_train: &Array2<f64>, on_test: &Array2<f64>| Worth {
            train_loss: CrossEntropy::default().value(on_train, &train.1),
            test_loss: CrossEntropy::default().value(on_test, &test.1),
            accuracy: share_right(on_test, &test.1),
        };
        let cosine = Cosine::new(self.rate, 0.0, steps).expect("settings in range");
        let mut single = pupil();
        for step in 0..steps {
            single.step(cosine.rate(step));
        }
        let cycles = CosineRestarts::new(self.rate, 0.0, self.length, 1);
        let cycles = cycles.expect("settings in range");
        let mut restarted = pupil();
        let mut mean =
            [&train, &test].map(|(inputs, _)| Array2::zeros((inputs.nrows(), 2)));
        for step in 0..steps {
            restarted.step(cycles.rate(step));
            if (step + 1).is_multiple_of(self.length) {
                for (mean, (inputs, _)) in mean.iter_mut().zip([&train, &test]) {
                    *mean += &probabilities(&restarted.logits(inputs));
                }
            }
        }
        let share = 1.0 / self.cycles as f64;
        let [on_train, on_test] =
            mean.map(|sum: Array2<f64>| sum.mapv(|p| (share * p).max(1e-300).ln()));
        [
            worth(&single.logits(&train.0), &single.logits(&test.0)),
            worth(&restarted.logits(&train.0), &restarted.logits(&test.0)),
            worth(&on_train, &on_test),
        ]
    }
}

impl Experiment for Config {
    const NAME: &'static str = "cosine-snapshots";
    const QUESTION: &'static str = "Are the ends of several cycles worth more than one?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real("rate", "η₀", &mut self.rate, 0.2..=1.5, 0.1),
            Setting::count("cycles", "cycles", &mut self.cycles, 2..=6),
            Setting::count("length", "steps a cycle", &mut self.length, 40..=120),
        ]
    }

    fn run(&self) -> Outcome {
        let runs: Vec<_> = (1..=SEEDS).map(|seed| self.train(seed)).collect();
        let mean = |which: usize| {
            let mean = |part: fn(&Worth) -> f64| {
                runs.iter().map(|run| part(&run[which])).sum::<f64>() / runs.len() as f64
            };
            Worth {
                train_loss: mean(|worth| worth.train_loss),
                test_loss: mean(|worth| worth.test_loss),
                accuracy: mean(|worth| worth.accuracy),
            }
        };
        let wins = |is_won: fn(&[Worth; 3]) -> bool| {
            runs.iter().filter(|run| is_won(run)).count()
        };
        Outcome {
            cycles: self.cycles,
            steps: self.cycles * self.length,
            seeds: runs.len(),
            single: mean(0),
            last: mean(1),
            ensemble: mean(2),
            ensemble_wins: wins(|[single, _, all]| all.test_loss < single.test_loss),
            last_wins: wins(|[single, last, _]| last.train_loss < single.train_loss),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let title = format!(
            "{} steps, noisy moons, means of {} seeds",
            outcome.steps, outcome.seeds
        );
        let headings = ["network", "training loss", "test loss", "test accuracy"];
        let mut table = Table::new(title, &headings);
        let names = [
            ("one cosine".to_string(), outcome.single),
            (format!("the last of {} cycles", outcome.cycles), outcome.last),
            (format!("the mean of {} ends", outcome.cycles), outcome.ensemble),
        ];
        for (name, worth) in names {
            table.row(vec![
                Cell::Text(name),
                Cell::number(worth.train_loss, 3),
                Cell::number(worth.test_loss, 3),
                Cell::Number(Format::percent(1).apply(worth.accuracy)),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    #[test]
    fn probabilities_are_those_of_the_logits() {
        let p = probabilities(&array![[0.0, 3.0_f64.ln()], [1.0, 1.0]]);
        assert!((p - array![[0.25, 0.75], [0.5, 0.5]]).iter().all(|e| e.abs() < 1e-15));
    }

    #[test]
    fn the_mean_of_one_end_is_that_end() {
        let [single, last, ensemble] =
            Config { cycles: 1, length: 40, rate: 0.5 }.train(3);
        assert_eq!(single.train_loss, last.train_loss);
        // A logarithm of a softmax, and back.
        assert!((last.test_loss - ensemble.test_loss).abs() < 1e-12);
        assert_eq!(last.accuracy, ensemble.accuracy);
    }
}
