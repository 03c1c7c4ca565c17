//! # Two columns that are the same
//!
//! A feature $x = (-2, -1, 0, 1, 2)$ is in the data twice, and the target is $y = 4x$. You
//! fit $\hat y = w_1 x + w_2 x$ by minimizing $\frac{1}{2n} \lVert y - \hat y \rVert^2 +
//! R(w)$ from the start $w = (0, 0)$. The variance of $x$ is $2$, so the loss is
//! $(w_1 + w_2 - 4)^2$. With $\lambda = 2$ predict, before you run the check:
//!
//! 1. ridge, $R = \frac{\lambda}{2} \sum_j w_j^2$: the two weights;
//! 2. the lasso, $R = \lambda \sum_j |w_j|$, by coordinate descent, the first weight
//!    first: the two weights;
//! 3. the elastic net with $\rho = \frac{1}{2}$: the two weights;
//! 4. $\lambda_{\max}$, the smallest $\lambda$ at which the lasso leaves no weight.
//!
//! The report shows what the run gave. An answer is right within $0.05$.

/// The weights under ridge.
pub fn ridge() -> [f64; 2] {
    todo!()
}

/// The weights under the lasso, by coordinate descent from zero.
pub fn lasso() -> [f64; 2] {
    todo!()
}

/// The weights under the elastic net.
pub fn elastic_net() -> [f64; 2] {
    todo!()
}

/// λ_max of the lasso.
pub fn lambda_max() -> f64 {
    todo!()
}
