//! # Two steps, looking ahead
//!
//! On $L(\theta) = \theta^2$, so $g = 2\theta$, start at $\theta = 1$ with $v = 0$, at
//! $\eta = 0.1$ and $\beta = 0.5$. Work out
//!
//! 1. $\theta$ after the first and second step of momentum, $v \leftarrow \beta v + g(\theta)$,
//!    $\theta \leftarrow \theta - \eta v$,
//! 2. $\theta$ after the first and second step of Nesterov told as a look-ahead,
//!    $v \leftarrow \beta v + g(\theta - \eta\beta v)$, $\theta \leftarrow \theta - \eta v$,
//! 3. $\theta$ after the first and second step in the form of the frameworks,
//!    $v \leftarrow \beta v + g(\theta)$, $\theta \leftarrow \theta - \eta (g(\theta) + \beta v)$.
//!
//! An answer is right within $0.0005$.

/// θ after the first and second step of momentum.
pub fn momentum() -> [f64; 2] {
    todo!()
}

/// θ after the first and second step of the look-ahead.
pub fn look_ahead() -> [f64; 2] {
    todo!()
}

/// θ after the first and second step of the form of the frameworks.
pub fn framework() -> [f64; 2] {
    todo!()
}
