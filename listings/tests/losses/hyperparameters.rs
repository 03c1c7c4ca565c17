//! What the constructors accept and what they refuse.

use listings::ParameterError;
use listings::losses::{Huber, Quantile};

#[test]
fn a_threshold_is_finite_and_above_zero() {
    for (delta, text) in [
        (0.0, "delta = 0 is outside (0, ∞)"),
        (-0.0, "delta = -0 is outside (0, ∞)"),
        (-1.0, "delta = -1 is outside (0, ∞)"),
        (f64::NAN, "delta = NaN is outside (0, ∞)"),
        (f64::INFINITY, "delta = inf is outside (0, ∞)"),
        (f64::NEG_INFINITY, "delta = -inf is outside (0, ∞)"),
    ] {
        check(Huber::new(delta).unwrap_err(), "delta", delta, text);
    }
    for delta in [f64::from_bits(1), 1.345, f64::MAX] {
        assert!(Huber::new(delta).is_ok(), "{delta}");
    }
}

#[test]
fn a_level_is_strictly_between_zero_and_one() {
    for (tau, text) in [
        (0.0, "tau = 0 is outside (0, 1)"),
        (1.0, "tau = 1 is outside (0, 1)"),
        (-0.1, "tau = -0.1 is outside (0, 1)"),
        (1.5, "tau = 1.5 is outside (0, 1)"),
        (f64::NAN, "tau = NaN is outside (0, 1)"),
        (f64::INFINITY, "tau = inf is outside (0, 1)"),
    ] {
        check(Quantile::new(tau).unwrap_err(), "tau", tau, text);
    }
    for tau in [f64::from_bits(1), 0.5, 1.0_f64.next_down()] {
        assert!(Quantile::new(tau).is_ok(), "{tau}");
    }
}

#[test]
fn the_default_threshold_is_one() {
    assert_eq!(Huber::default(), Huber::new(1.0).unwrap());
}

fn check(error: ParameterError, name: &str, value: f64, text: &str) {
    assert_eq!(error.name, name);
    assert_eq!(error.value.to_bits(), value.to_bits());
    assert_eq!(error.to_string(), text);
}
