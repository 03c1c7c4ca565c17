//! # Three forms by hand
//!
//! All answers to three decimals.
//!
//! 1. $\eta_0 = 0.1$, $d = 0.96$ in $s = 100$ steps, no staircase. The rates at steps 0, 100 and 200.
//! 2. $\gamma = 0.9$ a step. After how many steps has the rate halved? Not a whole number.
//! 3. $\eta_0 = 0.1$ and $\gamma = 0.98$. The sum of the rates of all steps to come.
//! 4. $d = 0.5$ in $s = 2$ steps. The factor γ of a step, and the decay constant $k$.

/// The rates at steps 0, 100 and 200.
pub fn lecture_rates() -> [f64; 3] {
    todo!()
}

/// The half-life in steps, for γ = 0.9.
pub fn half_life() -> f64 {
    todo!()
}

/// The sum of all rates, for η₀ = 0.1 and γ = 0.98.
pub fn reach() -> f64 {
    todo!()
}

/// γ and k, for d = 0.5 in 2 steps.
pub fn forms() -> [f64; 2] {
    todo!()
}
