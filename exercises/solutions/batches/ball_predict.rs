//! The variance is proportional to $1/b$, exactly, and to $\eta/(2 - \eta)$, which is nearly
//! $\eta/2$: doubling the rate from $0.1$ more than doubles the ball, by
//! $\frac{0.2}{1.8} \cdot \frac{1.9}{0.1} = 2.11$. Doubling both nearly cancels, to $1.06$:
//! that is the rule of thumb to scale the rate with the batch, and where it begins to fail.
//! The radius is the root, a tenth for a batch a hundred times as large. At $\eta = 1$ every
//! step forgets where it was, $\theta \leftarrow -$noise, and the ball is the noise itself.

/// By which factor the variance changes when b goes from 8 to 16.
pub fn batch_doubled() -> f64 {
    variance(0.1, 16.0) / variance(0.1, 8.0)
}

/// By which factor the variance changes when η goes from 0.1 to 0.2.
pub fn rate_doubled() -> f64 {
    variance(0.2, 8.0) / variance(0.1, 8.0)
}

/// By which factor it changes when both b is doubled and η goes from 0.1 to 0.2.
pub fn both_doubled() -> f64 {
    variance(0.2, 16.0) / variance(0.1, 8.0)
}

/// By which factor the *radius* of the ball, a standard deviation, changes when b goes from
/// 1 to 100.
pub fn radius_at_hundred() -> f64 {
    (variance(0.1, 100.0) / variance(0.1, 1.0)).sqrt()
}

/// The rate at which the variance is exactly that of the gradient noise, σ²/b.
pub fn rate_of_full_noise() -> f64 {
    1.0
}

fn variance(rate: f64, batch: f64) -> f64 {
    rate / (batch * (2.0 - rate))
}
