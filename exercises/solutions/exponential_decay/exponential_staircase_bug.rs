//! `step / steps` divides whole numbers and rounds down before `floor` sees it, so the switch has no
//! effect. Convert first, then divide.

/// η₀ d^(t/s), with t/s rounded down if there is to be a staircase.
pub fn rate(
    initial: f64,
    factor: f64,
    steps: usize,
    staircase: bool,
    step: usize,
) -> f64 {
    let exponent = step as f64 / steps as f64;
    let exponent = if staircase { exponent.floor() } else { exponent };
    initial * factor.powf(exponent)
}
