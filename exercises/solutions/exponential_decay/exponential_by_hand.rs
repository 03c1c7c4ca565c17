//! At multiples of $s$ the exponent is whole: $0.1$, $0.096$, $0.09216$. The half-life solves
//! $0.9^t = \tfrac12$: $t = \ln 2 / (-\ln 0.9)$. The sum is geometric, $0.1/(1 - 0.98)$. Half in two
//! steps is $\gamma = \sqrt{0.5}$ and $k = \tfrac12 \ln 2$.

/// The rates at steps 0, 100 and 200.
pub fn lecture_rates() -> [f64; 3] {
    [0.1, 0.096, 0.09216]
}

/// The half-life in steps, for γ = 0.9.
pub fn half_life() -> f64 {
    0.5_f64.ln() / 0.9_f64.ln()
}

/// The sum of all rates, for η₀ = 0.1 and γ = 0.98.
pub fn reach() -> f64 {
    0.1 / (1.0 - 0.98)
}

/// γ and k, for d = 0.5 in 2 steps.
pub fn forms() -> [f64; 2] {
    [0.5_f64.sqrt(), 0.5 * 2.0_f64.ln()]
}
