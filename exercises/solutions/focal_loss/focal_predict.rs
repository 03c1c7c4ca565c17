//! Cross-entropy is least where $p$ is the share itself, $0.1$. A weight of $9$ multiplies the
//! odds: $1 : 9$ becomes $9 : 9$, so $p = \frac12$. With $\alpha = 0.9$ the focal loss weighs
//! both classes alike, too, and by symmetry $p = \frac12$.
//!
//! The focal loss without $\alpha$ lands in between. Once the negative samples have the
//! probability $0.9$ they hardly pull any more, while each of the rare positive ones pulls with all
//! it has; the balance is at about $0.3$. The focal loss is not calibrated: its
//! probabilities are drawn toward $\frac12$. But they do not pass it, so a blind model still
//! says "negative".

/// Under cross-entropy.
pub fn cross_entropy() -> f64 {
    best([1.0, 1.0], 0.0)
}

/// Under cross-entropy with the weight 9 for positive samples.
pub fn weighted() -> f64 {
    best([9.0, 1.0], 0.0)
}

/// Under the focal loss with γ = 2, without α.
pub fn focal() -> f64 {
    best([1.0, 1.0], 2.0)
}

/// Under the focal loss with γ = 2 and α = 0.9 (so 0.1 for negative samples).
pub fn focal_with_alpha() -> f64 {
    best([0.9, 0.1], 2.0)
}

/// Where the pulls of positive and negative samples cancel, by halving.
fn best([positive, negative]: [f64; 2], gamma: f64) -> f64 {
    // Of a class with the probability p.
    let pull = |p: f64| (1.0 - p).powf(gamma) * (1.0 - p - gamma * p * p.ln());
    let (mut low, mut high) = (1e-6, 1.0 - 1e-6);
    for _ in 0..60 {
        let p = 0.5 * (low + high);
        if 0.1 * positive * pull(p) > 0.9 * negative * pull(1.0 - p) {
            low = p;
        } else {
            high = p;
        }
    }
    low
}
