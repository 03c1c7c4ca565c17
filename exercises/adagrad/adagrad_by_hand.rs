//! # Three steps of AdaGrad
//!
//! One parameter starts at $\theta = 2$ with $G = 0$. Its gradients in three steps are
//! $3$, $-4$ and $12$, whatever $\theta$ is. The rate is $\eta = 0.5$, and $\varepsilon$
//! is too small to matter.
//!
//! Give $G$ after each step, the length of each step,
//! $\eta \, |g| / \sqrt{G}$, and $\theta$ after the third. Before you compute: the
//! gradients grow. Do the steps?

/// G after each of the three steps.
pub fn squares() -> [f64; 3] {
    todo!()
}

/// The length of each step, without its sign.
pub fn lengths() -> [f64; 3] {
    todo!()
}

/// θ after the third step.
pub fn theta() -> f64 {
    todo!()
}
