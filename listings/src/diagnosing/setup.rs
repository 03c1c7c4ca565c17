//! A way to train, with a switch for everything that a fault can spoil.

use super::{Activation, LossForm};
use ndarray::{Array2, array};

/// In which unit the inputs come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Units {
    /// Mean 0, deviation 1.
    Standardized,
    /// The same, but the second feature in a unit a hundred times as large.
    Unequal,
    /// Mean 100, deviation 10: a weight, a pressure, a year.
    Offset,
}

impl Units {
    /// Standardized inputs in this unit.
    pub fn apply(self, standardized: &Array2<f64>) -> Array2<f64> {
        match self {
            Self::Standardized => standardized.clone(),
            Self::Unequal => standardized * &array![1.0, 0.01],
            Self::Offset => standardized * 10.0 + 100.0,
        }
    }
}

/// When the schedule, a factor of 9/10, is applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// Never: the rate is constant.
    Stopped,
    /// After every epoch.
    Epoch,
    /// After every batch.
    Batch,
}

// ANCHOR: setup
/// Everything that is decided before training starts.
#[derive(Clone, Debug, PartialEq)]
pub struct Setup {
    /// Hidden layers.
    pub depth: usize,
    /// Units of a hidden layer.
    pub width: usize,
    /// The function of the hidden units.
    pub activation: Activation,
    /// The first weights are this many times their recommended size.
    pub gain: f64,
    /// The first biases of hidden units.
    pub bias: f64,
    /// η.
    pub rate: f64,
    /// When the rate falls.
    pub clock: Clock,
    /// b.
    pub batch: usize,
    /// How the loss is computed.
    pub loss: LossForm,
    /// What the logits are divided by.
    pub temperature: f64,
    /// Whether the reported loss of a batch is a sum.
    pub sums_loss: bool,
    /// Whether the gradient of a batch is a sum.
    pub sums_gradient: bool,
    /// Whether gradients pile up from step to step.
    pub accumulates: bool,
    /// −1 in place of 1: the step goes uphill.
    pub direction: f64,
    /// Whether batches are drawn anew for each epoch; else the samples come sorted.
    pub shuffles: bool,
    /// Samples to train on.
    pub samples: usize,
    /// The standard deviation of a sample about its moon.
    pub noise: f64,
    /// The share of the second class.
    pub share: f64,
    /// The unit of the inputs.
    pub units: Units,
    /// Whether sample i has the class of sample i + 1.
    pub shifts_labels: bool,
    /// The probability of dropout.
    pub dropout: f64,
    /// Whether dropout stays on in the evaluation.
    pub drops_in_evaluation: bool,
    /// λ of the weights' decay.
    pub decay: f64,
    /// Whether biases decay too.
    pub decays_biases: bool,
    /// Whether "validation" means the samples of the training.
    pub evaluates_on_training: bool,
}
// ANCHOR_END: setup

impl Setup {
    /// Nothing is wrong: two hidden layers of 12 rectified units.
    pub fn healthy() -> Self {
        Self {
            depth: 2,
            width: 12,
            activation: Activation::Rectifier,
            gain: 1.0,
            bias: 0.0,
            rate: 0.5,
            clock: Clock::Stopped,
            batch: 16,
            loss: LossForm::Stable,
            temperature: 1.0,
            sums_loss: false,
            sums_gradient: false,
            accumulates: false,
            direction: 1.0,
            shuffles: true,
            samples: 128,
            noise: 0.15,
            share: 0.5,
            units: Units::Standardized,
            shifts_labels: false,
            dropout: 0.0,
            drops_in_evaluation: false,
            decay: 0.0,
            decays_biases: false,
            evaluates_on_training: false,
        }
    }

    /// The widths of the network.
    pub fn widths(&self) -> Vec<usize> {
        let mut widths = vec![self.width; self.depth + 2];
        (widths[0], widths[self.depth + 1]) = (2, 2);
        widths
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_change_the_scale_and_nothing_else() {
        let inputs = array![[1.0, -1.0], [0.0, 2.0]];
        assert_eq!(Units::Standardized.apply(&inputs), inputs);
        assert_eq!(Units::Unequal.apply(&inputs), array![[1.0, -0.01], [0.0, 0.02]]);
        assert_eq!(Units::Offset.apply(&inputs), array![[110.0, 90.0], [100.0, 120.0]]);
    }

    #[test]
    fn the_network_has_two_inputs_and_two_classes() {
        assert_eq!(Setup::healthy().widths(), [2, 12, 12, 2]);
    }
}
