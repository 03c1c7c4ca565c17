//! The negative log-likelihood of a Poisson distribution with a predicted log rate.
//!
//! ℓ(z, y) = e^z − y z,   ∂ℓ/∂z = e^z − y, with the rate λ = e^z and a count y ≥ 0.
//!
//! **Convention.** Without the constant ln y!, as PyTorch's `PoissonNLLLoss` with
//! `log_input=True, full=False` (with `full=True` it adds Stirling's approximation for
//! y > 1). PyTorch's other form takes λ and adds 10⁻⁸ inside the logarithm; the log rate
//! needs no such guard, and a model may give any number for it.
//!
//! # Reference
//! P. McCullagh & J. A. Nelder, *Generalized Linear Models*, 2nd ed. (1989), §6.2.

use super::Loss;
use super::elementwise::{mean_gradient, mean_loss};
use super::weighted::weighted;
use ndarray::Array1;

// ANCHOR: poisson_nll
/// e^z − y z: the loss of a count y whose rate is predicted to be e^z.
///
/// # Panics
/// Beside different lengths, a negative target panics.
///
/// ```
/// use listings::losses::{Loss, PoissonNll};
/// use ndarray::array;
///
/// // A count of 3 pulls a rate of 2 up by 1, and leaves a rate of 3 where it is.
/// let pull = |rate: f64| PoissonNll.gradient(&array![rate.ln()], &array![3.0])[0];
/// assert!((pull(2.0) + 1.0).abs() < 1e-15 && pull(3.0).abs() < 1e-15);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PoissonNll;

impl Loss for PoissonNll {
    fn value(&self, log_rate: &Array1<f64>, count: &Array1<f64>) -> f64 {
        assert_counts(count);
        // Where e^z is infinite so is the loss, however large y z may be; NaN shows.
        mean_loss(log_rate, count, |z, y| match z.exp() {
            f64::INFINITY if !y.is_nan() => f64::INFINITY,
            rate => rate - weighted(y, z),
        })
    }

    fn gradient(&self, log_rate: &Array1<f64>, count: &Array1<f64>) -> Array1<f64> {
        assert_counts(count);
        mean_gradient(log_rate, count, |z, y| z.exp() - y)
    }
}

fn assert_counts(counts: &Array1<f64>) {
    for (i, count) in counts.iter().enumerate() {
        let valid = *count >= 0.0 || count.is_nan();
        assert!(valid, "target {i} is {count}: a count is in [0, ∞)");
    }
}
// ANCHOR_END: poisson_nll
