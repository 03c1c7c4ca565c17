//! # Smooth, it says
//!
//! The function has a switch, as Keras's and optax's have: with `staircase` the rate falls in steps,
//! without it smoothly. Somebody plots the smooth one and sees stairs.
//!
//! Find the fault.

/// η₀ d^(t/s), with t/s rounded down if there is to be a staircase.
pub fn rate(
    initial: f64,
    factor: f64,
    steps: usize,
    staircase: bool,
    step: usize,
) -> f64 {
    let exponent = (step / steps) as f64;
    let exponent = if staircase { exponent.floor() } else { exponent };
    initial * factor.powf(exponent)
}
