//! # Noise by hand
//!
//! Four samples have, at some $\theta$ in one dimension, the gradients $1, 3, -2$ and $6$.

/// The gradient of all four, which is their mean.
pub fn full_gradient() -> f64 {
    todo!()
}

/// The variance of the gradient of one sample drawn at random.
pub fn variance_of_one() -> f64 {
    todo!()
}

/// The variance of the mean gradient of two samples, drawn with replacement.
pub fn variance_of_two_with() -> f64 {
    todo!()
}

/// The same drawn without replacement.
pub fn variance_of_two_without() -> f64 {
    todo!()
}
