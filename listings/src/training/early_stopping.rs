//! Early stopping: the weights of the best epoch, and when to give up on better ones.
//!
//! A validation loss is better where it is below best − min_delta. After `patience` epochs
//! in a row that are not, training stops, and the weights of the best epoch are kept.
//!
//! **Convention.** Keras's `EarlyStopping` with `restore_best_weights`: it stops in the
//! epoch in which the count of epochs without progress reaches `patience`.
//!
//! # Reference
//! L. Prechelt, "Early stopping – but when?", in *Neural Networks: Tricks of the Trade*,
//! Springer (1998).

use crate::error::{ParameterError, at_least_one, non_negative};
use ndarray::Array1;
use serde::{Deserialize, Serialize};

// ANCHOR: early_stopping
/// Watches a validation loss, and keeps the weights of the best epoch.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct EarlyStopping {
    patience: usize,
    min_delta: f64,
    best: Option<Best>,
    idle: usize,
}

/// The best epoch so far.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Best {
    /// Which one, from 0.
    pub epoch: usize,
    /// Its validation loss.
    pub loss: f64,
    /// Its weights, of the shape of θ.
    pub theta: Array1<f64>,
}

impl EarlyStopping {
    /// Gives up after `patience` epochs in a row that are not better by `min_delta`.
    ///
    /// # Errors
    /// [`ParameterError`] unless the patience is at least 1 and min_delta in [0, ∞).
    pub fn new(patience: usize, min_delta: f64) -> Result<Self, ParameterError> {
        Ok(Self {
            patience: at_least_one("patience", patience)?,
            min_delta: non_negative("min_delta", min_delta)?,
            best: None,
            idle: 0,
        })
    }

    /// Takes in the loss of an epoch that is over, and the weights that had it. NaN is no
    /// better than anything.
    pub fn observe(&mut self, epoch: usize, loss: f64, theta: &Array1<f64>) {
        let is_better = match &self.best {
            None => !loss.is_nan(),
            Some(best) => loss < best.loss - self.min_delta,
        };
        if is_better {
            self.best = Some(Best { epoch, loss, theta: theta.clone() });
            self.idle = 0;
        } else {
            self.idle += 1;
        }
    }

    /// Whether to stop.
    pub fn is_over(&self) -> bool {
        self.idle >= self.patience
    }

    /// The best epoch; none before the first number.
    pub fn best(&self) -> Option<&Best> {
        self.best.as_ref()
    }
}
// ANCHOR_END: early_stopping

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    /// The epoch in which it stops, if it does, and the one whose weights it keeps.
    fn stop(
        patience: usize,
        delta: f64,
        losses: &[f64],
    ) -> (Option<usize>, Option<usize>) {
        let mut stopping = EarlyStopping::new(patience, delta).unwrap();
        for (epoch, &loss) in losses.iter().enumerate() {
            stopping.observe(epoch, loss, &array![epoch as f64]);
            if stopping.is_over() {
                return (Some(epoch), stopping.best().map(|best| best.epoch));
            }
        }
        let best = stopping.best();
        assert!(best.is_none_or(|best| best.theta[0] == best.epoch as f64));
        (None, best.map(|best| best.epoch))
    }

    #[test]
    fn it_stops_when_the_count_reaches_the_patience_and_keeps_the_best() {
        let losses = [3.0, 2.0, 1.0, 1.5, 1.2, 0.5, 0.9, 0.9, 0.9];
        assert_eq!(stop(1, 0.0, &losses), (Some(3), Some(2)));
        assert_eq!(stop(2, 0.0, &losses), (Some(4), Some(2)));
        // The third epoch without progress is the one that would have had it.
        assert_eq!(stop(3, 0.0, &losses), (Some(8), Some(5)));
        assert_eq!(stop(4, 0.0, &losses), (None, Some(5)));
    }

    #[test]
    fn a_tie_is_no_progress() {
        assert_eq!(stop(2, 0.0, &[1.0, 1.0, 1.0]), (Some(2), Some(0)));
    }

    #[test]
    fn progress_by_less_than_min_delta_does_not_count_but_adds_up() {
        // Each is lower by 0.06: every second one is below the last best by more than 0.1.
        let losses: Vec<f64> =
            (0..9).map(|epoch| 1.0 - 0.06 * f64::from(epoch)).collect();
        assert_eq!(stop(2, 0.1, &losses), (None, Some(8)));
        assert_eq!(stop(1, 0.1, &losses), (Some(1), Some(0)));
    }

    #[test]
    fn nan_is_never_the_best() {
        let nan = f64::NAN;
        assert_eq!(stop(2, 0.0, &[nan, nan]), (Some(1), None));
        assert_eq!(stop(2, 0.0, &[nan, 2.0, nan, 1.0]), (None, Some(3)));
        assert_eq!(stop(3, 0.0, &[f64::INFINITY, 2.0]), (None, Some(1)));
    }

    #[test]
    fn hyperparameters_out_of_range_are_named() {
        let error = EarlyStopping::new(0, 0.0).unwrap_err();
        assert_eq!(error.to_string(), "patience = 0 is outside [1, ∞)");
        let error = EarlyStopping::new(1, -0.1).unwrap_err();
        assert_eq!(error.to_string(), "min_delta = -0.1 is outside [0, ∞)");
    }
}
