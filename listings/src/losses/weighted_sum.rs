//! A sum of losses, each with a weight.
//!
//! ℓ(r) = Σₖ wₖ ℓₖ(r),   ℓ′(r) = Σₖ wₖ ℓₖ′(r),   wₖ ≥ 0.
//!
//! **Convention.** The weights need not add up to 1: multiplying all of them by one
//! number moves no minimum, and multiplies the gradient, hence the step, by it.

use super::ResidualLoss;
use super::weighted::weighted;
use crate::error::{ParameterError, non_negative};

// ANCHOR: weighted_sum
/// A loss of several terms: their values add up, and so do their pulls.
///
/// ```
/// use listings::losses::{MeanAbsoluteError, MeanSquaredError, ResidualLoss, WeightedSum};
///
/// let loss = WeightedSum::new(vec![
///     (0.5, Box::new(MeanSquaredError)),
///     (2.0, Box::new(MeanAbsoluteError)),
/// ])?;
/// assert_eq!(loss.of(3.0), 0.5 * 9.0 + 2.0 * 3.0);
/// assert_eq!(loss.slope(3.0), 0.5 * 6.0 + 2.0 * 1.0);
/// # Ok::<(), listings::ParameterError>(())
/// ```
pub struct WeightedSum {
    terms: Vec<(f64, Box<dyn ResidualLoss>)>,
}

impl WeightedSum {
    /// A sum of these terms; of none, it is zero everywhere.
    ///
    /// # Errors
    /// [`ParameterError`] unless every weight is in [0, ∞).
    pub fn new(terms: Vec<(f64, Box<dyn ResidualLoss>)>) -> Result<Self, ParameterError> {
        for (weight, _) in &terms {
            non_negative("weight", *weight)?;
        }
        Ok(Self { terms })
    }

    fn sum(&self, part: impl Fn(&dyn ResidualLoss) -> f64) -> f64 {
        // A term of weight 0 is left out even where it is infinite.
        self.terms.iter().map(|(weight, loss)| weighted(*weight, part(&**loss))).sum()
    }
}

impl ResidualLoss for WeightedSum {
    fn of(&self, residual: f64) -> f64 {
        self.sum(|loss| loss.of(residual))
    }

    fn slope(&self, residual: f64) -> f64 {
        self.sum(|loss| loss.slope(residual))
    }
}
// ANCHOR_END: weighted_sum
