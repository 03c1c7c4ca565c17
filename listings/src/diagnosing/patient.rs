//! A network in training, in sickness and in health.
//!
//! ĝ = Σ over the batch of ∂ℓᵢ/∂θ / b + λθ,   θ ← θ − ηĝ, unless the setup says
//! otherwise.

use super::{Clock, Data, End, History, Network, Samples, Setup, Trace};
use crate::checking::gradient_error;
use crate::data::{batches, seeded};
use crate::evaluation::argmax_rows;
use crate::losses::{CrossEntropy, Loss, softmax};
use ndarray::{Array1, Array2, Axis, s};
use rand_pcg::Pcg64;

/// A loss above this ends the run.
const LARGE: f64 = 1e6;

/// Epochs of every run of the chapter.
pub const EPOCHS: usize = 20;

/// A run with its setup, data, network and history.
#[derive(Clone, Debug)]
pub struct Patient {
    setup: Setup,
    network: Network,
    theta: Array1<f64>,
    /// The sum of all gradients, where they pile up.
    piled: Array1<f64>,
    rate: f64,
    /// Of batches and masks.
    random: Pcg64,
    /// What it is trained on and judged by.
    pub data: Data,
    /// What has been seen.
    pub history: History,
}

impl Patient {
    /// A fresh network; setups of one shape start from the same weights.
    pub fn new(setup: Setup, seed: u64) -> Self {
        let data = Data::new(&setup, seed);
        let network = Network::new(&setup.widths(), setup.activation);
        let theta = network.initial(setup.gain, setup.bias, &mut seeded(500 + seed));
        let deviations = data.training.0.std_axis(Axis(0), 0.0);
        let (least, most) =
            deviations.iter().fold((f64::INFINITY, 0.0_f64), |(least, most), &one| {
                (least.min(one), most.max(one))
            });
        let history = History {
            classes: 2,
            batch: setup.batch.min(setup.samples),
            rate_left: 1.0,
            spread: most / least,
            ..History::default()
        };
        Self {
            piled: Array1::zeros(theta.len()),
            rate: setup.rate,
            random: seeded(1000 + seed),
            setup,
            network,
            theta,
            data,
            history,
        }
    }

    /// A run of so many epochs.
    pub fn after(setup: Setup, seed: u64, epochs: usize) -> Self {
        let mut patient = Self::new(setup, seed);
        (0..epochs).for_each(|_| patient.epoch());
        patient
    }

    /// The same, examined in the end only.
    pub fn trained(setup: Setup, seed: u64, epochs: usize) -> Self {
        let mut patient = Self::new(setup, seed);
        (1..epochs).for_each(|_| patient.train());
        patient.epoch();
        patient
    }

    /// Whether the run has ended.
    pub fn has_ended(&self) -> bool {
        self.history.end.is_some()
    }

    /// One epoch and an examination; a run that has ended stays as it is.
    pub fn epoch(&mut self) {
        self.train();
        if !self.has_ended() {
            self.examine();
        }
    }

    // ANCHOR: train
    /// The steps of one epoch, and what can be seen on the way.
    pub fn train(&mut self) {
        if self.has_ended() {
            return;
        }
        let (mut sum, mut seen, mut commonest) = (0.0, 0, 0.0);
        let batches = self.cut();
        for batch in &batches {
            let inputs = self.data.training.0.select(Axis(0), batch);
            let classes = self.data.training.1.select(Axis(0), batch);
            let trace = self.training_pass(&inputs);
            let (loss, gradient) = self.reported(&trace, &classes);
            let b = batch.len() as f64;
            if self.history.training.is_empty() && seen == 0 && loss.is_finite() {
                self.history.first = loss;
                self.try_step(&inputs, &classes, &gradient);
            }
            self.history.end = end_of(loss, &gradient);
            if self.has_ended() {
                return;
            }
            if seen == 0 {
                self.history.gradients.push(self.network.gradient_sizes(&gradient));
            }
            sum += loss * b;
            seen += batch.len();
            let ones = classes.sum() as f64 / b;
            commonest += ones.max(1.0 - ones) / batches.len() as f64;
            self.step(gradient);
        }
        if self.setup.clock == Clock::Epoch {
            self.rate *= 0.9;
        }
        self.history.training.push(sum / seen as f64);
        self.history.one_class = commonest;
        self.history.rate_left = self.rate / self.setup.rate;
    }

