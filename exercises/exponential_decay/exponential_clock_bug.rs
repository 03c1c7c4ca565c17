//! # A constant with the wrong unit
//!
//! A paper gives $\eta = 0.1\, e^{-0.05\, t}$ with $t$ in epochs. The schedule is asked for a rate at
//! every update, of which an epoch has `batches`. The rate should fall smoothly through the epoch and
//! be the paper's at its start. The run ends in its first epoch.
//!
//! Find the fault. What is the unit of $k$?

/// The rate of an update, for a decay constant per epoch.
pub fn rate(initial: f64, constant: f64, batches: usize, update: usize) -> f64 {
    let time = update as f64;
    initial * (-constant * time).exp()
}
