//! The smallest training in which decay shows: two noisy moons, 16 hidden units.

use crate::data::{seeded, two_moons};
use crate::losses::{CrossEntropy, Loss};
use crate::models::{Model, MultilayerPerceptron};
use ndarray::{Array1, Array2, Axis};

/// Training points.
pub const POINTS: usize = 200;

/// Points of a batch.
pub const BATCH: usize = 10;

/// Updates of an epoch.
pub const UPDATES: usize = POINTS / BATCH;

/// Points of two moons so noisy that no line through them is without errors, and a
/// network for them.
pub struct Moons {
    network: MultilayerPerceptron,
    inputs: Array2<f64>,
    classes: Array1<usize>,
}

impl Moons {
    /// The points and the first parameters of a seed.
    pub fn new(seed: u64) -> (Self, Array1<f64>) {
        let mut random = seeded(seed);
        let (inputs, classes) = two_moons(POINTS, 0.3, &mut random);
        // The last bit of a cosine differs between platforms; training would amplify it.
        let inputs = inputs.mapv(|x| (x * 1e9).round() / 1e9);
        let network = MultilayerPerceptron::new(&[2, 16, 2]);
        let theta = network.initial(&mut random);
        (Self { network, inputs, classes }, theta)
    }

    /// The loss of all points.
    pub fn loss(&self, theta: &Array1<f64>) -> f64 {
        let logits = self.network.predict(theta, &self.inputs);
        CrossEntropy::default().value(&logits, &self.classes)
    }

    /// The gradient of the loss of a batch.
    pub fn gradient(&self, theta: &Array1<f64>, batch: &[usize]) -> Array1<f64> {
        let inputs = self.inputs.select(Axis(0), batch);
        let classes = self.classes.select(Axis(0), batch);
        let pass = self.network.forward(theta, &inputs);
        let pull = CrossEntropy::default().gradient(pass.output(), &classes);
        self.network.backward_through(theta, &pass, &pull)
    }
}
