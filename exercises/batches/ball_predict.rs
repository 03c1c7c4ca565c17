//! # Predict the ball
//!
//! On $\frac12 \theta^2$, with a gradient noise of variance $\sigma^2/b$ for batches of $b$,
//! a constant rate $\eta$ ends in a ball of variance
//! $\frac{\eta\, \sigma^2}{b\, (2 - \eta)}$. Predict; an answer is right within $0.01$.

/// By which factor the variance changes when b goes from 8 to 16.
pub fn batch_doubled() -> f64 {
    todo!()
}

/// By which factor the variance changes when η goes from 0.1 to 0.2.
pub fn rate_doubled() -> f64 {
    todo!()
}

/// By which factor it changes when both b is doubled and η goes from 0.1 to 0.2.
pub fn both_doubled() -> f64 {
    todo!()
}

/// By which factor the *radius* of the ball, a standard deviation, changes when b goes from
/// 1 to 100.
pub fn radius_at_hundred() -> f64 {
    todo!()
}

/// The rate at which the variance is exactly that of the gradient noise, σ²/b.
pub fn rate_of_full_noise() -> f64 {
    todo!()
}
