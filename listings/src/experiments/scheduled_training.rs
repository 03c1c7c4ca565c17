//! A small network on two moons, trained batch by batch, each step at a rate of its own.

use super::race_training::Samples;
use super::racer::Racer;
use crate::data::{batches, seeded};
use crate::evaluation::argmax_rows;
use crate::losses::{CrossEntropy, Loss};
use crate::models::{Model, MultilayerPerceptron};
use crate::optimizers::Optimizer;
use ndarray::{Array1, Array2, Axis};
use rand_pcg::Pcg64;

/// A network in training, with the order of its batches.
pub struct Pupil {
    network: MultilayerPerceptron,
    theta: Array1<f64>,
    optimizer: Box<dyn Optimizer>,
    samples: Samples,
    batch_size: usize,
    /// What is left of the epoch, its next batch last.
    batches: Vec<Vec<usize>>,
    random: Pcg64,
    /// Whether a loss, a gradient or a parameter stopped being finite; θ stays where it
    /// was before that.
    pub diverged: bool,
}

impl Pupil {
    /// A fresh network; networks of one seed start alike and see the same batches.
    pub fn new(
        widths: &[usize],
        optimizer: Racer,
        samples: Samples,
        batch_size: usize,
        seed: u64,
    ) -> Self {
        let network = MultilayerPerceptron::new(widths);
        let mut random = seeded(seed);
        Self {
            theta: network.initial(&mut random),
            network,
            optimizer: optimizer.optimizer(),
            samples,
            batch_size,
            batches: Vec::new(),
            random,
            diverged: false,
        }
    }

    /// One step at this rate on the next batch; gives its way ‖Δθ‖. One that has
    /// diverged stays where it is.
    pub fn step(&mut self, rate: f64) -> f64 {
        if self.diverged {
            return 0.0;
        }
        let batch = self.next_batch();
        let inputs = self.samples.0.select(Axis(0), &batch);
        let classes = self.samples.1.select(Axis(0), &batch);
        let pass = self.network.forward(&self.theta, &inputs);
        let pull = CrossEntropy::default().gradient(pass.output(), &classes);
        let gradient = self.network.backward_through(&self.theta, &pass, &pull);
        let mut next = self.theta.clone();
        if gradient.iter().all(|entry| entry.is_finite()) {
            self.optimizer.step(rate, &mut next, &gradient);
        } else {
            self.diverged = true;
        }
        let way = distance(&next, &self.theta);
        if !way.is_finite() {
            self.diverged = true;
            return 0.0;
        }
        self.theta = next;
        way
    }

    fn next_batch(&mut self) -> Vec<usize> {
        if self.batches.is_empty() {
            let samples = self.samples.1.len();
            self.batches = batches(samples, self.batch_size, &mut self.random);
            self.batches.reverse();
        }
        self.batches.pop().expect("an epoch has a batch")
    }

    /// θ as it is.
    pub fn theta(&self) -> &Array1<f64> {
        &self.theta
    }

    /// The cross-entropy of all training samples; `None` where it is not finite.
    pub fn training_loss(&self) -> Option<f64> {
        let loss = self.loss(&self.samples);
        (loss.is_finite() && !self.diverged).then_some(loss)
    }

    /// The cross-entropy of samples.
    pub fn loss(&self, (inputs, classes): &Samples) -> f64 {
        CrossEntropy::default().value(&self.logits(inputs), classes)
    }

    /// The output of the network, of shape (n, 2).
    pub fn logits(&self, inputs: &Array2<f64>) -> Array2<f64> {
        self.network.predict(&self.theta, inputs)
    }
}

/// The share of rows whose largest entry is that of the class.
pub fn share_right(scores: &Array2<f64>, classes: &Array1<usize>) -> f64 {
    let predicted = argmax_rows(scores);
    let right = predicted.iter().zip(classes).filter(|(guess, class)| guess == class);
    right.count() as f64 / classes.len() as f64
}

/// ‖a − b‖.
pub fn distance(a: &Array1<f64>, b: &Array1<f64>) -> f64 {
    let difference = a - b;
    difference.dot(&difference).sqrt()
}

/// The value in the middle of some, or the mean of the two there.
pub fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let half = sorted.len() / 2;
    if sorted.len() % 2 == 1 {
        sorted[half]
    } else {
        (sorted[half - 1] + sorted[half]) / 2.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiments::race_training::moons;

    fn pupil(seed: u64) -> Pupil {
        let [train, _] = moons([40, 0], 0.1, 1);
        Pupil::new(&[2, 8, 2], Racer::GradientDescent, train, 10, seed)
    }

    #[test]
    fn an_epoch_has_every_sample_once() {
        let mut pupil = pupil(1);
        let mut seen: Vec<usize> = (0..4).flat_map(|_| pupil.next_batch()).collect();
        seen.sort_unstable();
        assert!(seen.into_iter().eq(0..40));
    }

    #[test]
    fn at_the_rate_zero_nothing_moves_and_at_another_the_loss_falls() {
        let mut pupil = pupil(2);
        let before = pupil.training_loss().unwrap();
        assert_eq!((0..8).map(|_| pupil.step(0.0)).sum::<f64>(), 0.0);
        assert_eq!(pupil.training_loss(), Some(before));
        let way: f64 = (0..40).map(|_| pupil.step(0.1)).sum();
        assert!(way > 0.1 && pupil.training_loss().unwrap() < 0.8 * before);
    }

    #[test]
    fn a_rate_that_is_too_large_ends_it() {
        let mut pupil = pupil(3);
        for _ in 0..400 {
            pupil.step(1e200);
        }
        assert!(pupil.diverged && pupil.training_loss().is_none());
        assert!(pupil.theta().iter().all(|entry| entry.is_finite()));
    }

    #[test]
    fn a_median_is_in_the_middle() {
        assert_eq!(median(&[3.0, 1.0, 2.0]), 2.0);
        assert_eq!(median(&[4.0, 1.0, 2.0, 3.0]), 2.5);
    }
}
