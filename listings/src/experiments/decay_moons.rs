//! Two networks on the same two moons, one without and one with a price on its weights.

use super::{Experiment, Run, Setting, finish};
use crate::data::{seeded, two_moons};
use crate::evaluation::argmax_rows;
use crate::losses::{CrossEntropy, Loss, softmax};
use crate::models::{Model, MultilayerPerceptron};
use crate::optimizers::{Adam, Optimizer};
use crate::regularizers::{L2, OnWeights, Regularizer};
use crate::report::{Cell, Field, Table};
use ndarray::{Array1, Array2};
use serde::Serialize;

/// The widths of the network.
pub const WIDTHS: [usize; 4] = [2, 16, 8, 2];

/// Adam's rate.
pub const RATE: f64 = 0.01;

/// Points that the networks are tested on, fresh from the same moons.
const TEST_POINTS: usize = 400;

/// Few noisy points, many parameters.
#[derive(Clone, Debug)]
pub struct Config {
    /// λ of the second network; the first has none.
    pub decay: f64,
    /// Whether the decay stands beside Adam's step rather than in its gradient.
    pub decoupled: bool,
    /// How many points the networks are trained on.
    pub points: usize,
    /// The standard deviation of the points about the moons.
    pub noise: f64,
    /// The seed of points and first weights.
    pub seed: u64,
    /// Passes over all points.
    pub epochs: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            decay: 0.01,
            decoupled: false,
            points: 30,
            noise: 0.3,
            seed: 1,
            epochs: 200,
        }
    }
}

/// Both networks, after the same number of epochs.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// λ of the second network.
    pub decay: f64,
    /// Whether it stands beside Adam's step.
    pub decoupled: bool,
    /// How many epochs there were so far.
    pub epoch: usize,
    /// How many there will be.
    pub epochs: usize,
    /// The training points.
    #[serde(skip)]
    pub points: Vec<(f64, f64)>,
    /// Their moons.
    #[serde(skip)]
    pub classes: Vec<usize>,
    /// The network without decay.
    pub free: Learned,
    /// The network with decay.
    pub decayed: Learned,
}

/// What a network has learned.
#[derive(Clone, Debug, Serialize)]
pub struct Learned {
    /// The cross-entropy of the training points, every fourth epoch.
    pub train_losses: Vec<f64>,
    /// The cross-entropy of the test points, every fourth epoch.
    pub test_losses: Vec<f64>,
    /// The last of them.
    pub train_loss: f64,
    /// The last of them.
    pub test_loss: f64,
    /// The share of the training points on the right side.
    pub train_accuracy: f64,
    /// The share of the test points on the right side.
    pub test_accuracy: f64,
    /// √Σw², over the weights.
    pub norm: f64,
    /// The probability of the second moon over the plane.
    #[serde(skip)]
    pub probability: Field,
}

impl Experiment for Config {
    const NAME: &'static str = "decay-moons";
    const QUESTION: &'static str = "What does weight decay do to a decision boundary?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real("decay", "strength λ", &mut self.decay, 0.0..=0.1, 0.001),
            Setting::switch("decoupled", "decoupled", &mut self.decoupled),
            Setting::count("points", "training points", &mut self.points, 10..=300),
            Setting::real("noise", "noise", &mut self.noise, 0.05..=0.5, 0.05),
            Setting::seed(&mut self.seed),
        ]
    }

    fn run(&self) -> Outcome {
        finish(self.start().expect("it has slices"))
    }

    fn start(&self) -> Option<Box<dyn Run<Outcome>>> {
        let learner = |decay| Learner::new(decay, self.decoupled, self.seed);
        let mut random = seeded(self.seed);
        let train = two_moons(self.points, self.noise, &mut random);
        let test = two_moons(TEST_POINTS, self.noise, &mut random);
        let mut training = Training {
            config: self.clone(),
            learners: [learner(0.0), learner(self.decay)],
            losses: Default::default(),
            train,
            test,
            epoch: 0,
        };
        training.note_losses();
        Some(Box::new(training))
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!("After {} epochs", outcome.epoch),
            &[
                "network",
                "training loss",
                "test loss",
                "training accuracy",
                "test accuracy",
                "size of the weights",
            ],
        );
        let decayed = format!("λ = {}", outcome.decay);
        for (name, learned) in
            [("no decay", &outcome.free), (decayed.as_str(), &outcome.decayed)]
        {
            table.row(vec![
                name.into(),
                Cell::number(learned.train_loss, 3),
                Cell::number(learned.test_loss, 3),
                Cell::number(learned.train_accuracy, 3),
                Cell::number(learned.test_accuracy, 3),
                Cell::number(learned.norm, 2),
            ]);
        }
        table
    }
}

// ANCHOR: learner
/// A network in training, with a price on its weights.
pub struct Learner<R> {
    network: MultilayerPerceptron,
    theta: Array1<f64>,
    adam: Adam,
    /// On the weights and not on the biases.
    penalty: OnWeights<R>,
    /// Whether the decay stands beside Adam's step.
    decoupled: bool,
}

impl<R: Regularizer> Learner<R> {
    /// One full-batch step of Adam, with the decay of the weights in its gradient or
    /// beside it.
    pub fn step(&mut self, inputs: &Array2<f64>, classes: &Array1<usize>) {
        let pass = self.network.forward(&self.theta, inputs);
        let pull = CrossEntropy::default().gradient(pass.output(), classes);
        let mut gradient = self.network.backward_through(&self.theta, &pass, &pull);
        let decay = self.penalty.gradient(&self.theta); // λw under L2, 0 for biases
        if self.decoupled {
            self.theta.scaled_add(-RATE, &decay);
        } else {
            gradient += &decay;
        }
        self.adam.step(RATE, &mut self.theta, &gradient);
    }
}
// ANCHOR_END: learner

