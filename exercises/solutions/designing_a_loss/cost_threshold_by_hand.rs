//! To stop costs $10 (1 - p)$ on average, to let pass $40 p$. They are equal at
//! $p = \frac{10}{10 + 40} = 0.2$, so the last two payments are stopped:
//! $40 (0.05 + 0.15) + 10 (0.7 + 0.3) = 8 + 10 = 18$. At $\frac12$ only the last is:
//! $40 (0.05 + 0.15 + 0.3) + 10 \cdot 0.3 = 23$.
//!
//! Counting each fraud four times multiplies the odds $\frac{p}{1 - p}$ by four, which
//! adds $\ln 4 = 1.39$ to the logit. A cut at $\frac12$, the logit 0, then falls where the
//! true logit is $-\ln 4$, which is $p = 0.2$: the same cut, but the outputs are no
//! longer the probabilities of a fraud.

/// The least p at which to stop a payment is the cheaper choice.
pub fn threshold() -> f64 {
    0.2
}

/// The expected cost of all four payments when they are cut at that threshold.
pub fn cost_at_the_threshold() -> f64 {
    18.0
}

/// The expected cost of all four payments when they are cut at ½.
pub fn cost_at_one_half() -> f64 {
    23.0
}

/// Somebody trains a model again with each fraud counted four times, and cuts at
/// ½. By how much does that move the logit z = ln(p / (1 − p)) of a payment,
/// if both models fit perfectly?
pub fn shift_of_the_logit() -> f64 {
    1.39
}
