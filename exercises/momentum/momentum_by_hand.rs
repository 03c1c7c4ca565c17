//! # Three steps in three conventions
//!
//! Start at $\theta = 1$ with the velocity $0$. The gradients of the next three steps are
//! $2$, $2$ and $-1$, wherever $\theta$ is. The rate is $\eta = 0.1$, and $\beta = 0.5$.
//!
//! Work out $\theta$ after each of the three steps,
//!
//! 1. with the sum, $v \leftarrow \beta v + g$,
//! 2. with the moving average, $v \leftarrow \beta v + (1 - \beta) g$,
//! 3. with PyTorch's dampening $\tau = 0.5$: $v \leftarrow \beta v + (1 - \tau) g$, but
//!    $v \leftarrow g$ at the first step.
//!
//! In all three $\theta \leftarrow \theta - \eta v$. An answer is right within $0.0005$.

/// θ after the first, second and third step with the sum.
pub fn sum() -> [f64; 3] {
    todo!()
}

/// θ after the first, second and third step with the moving average.
pub fn average() -> [f64; 3] {
    todo!()
}

/// θ after the first, second and third step with dampening.
pub fn dampened() -> [f64; 3] {
    todo!()
}
