//! What a training loop asks of its task.

use crate::losses::{CrossEntropy, Loss};
use crate::models::{Model, MultilayerPerceptron};
use ndarray::{Array1, Array2, Axis};
use rand_pcg::Pcg64;

// ANCHOR: task
/// What is to be learned, as a training loop sees it: it knows of no network and no data.
pub trait Task {
    /// The number of training samples.
    fn samples(&self) -> usize;

    /// The loss of a batch of them, and its gradient, of the shape of θ; `random` is for
    /// what is drawn afresh in each pass, such as dropout masks.
    fn gradient(
        &self,
        theta: &Array1<f64>,
        batch: &[usize],
        random: &mut Pcg64,
    ) -> (f64, Array1<f64>);

    /// The loss of the validation samples: without dropout, and never trained on.
    fn validation_loss(&self, theta: &Array1<f64>) -> f64;
}
// ANCHOR_END: task

// ANCHOR: classes
/// A network that learns classes by their cross-entropy.
#[derive(Clone, Debug)]
pub struct Classes {
    /// The network; its outputs are the logits.
    pub network: MultilayerPerceptron,
    /// Inputs, one sample a row, and their classes.
    pub training: (Array2<f64>, Array1<usize>),
    /// The same, to choose by.
    pub validation: (Array2<f64>, Array1<usize>),
}

impl Task for Classes {
    fn samples(&self) -> usize {
        self.training.1.len()
    }

    fn gradient(
        &self,
        theta: &Array1<f64>,
        batch: &[usize],
        random: &mut Pcg64,
    ) -> (f64, Array1<f64>) {
        let (inputs, classes) = &self.training;
        let x = inputs.select(Axis(0), batch);
        let y = classes.select(Axis(0), batch);
        let (pass, loss) =
            (self.network.forward_training(theta, &x, random), CrossEntropy::default());
        let pull = loss.gradient(pass.output(), &y);
        let gradient = self.network.backward_through(theta, &pass, &pull);
        (loss.value(pass.output(), &y), gradient)
    }

    fn validation_loss(&self, theta: &Array1<f64>) -> f64 {
        let (inputs, classes) = &self.validation;
        let logits = self.network.predict(theta, inputs);
        CrossEntropy::default().value(&logits, classes)
    }
}
// ANCHOR_END: classes
