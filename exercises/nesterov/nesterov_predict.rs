//! # Nesterov in the same picture
//!
//! On the bowl $\frac{1}{2}(w_1^2 + 10\, w_2^2)$ momentum and Nesterov momentum run side by side, both
//! with $\beta = 0.9$, in the form $v \leftarrow \beta v + g$, $\theta \leftarrow \theta - \eta v$;
//! Nesterov takes $g$ at the point ahead, $\theta - \eta\beta v$.
//!
//! In the long run each step multiplies the distance by some factor: the larger of those of the two
//! directions. Predict it for momentum at $\eta = 0.1$, for Nesterov at $\eta = 0.1$, and for Nesterov
//! at $\eta = 0.05$. Then predict the rate from which on each of the two diverges. The check computes
//! eigenvalues. An answer is right within $0.002$.

/// The factor of momentum at η = 0.1.
pub fn momentum() -> f64 {
    todo!()
}

/// The factor of Nesterov at η = 0.1.
pub fn nesterov() -> f64 {
    todo!()
}

/// The factor of Nesterov at η = 0.05.
pub fn nesterov_at_half_the_rate() -> f64 {
    todo!()
}

/// The rate from which on momentum diverges.
pub fn border_of_momentum() -> f64 {
    todo!()
}

/// The rate from which on Nesterov diverges.
pub fn border_of_nesterov() -> f64 {
    todo!()
}
