//! The factor must be $(1 - p_t)^\gamma$ with the probability of the *right* class. The code
//! has $(1 - p)^\gamma$ with that of the positive class, which for negative samples is
//! $p_t^\gamma$: it takes the weight from the hard negatives and leaves the easy ones theirs.
//! A false alarm at $p = 0.99$ costs $0.01^2 \cdot 4.6$, a ten-thousandth of what it should.

/// The focal loss of one sample, without α.
pub fn value(positive: f64, is_positive: bool, gamma: f64) -> f64 {
    let right = if is_positive { positive } else { 1.0 - positive };
    -(1.0 - right).powf(gamma) * right.ln()
}
