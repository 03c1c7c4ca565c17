//! None of $k$ is good with the probability $0.9^k$. For five that is $0.59$; it is below
//! $0.05$ from $k = \ln 0.05 / \ln 0.9 = 28.4$ on, so 29. (Sixty for a twentieth of the rates:
//! Bergstra and Bengio's rule.) A grid of five over four decades has the ratio 10, and the
//! middle between two of them is $\sqrt{10}$ away from both. Of four decades three are below
//! $0.1$; had the rate itself been uniform, it would have been a tenth of the draws.

/// With which probability is at least one of five random rates good?
pub fn chance_of_five() -> f64 {
    1.0 - 0.9_f64.powi(5)
}

/// How many random rates do you need for a probability of at least 95 %?
pub fn trials_needed() -> f64 {
    (0.05_f64.ln() / 0.9_f64.ln()).ceil()
}

/// Instead you try a grid of five rates with equal ratios, 10⁻⁴ and 1 among them. By what
/// factor can the best rate between 10⁻⁴ and 1 be away from the nearest of the grid, at
/// most?
pub fn farthest_factor() -> f64 {
    10_f64.sqrt()
}

/// Which share of the random rates is below 0.1?
pub fn share_below_a_tenth() -> f64 {
    0.75
}
