//! # Restarts that wear out
//!
//! This loop restarts its cosine every time a cycle is over. The first cycle is as it should be.
//! From then on the rate comes back only to half of its height. A reviewer takes that for a
//! feature: "the restarts get gentler".
//!
//! The rate should fall from 1 along a cosine in cycles of `first`, 2 `first`, 4 `first`, …
//! steps. Repair the loop.

use ndarray::Array1;

/// The rates of `steps` steps, with cycles of `first`, 2 `first`, 4 `first`, … steps.
pub fn rates(steps: usize, first: usize) -> Array1<f64> {
    let (mut into, mut length) = (0, first);
    let mut rates = Vec::new();
    for _ in 0..steps {
        let share = into as f64 / length as f64;
        rates.push((1.0 + (std::f64::consts::PI * share).cos()) / 2.0);
        into += 1;
        if into == length {
            length *= 2;
        }
    }
    Array1::from(rates)
}
