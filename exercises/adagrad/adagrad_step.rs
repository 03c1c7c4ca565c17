//! # AdaGrad
//!
//! Write AdaGrad in two functions. The first adds a gradient to the sums of squares; the
//! second gives the parameters after the step, from sums that hold this gradient already:
//!
//! $$ G \leftarrow G + g^2, \qquad \theta \leftarrow \theta - \frac{\eta\, g}{\sqrt{G} +
//! \varepsilon} . $$
//!
//! Squares, roots and quotients are taken entry by entry; all arrays have the length of
//! $\theta$. A coordinate that has never had a slope must stay where it is.

use ndarray::Array1;

/// The sums of squares with this gradient added.
pub fn accumulate(squares: &Array1<f64>, gradient: &Array1<f64>) -> Array1<f64> {
    todo!()
}

/// The parameters after the step; `squares` holds `gradient` already.
pub fn step(
    theta: &Array1<f64>,
    gradient: &Array1<f64>,
    squares: &Array1<f64>,
    rate: f64,
    epsilon: f64,
) -> Array1<f64> {
    todo!()
}
