//! What least squares needs to know of the data.
//!
//! G = X̃ᵀX̃/n of shape (k, k),   c = X̃ᵀỹ/n of shape (k), with X̃ and ỹ the data less
//! their means. For every w, with the best intercept b = ȳ − x̄ᵀw,
//! 1/2n ‖y − Xw − b‖² = ½ wᵀGw − cᵀw + ½ var(y).

use ndarray::{Array1, Array2, Axis};

// ANCHOR: moments
/// Means, covariances among the features, and covariances of features and target.
#[derive(Clone, Debug, PartialEq)]
pub struct Moments {
    /// x̄ of shape (k).
    pub input_mean: Array1<f64>,
    /// ȳ.
    pub target_mean: f64,
    /// G of shape (k, k).
    pub gram: Array2<f64>,
    /// c of shape (k).
    pub covariance: Array1<f64>,
}

impl Moments {
    /// The moments of X of shape (n, k) and y of shape (n).
    ///
    /// # Panics
    /// Panics when there is no sample, or when X and y do not have the same number.
    pub fn of(inputs: &Array2<f64>, target: &Array1<f64>) -> Self {
        let (rows, targets) = (inputs.nrows(), target.len());
        assert_eq!(rows, targets, "{rows} rows of inputs for {targets} targets");
        let input_mean = inputs.mean_axis(Axis(0)).expect("at least one sample");
        let target_mean = target.mean().expect("at least one sample");
        let samples = rows as f64;
        let mut inputs = inputs - &input_mean;
        for (mut column, mean) in inputs.columns_mut().into_iter().zip(&input_mean) {
            // A constant column less its mean is the rounding of that mean, or zero.
            let rounding = samples * f64::EPSILON * mean.abs();
            if column.iter().all(|x| x.abs() <= rounding) {
                column.fill(0.0);
            }
        }
        let target = target - target_mean;
        Self {
            gram: inputs.t().dot(&inputs) / samples,
            covariance: inputs.t().dot(&target) / samples,
            input_mean,
            target_mean,
        }
    }

    /// b = ȳ − x̄ᵀw, the best intercept for these weights.
    pub fn intercept(&self, weights: &Array1<f64>) -> f64 {
        self.target_mean - self.input_mean.dot(weights)
    }
}
// ANCHOR_END: moments
