//! The largest curvature of the loss during full-batch training, against the border 2/η.

use super::rate_problem::{NOISE, Regressor, Samples, regression, standardized};
use super::{Experiment, Run, Setting, finish};
use crate::data::{gaussian, seeded};
use crate::losses::{Loss, MeanSquaredError};
use crate::models::Model;
use crate::report::{Cell, Table};
use ndarray::Array1;
use serde::Serialize;

/// Samples, all of them in every gradient.
pub const SAMPLES: usize = 100;

/// Steps between two measurements of the curvature.
const EVERY: usize = 4;

/// A network of widths 10, 32, 16 and 1 under gradient descent.
#[derive(Clone, Debug)]
pub struct Config {
    /// η.
    pub rate: f64,
    /// Steps.
    pub steps: usize,
    /// The seed of samples and first weights.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self { rate: 0.1, steps: 400, seed: 1 }
    }
}

/// The run so far.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// η.
    pub rate: f64,
    /// Steps so far.
    pub step: usize,
    /// Steps in all.
    pub steps: usize,
    /// 2/η.
    pub border: f64,
    /// The largest curvature at the start.
    pub first: f64,
    /// The largest of all that were measured.
    pub largest: f64,
    /// The mean of those of the last quarter of the steps.
    pub late: f64,
    /// The loss now.
    pub loss: f64,
    /// How often the loss rose from one step to the next.
    pub rises: usize,
    /// Whether the loss went beyond 10⁶, or was not finite.
    pub diverged: bool,
    /// (step, loss).
    #[serde(skip)]
    pub losses: Vec<(usize, f64)>,
    /// (step, largest curvature).
    #[serde(skip)]
    pub curvatures: Vec<(usize, f64)>,
}

// ANCHOR: sharpness
/// The largest curvature of a loss at θ, by `rounds` rounds of power iteration from the
/// direction v, which is turned toward the direction of that curvature.
///
/// Hv is the change of the gradient along v: (g(θ + hv) − g(θ − hv))/2h with h = 10⁻⁷.
/// Where the curvature of largest size is negative, this is negative.
fn sharpness(
    gradient: impl Fn(&Array1<f64>) -> Array1<f64>,
    theta: &Array1<f64>,
    v: &mut Array1<f64>,
    rounds: usize,
) -> f64 {
    const H: f64 = 1e-7;
    let mut curvature = 0.0;
    for _ in 0..rounds {
        *v /= v.dot(v).sqrt();
        let [ahead, behind] = [H, -H].map(|h| gradient(&(theta + &(&*v * h))));
        let product = (ahead - behind) / (2.0 * H);
        curvature = v.dot(&product);
        if product.dot(&product) > 0.0 {
            *v = product;
        }
    }
    curvature
}
// ANCHOR_END: sharpness

impl Experiment for Config {
    const NAME: &'static str = "rate-sharpness";
    const QUESTION: &'static str =
        "What does the largest curvature do while a network trains?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real("rate", "rate η", &mut self.rate, 0.01..=0.5, 0.01)
                .logarithmic(),
            Setting::count("steps", "steps", &mut self.steps, 100..=600),
            Setting::seed(&mut self.seed),
        ]
    }

    fn run(&self) -> Outcome {
        finish(self.start().expect("it has slices"))
    }

    fn start(&self) -> Option<Box<dyn Run<Outcome>>> {
        let samples = standardized(&regression(SAMPLES, NOISE, self.seed), SAMPLES);
        let network = Regressor::new(&[10, 32, 16, 1]);
        let mut random = seeded(self.seed);
        let theta = network.0.initial(&mut random);
        let direction = gaussian(1, theta.len(), 1.0, &mut random).row(0).to_owned();
        Some(Box::new(Training {
            samples,
            network,
            theta,
            direction,
            step: 0,
            losses: Vec::new(),
            curvatures: Vec::new(),
            diverged: false,
            config: self.clone(),
        }))
    }

    fn table(outcome: &Outcome) -> Table {
        let title = format!("Loss and largest curvature, η = {}", outcome.rate);
        let mut table = Table::new(title, &["step", "loss", "largest curvature", "2/η"]);
        let every = outcome.curvatures.len().div_ceil(20).max(1);
        for &(step, curvature) in outcome.curvatures.iter().step_by(every) {
            table.row(vec![
                Cell::count(step),
                Cell::number(outcome.losses[step].1, 4),
                Cell::number(curvature, 1),
                Cell::number(outcome.border, 1),
            ]);
        }
        table
    }
}

