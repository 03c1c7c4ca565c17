//! An epoch chosen by the test set, and what its accuracy is on points that nobody chose
//! by.

use super::iris_training::{Samples, measure};
use super::overfit_training::overfitting;
use super::{Experiment, Setting};
use crate::report::{Cell, Table, number};
use crate::statistics::{deviation, mean};
use ndarray::Array1;
use serde::Serialize;

/// Points on which nothing is chosen.
const FRESH: usize = 2000;

/// How many epochs there are to choose from, and how many points to choose by.
#[derive(Clone, Debug)]
pub struct Config {
    /// Epochs.
    pub epochs: usize,
    /// Test points, and as many validation points.
    pub points: usize,
    /// Seeds 1, 2, …
    pub seeds: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { epochs: 60, points: 40, seeds: 20 }
    }
}

/// Both choices.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The epoch of the highest accuracy on the test points.
    pub by_test: Choice,
    /// The epoch of the highest accuracy on the validation points.
    pub by_validation: Choice,
    /// The seeds.
    pub seeds: usize,
    /// Test points.
    pub points: usize,
    /// Epochs to choose from.
    pub epochs: usize,
    /// Fresh points.
    pub fresh_points: usize,
}

/// What a choice reports, and what it is worth.
#[derive(Clone, Debug, Serialize)]
pub struct Choice {
    /// The mean accuracy on the test points, which a paper would print.
    pub reported: f64,
    /// The mean accuracy on the fresh points.
    pub fresh: f64,
    /// The mean of reported − fresh.
    pub gap: f64,
    /// The standard error of the gap.
    pub error: f64,
    /// On how many seeds the reported accuracy is above the fresh one.
    pub too_good: usize,
}

fn choice(pairs: &[(f64, f64)]) -> Choice {
    let all = |of: fn(&(f64, f64)) -> f64| pairs.iter().map(of).collect::<Vec<f64>>();
    let gaps = all(|(reported, fresh)| reported - fresh);
    let spread = if gaps.len() < 2 { 0.0 } else { deviation(&gaps) };
    Choice {
        reported: mean(&all(|pair| pair.0)),
        fresh: mean(&all(|pair| pair.1)),
        gap: mean(&gaps),
        error: spread / (gaps.len() as f64).sqrt(),
        too_good: gaps.iter().filter(|&&gap| gap > 0.0).count(),
    }
}

impl Config {
    /// (reported, fresh) of the choice by test, and of the choice by validation.
    fn of_seed(&self, seed: u64) -> [(f64, f64); 2] {
        let sizes = [60, self.points, self.points, FRESH];
        let (task, [test, fresh], mut run) = overfitting(sizes, self.epochs, seed);
        let accuracy =
            |theta: &Array1<f64>, part: &Samples| measure(&task.network, theta, part).1;
        // The first of the best epochs: its accuracy, and its weights.
        let mut best = [(0.0, None), (0.0, None)];
        run.train(&task, |run| {
            for (best, part) in best.iter_mut().zip([&test, &task.validation]) {
                let now = accuracy(run.theta(), part);
                if now > best.0 {
                    *best = (now, Some(run.theta().clone()));
                }
            }
        })
        .expect("points of order one");
        best.map(|(_, theta)| {
            let theta = theta.expect("some point is right");
            (accuracy(&theta, &test), accuracy(&theta, &fresh))
        })
    }
}

impl Experiment for Config {
    const NAME: &'static str = "loop-test-choice";
    const QUESTION: &'static str =
        "How much too good is a result chosen by the test set?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::count("epochs", "epochs", &mut self.epochs, 5..=120),
            Setting::count("points", "test points", &mut self.points, 10..=200),
            Setting::count("seeds", "seeds", &mut self.seeds, 2..=40),
        ]
    }

    fn run(&self) -> Outcome {
        let pairs: Vec<[(f64, f64); 2]> =
            (1..=self.seeds as u64).map(|seed| self.of_seed(seed)).collect();
        let [by_test, by_validation] = [0, 1].map(|which| {
            choice(&pairs.iter().map(|pair| pair[which]).collect::<Vec<_>>())
        });
        Outcome {
            by_test,
            by_validation,
            seeds: self.seeds,
            points: self.points,
            epochs: self.epochs,
            fresh_points: FRESH,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let headings = [
            "epoch chosen by",
            "test accuracy reported",
            "accuracy on fresh points",
            "too good by",
            "seeds on which it is too good",
        ];
        let title = format!(
            "The best of {} epochs on {} points; means of {} seeds ± standard error",
            outcome.epochs, outcome.points, outcome.seeds
        );
        let mut table = Table::new(title, &headings);
        for (name, choice) in [
            ("test points", &outcome.by_test),
            ("validation points", &outcome.by_validation),
        ] {
            table.row(vec![
                name.into(),
                Cell::number(choice.reported, 3),
                Cell::number(choice.fresh, 3),
                Cell::Number(format!(
                    "{} ± {}",
                    number(choice.gap, 3),
                    number(choice.error, 3)
                )),
                Cell::Number(format!("{} of {}", choice.too_good, outcome.seeds)),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_by_hand() {
        let choice = choice(&[(0.9, 0.8), (0.7, 0.8), (1.0, 0.8)]);
        assert!((choice.gap - 0.2 / 3.0).abs() < 1e-15);
        assert_eq!(choice.too_good, 2);
    }

    #[test]
    fn the_choice_by_test_is_never_below_the_one_by_validation_on_the_test() {
        let config = Config { epochs: 10, points: 10, ..Config::default() };
        for seed in 1..=3 {
            let [by_test, by_validation] = config.of_seed(seed);
            assert!(by_test.0 >= by_validation.0);
        }
    }
}
