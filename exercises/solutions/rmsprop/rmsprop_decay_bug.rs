//! $\rho$ and $1 - \rho$ were exchanged. With $\rho = 0.9$ the code kept a tenth of the
//! old mean: a memory of little more than one step, and at $0.99$ of even less. At $\rho
//! = 0.5$ both are the same. A test on a constant gradient sees it after one step, where
//! $v$ must be $(1 - \rho) g^2$; after many steps both are $g^2$, and it sees nothing.

use ndarray::Array1;

/// v after each gradient, from v = 0.
pub fn mean_squares(gradients: &Array1<f64>, rho: f64) -> Array1<f64> {
    let mut v = 0.0;
    gradients.mapv(|gradient| {
        v = rho * v + (1.0 - rho) * gradient * gradient;
        v
    })
}
