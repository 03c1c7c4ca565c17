//! The optimizers of this chapter as they train small networks by mini-batches.

use crate::data::{batches, seeded, two_moons};
use crate::evaluation::argmax_rows;
use crate::losses::{CrossEntropy, Loss};
use crate::models::{Block, Model, MultilayerPerceptron};
use crate::optimizers::{
    Adam, AdamW, GradientDescent, Group, Lamb, Lars, Lion, Momentum, Muon, Optimizer,
    ParameterGroups, ScheduleFree,
};
use ndarray::{Array1, Array2, Axis};
use rand_pcg::Pcg64;

/// Inputs and their classes.
pub type Samples = (Array2<f64>, Array1<usize>);

/// An optimizer by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contestant {
    /// β = 0.9.
    Momentum,
    /// β₁ = 0.9, β₂ = 0.999, λ = 0.01.
    AdamW,
    /// β = 0.9, τ = 0.001; biases with momentum.
    Lars,
    /// Adam's β; biases with Adam.
    Lamb,
    /// β₁ = 0.9, β₂ = 0.99.
    Lion,
    /// Around gradient descent, β = 0.9.
    ScheduleFree,
    /// β = 0.95; the last layer and biases with AdamW at a tenth of the rate.
    Muon,
}

impl Contestant {
    /// All, in the order of the chapter.
    pub const ALL: [Self; 7] = [
        Self::Momentum,
        Self::AdamW,
        Self::Lars,
        Self::Lamb,
        Self::Lion,
        Self::ScheduleFree,
        Self::Muon,
    ];

    /// Its name in tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::Momentum => "momentum",
            Self::AdamW => "AdamW",
            Self::Lars => "LARS",
            Self::Lamb => "LAMB",
            Self::Lion => "Lion",
            Self::ScheduleFree => "schedule-free SGD",
            Self::Muon => "Muon",
        }
    }

    /// A fresh one for this network.
    fn stepper(self, network: &MultilayerPerceptron) -> Stepper {
        Stepper::Plain(match self {
            Self::Momentum => Box::new(Momentum::default()),
            Self::AdamW => Box::new(AdamW::default()),
            Self::Lars => Box::new(lars(network)),
            Self::Lamb => Box::new(lamb(network)),
            Self::Lion => Box::new(Lion::default()),
            Self::Muon => Box::new(muon(network)),
            Self::ScheduleFree => {
                let free = ScheduleFree::new(GradientDescent, 0.9);
                return Stepper::Averaged(free.expect("0.9 is below 1"));
            }
        })
    }

    /// Numbers that it remembers after a step on this network.
    pub fn state(self, network: &MultilayerPerceptron) -> usize {
        let mut theta = network.initial(&mut seeded(1));
        let mut stepper = self.stepper(network);
        let optimizer = stepper.optimizer();
        optimizer.step(0.1, &mut theta, &Array1::ones(network.parameters()));
        optimizer.state().iter().map(|(_, part)| part.len()).sum()
    }
}

// ANCHOR: groups
/// LARS for the weights of each layer; momentum, at a tenth of the rate, for biases.
pub fn lars(network: &MultilayerPerceptron) -> ParameterGroups {
    let group = |Block { range, matrix }| match matrix {
        Some(_) => Group::new(range, Lars::default()),
        None => factor(0.1, Group::new(range, Momentum::default())),
    };
    let groups = network.blocks().into_iter().map(group).collect();
    ParameterGroups::new(groups).expect("blocks follow each other")
}

/// LAMB for the weights of each layer; Adam, at three times the rate, for biases.
pub fn lamb(network: &MultilayerPerceptron) -> ParameterGroups {
    let group = |Block { range, matrix }| match matrix {
        Some(_) => Group::new(range, Lamb::default()),
        None => factor(3.0, Group::new(range, Adam::default())),
    };
    let groups = network.blocks().into_iter().map(group).collect();
    ParameterGroups::new(groups).expect("blocks follow each other")
}

