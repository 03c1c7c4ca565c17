//! The negative class needs the weight $1 - \alpha$. With $\alpha$ for both classes it only
//! scales the loss; Adam divides the gradient by its own size, so a scale cancels (but for
//! $\varepsilon$). Under plain gradient descent it would have looked like another learning
//! rate.

/// The focal loss of one sample.
pub fn value(right: f64, is_positive: bool, alpha: f64, gamma: f64) -> f64 {
    let weight = if is_positive { alpha } else { 1.0 - alpha };
    -weight * (1.0 - right).powf(gamma) * right.ln()
}
