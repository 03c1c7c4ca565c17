//! What a run leaves behind for a diagnosis.

use serde::Serialize;

/// How a run ended before its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum End {
    /// The loss, or an entry of its gradient, was not a number.
    NotANumber,
    /// The loss was infinite.
    Infinite,
    /// The loss was above a million.
    Large,
}

// ANCHOR: history
/// What to record of a run. Lists have an entry for each epoch.
#[derive(Clone, Debug, Default)]
pub struct History {
    /// K, the number of classes.
    pub classes: usize,
    /// b, the samples of a batch.
    pub batch: usize,
    /// The loss of the first batch, before any step.
    pub first: f64,
    /// The mean of the losses that the batches reported.
    pub training: Vec<f64>,
    /// The loss on all training samples after the epoch.
    pub evaluated: Vec<f64>,
    /// The loss on the validation samples after the epoch.
    pub validation: Vec<f64>,
    /// The size of every layer's gradient, for the first batch of each epoch.
    pub gradients: Vec<Vec<f64>>,
    /// The share of silent units in the layer that has most of them.
    pub silent: Vec<f64>,
    /// Mean predicted probability of class 1 minus its share among the samples.
    pub offset: Vec<f64>,
    /// The largest standard deviation of a feature over the smallest.
    pub spread: f64,
    /// How a step at a thousandth of the rate changed the loss of the first batch.
    pub trial: f64,
    /// The mean share of the commonest class in a batch.
    pub one_class: f64,
    /// The last rate over the first.
    pub rate_left: f64,
    /// By how much a second evaluation of the same θ differed.
    pub second_look: f64,
    /// How it ended, if it did before the last epoch.
    pub end: Option<End>,
}
// ANCHOR_END: history

impl History {
    /// ln K: the loss of a prediction that favors no class.
    pub fn indifferent(&self) -> f64 {
        (self.classes as f64).ln()
    }

    /// By how much the mean probability is off *steadily*: the smallest offset of the
    /// second half of the epochs if all have one sign, else 0.
    pub fn steady_offset(&self) -> f64 {
        let late = &self.offset[self.offset.len() / 2..];
        let smallest = |bound: f64, &offset: &f64| {
            if offset * bound <= 0.0 {
                0.0
            } else {
                offset.signum() * offset.abs().min(bound.abs())
            }
        };
        match late {
            [] => 0.0,
            [first, others @ ..] => others.iter().fold(*first, smallest),
        }
    }

    /// The size of the first layer's gradient over the last one's, before the first step.
    pub fn gradient_ratio(&self) -> Option<f64> {
        let sizes = self.gradients.first()?;
        let (first, last) = (*sizes.first()?, *sizes.last()?);
        (last > 0.0).then(|| first / last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readings_of_a_history() {
        let history = History {
            classes: 2,
            gradients: vec![vec![0.5, 1.0, 2.0], vec![1.0, 1.0, 1.0]],
            ..History::default()
        };
        assert_eq!(history.indifferent(), std::f64::consts::LN_2);
        assert_eq!(history.gradient_ratio(), Some(0.25));
        let steady = |offset: &[f64]| {
            History { offset: offset.to_vec(), ..History::default() }.steady_offset()
        };
        assert_eq!(steady(&[9.0, 0.1, -0.5, -0.25]), -0.25);
        assert_eq!(steady(&[9.0, 0.1, 0.5, -0.25]), 0.0);
        assert_eq!(steady(&[]), 0.0);
    }
}
