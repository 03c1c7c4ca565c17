//! A small network and an optimizer that trains it on two moons.

use super::racer::Racer;
use crate::data::{seeded, two_moons};
use crate::evaluation::argmax_rows;
use crate::losses::{CrossEntropy, Loss};
use crate::models::{Model, MultilayerPerceptron};
use crate::optimizers::Optimizer;
use ndarray::{Array1, Array2};

/// The widths of the network.
pub const WIDTHS: [usize; 4] = [2, 16, 8, 2];

/// Points and the moons they belong to.
pub type Samples = (Array2<f64>, Array1<usize>);

/// Training and test samples of one seed.
pub fn moons(points: [usize; 2], noise: f64, seed: u64) -> [Samples; 2] {
    let mut random = seeded(seed);
    points.map(|points| two_moons(points, noise, &mut random))
}

/// A network in training.
pub struct Trainee {
    network: MultilayerPerceptron,
    theta: Array1<f64>,
    optimizer: Box<dyn Optimizer>,
    rate: f64,
    /// Whether loss or gradient stopped being finite; it stays where it was then.
    pub diverged: bool,
}

impl Trainee {
    /// A fresh network; the same for all optimizers of a seed.
    pub fn new(racer: Racer, rate: f64, seed: u64) -> Self {
        let network = MultilayerPerceptron::new(&WIDTHS);
        Self {
            theta: network.initial(&mut seeded(seed)),
            network,
            optimizer: racer.optimizer(),
            rate,
            diverged: false,
        }
    }

    /// One step on the whole of the samples; gives the loss before it.
    pub fn step(&mut self, (inputs, classes): &Samples) -> f64 {
        let pass = self.network.forward(&self.theta, inputs);
        let loss = CrossEntropy::default().value(pass.output(), classes);
        let pull = CrossEntropy::default().gradient(pass.output(), classes);
        let gradient = self.network.backward_through(&self.theta, &pass, &pull);
        if !loss.is_finite() || gradient.iter().any(|entry| !entry.is_finite()) {
            self.diverged = true;
        }
        if !self.diverged {
            self.optimizer.step(self.rate, &mut self.theta, &gradient);
        }
        loss
    }

    /// The cross-entropy of samples.
    pub fn loss(&self, (inputs, classes): &Samples) -> f64 {
        CrossEntropy::default().value(&self.logits(inputs), classes)
    }

    /// The share of samples on the right side.
    pub fn accuracy(&self, (inputs, classes): &Samples) -> f64 {
        let predicted = argmax_rows(&self.logits(inputs));
        let right = predicted.iter().zip(classes).filter(|(guess, class)| guess == class);
        right.count() as f64 / classes.len() as f64
    }

    /// The output of the network, of shape (n, 2).
    pub fn logits(&self, inputs: &Array2<f64>) -> Array2<f64> {
        self.network.predict(&self.theta, inputs)
    }
}