/// Muon for every matrix but the last; AdamW, at a tenth of the rate, for the rest.
pub fn muon(network: &MultilayerPerceptron) -> ParameterGroups {
    let blocks = network.blocks();
    let last = blocks.len() - 2;
    let group = |(index, Block { range, matrix })| match matrix {
        Some((inputs, outputs)) if index != last => {
            let muon = Muon::new(inputs, outputs, 0.95).expect("0.95 is below 1");
            Group::new(range, muon)
        }
        _ => factor(0.1, Group::new(range, AdamW::default())),
    };
    let groups = blocks.into_iter().enumerate().map(group).collect();
    ParameterGroups::new(groups).expect("blocks follow each other")
}

fn factor(factor: f64, group: Group) -> Group {
    group.with_rate_factor(factor).expect("a factor above zero")
}
// ANCHOR_END: groups

/// Most optimizers train the parameters that are used; schedule-free does not.
enum Stepper {
    Plain(Box<dyn Optimizer>),
    Averaged(ScheduleFree<GradientDescent>),
}

impl Stepper {
    fn optimizer(&mut self) -> &mut dyn Optimizer {
        match self {
            Self::Plain(optimizer) => optimizer.as_mut(),
            Self::Averaged(optimizer) => optimizer,
        }
    }
}

/// A network in training.
pub struct Learner {
    network: MultilayerPerceptron,
    theta: Array1<f64>,
    stepper: Stepper,
    random: Pcg64,
    /// The batches of this epoch that are left, the next one last.
    left: Vec<Vec<usize>>,
    /// The sum of squares of the entries of the steps so far, and how many.
    squares: (f64, usize),
    /// Whether a loss or gradient was not finite; it stays where it was then.
    pub diverged: bool,
}

impl Learner {
    /// A fresh network of these widths; the same for every optimizer of a seed, and so is
    /// the order of batches.
    pub fn new(contestant: Contestant, widths: &[usize], seed: u64) -> Self {
        let network = MultilayerPerceptron::new(widths);
        let stepper = contestant.stepper(&network);
        Self::with(network, stepper, seed)
    }

    /// The same with an optimizer of one's own.
    pub fn of(optimizer: impl Optimizer + 'static, widths: &[usize], seed: u64) -> Self {
        let network = MultilayerPerceptron::new(widths);
        Self::with(network, Stepper::Plain(Box::new(optimizer)), seed)
    }

    fn with(network: MultilayerPerceptron, stepper: Stepper, seed: u64) -> Self {
        let mut random = seeded(1000 + seed);
        let theta = network.initial(&mut random);
        let (left, squares) = (Vec::new(), (0.0, 0));
        Self { network, theta, stepper, random, left, squares, diverged: false }
    }

    /// One step at this rate on the next batch of this size.
    pub fn step(&mut self, rate: f64, (inputs, classes): &Samples, size: usize) {
        if self.diverged {
            return;
        }
        if self.left.is_empty() {
            self.left = batches(inputs.nrows(), size, &mut self.random);
            self.left.reverse();
        }
        let batch = self.left.pop().expect("an epoch has a batch");
        let loss = CrossEntropy::default();
        let classes = classes.select(Axis(0), &batch);
        let pass = self.network.forward(&self.theta, &inputs.select(Axis(0), &batch));
        let pull = loss.gradient(pass.output(), &classes);
        let gradient = self.network.backward_through(&self.theta, &pass, &pull);
        // Beyond a million a softmax is a step, and what follows is no training.
        let is_sound = pass.output().iter().all(|logit| logit.abs() < 1e6)
            && gradient.iter().all(|g| g.is_finite());
        if !is_sound {
            self.diverged = true;
            return;
        }
        let before = self.theta.clone();
        self.stepper.optimizer().step(rate, &mut self.theta, &gradient);
        let moved = &self.theta - &before;
        self.squares.0 += moved.dot(&moved) / (rate * rate);
        self.squares.1 += moved.len();
    }

    /// The parameters that are used: x of schedule-free, θ of the others.
    pub fn point(&self) -> &Array1<f64> {
        match &self.stepper {
            Stepper::Averaged(free) if !free.average().is_empty() => free.average(),
            _ => &self.theta,
        }
    }

    /// The output for these inputs.
    pub fn logits(&self, inputs: &Array2<f64>) -> Array2<f64> {
        self.network.predict(self.point(), inputs)
    }

