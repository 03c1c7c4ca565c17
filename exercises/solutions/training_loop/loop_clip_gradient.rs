//! By norm the factor is one number, so the direction stays. By value each entry has its own
//! factor, and $(10, 0.1)$ becomes $(0.1, 0.1)$ at $c = 0.1$: from nearly along the first axis to
//! the diagonal.

use ndarray::Array1;

/// The gradient, clipped to the norm `c`.
pub fn by_norm(gradient: &Array1<f64>, c: f64) -> Array1<f64> {
    let norm = gradient.dot(gradient).sqrt();
    if norm > c { gradient * (c / norm) } else { gradient.clone() }
}

/// The gradient, each entry clipped to [−c, c].
pub fn by_value(gradient: &Array1<f64>, c: f64) -> Array1<f64> {
    gradient.mapv(|entry| entry.clamp(-c, c))
}
