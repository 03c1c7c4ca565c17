//! # What is left?
//!
//! A factor of $0.95$ a tick of the clock, 60 epochs of 10 updates. Predict, to two decimals unless
//! the number is whole; then look at the hints.
//!
//! 1. The clock ticks once an epoch. The share of the initial rate that is left after 60 epochs.
//! 2. It ticks once an update. The same share.
//! 3. After how many ticks is the share below a hundredth for the first time?
//! 4. Gradient descent on $\tfrac12\theta^2$ without noise, $\eta_0 = 0.1$, a tick an update, for ever. The share of
//!    the start that is left.

/// The share after 60 epochs, a tick an epoch.
pub fn left_per_epoch() -> f64 {
    todo!()
}

/// The share after 60 epochs, a tick an update.
pub fn left_per_update() -> f64 {
    todo!()
}

/// The first tick after which less than a hundredth is left.
pub fn steps_to_a_percent() -> f64 {
    todo!()
}

/// The share of the start that gradient descent leaves.
pub fn arrives() -> f64 {
    todo!()
}
