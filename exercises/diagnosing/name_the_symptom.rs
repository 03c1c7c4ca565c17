//! # Name the symptom
//!
//! A program watches a training and names the first of these that holds:
//!
//! 1. `NotFinite`: a training or validation loss is NaN or infinite;
//! 2. `Rising`: the last training loss is above the first;
//! 3. `Flat`: the last training loss is above nine tenths of the first;
//! 4. `Overfitting`: the last validation loss is above $1.2$ times the lowest one;
//! 5. `Healthy`: none of these.
//!
//! Both lists have a loss for each epoch, at least one. The order matters: each later test
//! trusts the earlier ones.

use crate::choices::Symptom;

/// The first symptom that holds.
pub fn symptom(training: &[f64], validation: &[f64]) -> Symptom {
    todo!()
}
