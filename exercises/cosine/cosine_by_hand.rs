//! # A cosine by hand
//!
//! A cosine falls from $\eta_0 = 10$ to $\eta_{\min} = 2$ over $T = 8$ steps, counted from 0.
//! Work out its rates at the quarter points, the rate of the last of the eight steps, and the
//! mean of the whole fall.
//!
//! Two decimals are enough. $\cos 45° = 0.7071$ and $\cos 22.5° = 0.9239$.

/// The rates at the steps 0, 2, 4, 6 and 8.
pub fn quarter_points() -> [f64; 5] {
    todo!()
}

/// The rate of the last of the eight steps.
pub fn last_step() -> f64 {
    todo!()
}

/// The mean height of the curve over its whole fall, from step 0 to step 8.
pub fn mean() -> f64 {
    todo!()
}
