//! A finder ends with an explosion by design, so whatever it trains is lost. It has to train a
//! copy, or put back what it saved: the parameters, and the state of the optimizer and of the
//! batch normalization too, where there is one.

use ndarray::Array1;

/// The loss before each step of gradient descent at these rates, one step at each.
pub fn search(
    theta: &mut Array1<f64>,
    curvature: f64,
    rates: &Array1<f64>,
) -> Array1<f64> {
    let mut copy = theta.clone();
    let mut losses = Vec::new();
    for &rate in rates {
        losses.push(0.5 * curvature * copy.dot(&copy));
        let gradient = curvature * &copy;
        copy.scaled_add(-rate, &gradient);
    }
    Array1::from(losses)
}
