//! The small network of the chapter on cyclical rates, trained under a schedule for a
//! budget of steps.

use super::race_training::Samples;
use crate::data::{batches, seeded, two_moons};
use crate::losses::{CrossEntropy, Loss};
use crate::models::{Model, MultilayerPerceptron};
use crate::optimizers::{CycledMomentum, Optimizer};
use crate::schedules::{Constant, Linear, MultiStepDecay, OneCycle, Schedule};
use ndarray::{Array1, Axis};

/// Training and test points.
pub const POINTS: [usize; 2] = [100, 200];

/// Points of a batch.
pub const BATCH: usize = 10;

/// The noise of the moons.
const NOISE: f64 = 0.2;

/// Widths of the network.
const WIDTHS: [usize; 3] = [2, 16, 2];

/// Beyond this training loss a run counts as lost: that of guessing is 0.69.
pub const LOST: f64 = 2.0;

/// The momentum of every schedule that does not move it.
pub const BETA: f64 = 0.9;

/// What the rate does in a budget of T steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Policy {
    /// Nothing.
    Constant,
    /// A tenth after half of the steps, and again after three quarters.
    Steps,
    /// Straight down to zero.
    Linear,
    /// Up in 30 % of the steps and down, β the other way.
    OneCycle,
}

impl Policy {
    /// All, in the order of the table.
    pub const ALL: [Self; 4] =
        [Self::Constant, Self::Steps, Self::Linear, Self::OneCycle];

    /// What a table says.
    pub fn name(self) -> &'static str {
        match self {
            Self::Constant => "constant",
            Self::Steps => "step decay",
            Self::Linear => "linear to zero",
            Self::OneCycle => "1cycle",
        }
    }

    /// Its rates, with the largest given, and its momentum.
    pub fn of(self, most: f64, steps: usize) -> (Box<dyn Schedule>, Betas) {
        let valid = "rates and counts of the settings";
        let fixed = || Box::new(|_| BETA) as Betas;
        match self {
            Self::Constant => (Box::new(Constant::new(most).expect(valid)), fixed()),
            Self::Steps => {
                let cuts = vec![steps / 2, 3 * steps / 4];
                let decay = MultiStepDecay::new(most, 0.1, cuts).expect(valid);
                (Box::new(decay), fixed())
            }
            Self::Linear => {
                (Box::new(Linear::new(most, 0.0, steps).expect(valid)), fixed())
            }
            Self::OneCycle => {
                let cycle = OneCycle::new(most, steps).expect(valid);
                let betas = Box::new(move |step| cycle.momentum(step, 0.85, 0.95));
                (Box::new(cycle), betas)
            }
        }
    }
}

/// β by step.
pub type Betas = Box<dyn Fn(usize) -> f64>;

/// The points and the first weights of one seed.
pub struct Task {
    seed: u64,
    network: MultilayerPerceptron,
    train: Samples,
    test: Samples,
}

/// What a run leaves.
#[derive(Clone, Debug, PartialEq)]
pub struct Trained {
    /// The training loss in the end, at most [`LOST`].
    pub train_loss: f64,
    /// The test loss in the end, at most [`LOST`].
    pub test_loss: f64,
    /// Whether the training loss ended above [`LOST`], or not finite.
    pub is_lost: bool,
    /// (step, training loss), at the steps that were asked for.
    pub curve: Vec<(f64, f64)>,
}

impl Task {
    /// The same for every schedule of a seed.
    pub fn new(seed: u64) -> Self {
        let mut random = seeded(seed);
        let [train, test] = POINTS.map(|points| two_moons(points, NOISE, &mut random));
        Self { seed, network: MultilayerPerceptron::new(&WIDTHS), train, test }
    }

    /// Trains for `steps` updates, and looks at the training loss every `every` of them;
    /// 0 for never.
    pub fn train(
        &self,
        schedule: &dyn Schedule,
        betas: Betas,
        steps: usize,
        every: usize,
    ) -> Trained {
        let mut random = seeded(self.seed);
        let mut theta = self.network.initial(&mut random);
        let mut momentum = CycledMomentum::new(betas);
        let (inputs, classes) = &self.train;
        let mut order = Vec::new();
        let mut curve = Vec::new();
        for step in 0..steps {
            if every > 0 && step % every == 0 {
                curve.push((step as f64, self.loss(&theta, &self.train)));
            }
            if order.is_empty() {
                order = batches(POINTS[0], BATCH, &mut random);
            }
            let batch = order.pop().expect("an epoch has batches");
            let (x, y) =
                (inputs.select(Axis(0), &batch), classes.select(Axis(0), &batch));
            let pass = self.network.forward(&theta, &x);
            let pull = CrossEntropy::default().gradient(pass.output(), &y);
            let gradient = self.network.backward_through(&theta, &pass, &pull);
            if gradient.iter().any(|entry| !entry.is_finite()) {
                let is_lost = true;
                return Trained { train_loss: LOST, test_loss: LOST, is_lost, curve };
            }
            momentum.step(schedule.rate(step), &mut theta, &gradient);
        }
        let train_loss = self.loss(&theta, &self.train);
        curve.push((steps as f64, train_loss));
        let test_loss = self.loss(&theta, &self.test);
        Trained { train_loss, test_loss, is_lost: train_loss >= LOST, curve }
    }

    /// The cross-entropy, at most [`LOST`].
    fn loss(&self, theta: &Array1<f64>, (inputs, classes): &Samples) -> f64 {
        let logits = self.network.predict(theta, inputs);
        let loss = CrossEntropy::default().value(&logits, classes);
        if loss.is_finite() { loss.min(LOST) } else { LOST }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_runs_of_one_seed_see_the_same_points_and_batches() {
        let run = |seed| {
            let (schedule, betas) = Policy::Constant.of(0.1, 30);
            Task::new(seed).train(&*schedule, betas, 30, 10)
        };
        assert_eq!(run(3), run(3));
        assert_ne!(run(3), run(4));
        assert_eq!(run(3).curve.len(), 4);
    }

    #[test]
    fn a_rate_that_is_far_too_large_is_lost_and_has_a_finite_loss() {
        let (schedule, betas) = Policy::Constant.of(1e3, 100);
        let trained = Task::new(1).train(&*schedule, betas, 100, 10);
        assert!(trained.is_lost && trained.train_loss == LOST);
    }
}
