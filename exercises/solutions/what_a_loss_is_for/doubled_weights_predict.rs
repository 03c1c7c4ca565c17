//! Doubling the weights doubles the logits and changes no sign, so the accuracy stays at two
//! thirds. The right samples become cheaper, but they had little left to lose: they
//! lower the mean by 0.1. The wrong one costs nearly as much as its logit is
//! below zero, so it pays for every doubling. With ten times the weights the right ones cost
//! nothing and the wrong one ten, a third of which is the mean.

/// The accuracy after doubling, from 0 to 1.
pub fn accuracy_doubled() -> f64 {
    let right = LOGITS.iter().filter(|&&z| 2.0 * z > 0.0).count();
    right as f64 / 3.0
}

/// The mean cross-entropy before.
pub fn loss_before() -> f64 {
    loss(1.0)
}

/// The mean cross-entropy after doubling.
pub fn loss_doubled() -> f64 {
    loss(2.0)
}

/// The mean cross-entropy with ten times the weights.
pub fn loss_tenfold() -> f64 {
    loss(10.0)
}

const LOGITS: [f64; 3] = [2.0, 1.0, -1.0];

fn loss(factor: f64) -> f64 {
    LOGITS.iter().map(|z| (-factor * z).exp().ln_1p()).sum::<f64>() / 3.0
}
