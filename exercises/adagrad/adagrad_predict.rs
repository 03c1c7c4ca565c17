//! # How far does a falling rate get?
//!
//! A parameter stands on a slope that never ends: its gradient is $1$ in every step.
//! AdaGrad goes down with $\eta = 0.1$, from $G = 0$.
//!
//! Predict how far it gets in $100$ steps; how far in $100$ steps if the gradient is
//! $1000$ instead of $1$; and how many times as far in $10\,000$ steps as in $100$. Then
//! let the check run all three. An answer is right within $0.1$.

/// The distance after 100 steps with the gradient 1.
pub fn distance() -> f64 {
    todo!()
}

/// The distance after 100 steps with the gradient 1000.
pub fn distance_when_steep() -> f64 {
    todo!()
}

/// The distance after 10 000 steps over that after 100 steps.
pub fn ratio() -> f64 {
    todo!()
}
