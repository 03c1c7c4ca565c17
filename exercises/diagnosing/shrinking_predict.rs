//! # Ten layers
//!
//! A signal $\partial L/\partial z$ goes back through ten hidden layers. Each of the ten
//! multiplies its size by a factor, and the factors multiply each other. Predict the common
//! logarithm of its size after all ten over its size before them, to two decimals.
//!
//! A layer of rectified units with He's first weights has the factor 1 on average.

/// Sigmoids at their steepest, with weights that keep the size of a signal.
pub fn sigmoid_bound() -> f64 {
    todo!()
}

/// Rectified units, with half of He's weights.
pub fn half_weights() -> f64 {
    todo!()
}

/// Rectified units, with twice of He's weights.
pub fn twice_weights() -> f64 {
    todo!()
}

/// tanh, with weights that keep the size, and a root mean square slope of 0.8.
pub fn kept_slope() -> f64 {
    todo!()
}
