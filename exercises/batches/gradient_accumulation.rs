//! # A batch in pieces
//!
//! A batch does not fit into memory, so it is cut into pieces. For each piece you get the
//! *mean* gradient of its samples, and how many samples it has. Combine them into the mean
//! gradient of the whole batch, exactly. The pieces need not be of one size, and one of them
//! may be empty, with a gradient of zeros.

use ndarray::Array1;

/// The mean gradient of all samples, from the mean gradient and the size of each piece.
pub fn combine(gradients: &[Array1<f64>], sizes: &[usize]) -> Array1<f64> {
    todo!()
}
