//! # Converges, but no faster than gradient descent
//!
//! The two loops below were written for L-BFGS. With one pair they are right, and the
//! test with one pair passes. With more, training converges, since a line search mends
//! much, but it takes far more iterations than it should, and the more memory the worse.
//! For the newest pair $B y = s$ does not hold.
//!
//! Find the fault and repair it.

use ndarray::Array1;

/// B g from pairs, oldest first.
pub fn inverse_times(
    steps: &[Array1<f64>],
    changes: &[Array1<f64>],
    gradient: &Array1<f64>,
) -> Array1<f64> {
    let mut r = gradient.clone();
    let mut alphas = vec![0.0; steps.len()];
    for i in (0..steps.len()).rev() {
        alphas[i] = steps[i].dot(&r) / changes[i].dot(&steps[i]);
        r.scaled_add(-alphas[i], &changes[i]);
    }
    if let (Some(s), Some(y)) = (steps.last(), changes.last()) {
        r *= s.dot(y) / y.dot(y);
    }
    for i in (0..steps.len()).rev() {
        let beta = changes[i].dot(&r) / changes[i].dot(&steps[i]);
        r.scaled_add(alphas[i] - beta, &steps[i]);
    }
    r
}
