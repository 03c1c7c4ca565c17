//! # The weight that changes nothing
//!
//! A team sets $\alpha$ to $0.25$, $0.5$ and $0.9$, trains with Adam, and gets the same
//! classifier each time, to three digits. "α has no influence", they conclude. Their focal
//! loss of one sample is below: `right` is the probability $p_t$ of its class.
//!
//! Find the fault and repair it, so that $\alpha$ is the weight of the positive class and
//! the two weights sum to $1$. Why did nobody see it under Adam?

/// The focal loss of one sample.
pub fn value(right: f64, is_positive: bool, alpha: f64, gamma: f64) -> f64 {
    -alpha * (1.0 - right).powf(gamma) * right.ln()
}
