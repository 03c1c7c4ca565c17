//! Slopes and gradients against differences of the values: central away from kinks,
//! one-sided at them.
//!
//! A central difference of step h errs by h²|ℓ‴|/6 from the curve and by about ε|ℓ|/h
//! from rounding; h = ε^(1/3), times the size of the residual where that is above one,
//! makes both small. A one-sided difference errs by h|ℓ″|/2 and 2ε|ℓ|/h, which calls for
//! h = ε^(1/2).

use crate::{RegressionLoss, huber, losses_at_several_settings, quantile};
use listings::checking::gradient_error;
use listings::losses::MeanAbsoluteError;
use ndarray::{Array, Dimension, array};

/// Of the largest component. Where this is used every value is below 20 and every third
/// derivative below 100: the differences err by at most 6e-10 and 7e-10.
const TOLERANCE: f64 = 5e-9;

/// A gradient against the central differences of its value.
pub fn check_gradient<D: Dimension>(
    what: &str,
    at: &Array<f64, D>,
    gradient: &Array<f64, D>,
    value: impl Fn(&Array<f64, D>) -> f64,
) {
    assert!(gradient.iter().any(|g| g.abs() > 1e-3), "{what}: nothing to compare");
    let error = gradient_error(value, gradient, at);
    assert!(error < TOLERANCE, "{what}: the gradient errs by {error:e}, {gradient}");
}

#[test]
fn the_slope_is_the_central_difference_away_from_kinks() {
    // None of these sizes is within a step of 0 or of a threshold.
    let sizes: [f64; 8] = [1e-3, 0.03, 0.3, 0.7, 2.0, 7.0, 30.0, 1000.0];
    for loss in losses_at_several_settings() {
        for residual in sizes.into_iter().flat_map(|size| [-size, size]) {
            let step = f64::EPSILON.cbrt() * residual.abs().max(1.0);
            let (above, below) = (residual + step, residual - step);
            let difference = (loss.of(above) - loss.of(below)) / (above - below);
            let slope = loss.slope(residual);
            // ε|ℓ|/h is at most ε^(2/3) of the slope, 4e-11; log-cosh near zero carries
            // the rounding of ln 2, at most 4ε/2h = 7e-11; h²|ℓ‴|/6 is below 5e-12.
            let tolerance = 2e-10 * slope.abs().max(1.0);
            assert!(
                (difference - slope).abs() <= tolerance,
                "{loss:?} at {residual}: slope {slope}, difference {difference}"
            );
        }
    }
}

#[test]
fn the_gradient_is_the_central_difference_of_the_value() {
    let prediction = array![1.0, -2.5, 0.3, 4.0, -1.25, 0.0, 2.0];
    let target = array![0.2, -1.1, 1.0, 1.3, -1.0, -3.0, -4.0];
    for loss in losses_at_several_settings() {
        let gradient = loss.gradient(&prediction, &target);
        let step = f64::EPSILON.cbrt();
        for i in 0..prediction.len() {
            let value_at = |shift: f64| {
                let mut shifted = prediction.clone();
                shifted[i] += shift;
                loss.value(&shifted, &target)
            };
            let difference = (value_at(step) - value_at(-step)) / (2.0 * step);
            // The mean of seven losses below 40 is rounded by up to 7ε · 10: 1.6e-14/2h
            // is 1.3e-9.
            assert!(
                (difference - gradient[i]).abs() < 3e-9,
                "{loss:?}, sample {i}: gradient {}, difference {difference}",
                gradient[i]
            );
        }
    }
}

#[test]
fn at_a_kink_the_slope_is_the_one_between_that_is_nearest_to_zero() {
    check_kink(&MeanAbsoluteError, 0.0, -1.0, 1.0, 0.0);
    check_kink(&MeanAbsoluteError, -0.0, -1.0, 1.0, 0.0);
    for tau in [0.1, 0.5, 0.9] {
        check_kink(&quantile(tau), 0.0, -tau, 1.0 - tau, 0.0);
        check_kink(&quantile(tau), -0.0, -tau, 1.0 - tau, 0.0);
    }
}

#[test]
fn at_its_threshold_huber_has_one_slope() {
    for delta in [0.5, 1.0, 5.0] {
        check_kink(&huber(delta), delta, delta, delta, delta);
        check_kink(&huber(delta), -delta, -delta, -delta, -delta);
    }
}

/// Checks the slopes on the left and on the right of `residual` by one-sided
/// differences, and the slope at it.
fn check_kink(
    loss: &dyn RegressionLoss,
    residual: f64,
    left: f64,
    right: f64,
    slope: f64,
) {
    let step = f64::EPSILON.sqrt() * residual.abs().max(1.0);
    let difference = |to: f64| (loss.of(to) - loss.of(residual)) / (to - residual);
    let (on_the_left, on_the_right) =
        (difference(residual - step), difference(residual + step));
    // Both errors are a few times ε^(1/2) = 1.5e-8, times at most 5.
    assert!((on_the_left - left).abs() < 2e-7, "{loss:?} at {residual}: {on_the_left}");
    assert!(
        (on_the_right - right).abs() < 2e-7,
        "{loss:?} at {residual}: {on_the_right}"
    );
    assert_eq!(loss.slope(residual), slope, "{loss:?} at {residual}");
}

#[test]
fn a_perfect_prediction_is_left_where_it_is() {
    let exact = array![3.0, -1.0];
    for loss in losses_at_several_settings() {
        assert_eq!(loss.gradient(&exact, &exact), array![0.0, 0.0], "{loss:?}");
    }
}
