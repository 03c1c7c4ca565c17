//! Both formulas in one line each. The quotient $g/(\sqrt{G} + \varepsilon)$ is taken
//! first, so that rate and gradient do not meet before the units cancel. Where $G = 0$
//! the gradient was always zero, and $0/\varepsilon = 0$ leaves the coordinate where it
//! is: this is what $\varepsilon$ is for. Below the root it would be in units of a
//! squared gradient, and another number would have the same effect.

use ndarray::Array1;

/// The sums of squares with this gradient added.
pub fn accumulate(squares: &Array1<f64>, gradient: &Array1<f64>) -> Array1<f64> {
    squares + gradient * gradient
}

/// The parameters after the step; `squares` holds `gradient` already.
pub fn step(
    theta: &Array1<f64>,
    gradient: &Array1<f64>,
    squares: &Array1<f64>,
    rate: f64,
    epsilon: f64,
) -> Array1<f64> {
    theta - &(gradient / &(squares.mapv(f64::sqrt) + epsilon) * rate)
}
