//! The distances are $5$, $1.5$ and $5$. A costs $25$, B costs $(2 - 1.5)^2 = 0.25$, and C
//! is beyond the margin and costs nothing: $25.25 / 3 \approx 8.42$.
//!
//! B's gradient is $-2 (m - d) (x_1 - x_2)/d = -2 \cdot 0.5 \cdot (0, -1.5)/1.5 = (0, 1)$.
//! Descent steps against it, down, away from the partner at $(1, 2.5)$.
//!
//! With the labels swapped, A is dissimilar and far: free. B costs $2.25$ and C costs
//! $25$: $27.25 / 3 \approx 9.08$. A swap does not show in the size of the loss; it shows
//! in where training goes.

/// The mean loss of A, B and C.
pub fn mean_loss() -> f64 {
    25.25 / 3.0
}

/// The gradient of the loss of B with respect to (1, 1).
pub fn gradient_of_b() -> [f64; 2] {
    [0.0, 1.0]
}

/// The mean loss with the labels swapped.
pub fn mean_loss_swapped() -> f64 {
    27.25 / 3.0
}