impl Learner<L2> {
    /// A fresh network, with λ on its weights.
    ///
    /// # Panics
    /// Panics when λ is negative or not finite.
    pub fn new(decay: f64, decoupled: bool, seed: u64) -> Self {
        let network = MultilayerPerceptron::new(&WIDTHS);
        let penalty = L2::new(decay).unwrap_or_else(|error| panic!("{error}"));
        Self {
            theta: network.initial(&mut seeded(seed)),
            network,
            adam: Adam::default(),
            penalty: OnWeights::of_network(penalty, &WIDTHS),
            decoupled,
        }
    }

    /// The cross-entropy of these samples.
    pub fn loss(&self, (inputs, classes): &(Array2<f64>, Array1<usize>)) -> f64 {
        let logits = self.network.predict(&self.theta, inputs);
        CrossEntropy::default().value(&logits, classes)
    }

    /// The share of these samples on the right side.
    pub fn accuracy(&self, (inputs, classes): &(Array2<f64>, Array1<usize>)) -> f64 {
        let predicted = argmax_rows(&self.network.predict(&self.theta, inputs));
        let right = predicted.iter().zip(classes).filter(|(guess, class)| guess == class);
        right.count() as f64 / classes.len() as f64
    }

    /// √Σw², over the weights.
    pub fn norm(&self) -> f64 {
        let parameters = self.theta.iter().zip(&self.penalty.is_weight);
        let squares = parameters.filter(|(_, is_weight)| **is_weight).map(|(w, _)| w * w);
        squares.sum::<f64>().sqrt()
    }

    /// The probability of the second moon over the plane.
    fn probability(&self) -> Field {
        let mut field = Field::sample(-2.0..3.0, -1.5..2.0, 51, 36, |_, _| 0.0);
        let columns = field.values.ncols();
        let points = Array2::from_shape_fn((field.values.len(), 2), |(index, axis)| {
            let (x, y) = field.point(index / columns, index % columns);
            if axis == 0 { x } else { y }
        });
        let logits = self.network.predict(&self.theta, &points);
        for (value, logits) in field.values.iter_mut().zip(logits.rows()) {
            *value = softmax(logits)[1];
        }
        field
    }
}

/// Both networks, and their data.
struct Training {
    config: Config,
    learners: [Learner<L2>; 2],
    /// Training and test losses of each network.
    losses: [(Vec<f64>, Vec<f64>); 2],
    train: (Array2<f64>, Array1<usize>),
    test: (Array2<f64>, Array1<usize>),
    epoch: usize,
}

impl Training {
    fn note_losses(&mut self) {
        for (learner, (train, test)) in self.learners.iter().zip(&mut self.losses) {
            train.push(learner.loss(&self.train));
            test.push(learner.loss(&self.test));
        }
    }

    fn learned(&self, which: usize) -> Learned {
        let (learner, (train, test)) = (&self.learners[which], &self.losses[which]);
        Learned {
            train_loss: *train.last().expect("the loss at the start"),
            test_loss: *test.last().expect("the loss at the start"),
            train_losses: train.clone(),
            test_losses: test.clone(),
            train_accuracy: learner.accuracy(&self.train),
            test_accuracy: learner.accuracy(&self.test),
            norm: learner.norm(),
            probability: learner.probability(),
        }
    }
}

impl Run<Outcome> for Training {
    fn advance(&mut self) {
        // Four epochs, which is when losses are noted.
        for _ in 0..4 {
            if self.epoch < self.config.epochs {
                for learner in &mut self.learners {
                    learner.step(&self.train.0, &self.train.1);
                }
                self.epoch += 1;
            }
        }
        if self.losses[0].0.len() <= self.epoch / 4 {
            self.note_losses();
        }
    }

    fn progress(&self) -> f64 {
        self.epoch as f64 / self.config.epochs as f64
    }

    fn outcome(&self) -> Outcome {
        Outcome {
            decay: self.config.decay,
            decoupled: self.config.decoupled,
            epoch: self.epoch,
            epochs: self.config.epochs,
            points: self.train.0.rows().into_iter().map(|row| (row[0], row[1])).collect(),
            classes: self.train.1.to_vec(),
            free: self.learned(0),
            decayed: self.learned(1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_decay_both_networks_are_the_same() {
        for decoupled in [false, true] {
            let config = Config { decay: 0.0, decoupled, epochs: 8, ..Config::default() };
            let outcome = config.run();
            assert_eq!(outcome.free.test_losses, outcome.decayed.test_losses);
            assert_eq!(outcome.free.norm, outcome.decayed.norm);
        }
    }

    #[test]
    fn decay_makes_the_weights_smaller_and_the_slices_add_up() {
        let config = Config { epochs: 40, ..Config::default() };
        let mut run = config.start().unwrap();
        assert_eq!(run.progress(), 0.0);
        let mut slices = 0;
        while run.progress() < 1.0 {
            run.advance();
            slices += 1;
        }
        let outcome = run.outcome();
        assert_eq!((slices, outcome.epoch), (10, 40));
        assert_eq!(outcome.free.train_losses.len(), 11);
        assert!(outcome.decayed.norm < outcome.free.norm);
        run.advance();
        assert_eq!(run.outcome().free.train_losses, outcome.free.train_losses);
    }
}
