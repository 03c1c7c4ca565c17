//! # Counting the loop
//!
//! A loop trains on 96 samples in batches of 16, for at most 100 epochs, with a cosine over all of
//! its updates, from $0.01$ to 0. Early stopping has a patience of 15. Predict.
//!
//! 1. The number of updates if it never stops early.
//! 2. The rate of the first update of epoch 50 (the first epoch is 0).
//! 3. The same, if a second line steps the schedule again after every update.
//! 4. The least validation loss is that of epoch 20. How many epochs are trained in all?
//! 5. A gradient $(3, 4)$ is clipped to the norm 1, and a step of gradient descent taken at
//!    $\eta = 0.5$. How long is it?

/// Updates in 100 epochs.
pub fn updates() -> f64 {
    todo!()
}

/// The rate at the start of epoch 50.
pub fn rate_at_half() -> f64 {
    todo!()
}

/// The same, if the schedule is stepped twice an update.
pub fn rate_stepped_twice() -> f64 {
    todo!()
}

/// Epochs that are trained, counted from 1.
pub fn epochs_trained() -> f64 {
    todo!()
}

/// The length of the clipped step.
pub fn step_length() -> f64 {
    todo!()
}
