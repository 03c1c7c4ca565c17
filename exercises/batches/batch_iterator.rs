//! # Cutting an epoch into batches
//!
//! Write the function that cuts an epoch into batches. The order of the samples is given,
//! already shuffled, as a list of their indices. Each batch takes the next `size` of them,
//! and the last batch takes what is left; with `drop_last` a last batch that is not full is
//! left out. No batch is empty.

/// The batches, each a list of indices of samples.
pub fn batches(order: &[usize], size: usize, drop_last: bool) -> Vec<Vec<usize>> {
    todo!()
}
