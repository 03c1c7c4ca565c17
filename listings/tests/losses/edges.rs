//! No samples, one sample, and numbers at the end of the range or beyond it.

use crate::{RegressionLoss, huber, losses_at_several_settings, quantile};
use listings::losses::{
    DifficultyWeighted, LogCosh, Loss, MeanAbsoluteError, MeanSquaredError, Reduced,
    Reduction,
};
use ndarray::{Array1, array};
use std::f64::consts::LN_2;
use std::fmt::Debug;
use std::panic::{AssertUnwindSafe, catch_unwind};

#[test]
fn nothing_has_no_mean_and_an_empty_gradient() {
    let nothing = Array1::zeros(0);
    for loss in losses_at_several_settings() {
        assert!(loss.value(&nothing, &nothing).is_nan(), "{loss:?}");
        assert!(loss.gradient(&nothing, &nothing).is_empty(), "{loss:?}");
    }
}

#[test]
fn the_sum_of_nothing_is_zero() {
    let nothing = Array1::zeros(0);
    let summed = Reduced { loss: MeanSquaredError, reduction: Reduction::Sum };
    assert_eq!(summed.value(&nothing, &nothing), 0.0);
    assert!(summed.gradient(&nothing, &nothing).is_empty());
    let averaged = Reduced { loss: MeanSquaredError, reduction: Reduction::Mean };
    assert!(averaged.value(&nothing, &nothing).is_nan());
}

#[test]
fn one_sample_is_its_own_mean() {
    for loss in losses_at_several_settings() {
        let (prediction, target) = (array![1.5], array![3.75]);
        assert_eq!(loss.value(&prediction, &target), loss.of(-2.25), "{loss:?}");
        let gradient = loss.gradient(&prediction, &target);
        assert_eq!(gradient, array![loss.slope(-2.25)], "{loss:?}");
    }
}

#[test]
fn a_residual_that_is_not_a_number_spoils_the_value_and_its_own_gradient_alone() {
    let numbers = array![1.0, 2.0, 3.0];
    let with_nan = array![0.0, f64::NAN, 5.0];
    for loss in losses_at_several_settings() {
        for (prediction, target) in [(&numbers, &with_nan), (&with_nan, &numbers)] {
            assert!(loss.value(prediction, target).is_nan(), "{loss:?}");
            let gradient = loss.gradient(prediction, target);
            let is_nan: Vec<bool> = gradient.iter().map(|g| g.is_nan()).collect();
            assert_eq!(is_nan, [false, true, false], "{loss:?}");
        }
    }
}

#[test]
fn infinite_residuals_cost_infinitely_much_and_pull_as_the_slope_says() {
    let slopes: Vec<(Box<dyn RegressionLoss>, f64, f64)> = vec![
        (Box::new(MeanSquaredError), -f64::INFINITY, f64::INFINITY),
        (Box::new(MeanAbsoluteError), -1.0, 1.0),
        (Box::new(LogCosh), -1.0, 1.0),
        (Box::new(huber(2.0)), -2.0, 2.0),
        (Box::new(quantile(0.75)), -0.75, 0.25),
    ];
    for (loss, below, above) in slopes {
        for (prediction, slope) in [(-f64::INFINITY, below), (f64::INFINITY, above)] {
            let (prediction, target) = (array![prediction, 1.0], array![0.0, 1.0]);
            assert_eq!(loss.value(&prediction, &target), f64::INFINITY, "{loss:?}");
            let gradient = loss.gradient(&prediction, &target);
            assert_eq!(gradient, array![slope / 2.0, 0.0], "{loss:?}");
        }
    }
}

#[test]
fn infinity_predicted_for_infinity_is_not_a_number() {
    for loss in losses_at_several_settings() {
        let infinite = array![f64::INFINITY];
        assert!(loss.value(&infinite, &infinite).is_nan(), "{loss:?}");
        assert!(loss.gradient(&infinite, &infinite)[0].is_nan(), "{loss:?}");
    }
}

