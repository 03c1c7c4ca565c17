//! Laws that hold at every residual, tried at random ones.

use crate::{RegressionLoss, huber, losses, quantile};
use listings::losses::{LogCosh, MeanAbsoluteError, MeanSquaredError, ResidualLoss};
use ndarray::Array1;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use std::f64::consts::LN_2;

/// A few roundings, for comparisons of numbers of size `scale`. The added 1 is for
/// log-cosh, which rounds at the size of ln 2 even where its value is small.
fn rounding(scale: f64) -> f64 {
    8.0 * f64::EPSILON * (scale.abs() + 1.0)
}

/// The same 256 cases on every run.
fn seeded() -> ProptestConfig {
    ProptestConfig {
        rng_seed: RngSeed::Fixed(1),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// Zero, residuals of ordinary size, and sizes over fifteen decades.
fn residual() -> impl Strategy<Value = f64> {
    let decades = (-9.0..6.0, any::<bool>()).prop_map(|(exponent, below)| {
        let size = 10.0_f64.powf(exponent);
        if below { -size } else { size }
    });
    prop_oneof![1 => Just(0.0), 4 => -3.0..3.0, 3 => decades]
}

/// A number between 1/1000 and 1000: a threshold, or a scale.
fn positive() -> impl Strategy<Value = f64> {
    (-3.0..3.0).prop_map(|exponent| 10.0_f64.powf(exponent))
}

fn level() -> impl Strategy<Value = f64> {
    0.001..0.999
}

/// Predictions and targets of up to thirty samples, in multiples of 1/1024 below 8: sums
/// and differences of such numbers are exact.
fn batch() -> impl Strategy<Value = (Vec<f64>, Vec<f64>)> {
    let number = || (-8192..8192_i32).prop_map(|steps| f64::from(steps) / 1024.0);
    prop::collection::vec((number(), number()), 1..30)
        .prop_map(|pairs| pairs.into_iter().unzip())
}

/// The losses that do not tell too high from too low.
fn even_losses(delta: f64) -> [Box<dyn RegressionLoss>; 4] {
    [
        Box::new(MeanSquaredError),
        Box::new(MeanAbsoluteError),
        Box::new(LogCosh),
        Box::new(huber(delta)),
    ]
}

proptest! {
    #![proptest_config(seeded())]

    #[test]
    fn even_losses_are_symmetric(r in residual(), delta in positive()) {
        for loss in even_losses(delta) {
            prop_assert_eq!(loss.of(-r), loss.of(r), "{:?}", loss);
            prop_assert_eq!(loss.slope(-r), -loss.slope(r), "{:?}", loss);
        }
    }

    #[test]
    fn the_mirror_of_a_quantile_loss_has_the_other_level(r in residual(), tau in level()) {
        let (loss, mirror) = (quantile(tau), quantile(1.0 - tau));
        // 1 − τ is rounded by ε/2, of a level that may be 1/1000.
        let tolerance = 1000.0 * f64::EPSILON;
        prop_assert!((mirror.of(-r) - loss.of(r)).abs() <= tolerance * loss.of(r));
        prop_assert!((mirror.slope(-r) + loss.slope(r)).abs() <= f64::EPSILON);
    }

    #[test]
    fn no_loss_is_negative_and_only_zero_is_free(
        r in residual(), delta in positive(), tau in level()
    ) {
        for loss in losses(delta, tau) {
            prop_assert_eq!(loss.of(0.0), 0.0, "{:?}", loss);
            prop_assert!(loss.of(r) >= 0.0, "{:?}", loss);
            // Below 1e-7, r²/2 is less than what log-cosh's rounding of ln 2 shows.
            prop_assert!(r.abs() < 1e-7 || loss.of(r) > 0.0, "{:?}", loss);
        }
    }

    #[test]
    fn every_loss_is_convex(
        a in residual(), b in residual(), delta in positive(), tau in level()
    ) {
        for loss in losses(delta, tau) {
            let mean = 0.5 * (loss.of(a) + loss.of(b));
            prop_assert!(loss.of(0.5 * (a + b)) <= mean + rounding(mean), "{:?}", loss);
        }
    }

    #[test]
    fn no_loss_falls_below_its_tangents(
        a in residual(), b in residual(), delta in positive(), tau in level()
    ) {
        for loss in losses(delta, tau) {
            let rise = loss.slope(a) * (b - a);
            let scale = loss.of(a) + loss.of(b) + rise.abs();
            prop_assert!(
                loss.of(b) >= loss.of(a) + rise - rounding(scale),
                "{:?}", loss
            );
        }
    }

    #[test]
    fn no_slope_falls(a in residual(), b in residual(), delta in positive(), tau in level()) {
        for loss in losses(delta, tau) {
            let (low, high) = (loss.slope(a.min(b)), loss.slope(a.max(b)));
            // tanh may be off by a unit in the last place.
            prop_assert!(low <= high + f64::EPSILON, "{:?}: {} {}", loss, low, high);
        }
    }

    #[test]
    fn slopes_are_bounded(r in residual(), delta in positive(), tau in level()) {
        prop_assert!(huber(delta).slope(r).abs() <= delta);
        prop_assert!(MeanAbsoluteError.slope(r).abs() <= 1.0);
        prop_assert!(LogCosh.slope(r).abs() <= 1.0);
        prop_assert!((-tau..=1.0 - tau).contains(&quantile(tau).slope(r)));
    }

    #[test]
    fn losses_scale_with_their_units(
        r in residual(), k in positive(), delta in positive(), tau in level()
    ) {
        let same = |scaled: f64, expected: f64| {
            // Products of rounded numbers; Huber beyond δ subtracts at most half.
            (scaled - expected).abs() <= 16.0 * f64::EPSILON * expected
        };
        for k in [k, -k] {
            prop_assert!(same(MeanSquaredError.of(k * r), k * k * MeanSquaredError.of(r)));
            prop_assert!(same(MeanAbsoluteError.of(k * r), k.abs() * r.abs()));
            let huber_scaled = huber(k.abs() * delta).of(k * r);
            prop_assert!(same(huber_scaled, k * k * huber(delta).of(r)));
        }
        prop_assert!(same(quantile(tau).of(k * r), k * quantile(tau).of(r)));
    }

    #[test]
    fn huber_is_below_half_the_square_and_below_the_cone(r in residual(), delta in positive()) {
        let value = huber(delta).of(r);
        let above = 1.0 + 4.0 * f64::EPSILON;
        prop_assert!(value <= 0.5 * r * r * above);
        prop_assert!(value <= delta * r.abs() * above);
        // And nowhere below its own straight line.
        let line = delta * (r.abs() - 0.5 * delta);
        prop_assert!(value >= line - rounding(line));
    }

    #[test]
    fn huber_within_its_threshold_is_half_the_square(r in residual(), beyond in 1.0..10.0_f64) {
        let delta = (beyond * r.abs()).max(f64::MIN_POSITIVE);
        prop_assert_eq!(huber(delta).of(r), 0.5 * MeanSquaredError.of(r));
        prop_assert_eq!(huber(delta).slope(r), 0.5 * MeanSquaredError.slope(r));
    }

    #[test]
    fn huber_over_its_threshold_is_within_half_of_it_of_the_size(
        r in residual(), delta in positive()
    ) {
        let missing = r.abs() - huber(delta).of(r) / delta;
        prop_assert!(missing >= -rounding(r));
        prop_assert!(missing <= 0.5 * delta + rounding(r + delta));
    }

    #[test]
    fn log_cosh_is_between_its_limits(r in residual()) {
        let (value, size) = (LogCosh.of(r), r.abs());
        prop_assert!(value >= size - LN_2 - rounding(0.0));
        prop_assert!(value <= size + rounding(0.0));
        prop_assert!(value <= 0.5 * r * r + rounding(0.0));
    }

    #[test]
    fn half_the_absolute_error_is_the_quantile_loss_of_the_median(r in residual()) {
        prop_assert_eq!(quantile(0.5).of(r), 0.5 * MeanAbsoluteError.of(r));
        prop_assert_eq!(quantile(0.5).slope(r), 0.5 * MeanAbsoluteError.slope(r));
    }

    #[test]
    fn the_order_of_the_samples_does_not_matter(
        (prediction, target) in batch(), turn in 0_usize..30,
        delta in positive(), tau in level()
    ) {
        let turned = |numbers: &[f64]| {
            let mut numbers = numbers.to_vec();
            numbers.reverse();
            numbers.rotate_left(turn % prediction.len());
            Array1::from(numbers)
        };
        let (turned_prediction, turned_target) = (turned(&prediction), turned(&target));
        let (prediction, target) = (Array1::from(prediction.clone()), Array1::from(target));
        for loss in losses(delta, tau) {
            let value = loss.value(&prediction, &target);
            let of_turned = loss.value(&turned_prediction, &turned_target);
            // At most thirty terms of one sign: each sum is off by 30ε/2 of itself.
            let tolerance = 30.0 * f64::EPSILON * value;
            prop_assert!((value - of_turned).abs() <= tolerance, "{:?}", loss);
            let gradient = turned(&loss.gradient(&prediction, &target).to_vec());
            let of_turned = loss.gradient(&turned_prediction, &turned_target);
            prop_assert_eq!(gradient, of_turned, "{:?}", loss);
        }
    }

    #[test]
    fn a_common_shift_changes_nothing(
        (prediction, target) in batch(), steps in -8192..8192_i32,
        delta in positive(), tau in level()
    ) {
        let (prediction, target) = (Array1::from(prediction), Array1::from(target));
        let shift = f64::from(steps) / 1024.0;
        let (shifted_prediction, shifted_target) = (&prediction + shift, &target + shift);
        for loss in losses(delta, tau) {
            prop_assert_eq!(
                loss.value(&prediction, &target),
                loss.value(&shifted_prediction, &shifted_target),
                "{:?}", loss
            );
            prop_assert_eq!(
                loss.gradient(&prediction, &target),
                loss.gradient(&shifted_prediction, &shifted_target),
                "{:?}", loss
            );
        }
    }
}
