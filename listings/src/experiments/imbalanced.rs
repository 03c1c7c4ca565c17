//! A rare class and a small network: what the experiments on imbalance share.

use crate::data::Classification;
use crate::evaluation::Confusion;
use crate::losses::{Loss, sigmoid};
use crate::models::MultilayerPerceptron;
use crate::optimizers::{Adam, Optimizer};
use ndarray::{Array1, Array2};
use rand_pcg::Pcg64;

/// Epochs of full-batch training.
pub(super) const EPOCHS: usize = 100;

/// Adam's rate.
const RATE: f64 = 0.01;

/// Two classes about (−1, −1) and (1, 1) with deviation 1, of which class 1 has this
/// share; a label is redrawn with this probability.
pub(super) fn draw(
    samples: usize,
    share: f64,
    label_noise: f64,
    random: &mut Pcg64,
) -> (Array2<f64>, Array1<usize>) {
    let shares = vec![1.0 - share, share];
    let task = Classification::new(samples, 2, 0, shares, 1.0, label_noise);
    task.expect("the settings keep shares and noise in [0, 1]").draw(random)
}

/// A loss of two logits.
pub(super) type ClassLoss = dyn Loss<Array2<f64>, Array1<usize>>;

/// A network 2-16-8-2 in training.
pub(super) struct Training {
    network: MultilayerPerceptron,
    loss: Box<ClassLoss>,
    theta: Array1<f64>,
    optimizer: Adam,
}

impl Training {
    /// Starts from the parameters that this generator draws.
    pub(super) fn new(loss: Box<ClassLoss>, random: &mut Pcg64) -> Self {
        let network = MultilayerPerceptron::new(&[2, 16, 8, 2]);
        let theta = network.initial(random);
        Self { network, loss, theta, optimizer: Adam::default() }
    }

    /// One step on the whole batch.
    pub(super) fn step(&mut self, inputs: &Array2<f64>, classes: &Array1<usize>) {
        let pass = self.network.forward(&self.theta, inputs);
        let upstream = self.loss.gradient(pass.output(), classes);
        let gradient = self.network.backward_through(&self.theta, &pass, &upstream);
        self.optimizer.step(RATE, &mut self.theta, &gradient);
    }

    /// The probability of class 1 for each sample.
    pub(super) fn probabilities(&self, inputs: &Array2<f64>) -> Array1<f64> {
        let pass = self.network.forward(&self.theta, inputs);
        let logits = pass.output();
        (&logits.column(1) - &logits.column(0)).mapv(sigmoid)
    }
}

/// Takes a sample for class 1 where its probability is above the threshold.
pub(super) fn confusion(
    probabilities: &Array1<f64>,
    threshold: f64,
    classes: &Array1<usize>,
) -> Confusion {
    let predicted = probabilities.mapv(|p| usize::from(p > threshold));
    Confusion::of(2, &predicted, classes)
}
