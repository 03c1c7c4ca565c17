//! The second loop must go forward, from the oldest pair to the newest. The first peels
//! the updates off, last one first, and the second puts them back in the order in which
//! they were made. With one pair there is no order, so a test needs two.

use ndarray::Array1;

/// B g. `steps` holds the sᵢ and `changes` the yᵢ, oldest first, all of one length.
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
    for i in 0..steps.len() {
        let beta = changes[i].dot(&r) / changes[i].dot(&steps[i]);
        r.scaled_add(alphas[i] - beta, &steps[i]);
    }
    r
}
