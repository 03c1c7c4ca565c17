//! # It forgets too fast
//!
//! This RMSprop follows every noisy batch: one small gradient, and the next
//! step is huge; raising $\rho$ from $0.9$ to $0.99$ makes it worse. This is the running
//! mean of squares that it uses.
//!
//! Find the fault and repair it. At which $\rho$ would no test have found it?

use ndarray::Array1;

/// v after each gradient, from v = 0.
pub fn mean_squares(gradients: &Array1<f64>, rho: f64) -> Array1<f64> {
    let mut v = 0.0;
    gradients.mapv(|gradient| {
        v = (1.0 - rho) * v + rho * gradient * gradient;
        v
    })
}
