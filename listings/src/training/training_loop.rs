//! The training loop.
//!
//! For each epoch e: shuffle by (seed, e); for each batch: loss and gradient, refuse what
//! is not finite, clip, step at the rate of this update; then measure the validation loss,
//! and let the rate and early stopping see it.

use super::{Clip, EarlyStopping, NotFinite, Rates, Task, check_finite, epoch_random};
use crate::data::batches;
use crate::error::{ParameterError, at_least_one};
use crate::optimizers::Optimizer;
use ndarray::Array1;
use serde::{Deserialize, Serialize};
use std::fmt;

// ANCHOR: recipe
/// What stays the same during a run.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
pub struct Recipe {
    epochs: usize,
    batch_size: usize,
    clip: Clip,
    seed: u64,
}

impl Recipe {
    /// So many epochs at most, of batches of this size, in orders drawn from `seed`.
    ///
    /// # Errors
    /// [`ParameterError`] unless there is an epoch, and a sample in a batch.
    pub fn new(
        epochs: usize,
        batch_size: usize,
        seed: u64,
    ) -> Result<Self, ParameterError> {
        Ok(Self {
            epochs: at_least_one("epochs", epochs)?,
            batch_size: at_least_one("batch_size", batch_size)?,
            clip: Clip::Never,
            seed,
        })
    }

    /// With long gradients clipped.
    ///
    /// # Errors
    /// [`ParameterError`] unless the threshold is in (0, ∞).
    pub fn with_clipping(self, clip: Clip) -> Result<Self, ParameterError> {
        Ok(Self { clip: clip.checked()?, ..self })
    }
}
// ANCHOR_END: recipe

// ANCHOR: history
/// What is known of an epoch that is over.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
pub struct EpochRecord {
    /// The mean loss of its samples, each before the step of its batch, with dropout.
    pub train_loss: f64,
    /// The validation loss after it, without dropout.
    pub validation_loss: f64,
    /// The rate of its last update.
    pub rate: f64,
    /// The largest norm of a gradient before it was clipped.
    pub gradient_norm: f64,
    /// How many gradients were clipped.
    pub clipped: usize,
}
// ANCHOR_END: history

// ANCHOR: training
/// A run of training: all that changes from epoch to epoch, so that to save this value
/// is to save the run.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Training<O, R> {
    recipe: Recipe,
    theta: Array1<f64>,
    optimizer: O,
    rates: R,
    stopping: Option<EarlyStopping>,
    update: usize,
    history: Vec<EpochRecord>,
}
// ANCHOR_END: training

// ANCHOR: epoch
impl<O: Optimizer + Clone, R: Rates + Clone> Training<O, R> {
    /// One more epoch.
    ///
    /// # Errors
    /// [`EpochError`] where a loss or a gradient is not finite. Then the run is as it was
    /// before this epoch: an epoch happens whole or not at all.
    ///
    /// # Panics
    /// Panics when the run is over, or θ does not fit the task.
    pub fn epoch(&mut self, task: &dyn Task) -> Result<EpochRecord, EpochError> {
        assert!(!self.is_over(), "the run is over after {} epochs", self.history.len());
        let before = self.clone();
        let result = self.batches(task).and_then(|record| self.judge(record));
        if result.is_err() {
            *self = before;
        }
        result
    }

    /// A pass over the training samples; the record has no validation loss yet.
    fn batches(&mut self, task: &dyn Task) -> Result<EpochRecord, EpochError> {
        let epoch = self.history.len();
        let mut random = epoch_random(self.recipe.seed, epoch);
        let (mut losses, mut longest, mut clipped, mut rate) = (0.0, 0.0_f64, 0, 0.0);
        for batch in batches(task.samples(), self.recipe.batch_size, &mut random) {
            // A fresh gradient for each batch: nothing to set to zero.
            let (loss, mut gradient) = task.gradient(&self.theta, &batch, &mut random);
            check_finite(loss, &gradient).map_err(|cause| self.failed(cause))?;
            let (norm, is_clipped) = self.recipe.clip.apply(&mut gradient);
            rate = self.rates.rate(epoch, self.update);
            self.optimizer.step(rate, &mut self.theta, &gradient);
            self.update += 1;

            losses += loss * batch.len() as f64; // the last batch may be smaller
            longest = longest.max(norm);
            clipped += usize::from(is_clipped);
        }
        Ok(EpochRecord {
            train_loss: losses / task.samples() as f64,
            validation_loss: task.validation_loss(&self.theta),
            rate,
            gradient_norm: longest,
            clipped,
        })
    }

