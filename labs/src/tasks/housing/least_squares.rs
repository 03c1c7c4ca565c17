//! The simple one: the linear model with the least squared error, solved exactly.

use crate::data::Samples;
use listings::linear_algebra::Cholesky;
use ndarray::{Array1, Array2, Axis, concatenate};

// ANCHOR: least_squares
/// θ = (weights, intercept) with the least squared error.
pub(super) fn least_squares(samples: &Samples<f64>) -> Array1<f64> {
    let ones = Array2::ones((samples.len(), 1));
    let extended = concatenate![Axis(1), samples.inputs, ones];
    // The normal equations: their condition is that of standardized features,
    // squared, which leaves ten digits here.
    let factors = Cholesky::new(&extended.t().dot(&extended))
        .expect("no feature is a combination of the others");
    factors.solve(&extended.t().dot(&samples.targets))
}
// ANCHOR_END: least_squares

#[cfg(test)]
mod tests {
    use super::super::tests::{config, lab};
    use crate::run::once;
    use listings::labs::housing::{Criterion, Outcome, Predictor};

    #[test]
    fn least_squares_is_what_descent_on_the_squared_error_comes_to() {
        let lab = lab();
        let exact = once(&lab, config(Predictor::LeastSquares, 0.0), 1);
        let criterion = Criterion::Squared;
        let trained = Predictor::Trained {
            criterion,
            hidden: 0,
            rate: 0.03,
            epochs: 10,
            batch: 64,
        };
        let trained = once(&lab, config(trained, 0.0), 1);
        let mae = |outcome: &Outcome| outcome.validation.unwrap().mae;
        // Ten epochs end close to the minimum, and the mean price is at 0.9.
        assert!((mae(&exact) - mae(&trained)).abs() < 0.02, "{exact:?} {trained:?}");
        let mean = once(&lab, config(Predictor::Mean, 0.0), 1);
        assert!(mae(&mean) > mae(&exact) + 0.3, "{mean:?}");
    }
}
