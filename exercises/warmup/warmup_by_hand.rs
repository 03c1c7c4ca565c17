//! # Three warm-ups by hand
//!
//! A run has $T = 12$ steps, counted from 0, of which $W = 4$ warm up to the peak $8$. After them
//! the rate falls along a straight line that is 0 at step $T$. Work out some rates under three
//! conventions.
//!
//! Two decimals are enough.

/// η t/W, then the line: the rates at the steps 0, 1, 3, 4, 8 and 11.
pub fn from_zero() -> [f64; 6] {
    todo!()
}

/// η (t + 1)/W: the rates at the steps 0, 1, 2 and 3.
pub fn counted_from_one() -> [f64; 4] {
    todo!()
}

/// A rise from one quarter of the peak at step 0, in equal differences, to the peak at step W:
/// the rates at the steps 0, 1, 2, 3 and 4.
pub fn from_a_quarter() -> [f64; 5] {
    todo!()
}