    /// What follows from the validation loss of an epoch.
    fn judge(&mut self, record: EpochRecord) -> Result<EpochRecord, EpochError> {
        let loss = record.validation_loss;
        if !loss.is_finite() {
            return Err(self.failed(NotFinite { what: "validation loss", value: loss }));
        }
        self.rates.observe(loss);
        if let Some(stopping) = &mut self.stopping {
            stopping.observe(self.history.len(), loss, &self.theta);
        }
        self.history.push(record);
        Ok(record)
    }

    fn failed(&self, cause: NotFinite) -> EpochError {
        EpochError { epoch: self.history.len(), update: self.update, cause }
    }
}
// ANCHOR_END: epoch

// ANCHOR: ends
impl<O, R> Training<O, R> {
    /// A run from θ, before its first epoch.
    pub fn new(recipe: Recipe, theta: Array1<f64>, optimizer: O, rates: R) -> Self {
        let (update, history) = (0, Vec::new());
        Self { recipe, theta, optimizer, rates, stopping: None, update, history }
    }

    /// The same, which stops early.
    #[must_use]
    pub fn with_early_stopping(self, stopping: EarlyStopping) -> Self {
        Self { stopping: Some(stopping), ..self }
    }

    /// Whether the last epoch was the last.
    pub fn is_over(&self) -> bool {
        let has_given_up = self.stopping.as_ref().is_some_and(EarlyStopping::is_over);
        has_given_up || self.history.len() >= self.recipe.epochs
    }

    /// The weights to use: those of the best epoch where early stopping kept them, else
    /// those of the last.
    pub fn weights(&self) -> &Array1<f64> {
        let best = self.stopping.as_ref().and_then(EarlyStopping::best);
        best.map_or(&self.theta, |best| &best.theta)
    }
}
// ANCHOR_END: ends

impl<O, R> Training<O, R> {
    /// What stays the same.
    pub fn recipe(&self) -> &Recipe {
        &self.recipe
    }

    /// θ after the last update.
    pub fn theta(&self) -> &Array1<f64> {
        &self.theta
    }

    /// The epochs that are over.
    pub fn history(&self) -> &[EpochRecord] {
        &self.history
    }

    /// The number of updates so far.
    pub fn updates(&self) -> usize {
        self.update
    }

    /// The early stopping of the run, if it has one.
    pub fn stopping(&self) -> Option<&EarlyStopping> {
        self.stopping.as_ref()
    }
}

// ANCHOR: train
impl<O: Optimizer + Clone, R: Rates + Clone> Training<O, R> {
    /// Trains until the run is over; `after` sees it after each epoch, to print a line or
    /// to write a checkpoint.
    ///
    /// # Errors
    /// [`EpochError`] as in [`epoch`](Self::epoch).
    pub fn train(
        &mut self,
        task: &dyn Task,
        mut after: impl FnMut(&Self),
    ) -> Result<(), EpochError> {
        while !self.is_over() {
            self.epoch(task)?;
            after(self);
        }
        Ok(())
    }
}
// ANCHOR_END: train

// ANCHOR: epoch_error
/// An epoch that was not finished.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EpochError {
    /// Which one, from 0.
    pub epoch: usize,
    /// The update that was not taken, from 0, since the start of the run.
    pub update: usize,
    /// Why.
    pub cause: NotFinite,
}

impl fmt::Display for EpochError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { epoch, update, cause } = self;
        let NotFinite { what, value } = cause;
        write!(f, "epoch {epoch} is undone: the {what} is {value} at update {update}")
    }
}

impl std::error::Error for EpochError {}
// ANCHOR_END: epoch_error