    /// The loss that the program reports for a batch, and the gradient that it follows.
    fn reported(&self, trace: &Trace, classes: &Array1<usize>) -> (f64, Array1<f64>) {
        let Setup { loss, temperature, sums_loss, sums_gradient, .. } = self.setup;
        let (mean, pull) = loss.evaluate(&(&trace.logits / temperature), classes);
        let gradient = self.network.backward(&self.theta, trace, &(pull / temperature));
        let b = classes.len() as f64;
        let [by_loss, by_gradient] =
            [sums_loss, sums_gradient].map(|sums| if sums { b } else { 1.0 });
        (mean * by_loss, gradient * by_gradient)
    }

    /// The update, with the decay of weights.
    fn step(&mut self, mut gradient: Array1<f64>) {
        if self.setup.accumulates {
            self.piled += &gradient;
            gradient.assign(&self.piled);
        }
        for [weights, biases] in self.network.ranges() {
            let decays_to =
                if self.setup.decays_biases { biases.end } else { biases.start };
            let part = s![weights.start..decays_to];
            gradient
                .slice_mut(part)
                .scaled_add(self.setup.decay, &self.theta.slice(part));
        }
        self.theta.scaled_add(-self.setup.direction * self.rate, &gradient);
        if self.setup.clock == Clock::Batch {
            self.rate *= 0.9;
        }
    }
    // ANCHOR_END: train

    /// What a thousandth of a step along this gradient would do to the loss of a batch.
    fn try_step(
        &mut self,
        inputs: &Array2<f64>,
        classes: &Array1<usize>,
        gradient: &Array1<f64>,
    ) {
        let mut tried = self.theta.clone();
        tried.scaled_add(-self.setup.direction * self.rate / 1000.0, gradient);
        let [before, after] = [&self.theta, &tried].map(|theta| {
            let logits = self.network.forward(theta, inputs, None).logits;
            CrossEntropy::default().value(&(logits / self.setup.temperature), classes)
        });
        self.history.trial = after - before;
    }

    /// The batches of an epoch: drawn anew, or the samples sorted by their class.
    fn cut(&mut self) -> Vec<Vec<usize>> {
        let classes = &self.data.training.1;
        let (n, b) = (classes.len(), self.setup.batch);
        if self.setup.shuffles {
            return batches(n, b, &mut self.random);
        }
        let mut order: Vec<usize> = (0..n).collect();
        order.sort_by_key(|&i| classes[i]);
        order.chunks(b).map(<[usize]>::to_vec).collect()
    }

    fn training_pass(&mut self, inputs: &Array2<f64>) -> Trace {
        let Self { network, theta, setup, random, .. } = self;
        let dropout = (setup.dropout > 0.0).then_some((setup.dropout, random));
        network.forward(theta, inputs, dropout)
    }

    /// Loss, probabilities of class 1 and silent share, evaluated as this setup does it.
    fn look(&mut self, (inputs, classes): &Samples) -> (f64, f64, f64) {
        let trace = if self.setup.drops_in_evaluation {
            self.training_pass(inputs)
        } else {
            self.network.forward(&self.theta, inputs, None)
        };
        let logits = &trace.logits / self.setup.temperature;
        let loss = CrossEntropy::default().value(&logits, classes);
        let ones: f64 = logits.rows().into_iter().map(|row| softmax(row)[1]).sum();
        (loss, ones / classes.len() as f64, trace.silent_share())
    }

    /// The examination after an epoch, in a stable form of the loss always.
    fn examine(&mut self) {
        let data = std::mem::take(&mut self.data);
        let Data { training, validation, .. } = &data;
        let (loss, ones, silent) = self.look(training);
        let looks = [(); 2].map(|()| self.look(validation).0);
        let share = training.1.sum() as f64 / training.1.len() as f64;
        let history = &mut self.history;
        history.evaluated.push(loss);
        history.silent.push(silent);
        history.offset.push(ones - share);
        history.validation.push(looks[0]);
        history.second_look = (looks[1] - looks[0]).abs();
        if !looks.iter().all(|look| look.abs() < LARGE) {
            history.end = Some(End::Large);
        }
        self.data = data;
    }

    /// Loss and accuracy on samples that no one has seen, evaluated as it should be.
    pub fn truth(&self) -> (f64, f64) {
        let (inputs, classes) = &self.data.fresh;
        let logits = self.network.forward(&self.theta, inputs, None).logits
            / self.setup.temperature;
        let predicted = argmax_rows(&logits);
        let right = predicted.iter().zip(classes).filter(|(a, b)| a == b).count();
        let loss = CrossEntropy::default().value(&logits, classes);
        (loss, right as f64 / classes.len() as f64)
    }

