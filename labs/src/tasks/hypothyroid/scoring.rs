//! A network that scores patients, as a task for the training loop.

use super::parts::{Parts, classes};
use crate::data::Samples;
use crate::metrics::average_precision;
use listings::losses::Loss;
use listings::models::{Model, MultilayerPerceptron};
use listings::training::Task;
use ndarray::{Array1, Array2, Axis};
use rand_pcg::Pcg64;

/// A network with one output, with a hidden layer or none, and its loss.
pub(super) struct Scoring<'a> {
    pub(super) network: MultilayerPerceptron,
    pub(super) loss: Box<dyn Loss>,
    pub(super) parts: &'a Parts,
}

impl Scoring<'_> {
    pub(super) fn logits(
        &self,
        theta: &Array1<f64>,
        inputs: &Array2<f64>,
    ) -> Array1<f64> {
        self.network.predict(theta, inputs).remove_axis(Axis(1))
    }

    /// The average precision of the validation part.
    pub(super) fn precision(&self, theta: &Array1<f64>) -> f64 {
        let part = &self.parts.validation;
        let logits = self.logits(theta, &part.inputs).to_vec();
        average_precision(&logits, &classes(part)).expect("ill patients in each fold")
    }
}

impl Task for Scoring<'_> {
    fn samples(&self) -> usize {
        self.parts.train.len()
    }

    fn gradient(
        &self,
        theta: &Array1<f64>,
        batch: &[usize],
        _random: &mut Pcg64,
    ) -> (f64, Array1<f64>) {
        let Samples { inputs, targets } = self.parts.train.select(batch);
        let pass = self.network.forward(theta, &inputs);
        let logits = pass.output().column(0).to_owned();
        let pull = self.loss.gradient(&logits, &targets).insert_axis(Axis(1));
        let gradient = self.network.backward_through(theta, &pass, &pull);
        (self.loss.value(&logits, &targets), gradient)
    }

    fn validation_loss(&self, theta: &Array1<f64>) -> f64 {
        let Samples { inputs, targets } = &self.parts.validation;
        self.loss.value(&self.logits(theta, inputs), targets)
    }
}
