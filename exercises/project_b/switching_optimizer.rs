//! # Project B, milestone 1: from Adam to SGD
//!
//! Write an optimizer that steps by Adam until training has stopped getting better, and by
//! momentum SGD from then on.
//!
//! **The rate.** Let $p \in \R^d$ be Adam's step at a gradient $g \in \R^d$, so that
//! $\theta \leftarrow \theta + p$. The rate $\gamma$ at which the step $-\gamma g$ of SGD,
//! projected at a right angle onto the line through $p$, is $p$ itself, is
//! $$ \gamma = \frac{p^\top p}{-p^\top g} . $$
//! Where $-p^\top g \le 0$ no rate above zero does that: `None`.
//!
//! **The stall.** With $P \ge 1$ (`window`), compare the mean of the last $P$ losses with the
//! mean of the $P$ before them. They have stalled if
//! $(\text{before} - \text{last}) / \text{before}$ is below the threshold. With fewer than
//! $2P$ losses there is no verdict, which is `false`. Losses are above zero.
//!
//! **The step**, in this order. Remember the loss. In the phase of momentum, step by
//! $v \leftarrow 0.9\, v + g$, $\theta \leftarrow \theta - \eta v$, and that is all: there is no way
//! back. In the phase of Adam ($\beta_1 = 0.9$, $\beta_2 = 0.999$, $\varepsilon = 10^{-8}$ beside the
//! root), take Adam's step; remember its $\gamma$, if it has one, in place of the one before; then,
//! if the losses have stalled *and* a $\gamma$ is known, change to momentum, from the next step on.
//!
//! What was learned is carried over. Adam's corrected mean $\hat m$ is an average of gradients, whose
//! weights add up to 1. The weights in $v$ add up to $1/(1 - 0.9)$. So momentum begins
//! with $v = \hat m / (1 - 0.9)$, and with the rate $\eta = (1 - 0.9)\,\gamma$.
//!
//! `Switching` and its two phases are in `exercises/src/ensemble.rs`. To match on the phase, you have to
//! import `Phase` from there, too.

use crate::ensemble::Switching;
use ndarray::Array1;

/// γ of a step and a gradient of the same length.
pub fn projected_rate(step: &Array1<f64>, gradient: &Array1<f64>) -> Option<f64> {
    todo!()
}

/// Whether the losses have stopped falling.
pub fn has_stalled(losses: &[f64], window: usize, threshold: f64) -> bool {
    todo!()
}

/// One step of θ, from the gradient and the loss there.
pub fn step(
    optimizer: &mut Switching,
    theta: &mut Array1<f64>,
    gradient: &Array1<f64>,
    loss: f64,
) {
    todo!()
}
