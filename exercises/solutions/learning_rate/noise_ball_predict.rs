//! At rest $\E[\theta^2] = 4\eta^2/(1 - (1 - \eta)^2) = 4\eta/(2 - \eta)$, and the loss is half of it:
//! $0.4/1.8$, $0.2/1.9$, $0.02/1.99$. A step of $\eta = 1$ forgets θ and keeps one draw of the noise:
//! $\frac12 \cdot 4$. So ten times the rate is about ten times the loss at rest, and a tenth of
//! the steps. The mean shrinks by $0.9$ a step, and $0.9^7 = 0.478$.

/// The expected loss at rest, η = 0.2.
pub fn rest_at_a_fifth() -> f64 {
    0.4 / 1.8
}

/// The expected loss at rest, η = 0.1.
pub fn rest_at_a_tenth() -> f64 {
    0.2 / 1.9
}

/// The expected loss after one step of η = 1.
pub fn after_a_step_of_one() -> f64 {
    2.0
}

/// The expected loss at rest at 0.1 over that at 0.01.
pub fn tenfold_smaller() -> f64 {
    (0.2 / 1.9) / (0.02 / 1.99)
}

/// Steps after which the mean of θ is at most half of what it was, η = 0.1.
pub fn steps_to_halve() -> f64 {
    7.0
}
