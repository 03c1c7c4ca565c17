//! A network that may say "I am not sure" instead of learning.

use super::{Experiment, Setting};
use crate::data::seeded;
use crate::losses::{BetaNll, Loss, MeanSquaredError};
use crate::models::{Model, MultilayerPerceptron};
use crate::optimizers::Adam;
use crate::report::{Cell, Table};
use crate::training::train_step;
use ndarray::{Array1, Array2, Axis, s};
use rand_distr::{Distribution, StandardNormal};
use serde::Serialize;

/// A wave with little noise, for a small network, 1-24-2.
#[derive(Clone, Debug)]
pub struct Config {
    /// Steps of Adam.
    pub steps: usize,
    /// How many data sets and starts: seeds 1, 2, ….
    pub seeds: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { steps: 300, seeds: 10 }
    }
}

const SAMPLES: usize = 60;
const NOISE: f64 = 0.05;
const RATE: f64 = 0.02;

/// How well each loss fits the mean.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Steps of Adam.
    pub steps: usize,
    /// How many data sets and starts.
    pub seeds: usize,
    /// The squared error: no variance.
    pub squared: Errors,
    /// The Gaussian likelihood, β = 0.
    pub likelihood: Errors,
    /// β = ½.
    pub half: Errors,
    /// β = 1.
    pub one: Errors,
}

/// Root mean square distance of the mean from the true wave.
#[derive(Clone, Debug, Serialize)]
pub struct Errors {
    /// The mean over the seeds.
    pub mean: f64,
    /// The largest.
    pub worst: f64,
    /// The mean over seeds and x of the predicted standard deviation; zero where none is
    /// predicted.
    pub deviation: f64,
    /// On how many seeds it is smaller than that of the likelihood.
    pub beats_likelihood: usize,
}

impl Experiment for Config {
    const NAME: &'static str = "variance-excuse";
    const QUESTION: &'static str =
        "Does predicting a variance cost accuracy of the mean?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::count("steps", "steps", &mut self.steps, 100..=1000),
            Setting::count("seeds", "seeds", &mut self.seeds, 2..=20),
        ]
    }

    fn run(&self) -> Outcome {
        let errors = |loss: &dyn Loss<Array2<f64>, Array1<f64>>| -> Vec<(f64, f64)> {
            (1..=self.seeds as u64).map(|seed| self.fit(loss, seed)).collect()
        };
        let beta = |beta| errors(&BetaNll::new(beta).expect("β is in [0, 1]"));
        let likelihood = beta(0.0);
        let of = |errors: &[(f64, f64)]| {
            let seeds = errors.len() as f64;
            Errors {
                mean: errors.iter().map(|e| e.0).sum::<f64>() / seeds,
                worst: errors.iter().map(|e| e.0).fold(0.0, f64::max),
                deviation: errors.iter().map(|e| e.1).sum::<f64>() / seeds,
                beats_likelihood: errors
                    .iter()
                    .zip(&likelihood)
                    .filter(|(these, those)| these.0 < those.0)
                    .count(),
            }
        };
        let squared = errors(&MeanOnly);
        Outcome {
            steps: self.steps,
            seeds: self.seeds,
            squared: Errors { deviation: 0.0, ..of(&squared) },
            likelihood: of(&likelihood),
            half: of(&beta(0.5)),
            one: of(&beta(1.0)),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!(
                "Distance of the mean from the true wave after {} steps, {} seeds",
                outcome.steps, outcome.seeds
            ),
            &["loss", "mean", "worst", "nearer than the likelihood", "mean deviation"],
        );
        for (name, errors) in [
            ("squared error, no variance", &outcome.squared),
            ("Gaussian likelihood, β = 0", &outcome.likelihood),
            ("β = ½", &outcome.half),
            ("β = 1", &outcome.one),
        ] {
            table.row(vec![
                name.into(),
                Cell::number(errors.mean, 3),
                Cell::number(errors.worst, 3),
                Cell::count(errors.beats_likelihood),
                match errors.deviation {
                    0.0 => Cell::Number("none".to_string()),
                    deviation => Cell::number(deviation, 3),
                },
            ]);
        }
        table
    }
}

impl Config {
    /// The error of the mean, and the mean predicted deviation.
    fn fit(&self, loss: &dyn Loss<Array2<f64>, Array1<f64>>, seed: u64) -> (f64, f64) {
        let mut random = seeded(seed);
        let x = Array1::linspace(-1.7, 1.7, SAMPLES);
        let wave = x.mapv(|x| (std::f64::consts::PI * x).sin());
        let target = wave.mapv(|wave| {
            let normal: f64 = StandardNormal.sample(&mut random);
            wave + NOISE * normal
        });
        let inputs = x.insert_axis(Axis(1));
        let network = MultilayerPerceptron::new(&[1, 24, 2]);
        let mut theta = network.initial(&mut random);
        let mut adam = Adam::default();
        for _ in 0..self.steps {
            let step =
                train_step(&network, loss, &inputs, &target, &mut theta, &mut adam, RATE);
            step.expect("Adam's steps are bounded, and with them the log variances");
        }
        let prediction = network.predict(&theta, &inputs);
        let distance = prediction.column(0).to_owned() - wave;
        let deviation = prediction.column(1).mapv(|s| (0.5 * s).exp());
        let samples = SAMPLES as f64;
        ((distance.mapv(|d| d * d).sum() / samples).sqrt(), deviation.sum() / samples)
    }
}

/// The squared error of the first output; the second gets no gradient.
struct MeanOnly;

impl Loss<Array2<f64>, Array1<f64>> for MeanOnly {
    fn value(&self, prediction: &Array2<f64>, target: &Array1<f64>) -> f64 {
        MeanSquaredError.value(&prediction.column(0).to_owned(), target)
    }

    fn gradient(&self, prediction: &Array2<f64>, target: &Array1<f64>) -> Array2<f64> {
        let mut gradient = Array2::zeros(prediction.raw_dim());
        let mean = prediction.column(0).to_owned();
        gradient.slice_mut(s![.., 0]).assign(&MeanSquaredError.gradient(&mean, target));
        gradient
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_variance_the_second_output_stays_as_it_was() {
        let gradient =
            MeanOnly.gradient(&ndarray::array![[1.0, 5.0]], &ndarray::array![0.0]);
        assert_eq!(gradient, ndarray::array![[2.0, 0.0]]);
    }
}
