//! Costs of two kinds of mistakes: in the threshold, in the loss, or in both.

use super::{Experiment, Setting};
use crate::data::seeded;
use crate::evaluation::cost_threshold;
use crate::losses::{BinaryCrossEntropy, sigmoid};
use crate::models::{Linear, Model};
use crate::report::{Cell, Table};
use crate::training::gradient_descent;
use ndarray::{Array1, Array2};
use rand_distr::{Distribution, StandardNormal};
use serde::Serialize;

/// A false alarm costs 1, a miss more.
#[derive(Clone, Debug)]
pub struct Config {
    /// What a miss costs.
    pub miss: f64,
    /// How many data sets: seeds 1, 2, ….
    pub seeds: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { miss: 5.0, seeds: 10 }
    }
}

/// The samples trained on, half of each class, and those tested on.
const TRAINING: usize = 300;
const TEST: usize = 2000;

/// The mean cost of a sample under four policies, on two kinds of data.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// What a miss costs.
    pub miss: f64,
    /// The threshold that the costs ask for.
    pub threshold: f64,
    /// How many data sets.
    pub seeds: usize,
    /// Two clusters, for which a logistic model is right.
    pub fitting: Costs,
    /// A positive class in two pieces, for which it is not.
    pub misfitting: Costs,
}

/// Mean costs over the data sets.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Costs {
    /// The plain loss, cut at ½: the costs are nowhere.
    pub neither: f64,
    /// The plain loss, cut at the threshold of the costs.
    pub threshold: f64,
    /// The loss weighed by the costs, cut at ½.
    pub weights: f64,
    /// Both at once: the costs are counted twice.
    pub both: f64,
    /// The mean probability that the plain model predicts (½ of the samples are
    /// positive).
    pub plain_probability: f64,
    /// The mean probability that the weighed model predicts.
    pub weighed_probability: f64,
    /// On how many data sets the weighed loss is cheaper than the threshold.
    pub weights_win: usize,
}

impl Experiment for Config {
    const NAME: &'static str = "cost-threshold";
    const QUESTION: &'static str =
        "Do the costs of mistakes belong into the loss or into the threshold?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real("miss", "price of a miss", &mut self.miss, 1.0..=20.0, 1.0),
            Setting::count("seeds", "data sets", &mut self.seeds, 2..=20),
        ]
    }

    fn run(&self) -> Outcome {
        Outcome {
            miss: self.miss,
            threshold: cost_threshold(1.0, self.miss).expect("both are above zero"),
            seeds: self.seeds,
            fitting: self.costs(false),
            misfitting: self.costs(true),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!(
                "Mean cost of a sample when a miss costs {}, over {} data sets",
                outcome.miss, outcome.seeds
            ),
            &["the costs are in", "two clusters", "positive class in two pieces"],
        );
        let (one, other) = (outcome.fitting, outcome.misfitting);
        for (name, costs) in [
            ("nothing", [one.neither, other.neither]),
            ("the threshold", [one.threshold, other.threshold]),
            ("the loss", [one.weights, other.weights]),
            ("both", [one.both, other.both]),
        ] {
            table.row(vec![
                name.into(),
                Cell::number(costs[0], 3),
                Cell::number(costs[1], 3),
            ]);
        }
        table
    }
}

impl Config {
    fn costs(&self, in_pieces: bool) -> Costs {
        let runs: Vec<Costs> =
            (1..=self.seeds as u64).map(|seed| self.one(in_pieces, seed)).collect();
        let mean = |part: fn(&Costs) -> f64| {
            runs.iter().map(part).sum::<f64>() / runs.len() as f64
        };
        Costs {
            neither: mean(|costs| costs.neither),
            threshold: mean(|costs| costs.threshold),
            weights: mean(|costs| costs.weights),
            both: mean(|costs| costs.both),
            plain_probability: mean(|costs| costs.plain_probability),
            weighed_probability: mean(|costs| costs.weighed_probability),
            weights_win: runs.iter().map(|costs| costs.weights_win).sum(),
        }
    }

    fn one(&self, in_pieces: bool, seed: u64) -> Costs {
        let mut random = seeded(seed);
        let (inputs, target) = two_classes(TRAINING, in_pieces, &mut random);
        let (test_inputs, test_target) = two_classes(TEST, in_pieces, &mut random);
        let probabilities = |positive_weight: f64| {
            let loss = BinaryCrossEntropy::default()
                .with_positive_weight(positive_weight)
                .expect("a price above zero");
            let model = Linear { features: 2 };
            // The loss curves by less than the weight: a rate of 2 over it is stable.
            let rate = 0.8 / positive_weight.max(1.0);
            let start = Array1::zeros(3);
            let run = gradient_descent(&model, &loss, &inputs, &target, start, rate, 250);
            let theta = run.expect("a stable rate").theta().clone();
            model.predict(&theta, &test_inputs).mapv(sigmoid)
        };
        let (plain, weighed) = (probabilities(1.0), probabilities(self.miss));
        let level = cost_threshold(1.0, self.miss).expect("both are above zero");
        let cost = |probabilities: &Array1<f64>, level: f64| {
            let costs = probabilities.iter().zip(&test_target).map(|(&p, &y)| {
                match (p >= level, y == 1.0) {
                    (true, false) => 1.0,
                    (false, true) => self.miss,
                    _ => 0.0,
                }
            });
            costs.sum::<f64>() / TEST as f64
        };
        let mean = |p: &Array1<f64>| p.sum() / TEST as f64;
        let (threshold, weights) = (cost(&plain, level), cost(&weighed, 0.5));
        Costs {
            neither: cost(&plain, 0.5),
            threshold,
            weights,
            both: cost(&weighed, level),
            plain_probability: mean(&plain),
            weighed_probability: mean(&weighed),
            weights_win: usize::from(weights < threshold),
        }
    }
}

/// Half of the samples of each class, one after the other: the negative about the
/// origin, the positive about (2, 0), or a fifth of it about (−2, 3).
fn two_classes(
    samples: usize,
    in_pieces: bool,
    random: &mut impl rand::Rng,
) -> (Array2<f64>, Array1<f64>) {
    let target = Array1::from_shape_fn(samples, |i| (i % 2) as f64);
    let inputs = Array2::from_shape_fn((samples, 2), |(i, feature)| {
        let normal: f64 = StandardNormal.sample(random);
        let center = match (i % 2, in_pieces && i % 10 == 1) {
            (0, _) => [0.0, 0.0],
            (_, false) => [2.0, 0.0],
            (_, true) => [-2.0, 3.0],
        };
        center[feature] + normal
    });
    (inputs, target)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn at_equal_prices_all_policies_are_one() {
        let outcome = Config { miss: 1.0, seeds: 2 }.run();
        let costs = outcome.fitting;
        assert_eq!([costs.threshold, costs.weights, costs.both], [costs.neither; 3]);
        // Two unit clusters at distance 2: Φ(−1) = 0.1587 of the samples are wrong; the
        // standard error of 4000 is 0.006, and four of them are allowed.
        assert!((costs.neither - 0.159).abs() < 0.024, "{}", costs.neither);
    }
}
