//! Three classes and a network with dropout, as several experiments of this chapter
//! train it.

use crate::data::{Classification, Standardization, seeded};
use crate::evaluation::argmax_rows;
use crate::losses::{CrossEntropy, Loss};
use crate::models::{Model, MultilayerPerceptron};
use crate::optimizers::{AdaGrad, Adam, AdamW, Momentum, Optimizer, RmsProp};
use ndarray::{Array1, Array2, Axis};
use rand_pcg::Pcg64;

/// Samples to test on.
const TEST: usize = 500;

/// The names of the optimizers, in the order of [`optimizer`].
pub const NAMES: [&str; 5] = ["SGD with momentum", "AdaGrad", "RMSprop", "Adam", "AdamW"];

/// The rates that the lecture gives them.
pub const RATES: [f64; 5] = [0.01, 0.01, 0.001, 0.001, 0.001];

/// The optimizers, with λ for the last.
pub fn optimizer(index: usize, decay: f64) -> Box<dyn Optimizer> {
    let expect = "valid hyperparameters";
    match index {
        0 => Box::new(Momentum::new(0.9).expect(expect)),
        1 => Box::new(AdaGrad::default()),
        2 => Box::new(RmsProp::default()),
        3 => Box::new(Adam::default()),
        _ => Box::new(AdamW::new(Adam::default(), decay).expect(expect)),
    }
}

/// Samples and their classes.
pub type Samples = (Array2<f64>, Array1<usize>);

/// Training and test samples, standardized by the mean and deviation of the training.
pub fn samples(training: usize, seed: u64) -> (Samples, Samples) {
    let shares = vec![0.5, 0.3, 0.2];
    let task = Classification::new(training + TEST, 15, 5, shares, 0.4, 0.1)
        .expect("valid parameters of the data");
    let (inputs, classes) = task.draw(&mut seeded(seed));
    let part = |indices: &[usize]| {
        (inputs.select(Axis(0), indices), classes.select(Axis(0), indices))
    };
    let indices: Vec<usize> = (0..training + TEST).collect();
    let (train, test) = (part(&indices[..training]), part(&indices[training..]));
    let scale = Standardization::fit(&train.0);
    ((scale.apply(&train.0), train.1), (scale.apply(&test.0), test.1))
}

/// A network of widths 20, 64, 32, 16 and 3 in training.
pub struct Learner {
    network: MultilayerPerceptron,
    theta: Array1<f64>,
    optimizer: Box<dyn Optimizer>,
    rate: f64,
    random: Pcg64,
}

impl Learner {
    /// A fresh network; the same for every optimizer of a seed, and so are the masks.
    pub fn new(
        optimizer: Box<dyn Optimizer>,
        rate: f64,
        dropout: f64,
        seed: u64,
    ) -> Self {
        let network = MultilayerPerceptron::new(&[20, 64, 32, 16, 3])
            .with_dropout(dropout)
            .expect("dropout is in [0, 1)");
        let mut random = seeded(1000 + seed);
        let theta = network.initial(&mut random);
        Self { network, theta, optimizer, rate, random }
    }

    /// One full-batch step; none where the parameters would no longer be finite.
    pub fn epoch(&mut self, (inputs, classes): &Samples) {
        let pass = self.network.forward_training(&self.theta, inputs, &mut self.random);
        let pull = CrossEntropy::default().gradient(pass.output(), classes);
        let gradient = self.network.backward_through(&self.theta, &pass, &pull);
        if gradient.iter().all(|g| g.is_finite()) {
            self.optimizer.step(self.rate, &mut self.theta, &gradient);
        }
    }

    /// The cross-entropy and the share of right answers, without dropout.
    pub fn measure(&self, (inputs, classes): &Samples) -> (f64, f64) {
        let logits = self.network.predict(&self.theta, inputs);
        let right = argmax_rows(&logits);
        let right = right.iter().zip(classes).filter(|(guess, class)| guess == class);
        let share = right.count() as f64 / classes.len() as f64;
        (CrossEntropy::default().value(&logits, classes), share)
    }
}
