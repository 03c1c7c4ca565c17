//! # Three pairs
//!
//! A network has embedded three pairs of photographs in the plane. The margin is
//! $m = 2$, and the contrastive loss of a pair at the distance $d$ is $d^2$ when it is
//! similar and $\max(0, m - d)^2$ when it is dissimilar.
//!
//! | pair | first | second | similar |
//! |---|---|---|---|
//! | A | $(3, 4)$ | $(0, 0)$ | yes |
//! | B | $(1, 1)$ | $(1, 2.5)$ | no |
//! | C | $(0, 3)$ | $(4, 0)$ | no |
//!
//! Work out the mean loss of the three pairs, and the gradient of the loss of pair B
//! *alone* (not of the mean) with respect to its first embedding. Then suppose that
//! somebody swapped the labels: A is dissimilar, B and C are similar. What is the mean
//! loss now? Two decimals are enough.

/// The mean loss of A, B and C.
pub fn mean_loss() -> f64 {
    todo!()
}

/// The gradient of the loss of B with respect to (1, 1).
pub fn gradient_of_b() -> [f64; 2] {
    todo!()
}

/// The mean loss with the labels swapped.
pub fn mean_loss_swapped() -> f64 {
    todo!()
}
