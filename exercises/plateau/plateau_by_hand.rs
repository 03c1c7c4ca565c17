//! # Follow the counters
//!
//! Reduce on plateau as in PyTorch, with $\eta_0 = 0.8$, factor $\frac12$, patience 1, cooldown 1
//! and a relative threshold of $0.1$: a loss is better if it is below $0.9$ times the best. It
//! hears, epoch by epoch,
//!
//! $$ 10, \; 8, \; 7.5, \; 7.3, \; 7.4, \; 6, \; 6, \; 5.5, \; 5.6, \; 5 . $$
//!
//! 1. How many losses are better than the best so far, the first included?
//! 2. After how many losses is each of the two cuts?
//! 3. The rate after all ten.
//! 4. After how many losses would Keras make its first cut, with the same patience, where a loss
//!    that is better is the same?

/// How many losses are better.
pub fn better() -> f64 {
    todo!()
}

/// The losses heard at the two cuts.
pub fn cuts() -> [f64; 2] {
    todo!()
}

/// The rate in the end.
pub fn last_rate() -> f64 {
    todo!()
}

/// The losses heard at the first cut of Keras.
pub fn first_cut_of_keras() -> f64 {
    todo!()
}
