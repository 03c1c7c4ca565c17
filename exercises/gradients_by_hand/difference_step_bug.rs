//! # As small as can be
//!
//! "The derivative is a limit for $h \to 0$, so I take the smallest $h$ there is." This is
//! the difference quotient of that program. Repair it, so that it is good to six digits also
//! where the argument is large.

/// The derivative of f at a place, by a difference.
pub fn derivative(f: &dyn Fn(f64) -> f64, at: f64) -> f64 {
    let h = f64::EPSILON;
    (f(at + h) - f(at - h)) / (2.0 * h)
}
