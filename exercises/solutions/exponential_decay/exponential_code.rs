//! $d^{t/s} = (d^{1/s})^t = e^{t \ln(d)/s}$. The quotient $t/s$ is one of real numbers here: with whole
//! numbers it would be a staircase.

/// η₀ d^(t/s): by the factor d in s steps, without a staircase.
pub fn rate(initial: f64, factor: f64, steps: usize, step: usize) -> f64 {
    initial * factor.powf(step as f64 / steps as f64)
}

/// γ, the factor of one step.
pub fn per_step_factor(factor: f64, steps: usize) -> f64 {
    factor.powf(1.0 / steps as f64)
}

/// k, with γ = e^(−k).
pub fn decay_constant(factor: f64, steps: usize) -> f64 {
    -factor.ln() / steps as f64
}

/// The steps in which the rate halves.
pub fn half_life(factor: f64, steps: usize) -> f64 {
    std::f64::consts::LN_2 / decay_constant(factor, steps)
}
