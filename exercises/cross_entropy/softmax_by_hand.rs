//! # A softmax by hand
//!
//! The logits are $z = (0, \ln 3, \ln 6)$, chosen so that you need no calculator. Work out
//! the softmax; the cross-entropy if the true class is the *second*; the gradient of that
//! loss with respect to the three logits; and the softmax of $z + 100$, and of $z$ at the
//! temperature $T = \frac{1}{2}$.
//!
//! Write each result in place of its `todo!()`; three decimals are enough.

/// softmax(z).
pub fn probabilities() -> [f64; 3] {
    todo!()
}

/// The cross-entropy if the second class is true.
pub fn loss() -> f64 {
    todo!()
}

/// The gradient of that loss with respect to z.
pub fn gradient() -> [f64; 3] {
    todo!()
}

/// The softmax of z + 100.
pub fn shifted() -> [f64; 3] {
    todo!()
}

/// The softmax of z at the temperature 1/2.
pub fn colder() -> [f64; 3] {
    todo!()
}
