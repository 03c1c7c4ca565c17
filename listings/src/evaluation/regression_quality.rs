//! How far predicted numbers are from the true ones.
//!
//! RMSE = √(1/n Σ rᵢ²),   MAE = 1/n Σ |rᵢ|,   R² = 1 − Σ rᵢ² / Σ (yᵢ − ȳ)²,
//! with residuals r = ŷ − y and the mean ȳ of the targets y.
//!
//! **Convention.** ȳ is the mean of the samples that are judged, as in scikit-learn: to
//! predict the mean of the training samples then has an R² slightly below 0.

use crate::losses::{Loss, MeanAbsoluteError, MeanSquaredError};
use ndarray::Array1;
use serde::{Deserialize, Serialize};

/// Three measures of the same residuals.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
pub struct RegressionQuality {
    /// The root of the mean squared residual, in the unit of the targets.
    pub rmse: f64,
    /// The mean absolute residual, in the unit of the targets.
    pub mae: f64,
    /// The share of the targets' variance that is explained; absent where they have none.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub r2: Option<f64>,
}

impl RegressionQuality {
    /// The same with every measure changed, such as rounded.
    #[must_use]
    pub fn map(self, change: fn(f64) -> f64) -> Self {
        let Self { rmse, mae, r2 } = self;
        Self { rmse: change(rmse), mae: change(mae), r2: r2.map(change) }
    }

    /// Judges the predictions; `None` without samples, and where a prediction is not
    /// finite.
    ///
    /// ```
    /// use listings::evaluation::RegressionQuality;
    /// use ndarray::array;
    ///
    /// let of = RegressionQuality::of(&array![1.0, 2.0, 6.0], &array![1.0, 2.0, 3.0]);
    /// let of = of.unwrap();
    /// assert_eq!((of.rmse, of.mae), (3_f64.sqrt(), 1.0));
    /// assert_eq!(of.r2, Some(1.0 - 9.0 / 2.0)); // worse than their mean
    /// ```
    ///
    /// # Panics
    /// Panics unless there is a target for each prediction.
    pub fn of(prediction: &Array1<f64>, target: &Array1<f64>) -> Option<Self> {
        let squared = MeanSquaredError.value(prediction, target);
        let mae = MeanAbsoluteError.value(prediction, target);
        if !squared.is_finite() {
            return None;
        }
        // From the first on, so that the mean of equal targets is not rounded.
        let from_first = target - *target.first()?;
        let mean = Array1::from_elem(target.len(), from_first.mean()?);
        let variance = MeanSquaredError.value(&mean, &from_first);
        let r2 = (variance > 0.0).then(|| 1.0 - squared / variance);
        Some(Self { rmse: squared.sqrt(), mae, r2 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    #[test]
    fn known_values() {
        // The example of scikit-learn's r2_score: 0.948…
        let of = RegressionQuality::of(
            &array![2.5, 0.0, 2.0, 8.0],
            &array![3.0, -0.5, 2.0, 7.0],
        )
        .unwrap();
        assert_eq!((of.rmse, of.mae), (0.375_f64.sqrt(), 0.5));
        assert!((of.r2.unwrap() - 0.948_608_137_044_967_9).abs() < 1e-15);
        // All right, and the mean.
        let y = array![1.0, 2.0, 3.0];
        assert_eq!(RegressionQuality::of(&y, &y).unwrap().r2, Some(1.0));
        let mean = array![2.0, 2.0, 2.0];
        assert_eq!(RegressionQuality::of(&mean, &y).unwrap().r2, Some(0.0));
    }

    #[test]
    fn targets_without_variance_have_no_share_of_it() {
        let of = RegressionQuality::of(&array![1.0, 3.0], &array![2.0, 2.0]).unwrap();
        assert_eq!((of.rmse, of.mae, of.r2), (1.0, 1.0, None));
        // Three tenths, divided by three, are not a tenth.
        let constant = Array1::from_elem(3, 0.1);
        assert_ne!(constant.mean(), Some(0.1));
        let of = RegressionQuality::of(&array![0.0, 0.1, 0.2], &constant).unwrap();
        assert_eq!(of.r2, None);
    }

    #[test]
    fn what_diverged_has_no_quality() {
        let y = array![1.0, 2.0];
        assert_eq!(RegressionQuality::of(&array![f64::NAN, 2.0], &y), None);
        assert_eq!(RegressionQuality::of(&array![f64::INFINITY, 2.0], &y), None);
        assert_eq!(RegressionQuality::of(&array![], &array![]), None);
    }
}
