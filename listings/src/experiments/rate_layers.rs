//! A rate for each layer of a network, from the curvature of the loss along its weights.

use super::rate_problem::{NOISE, Regressor, regression, standardized};
use super::schedule_curve::written;
use super::{Experiment, Setting};
use crate::data::{gaussian, seeded};
use crate::losses::{Loss, MeanSquaredError};
use crate::models::Model;
use crate::report::{Cell, Format, Table};
use ndarray::{Array1, Array2, s};
use serde::Serialize;
use std::ops::Range;

/// Samples, all of them in every gradient.
const SAMPLES: usize = 100;

/// The multiples that are tried, of the reciprocal curvature.
const MULTIPLES: [f64; 8] = [0.1, 0.2, 0.5, 1.0, 2.0, 3.0, 5.0, 8.0];

/// A network of widths 10, 32, 16 and 1, whose inputs have a unit.
#[derive(Clone, Debug)]
pub struct Config {
    /// What the standardized inputs are multiplied by.
    pub unit: f64,
    /// Full-batch steps.
    pub steps: usize,
    /// Seeds.
    pub seeds: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { unit: 1.0, steps: 60, seeds: 3 }
    }
}

/// What the layers need, and what they make of it.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The factor of the inputs.
    pub unit: f64,
    /// Steps.
    pub steps: usize,
    /// Seeds.
    pub seeds: usize,
    /// Of the first seed: the largest curvature along the weights of each layer.
    pub curvatures: Vec<f64>,
    /// Of the first seed: the largest curvature along all weights.
    pub whole: f64,
    /// The best loss at one rate for all layers, mean over seeds.
    pub one: f64,
    /// The best loss at a rate for each layer, mean over seeds.
    pub each: f64,
    /// How many seeds are better off with a rate for each layer.
    pub better: usize,
}

struct Problem {
    network: Regressor,
    inputs: Array2<f64>,
    targets: Array1<f64>,
    theta: Array1<f64>,
}

impl Problem {
    fn new(unit: f64, seed: u64) -> Self {
        let (inputs, targets) = standardized(&regression(SAMPLES, NOISE, seed), SAMPLES);
        let network = Regressor::new(&[10, 32, 16, 1]);
        let theta = network.0.initial(&mut seeded(seed));
        Self { network, inputs: inputs * unit, targets, theta }
    }

    fn loss(&self, theta: &Array1<f64>) -> f64 {
        MeanSquaredError.value(&self.network.predict(theta, &self.inputs), &self.targets)
    }

    fn gradient(&self, theta: &Array1<f64>) -> Array1<f64> {
        let prediction = self.network.predict(theta, &self.inputs);
        let pull = MeanSquaredError.gradient(&prediction, &self.targets);
        self.network.backward(theta, &self.inputs, &pull)
    }

    /// The largest curvature at the start along some of the parameters, by thirty rounds
    /// of power iteration.
    fn curvature(&self, parameters: Range<usize>) -> f64 {
        const H: f64 = 1e-7;
        let size = parameters.len();
        let mut v = gaussian(1, size, 1.0, &mut seeded(7)).row(0).to_owned();
        let mut curvature = 0.0;
        for _ in 0..30 {
            v /= v.dot(&v).sqrt();
            let at = |h: f64| {
                let mut theta = self.theta.clone();
                theta.slice_mut(s![parameters.clone()]).scaled_add(h, &v);
                self.gradient(&theta).slice(s![parameters.clone()]).to_owned()
            };
            let product = (at(H) - at(-H)) / (2.0 * H);
            curvature = v.dot(&product);
            v = product;
        }
        curvature
    }

    /// The loss after full-batch steps at a rate for each layer.
    fn train(&self, rates: &[(Range<usize>, f64)], steps: usize) -> f64 {
        let mut theta = self.theta.clone();
        for _ in 0..steps {
            let gradient = self.gradient(&theta);
            layer_step(&mut theta, &gradient, rates);
        }
        self.loss(&theta)
    }

    /// The least loss over multiples of the reciprocal curvatures.
    fn best(&self, curvatures: &[(Range<usize>, f64)], steps: usize) -> f64 {
        let losses = MULTIPLES.map(|multiple| {
            let rates: Vec<_> = curvatures
                .iter()
                .map(|(layer, curvature)| (layer.clone(), multiple / curvature))
                .collect();
            self.train(&rates, steps)
        });
        losses.into_iter().filter(|loss| loss.is_finite()).fold(f64::INFINITY, f64::min)
    }
}

// ANCHOR: layers
/// A step of gradient descent with a rate for each layer: one range of θ, one rate.
fn layer_step(
    theta: &mut Array1<f64>,
    gradient: &Array1<f64>,
    rates: &[(Range<usize>, f64)],
) {
    for (layer, rate) in rates {
        let pull = gradient.slice(s![layer.clone()]);
        theta.slice_mut(s![layer.clone()]).scaled_add(-rate, &pull);
    }
}
// ANCHOR_END: layers

impl Experiment for Config {
    const NAME: &'static str = "rate-layers";
    const QUESTION: &'static str = "Does each layer need a rate of its own?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real(
                "unit",
                "factor of the inputs",
                &mut self.unit,
                0.1..=100.0,
                0.1,
            )
            .logarithmic(),
            Setting::count("steps", "steps", &mut self.steps, 20..=200),
            Setting::count("seeds", "seeds", &mut self.seeds, 1..=10),
        ]
    }

    fn run(&self) -> Outcome {
        let mut outcome = Outcome {
            unit: self.unit,
            steps: self.steps,
            seeds: self.seeds,
            curvatures: Vec::new(),
            whole: 0.0,
            one: 0.0,
            each: 0.0,
            better: 0,
        };
        for seed in 1..=self.seeds as u64 {
            let problem = Problem::new(self.unit, seed);
            let all = 0..problem.theta.len();
            let whole = problem.curvature(all.clone());
            let layers: Vec<_> = problem
                .network
                .0
                .ranges()
                .into_iter()
                .map(|layer| (layer.clone(), problem.curvature(layer)))
                .collect();
            let one = problem.best(&[(all, whole)], self.steps);
            let each = problem.best(&layers, self.steps);
            if seed == 1 {
                outcome.whole = whole;
                outcome.curvatures = layers.iter().map(|&(_, value)| value).collect();
            }
            outcome.one += one / self.seeds as f64;
            outcome.each += each / self.seeds as f64;
            outcome.better += usize::from(each < one);
        }
        outcome
    }

    fn table(outcome: &Outcome) -> Table {
        let title = match outcome.unit {
            1.0 => "Curvatures at the start".to_string(),
            unit => format!(
                "Curvatures at the start, inputs times {}",
                Format::default().apply(unit)
            ),
        };
        let mut table =
            Table::new(title, &["parameters", "largest curvature λ", "border 2/λ"]);
        let layers = outcome.curvatures.iter().enumerate();
        let rows = layers
            .map(|(layer, &curvature)| (format!("layer {}", layer + 1), curvature))
            .chain([("all".to_string(), outcome.whole)]);
        for (name, curvature) in rows {
            table.row(vec![
                Cell::Text(name),
                Cell::number(curvature, 1),
                Cell::Number(written(2.0 / curvature)),
            ]);
        }
        table
    }
}
