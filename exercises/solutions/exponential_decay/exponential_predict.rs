//! $0.95^{60} = 0.05$, and $0.95^{600}$ is $4 \cdot 10^{-14}$. A hundredth is left after
//! $\ln 0.01/\ln 0.95 = 89.8$ ticks, nine epochs of updates. All rates together make
//! $0.1/0.05 = 2$, so the product of the $1 - \eta_t$ is near $e^{-2} = 0.14$, and below it.

/// The share after 60 epochs, a tick an epoch.
pub fn left_per_epoch() -> f64 {
    0.95_f64.powi(60)
}

/// The share after 60 epochs, a tick an update.
pub fn left_per_update() -> f64 {
    0.95_f64.powi(600)
}

/// The first tick after which less than a hundredth is left.
pub fn steps_to_a_percent() -> f64 {
    (0.01_f64.ln() / 0.95_f64.ln()).ceil()
}

/// The share of the start that gradient descent leaves.
pub fn arrives() -> f64 {
    (0..2000).map(|step| 1.0 - 0.1 * 0.95_f64.powi(step)).product()
}
