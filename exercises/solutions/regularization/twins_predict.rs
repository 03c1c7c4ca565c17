//! Only the sum $t = w_1 + w_2$ matters to the loss, which is $(t - 4)^2$.
//!
//! Ridge shares, because for a given sum the squares are least when both are equal: with
//! $w_1 = w_2 = u$, the objective $(2u - 4)^2 + 2u^2$ has the derivative
//! $4(2u - 4) + 4u$, so $u = 4/3$. The lasso does not care how the sum is shared;
//! coordinate descent takes the first weight to its minimum, where $2(w_1 - 4) + 2 = 0$, and
//! finds nothing left for the second. The elastic net has a little of both: with half of
//! $\lambda$ each, $4(2u - 4) + 2 + 2u = 0$, so $u = 1.4$, and both are equal again. The
//! first step from zero is pulled with $|c_j| = |x^\top y| / n = 8$, and that is
//! $\lambda_{\max}$.

use ndarray::{Array1, Array2, array};

/// The weights under ridge.
pub fn ridge() -> [f64; 2] {
    coordinate_descent(0.0, 2.0)
}

/// The weights under the lasso, by coordinate descent from zero.
pub fn lasso() -> [f64; 2] {
    coordinate_descent(2.0, 0.0)
}

/// The weights under the elastic net.
pub fn elastic_net() -> [f64; 2] {
    coordinate_descent(1.0, 1.0)
}

/// λ_max of the lasso.
pub fn lambda_max() -> f64 {
    let (_, covariance) = moments();
    covariance.iter().fold(0.0, |most, c| f64::max(most, c.abs()))
}

fn moments() -> (Array2<f64>, Array1<f64>) {
    let x = array![-2.0, -1.0, 0.0, 1.0, 2.0];
    let variance = x.dot(&x) / 5.0;
    let covariance = x.dot(&(&x * 4.0)) / 5.0;
    (Array2::from_elem((2, 2), variance), Array1::from_elem(2, covariance))
}

/// A hundred sweeps, with the price l1 |w| + l2/2 w² on each weight.
fn coordinate_descent(l1: f64, l2: f64) -> [f64; 2] {
    let (gram, covariance) = moments();
    let mut weights = [0.0; 2];
    for _ in 0..100 {
        for j in 0..2 {
            let pull = covariance[j] - gram[[j, 1 - j]] * weights[1 - j];
            weights[j] = (pull - pull.clamp(-l1, l1)) / (gram[[j, j]] + l2);
        }
    }
    weights
}
