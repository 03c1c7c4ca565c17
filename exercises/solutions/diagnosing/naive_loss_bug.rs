//! $e^{1000}$ is infinite, and $\infty/\infty$ is NaN. With the largest logit taken out, every
//! power is at most 1 and one of them is 1. But that alone leaves $\ln 0$ for a class whose
//! power is rounded to zero: the logarithm of the numerator must be taken before the
//! exponential, where it is just $z_t$.

/// The loss of one sample with these logits and this class.
pub fn loss(logits: &[f64], class: usize) -> f64 {
    let largest = logits.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let sum: f64 = logits.iter().map(|z| (z - largest).exp()).sum();
    largest + sum.ln() - logits[class]
}
