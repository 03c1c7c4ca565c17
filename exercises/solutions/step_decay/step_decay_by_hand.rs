//! The exponents are $\lfloor t/20 \rfloor = 0, 0, 1, 2, 5$, and a milestone counts from its own
//! epoch on: 0, 1, 1, 2 cuts. At rest the loss is
//! $\eta\sigma^2/(2\,(2 - \eta\lambda)) = 0.4/3.8$.

/// The rates of step decay at epochs 0, 19, 20, 45 and 100.
pub fn rates() -> [f64; 5] {
    [0.4, 0.4, 0.2, 0.1, 0.0125]
}

/// The rates at epochs 29, 30, 44 and 45, with two milestones.
pub fn at_milestones() -> [f64; 4] {
    [0.1, 0.01, 0.01, 0.001]
}

/// The expected loss at rest.
pub fn loss_at_rest() -> f64 {
    0.4 / 3.8
}
