//! A scalar α under gradient descent: another rate, and nothing else.

use super::imbalanced::draw;
use super::{Experiment, Setting};
use crate::data::seeded;
use crate::losses::{Focal, Loss};
use crate::models::MultilayerPerceptron;
use crate::optimizers::{GradientDescent, Optimizer};
use crate::report::{Cell, Table};
use crate::statistics::mean;
use ndarray::{Array1, Array2};
use serde::Serialize;

/// Samples, nine to one.
const SAMPLES: usize = 200;

/// Full-batch gradient descent on several data sets.
#[derive(Clone, Debug)]
pub struct Config {
    /// η.
    pub rate: f64,
    /// Steps.
    pub steps: usize,
    /// How many data sets: seeds 1, 2, ….
    pub seeds: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { rate: 0.1, steps: 200, seeds: 5 }
    }
}

/// Three runs from the same starts.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Data sets.
    pub seeds: usize,
    /// Steps.
    pub steps: usize,
    /// η.
    pub rate: f64,
    /// The loss with α = 1 at the start.
    pub first_loss: f64,
    /// α = 1 at η.
    pub one: Descent,
    /// α = 0.25 at η.
    pub quarter: Descent,
    /// α = 0.25 at 4η.
    pub quarter_fourfold: Descent,
    /// The largest difference between a parameter of the first run and of the third, over
    /// all steps and data sets.
    pub apart: f64,
}

/// Focal losses with γ = 2 and α = 1, so that runs can be compared: means over the data
/// sets.
#[derive(Clone, Debug, Serialize)]
pub struct Descent {
    /// After a quarter of the steps.
    pub early_loss: f64,
    /// After the last.
    pub last_loss: f64,
}

/// Two networks in training on one data set.
struct Task {
    network: MultilayerPerceptron,
    inputs: Array2<f64>,
    classes: Array1<usize>,
    start: Array1<f64>,
}

/// γ = 2.
fn focal(alpha: f64) -> Focal {
    Focal::new(alpha, 2.0).expect("α is in [0, 1]")
}

impl Task {
    fn new(seed: u64) -> Self {
        let mut random = seeded(seed);
        let (inputs, classes) = draw(SAMPLES, 0.1, 0.01, &mut random);
        let network = MultilayerPerceptron::new(&[2, 16, 2]);
        let start = network.initial(&mut random);
        Self { network, inputs, classes, start }
    }

    fn loss(&self, theta: &Array1<f64>) -> f64 {
        let pass = self.network.forward(theta, &self.inputs);
        focal(1.0).value(pass.output(), &self.classes)
    }

    /// θ after each step.
    fn descend(&self, alpha: f64, rate: f64, steps: usize) -> Vec<Array1<f64>> {
        let loss = focal(alpha);
        let mut theta = self.start.clone();
        let step = |_| {
            let pass = self.network.forward(&theta, &self.inputs);
            let upstream = loss.gradient(pass.output(), &self.classes);
            let gradient = self.network.backward_through(&theta, &pass, &upstream);
            GradientDescent.step(rate, &mut theta, &gradient);
            theta.clone()
        };
        (0..steps).map(step).collect()
    }
}

impl Experiment for Config {
    const NAME: &'static str = "focal-descent";
    const QUESTION: &'static str = "What does a scalar α do under gradient descent?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real("rate", "rate η", &mut self.rate, 0.05..=0.6, 0.05),
            Setting::count("steps", "steps", &mut self.steps, 20..=200),
            Setting::count("seeds", "data sets", &mut self.seeds, 1..=10),
        ]
    }

    fn run(&self) -> Outcome {
        let (mut apart, mut firsts) = (0.0_f64, Vec::new());
        let mut losses: [[Vec<f64>; 2]; 3] = Default::default();
        for seed in 1..=self.seeds as u64 {
            let task = Task::new(seed);
            firsts.push(task.loss(&task.start));
            let walks = [(1.0, 1.0), (0.25, 1.0), (0.25, 4.0)]
                .map(|(alpha, times)| task.descend(alpha, times * self.rate, self.steps));
            for (a, b) in walks[0].iter().zip(&walks[2]) {
                apart = (a - b).iter().fold(apart, |most, entry| most.max(entry.abs()));
            }
            for (losses, walk) in losses.iter_mut().zip(&walks) {
                losses[0].push(task.loss(&walk[self.steps / 4 - 1]));
                losses[1].push(task.loss(&walk[self.steps - 1]));
            }
        }
        let [one, quarter, quarter_fourfold] = losses.map(|[early, last]| Descent {
            early_loss: mean(&early),
            last_loss: mean(&last),
        });
        Outcome {
            seeds: self.seeds,
            steps: self.steps,
            rate: self.rate,
            first_loss: mean(&firsts),
            one,
            quarter,
            quarter_fourfold,
            apart,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let early = format!("after {} steps", outcome.steps / 4);
        let last = format!("after {} steps", outcome.steps);
        let mut table = Table::new(
            format!(
                "Gradient descent on the focal loss, measured with α = 1: means of {} data sets",
                outcome.seeds
            ),
            &["run", &early, &last],
        );
        let rates = [outcome.rate, 4.0 * outcome.rate];
        for (name, run) in [
            (format!("α = 1, η = {}", rates[0]), &outcome.one),
            (format!("α = 0.25, η = {}", rates[0]), &outcome.quarter),
            (format!("α = 0.25, η = {}", rates[1]), &outcome.quarter_fourfold),
        ] {
            table.row(vec![
                Cell::Text(name),
                Cell::number(run.early_loss, 4),
                Cell::number(run.last_loss, 4),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quarter_at_four_times_the_rate_is_the_same_walk() {
        let outcome = Config { seeds: 2, ..Config::default() }.run();
        // A factor of a power of two changes no rounding.
        assert_eq!(outcome.apart, 0.0);
        assert_eq!(outcome.one.last_loss, outcome.quarter_fourfold.last_loss);
        assert!(outcome.one.last_loss < outcome.quarter.last_loss);
        assert!(outcome.quarter.last_loss < outcome.first_loss);
    }
}