    /// The cross-entropy and the share of right answers; none where it is not finite.
    pub fn measure(&self, (inputs, classes): &Samples) -> Option<(f64, f64)> {
        let logits = self.logits(inputs);
        let loss = CrossEntropy::default().value(&logits, classes);
        let guesses = argmax_rows(&logits);
        let right = guesses.iter().zip(classes).filter(|(guess, class)| guess == class);
        let share = right.count() as f64 / classes.len() as f64;
        (loss.is_finite() && !self.diverged).then_some((loss, share))
    }

    /// The root mean square of the entries of all steps, in rates.
    pub fn step_size(&self) -> f64 {
        (self.squares.0 / self.squares.1.max(1) as f64).sqrt()
    }
}

/// Training and test points about two moons.
pub fn moons(points: [usize; 2], noise: f64, seed: u64) -> [Samples; 2] {
    let mut random = seeded(seed);
    points.map(|points| two_moons(points, noise, &mut random))
}

/// Two a decade, rounded; literals, because powers differ in the last bit between machines.
pub const RATES: [f64; 13] =
    [3.2e-5, 1e-4, 3.2e-4, 1e-3, 3.2e-3, 0.01, 0.032, 0.1, 0.32, 1.0, 3.2, 10.0, 32.0];

/// The mean, and the standard error of it.
pub fn mean_and_error(values: &[f64]) -> (f64, f64) {
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
    (mean, (squares / (count - 1.0).max(1.0) / count).sqrt())
}

/// The position of the least of the values that are there.
pub fn least(values: &[Option<f64>]) -> Option<usize> {
    let finite =
        values.iter().enumerate().filter_map(|(at, value)| Some((at, (*value)?)));
    finite.min_by(|a, b| a.1.total_cmp(&b.1)).map(|(at, _)| at)
}

/// Adam's epsilon and betas with a decay of one's own.
pub fn adamw(decay: f64) -> AdamW {
    AdamW::new(Adam::default(), decay).expect("a decay from zero on")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_contestants_learn_the_moons_from_one_start() {
        let [train, _] = moons([64, 0], 0.1, 1);
        let rates = [0.1, 0.01, 1.0, 0.01, 0.0032, 1.0, 0.032];
        let starts: Vec<f64> = Contestant::ALL
            .iter()
            .zip(rates)
            .map(|(&contestant, rate)| {
                let mut learner = Learner::new(contestant, &[2, 16, 8, 2], 1);
                let start = learner.measure(&train).unwrap().0;
                (0..200).for_each(|_| learner.step(rate, &train, 16));
                let (end, share) = learner.measure(&train).unwrap();
                let name = contestant.name();
                assert!(end < 0.7 * start && share > 0.8, "{name}: {start}, {end}");
                start
            })
            .collect();
        assert!(starts.iter().all(|&start| start == starts[0]));
    }

    #[test]
    fn an_epoch_sees_every_sample_once() {
        let [train, _] = moons([20, 0], 0.1, 1);
        let mut learner = Learner::new(Contestant::Momentum, &[2, 4, 2], 1);
        learner.step(0.1, &train, 8);
        let left: usize = learner.left.iter().map(Vec::len).sum();
        assert_eq!(left, 12);
        (0..2).for_each(|_| learner.step(0.1, &train, 8));
        assert!(learner.left.is_empty());
    }

    #[test]
    fn a_rate_that_is_far_too_large_diverges_and_says_so() {
        let [train, _] = moons([64, 0], 0.1, 1);
        let mut learner = Learner::new(Contestant::Momentum, &[2, 16, 8, 2], 1);
        (0..200).for_each(|_| learner.step(1e6, &train, 16));
        assert!(learner.diverged && learner.measure(&train).is_none());
    }

    #[test]
    fn the_steps_of_lion_have_the_size_of_the_rate() {
        let [train, _] = moons([64, 0], 0.1, 1);
        let mut learner = Learner::new(Contestant::Lion, &[2, 4, 2], 1);
        (0..20).for_each(|_| learner.step(0.01, &train, 8));
        // Some units are off, and their gradients exactly zero.
        assert!((0.7..=1.0 + 1e-9).contains(&learner.step_size()));
    }
}
