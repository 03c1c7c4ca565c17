//! Six batches an epoch. Half of the updates are over at the start of epoch 50, where the cosine is
//! half of its start; stepped twice, its end is reached there, and all other updates have the rate
//! 0. After epoch 20, the 21st, come 15 without progress. The clipped gradient has the norm 1.

/// Updates in 100 epochs.
pub fn updates() -> f64 {
    600.0
}

/// The rate at the start of epoch 50.
pub fn rate_at_half() -> f64 {
    0.005
}

/// The same, if the schedule is stepped twice an update.
pub fn rate_stepped_twice() -> f64 {
    0.0
}

/// Epochs that are trained, counted from 1.
pub fn epochs_trained() -> f64 {
    36.0
}

/// The length of the clipped step.
pub fn step_length() -> f64 {
    0.5
}
