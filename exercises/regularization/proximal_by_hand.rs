//! # Four weights, three prices
//!
//! A gradient step has left the weights $w = (3, -0.4, 1, -2.5)$. Now comes the proximal
//! step of the regularizer $R$, with the rate $\eta = 0.5$: the $u$ that minimizes
//! $\frac{1}{2} \lVert u - w \rVert^2 + \eta R(u)$. Work it out for
//!
//! 1. $R(w) = \lambda \sum_j |w_j|$ with $\lambda = 2$,
//! 2. $R(w) = \frac{\lambda}{2} \sum_j w_j^2$ with $\lambda = 2$,
//! 3. the elastic net $R(w) = \lambda \left( \rho \sum_j |w_j| + \frac{1 - \rho}{2}
//!    \sum_j w_j^2 \right)$ with $\lambda = 2$ and $\rho = \frac{1}{2}$.
//!
//! Two decimals are enough.

/// After the proximal step of L1.
pub fn l1() -> [f64; 4] {
    todo!()
}

/// After the proximal step of L2.
pub fn l2() -> [f64; 4] {
    todo!()
}

/// After the proximal step of the elastic net.
pub fn elastic_net() -> [f64; 4] {
    todo!()
}