#[test]
fn a_thousand_is_far_from_every_limit() {
    let values: Vec<(Box<dyn RegressionLoss>, f64, f64)> = vec![
        (Box::new(MeanSquaredError), 1e6, 1e6),
        (Box::new(MeanAbsoluteError), 1000.0, 1000.0),
        (Box::new(LogCosh), 1000.0 - LN_2, 1000.0 - LN_2),
        (Box::new(huber(2.0)), 1998.0, 1998.0),
        (Box::new(quantile(0.75)), 750.0, 250.0),
    ];
    for (loss, below, above) in values {
        assert_eq!(loss.of(-1000.0), below, "{loss:?}");
        assert_eq!(loss.of(1000.0), above, "{loss:?}");
    }
}

#[test]
fn the_largest_numbers_give_a_number_or_infinity() {
    let batches = [
        (array![1e308, 1.0], array![0.0, 1.0]),
        (array![-1e308, 1.0], array![0.0, 1.0]),
        (array![1e308, 1.0], array![-1e308, 1.0]),
        (array![f64::MAX, f64::MIN], array![f64::MIN, f64::MAX]),
    ];
    for loss in losses_at_several_settings() {
        for (prediction, target) in &batches {
            let value = loss.value(prediction, target);
            assert!(value > 1e306, "{loss:?}: {value}");
            let gradient = loss.gradient(prediction, target);
            assert!(gradient.iter().all(|g| !g.is_nan()), "{loss:?}: {gradient}");
        }
    }
}

#[test]
fn the_smallest_numbers_cost_next_to_nothing() {
    let smallest = f64::from_bits(1);
    for loss in losses_at_several_settings() {
        for residual in [-f64::MIN_POSITIVE, -smallest, smallest, f64::MIN_POSITIVE] {
            let value = loss.of(residual);
            assert!((0.0..=f64::MIN_POSITIVE).contains(&value), "{loss:?}: {value}");
        }
    }
}

#[test]
fn different_lengths_panic_with_both() {
    for loss in losses_at_several_settings() {
        for (predictions, targets) in [(3, 2), (2, 3), (1, 5), (5, 1), (0, 1), (1, 0)] {
            let prediction = Array1::zeros(predictions);
            let target = Array1::zeros(targets);
            let expected = format!("{predictions} predictions for {targets} targets");
            let value = message_of(|| loss.value(&prediction, &target));
            assert!(value.contains(&expected), "{loss:?}: {value}");
            let gradient = message_of(|| loss.gradient(&prediction, &target));
            assert!(gradient.contains(&expected), "{loss:?}: {gradient}");
        }
    }
}

#[test]
fn weights_of_difficulty_refuse_different_lengths_too() {
    for gamma in [-1.0, 0.0, 2.0] {
        let loss = DifficultyWeighted::new(gamma).unwrap();
        for (predictions, targets) in [(3, 2), (1, 5), (5, 1), (0, 1), (1, 0)] {
            let prediction = Array1::zeros(predictions);
            let target = Array1::zeros(targets);
            let expected = format!("{predictions} predictions for {targets} targets");
            for message in [
                message_of(|| loss.value(&prediction, &target)),
                message_of(|| loss.gradient(&prediction, &target)),
                message_of(|| loss.weights(&prediction, &target)),
            ] {
                assert!(message.contains(&expected), "{message}");
            }
        }
    }
}

#[test]
fn the_sum_refuses_different_lengths_too() {
    let summed = Reduced { loss: MeanSquaredError, reduction: Reduction::Sum };
    for (predictions, targets) in [(3, 2), (0, 1), (1, 0)] {
        let prediction = Array1::zeros(predictions);
        let target = Array1::zeros(targets);
        let expected = format!("{predictions} predictions for {targets} targets");
        let value = message_of(|| summed.value(&prediction, &target));
        assert!(value.contains(&expected), "{value}");
        let gradient = message_of(|| summed.gradient(&prediction, &target));
        assert!(gradient.contains(&expected), "{gradient}");
    }
}

/// The message with which `call` panics.
fn message_of<T: Debug>(call: impl FnOnce() -> T) -> String {
    let panic = catch_unwind(AssertUnwindSafe(call)).expect_err("it must panic");
    *panic.downcast::<String>().expect("a formatted message")
}
