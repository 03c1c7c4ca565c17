//! The ratio of the losses is $1/(1-p)^2$: $100$, $4$ and $1/0.81$. The easy sample almost
//! drops out, the hard one hardly notices.
//!
//! At $p = 0.5$ the pull is $0.25\,(0.5 + 2 \cdot 0.5 \cdot 0.69315)$; cross-entropy pulls with
//! $0.5$. At $p = 0.9$ it is $0.01\,(0.1 + 2 \cdot 0.9 \cdot 0.10536) = 0.0028965$ against
//! $0.1$: smaller by a factor of about $35$, not $100$. What trains is the pull, and it is
//! reduced less than the loss, because the factor $(1-p)^\gamma$ has a slope of its own.

/// Cross-entropy divided by focal loss, for p = 0.9, 0.5 and 0.1.
pub fn loss_ratios() -> [f64; 3] {
    [100.0, 4.0, 1.0 / 0.81]
}

/// The pull of the focal loss at p = 0.5.
pub fn pull_at_one_half() -> f64 {
    0.25 * (0.5 + std::f64::consts::LN_2)
}

/// The pull of cross-entropy divided by that of the focal loss, at p = 0.9.
pub fn pull_ratio_at_nine_tenths() -> f64 {
    0.1 / (0.01 * (0.1 + 1.8 * 0.10536))
}
