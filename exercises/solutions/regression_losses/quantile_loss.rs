//! Too high means $r > 0$: the cost is $(1 - \tau)\, r$, its derivative $1 - \tau$. Too
//! low means $r < 0$: the cost is $-\tau\, r$, which is positive, and its derivative is
//! $-\tau$. For a constant prediction the derivative of the mean is $1 - \tau$ times the
//! share of targets below it, minus $\tau$ times the share above. It vanishes when the
//! share below is $\tau$: that is the $\tau$-quantile. For $\tau = \frac{1}{2}$ the loss
//! is half the mean absolute error, and the quantile is the median.

use ndarray::Array1;

/// The mean quantile loss. Both arrays have the same length, which is not zero.
pub fn value(prediction: &Array1<f64>, target: &Array1<f64>, tau: f64) -> f64 {
    let losses =
        (prediction - target).mapv(|r| if r >= 0.0 { (1.0 - tau) * r } else { -tau * r });
    losses.sum() / losses.len() as f64
}

/// The gradient of [`value`] with respect to `prediction`.
pub fn gradient(prediction: &Array1<f64>, target: &Array1<f64>, tau: f64) -> Array1<f64> {
    let n = prediction.len() as f64;
    (prediction - target).mapv(|r| {
        let slope = if r > 0.0 {
            1.0 - tau
        } else if r < 0.0 {
            -tau
        } else {
            0.0
        };
        slope / n
    })
}
