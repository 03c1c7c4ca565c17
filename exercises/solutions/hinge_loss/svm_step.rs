//! The subgradient with respect to $w$ is $\lambda w - y x$ inside the margin and $\lambda w$
//! beyond it; with respect to $b$ it is $-y$ or $0$. So $w$ shrinks by the factor
//! $1 - \eta\lambda$ at *every* step, and a sample inside the margin adds $\eta y x$ to it.
//! The margin is computed before anything moves.

use ndarray::{Array1, s};

/// θ after one step on one sample.
pub fn step(
    theta: &Array1<f64>,
    input: &Array1<f64>,
    label: f64,
    decay: f64,
    rate: f64,
) -> Array1<f64> {
    let features = input.len();
    let score = theta.slice(s![..features]).dot(input) + theta[features];
    let mut next = theta.clone();
    next.slice_mut(s![..features]).mapv_inplace(|w| (1.0 - rate * decay) * w);
    if label * score < 1.0 {
        next.slice_mut(s![..features]).scaled_add(rate * label, input);
        next[features] += rate * label;
    }
    next
}
