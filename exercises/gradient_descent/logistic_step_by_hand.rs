//! # One step of logistic regression
//!
//! A logistic model gives the probability $p = \sigma(w x + b)$ of class 1, with
//! $\sigma(z) = 1/(1 + e^{-z})$, and is trained with the cross-entropy
//! $L = -y \ln p - (1 - y) \ln(1 - p)$. At $w = 1$, $b = -1$ it meets the sample $x = 2$
//! with the label $y = 0$. Take one step of gradient descent at the rate $\eta = 0.2$.
//!
//! You need a pocket calculator for $e^{-1} \approx 0.368$. Three decimals are enough.

/// The probability p before the step.
pub fn probability() -> f64 {
    todo!()
}

/// `[∂L/∂w, ∂L/∂b]` at the start.
pub fn gradient() -> [f64; 2] {
    todo!()
}

/// `[w, b]` after the step.
pub fn after() -> [f64; 2] {
    todo!()
}
