//! Which clock a rate follows: updates, epochs, or the validation loss.

use crate::schedules::{ReduceOnPlateau, Schedule};
use serde::{Deserialize, Serialize};

// ANCHOR: rates
/// The rate of each update of a run. One loop asks, so that one clock has one owner.
pub trait Rates {
    /// The rate of an update, counted from the start of the run, in this epoch.
    fn rate(&self, epoch: usize, update: usize) -> f64;

    /// Takes in the validation loss of an epoch that is over.
    fn observe(&mut self, _validation_loss: f64) {}
}

/// A schedule whose steps are updates.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct EachUpdate<S>(pub S);

impl<S: Schedule> Rates for EachUpdate<S> {
    fn rate(&self, _epoch: usize, update: usize) -> f64 {
        self.0.rate(update)
    }
}

/// A schedule whose steps are epochs.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct EachEpoch<S>(pub S);

impl<S: Schedule> Rates for EachEpoch<S> {
    fn rate(&self, epoch: usize, _update: usize) -> f64 {
        self.0.rate(epoch)
    }
}

impl Rates for ReduceOnPlateau {
    fn rate(&self, epoch: usize, _update: usize) -> f64 {
        Schedule::rate(self, epoch)
    }

    fn observe(&mut self, validation_loss: f64) {
        ReduceOnPlateau::observe(self, validation_loss);
    }
}
// ANCHOR_END: rates

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schedules::Cosine;

    #[test]
    fn each_follows_its_clock() {
        let cosine = Cosine::new(1.0, 0.0, 10).unwrap();
        assert_eq!(EachUpdate(cosine).rate(3, 10), 0.0);
        assert_eq!(EachEpoch(cosine).rate(0, 10), 1.0);
    }

    #[test]
    fn a_plateau_of_the_validation_loss_cuts_the_rate_of_the_next_epoch() {
        let mut rates = ReduceOnPlateau::new(0.1, 0.5).unwrap().with_patience(1);
        for (epoch, expected) in [0.1, 0.1, 0.1, 0.05].into_iter().enumerate() {
            assert_eq!(Rates::rate(&rates, epoch, 9), expected, "{epoch}");
            Rates::observe(&mut rates, 1.0);
        }
    }
}