struct Training {
    samples: Samples,
    network: Regressor,
    theta: Array1<f64>,
    /// Where the largest curvature was.
    direction: Array1<f64>,
    step: usize,
    losses: Vec<(usize, f64)>,
    curvatures: Vec<(usize, f64)>,
    diverged: bool,
    config: Config,
}

impl Training {
    fn gradient(&self, theta: &Array1<f64>) -> Array1<f64> {
        let (inputs, targets) = &self.samples;
        let prediction = self.network.predict(theta, inputs);
        let pull = MeanSquaredError.gradient(&prediction, targets);
        self.network.backward(theta, inputs, &pull)
    }

    fn loss(&self) -> f64 {
        let (inputs, targets) = &self.samples;
        MeanSquaredError.value(&self.network.predict(&self.theta, inputs), targets)
    }
}

impl Run<Outcome> for Training {
    fn advance(&mut self) {
        if self.step == self.config.steps {
            return;
        }
        if !self.diverged {
            let loss = self.loss();
            self.losses.push((self.step, loss));
            if self.step.is_multiple_of(EVERY) {
                let mut direction = self.direction.clone();
                // From the direction of the last time a few rounds are enough.
                let rounds = if self.step == 0 { 12 } else { 4 };
                let gradient = |theta: &Array1<f64>| self.gradient(theta);
                let curvature = sharpness(gradient, &self.theta, &mut direction, rounds);
                self.direction = direction;
                self.curvatures.push((self.step, curvature));
            }
            let gradient = self.gradient(&self.theta);
            self.theta.scaled_add(-self.config.rate, &gradient);
            let after = self.loss();
            self.diverged = !after.is_finite() || after > 1e6;
        }
        self.step += 1;
    }

    fn progress(&self) -> f64 {
        self.step as f64 / self.config.steps as f64
    }

    fn outcome(&self) -> Outcome {
        let curvatures = || self.curvatures.iter().map(|&(_, curvature)| curvature);
        let late: Vec<f64> = self
            .curvatures
            .iter()
            .filter(|(step, _)| 4 * step >= 3 * self.step)
            .map(|&(_, curvature)| curvature)
            .collect();
        let losses = || self.losses.iter().map(|&(_, loss)| loss);
        Outcome {
            rate: self.config.rate,
            step: self.step,
            steps: self.config.steps,
            border: 2.0 / self.config.rate,
            first: curvatures().next().unwrap_or(0.0),
            largest: curvatures().fold(0.0, f64::max),
            late: late.iter().sum::<f64>() / late.len().max(1) as f64,
            loss: if self.diverged {
                losses().next_back().unwrap_or(0.0)
            } else {
                self.loss()
            },
            rises: losses()
                .zip(losses().skip(1))
                .filter(|(now, next)| next > now)
                .count(),
            diverged: self.diverged,
            losses: self.losses.clone(),
            curvatures: self.curvatures.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    #[test]
    fn the_sharpness_of_a_quadratic_is_its_largest_curvature() {
        let curvatures = array![1.0, 7.0, 3.0];
        let gradient = |theta: &Array1<f64>| &curvatures * theta;
        let mut v = array![1.0, 0.3, 1.0];
        let found = sharpness(gradient, &array![0.5, -1.0, 2.0], &mut v, 40);
        // (3/7)⁸⁰ is gone; what is left is the rounding of a gradient over 2h, 1e-8.
        assert!((found - 7.0).abs() < 1e-6, "{found}");
    }
}
