//! The negative log-likelihood of a normal distribution with a predicted variance.
//!
//! ℓ(μ, s, y) = ½ (s + r² e^(−s)),   ∂ℓ/∂μ = r e^(−s),   ∂ℓ/∂s = ½ (1 − r² e^(−s)),
//! r = μ − y, s = ln σ². The prediction has shape (n, 2): the columns are μ and s.
//!
//! **Convention.** Without the constant ½ ln 2π, as PyTorch's `GaussianNLLLoss` with
//! `full=False`. PyTorch takes the variance, and clamps it at 10⁻⁶; the logarithm needs
//! no clamp, and a network may give any number for it. By the chain rule ∂ℓ/∂σ² is
//! ∂ℓ/∂s divided by σ².
//!
//! # Reference
//! D. A. Nix & A. S. Weigend, "Estimating the mean and variance of the target
//! probability distribution", *IEEE International Conference on Neural Networks* (1994)
//! 55–60.

use super::Loss;
use super::weighted::weighted;
use ndarray::{Array1, Array2};

// ANCHOR: gaussian_nll
/// ½ (ln σ² + r²/σ²): a model that says how sure it is, and pays for being too sure.
///
/// # Panics
/// A prediction that is not of shape (n, 2) for n targets panics.
///
/// ```
/// use listings::losses::{GaussianNll, Loss};
/// use ndarray::array;
///
/// let wrong_by_two = |log_variance: f64| {
///     GaussianNll.value(&array![[5.0, log_variance]], &array![3.0])
/// };
/// assert_eq!(wrong_by_two(0.0), 2.0);
/// // The best variance is the squared residual: s = ln 4.
/// let best = wrong_by_two(4_f64.ln());
/// assert!(best < wrong_by_two(1.3) && best < wrong_by_two(1.5));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct GaussianNll;

impl Loss<Array2<f64>, Array1<f64>> for GaussianNll {
    fn value(&self, prediction: &Array2<f64>, target: &Array1<f64>) -> f64 {
        assert_mean_and_log_variance(prediction, target);
        let mut sum = 0.0;
        for (row, y) in prediction.rows().into_iter().zip(target) {
            let (residual, log_variance) = (row[0] - y, row[1]);
            sum += half_nll(residual, log_variance);
        }
        sum / target.len() as f64
    }

    fn gradient(&self, prediction: &Array2<f64>, target: &Array1<f64>) -> Array2<f64> {
        assert_mean_and_log_variance(prediction, target);
        let mut gradient = Array2::zeros(prediction.raw_dim());
        for (i, mut row) in gradient.rows_mut().into_iter().enumerate() {
            let residual = prediction[[i, 0]] - target[i];
            let log_variance = prediction[[i, 1]];
            row[0] = over_variance(residual, log_variance);
            row[1] = 0.5 * (1.0 - over_variance(residual.powi(2), log_variance));
        }
        gradient / target.len() as f64
    }
}

/// ½ (s + r² e^(−s)).
fn half_nll(residual: f64, log_variance: f64) -> f64 {
    0.5 * (log_variance + over_variance(residual.powi(2), log_variance))
}

/// x e^(−s); 0 where x is, even if the variance is so small that 1/σ² overflows.
fn over_variance(x: f64, log_variance: f64) -> f64 {
    weighted(x, (-log_variance).exp())
}

pub(super) fn assert_mean_and_log_variance(
    prediction: &Array2<f64>,
    target: &Array1<f64>,
) {
    let (shape, targets) = (prediction.shape(), target.len());
    assert_eq!(
        shape,
        [targets, 2],
        "a prediction of shape {shape:?} for {targets} targets: [{targets}, 2] is valid"
    );
}
// ANCHOR_END: gaussian_nll
