//! Take roots of both edges: $\sqrt{\eta\mu} = 1 - \sqrt\beta$ and
//! $\sqrt{\eta L} = 1 + \sqrt\beta$. Their sum gives
//! $\sqrt\eta\,(\sqrt\mu + \sqrt L) = 2$, and their quotient
//! $\sqrt\beta = (\sqrt L - \sqrt\mu)/(\sqrt L + \sqrt\mu)$. The factor of the whole band is
//! $\sqrt\beta$. For $\mu = L$ all of it vanishes: $\beta = 0$, $\eta = 1/L$, and one step
//! arrives.

/// η.
pub fn rate(least: f64, most: f64) -> f64 {
    4.0 / (least.sqrt() + most.sqrt()).powi(2)
}

/// β.
pub fn beta(least: f64, most: f64) -> f64 {
    factor(least, most).powi(2)
}

/// The factor a step.
pub fn factor(least: f64, most: f64) -> f64 {
    (most.sqrt() - least.sqrt()) / (most.sqrt() + least.sqrt())
}
