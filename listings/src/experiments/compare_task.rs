//! The task on which schedules are compared: two overlapping moons, a small network and
//! mini-batches, with a rate for each update.

use crate::data::{batches, seeded, two_moons};
use crate::losses::{CrossEntropy, Loss};
use crate::models::{Model, MultilayerPerceptron};
use crate::optimizers::{Adam, Momentum, Optimizer};
use crate::schedules::Schedule;
use ndarray::{Array1, Array2, Axis};
use rand_pcg::Pcg64;
use serde::Serialize;

/// Points to train on.
pub const TRAINING_POINTS: usize = 300;

/// Fresh points to measure on.
const TEST_POINTS: usize = 300;

/// The standard deviation of the points about their moons: they overlap, so that there is
/// a loss which nobody gets below.
const NOISE: f64 = 0.3;

/// The widths of the network.
const WIDTHS: [usize; 3] = [2, 16, 2];

/// A loss beyond this is that of a run which has left.
const LOST: f64 = 1e3;

/// Which optimizer takes the rates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Learner {
    /// β = 0.9, v ← βv + g.
    Momentum,
    /// β₁ = 0.9, β₂ = 0.999.
    Adam,
}

impl Learner {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Momentum, Self::Adam];

    /// Its name in tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::Momentum => "momentum",
            Self::Adam => "Adam",
        }
    }

    /// The grid of its sweeps: six rates, each twice the one before.
    pub fn rates(self) -> [f64; 6] {
        let first = match self {
            Self::Momentum => 0.02,
            Self::Adam => 0.01,
        };
        [0, 1, 2, 3, 4, 5].map(|doublings| first * 2_f64.powi(doublings))
    }

    fn optimizer(self) -> Box<dyn Optimizer> {
        match self {
            Self::Momentum => Box::new(Momentum::default()),
            Self::Adam => Box::new(Adam::default()),
        }
    }
}

/// A network in training, on the data of its seed.
pub struct Trial {
    network: MultilayerPerceptron,
    theta: Array1<f64>,
    optimizer: Box<dyn Optimizer>,
    train: Samples,
    test: Samples,
    batch: usize,
    /// The batches of this epoch that are still to come.
    queue: Vec<Vec<usize>>,
    random: Pcg64,
    /// t, the updates so far.
    step: usize,
    diverged: bool,
}

/// Points of shape (n, 2) and their moons.
type Samples = (Array2<f64>, Array1<usize>);

impl Trial {
    /// Points, first weights and the order of the batches follow from the seed alone, so
    /// that two trials of a seed differ by optimizer and rates only.
    pub fn new(learner: Learner, batch: usize, seed: u64) -> Self {
        let mut random = seeded(seed);
        let [train, test] = [TRAINING_POINTS, TEST_POINTS]
            .map(|points| two_moons(points, NOISE, &mut random));
        let network = MultilayerPerceptron::new(&WIDTHS);
        Self {
            theta: network.initial(&mut random),
            network,
            optimizer: learner.optimizer(),
            train,
            test,
            batch,
            queue: Vec::new(),
            random,
            step: 0,
            diverged: false,
        }
    }

    /// So many updates, each at the schedule's rate of its step, on batches of points that
    /// are shuffled anew for each epoch. A trial that has diverged stays as it is.
    pub fn train(&mut self, schedule: &dyn Schedule, updates: usize) {
        for _ in 0..updates {
            if self.queue.is_empty() {
                self.queue = batches(TRAINING_POINTS, self.batch, &mut self.random);
            }
            let batch = self.queue.pop().expect("an epoch has a batch");
            self.update(schedule.rate(self.step), &batch);
            self.step += 1;
        }
    }

    fn update(&mut self, rate: f64, batch: &[usize]) {
        let (inputs, classes) = &self.train;
        let (x, y) = (inputs.select(Axis(0), batch), classes.select(Axis(0), batch));
        let pass = self.network.forward(&self.theta, &x);
        let pull = CrossEntropy::default().gradient(pass.output(), &y);
        let gradient = self.network.backward_through(&self.theta, &pass, &pull);
        let is_sound = pass.output().iter().all(|logit| logit.abs() < LOST)
            && gradient.iter().all(|entry| entry.is_finite());
        if !is_sound {
            self.diverged = true;
        }
        if !self.diverged {
            self.optimizer.step(rate, &mut self.theta, &gradient);
        }
    }

    /// The cross-entropy of all training points; `None` where training has diverged.
    pub fn training_loss(&self) -> Option<f64> {
        self.loss(&self.train)
    }

    /// The cross-entropy of the fresh points; `None` where training has diverged.
    pub fn test_loss(&self) -> Option<f64> {
        self.loss(&self.test)
    }

    fn loss(&self, (inputs, classes): &Samples) -> Option<f64> {
        let logits = self.network.predict(&self.theta, inputs);
        let loss = CrossEntropy::default().value(&logits, classes);
        (!self.diverged && loss < LOST).then_some(loss)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schedules::{Constant, MultiStepDecay};

    fn constant(rate: f64) -> Constant {
        Constant::new(rate).expect("a rate")
    }

    #[test]
    fn the_clock_counts_updates_and_goes_on_from_call_to_call() {
        // Thirty updates an epoch: a rate that vanishes at the 45th.
        let cut = MultiStepDecay::new(0.05, 1e-300, vec![45]).expect("a schedule");
        let after = |calls: &[usize]| {
            let mut trial = Trial::new(Learner::Momentum, 10, 1);
            calls.iter().for_each(|&updates| trial.train(&cut, updates));
            trial.training_loss()
        };
        assert_eq!(after(&[45]), after(&[20, 40]));
        assert_eq!(after(&[45]), after(&[90]));
        assert_ne!(after(&[44]), after(&[45]));
    }

    #[test]
    fn trials_of_a_seed_share_points_weights_and_batches() {
        for learner in Learner::ALL {
            let run = |seed| {
                let mut trial = Trial::new(learner, 10, seed);
                let before = trial.test_loss();
                trial.train(&constant(0.01), 50);
                (before, trial.test_loss(), trial.training_loss())
            };
            assert_eq!(run(1), run(1));
            assert_ne!(run(1), run(2));
        }
        let [a, b] = Learner::ALL.map(|learner| Trial::new(learner, 10, 7));
        assert_eq!(a.test_loss(), b.test_loss());
    }

    #[test]
    fn an_absurd_rate_diverges_and_says_so() {
        let mut trial = Trial::new(Learner::Momentum, 10, 1);
        trial.train(&constant(1e6), 20);
        assert_eq!((trial.training_loss(), trial.test_loss()), (None, None));
    }

    #[test]
    fn a_rate_of_nothing_moves_nothing() {
        let mut trial = Trial::new(Learner::Adam, 30, 1);
        let before = trial.training_loss();
        trial.train(&constant(0.0), 20);
        assert_eq!(trial.training_loss(), before);
    }
}