    /// How much class 1 is favored at standardized inputs.
    pub fn margins(&self, standardized: &Array2<f64>) -> Array1<f64> {
        let inputs = self.setup.units.apply(standardized);
        let logits = self.network.forward(&self.theta, &inputs, None).logits;
        &logits.column(1) - &logits.column(0)
    }

    /// The same run with so few samples of each kind.
    pub fn with_only(mut self, samples: usize) -> Self {
        let Data { training, validation, fresh } = &mut self.data;
        for (inputs, classes) in [training, validation, fresh] {
            let kept: Vec<usize> = (0..samples.min(classes.len())).collect();
            *inputs = inputs.select(Axis(0), &kept);
            *classes = classes.select(Axis(0), &kept);
        }
        self
    }

    /// The error of what the first step would follow, against central differences of the
    /// reported loss of a batch: [`gradient_error`]. NaN where one of them is no number.
    pub fn gradient_error(&self) -> f64 {
        let batch: Vec<usize> =
            (0..self.setup.batch.min(self.data.training.1.len())).collect();
        let inputs = self.data.training.0.select(Axis(0), &batch);
        let classes = self.data.training.1.select(Axis(0), &batch);
        let trace = self.network.forward(&self.theta, &inputs, None);
        let gradient = self.reported(&trace, &classes).1 * self.setup.direction;
        let Setup { loss, temperature, sums_loss, .. } = self.setup;
        let factor = if sums_loss { batch.len() as f64 } else { 1.0 };
        let reported = |theta: &Array1<f64>| {
            let logits = self.network.forward(theta, &inputs, None).logits;
            loss.evaluate(&(logits / temperature), &classes).0 * factor
        };
        gradient_error(reported, &gradient, &self.theta)
    }
}

/// Why a step cannot be taken, if it cannot.
fn end_of(loss: f64, gradient: &Array1<f64>) -> Option<End> {
    if loss.is_nan() {
        Some(End::NotANumber)
    } else if loss.is_infinite() {
        Some(End::Infinite)
    } else if gradient.iter().any(|entry| !entry.is_finite()) {
        Some(End::NotANumber)
    } else {
        (loss > LARGE).then_some(End::Large)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnosing::Fault;
    use ndarray::array;

    #[test]
    fn the_healthy_one_learns_and_its_gradient_is_right() {
        let patient = Patient::after(Setup::healthy(), 1, EPOCHS);
        let (loss, accuracy) = patient.truth();
        assert!(loss < 0.2 && accuracy > 0.9, "{loss} {accuracy}");
        let start = Patient::new(Setup::healthy(), 1);
        // Truncation and rounding near 1e-10, and no kink within h of this start.
        assert!(start.gradient_error() < 1e-8);
    }

    #[test]
    fn an_end_is_named() {
        let (finite, not) = (array![1.0], array![f64::INFINITY]);
        assert_eq!(end_of(1.0, &finite), None);
        assert_eq!(end_of(1.0, &not), Some(End::NotANumber));
        assert_eq!(end_of(f64::NAN, &finite), Some(End::NotANumber));
        assert_eq!(end_of(f64::INFINITY, &finite), Some(End::Infinite));
        assert_eq!(end_of(2e6, &finite), Some(End::Large));
    }

    #[test]
    fn a_step_uphill_is_seen_by_the_gradient_check() {
        let setup = Setup { direction: -1.0, ..Setup::healthy() };
        // Twice the largest entry of the gradient, which is of order a tenth.
        assert!(Patient::new(setup, 1).gradient_error() > 0.05);
    }

    #[test]
    fn every_fault_changes_the_run() {
        for fault in Fault::ALL {
            let [broken, mended] = [false, true].map(|mended| {
                let patient = Patient::after(fault.setup(mended), 1, 2);
                let history = patient.history;
                let sizes = history.gradients.concat();
                (history.training, history.validation, sizes, history.end)
            });
            assert_ne!(broken, mended, "{fault:?}");
        }
    }

    #[test]
    fn with_some_samples_only() {
        let patient = Patient::new(Setup::healthy(), 1).with_only(10);
        assert_eq!(patient.data.training.0.dim(), (10, 2));
        assert_eq!(patient.data.training.1.len(), 10);
    }
}
