//! # Hard negatives that nobody minds
//!
//! A detector is trained with the focal loss below. It soon finds every object, and raises
//! false alarms with full confidence that no amount of training removes. The loss takes
//! the probability `positive` of the positive class.
//!
//! Find the fault and repair it. Put a false alarm, a negative sample with
//! `positive` $= 0.99$, through the function by hand.

/// The focal loss of one sample, without α.
pub fn value(positive: f64, is_positive: bool, gamma: f64) -> f64 {
    let right = if is_positive { positive } else { 1.0 - positive };
    -(1.0 - positive).powf(gamma) * right.ln()
}
