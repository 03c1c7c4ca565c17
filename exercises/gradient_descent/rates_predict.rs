//! # Predict five walks
//!
//! Gradient descent on $x^2$ from $x = 10$. Predict before you compute, and let the check
//! run the walks: its report shows what they gave. An answer is right within 0.01,
//! so think in powers of the factor.

/// x after 20 steps at the rate 1.
pub fn at_one() -> f64 {
    todo!()
}

/// x after 1 step at the rate 0.5.
pub fn at_one_half() -> f64 {
    todo!()
}

/// |x| after 20 steps at the rate 0.9, divided by |x| after 20 steps at the rate 0.1.
pub fn nine_tenths_over_one_tenth() -> f64 {
    todo!()
}

/// The loss after one step at the rate 1.1, divided by the loss before it.
pub fn loss_ratio_at_one_point_one() -> f64 {
    todo!()
}

/// The rate, above 1/2, whose walk shrinks |x| by the same factor as the rate 0.3.
pub fn twin_of_three_tenths() -> f64 {
    todo!()
}
