//! # Six schedules, two numbers
//!
//! The six schedules of the chapter at $\eta_0 = 0.1$ over 150 epochs: constant; a tenth
//! every 50; a factor of $0.97$ an epoch; a cosine to $10^{-5}$; 20 epochs of warm-up from 0
//! and a straight fall to 0; triangles of 30 epochs between $10^{-4}$ and $0.1$.
//!
//! Predict before you compute. The mean rate of the step decay, of the exponential and of
//! the cosine; then, how many times the peak of the cosine would the exponential need for
//! the same sum of rates; and in how many of the 150 epochs is the rate of the cosine above
//! that of the warm-up with its straight fall? The means are right within $0.0005$, the
//! ratio within $0.05$, the count within 2.

/// The mean rate of the step decay.
pub fn mean_of_step() -> f64 {
    todo!()
}

/// The mean rate of the exponential decay.
pub fn mean_of_exponential() -> f64 {
    todo!()
}

/// The mean rate of the cosine.
pub fn mean_of_cosine() -> f64 {
    todo!()
}

/// The peak of the exponential over that of the cosine, for equal sums.
pub fn peak_ratio() -> f64 {
    todo!()
}

/// Epochs in which the cosine is above warm-up and straight fall.
pub fn epochs_above() -> f64 {
    todo!()
}
