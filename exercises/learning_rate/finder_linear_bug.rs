//! # The finder that sees only one decade
//!
//! A finder from $10^{-6}$ to $1$ in a hundred steps shows a curve that is already exploding
//! at its second point, whatever the model. Its author concludes that the model is unstable.
//!
//! Repair it: `steps` rates, from `start` to `end`, both included.

use ndarray::Array1;

/// The rates of a finder, with `steps` of at least 2.
pub fn rates(start: f64, end: f64, steps: usize) -> Array1<f64> {
    (0..steps)
        .map(|step| start + (end - start) * step as f64 / (steps - 1) as f64)
        .collect()
}
