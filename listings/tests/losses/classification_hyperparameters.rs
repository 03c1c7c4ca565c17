//! What the constructors of the losses of classes and embeddings accept and refuse.

use listings::ParameterError;
use listings::losses::{
    BinaryCrossEntropy, BinaryFocal, Contrastive, CrossEntropy, Focal, Triplet,
};
use ndarray::array;

/// Outside [0, ∞).
const NOT_FROM_ZERO_ON: [f64; 4] = [-1e-9, -1.0, f64::NAN, f64::INFINITY];
/// Outside [0, 1].
const NO_SHARE: [f64; 4] = [-0.1, 1.0000001, f64::NAN, f64::INFINITY];

#[test]
fn margins_weights_and_exponents_are_finite_and_not_negative() {
    for value in NOT_FROM_ZERO_ON {
        check(Contrastive::new(value).unwrap_err(), "margin", value, "[0, ∞)");
        check(Triplet::new(value).unwrap_err(), "margin", value, "[0, ∞)");
        check(BinaryFocal::new(None, value).unwrap_err(), "gamma", value, "[0, ∞)");
        check(Focal::new(1.0, value).unwrap_err(), "gamma", value, "[0, ∞)");
        let binary = BinaryCrossEntropy::default().with_positive_weight(value);
        check(binary.unwrap_err(), "positive_weight", value, "[0, ∞)");
        let weighted = CrossEntropy::default().with_class_weights(array![1.0, value]);
        check(weighted.unwrap_err(), "class_weights", value, "[0, ∞)");
    }
    for value in [0.0, 1e300] {
        assert!(Contrastive::new(value).is_ok() && Triplet::new(value).is_ok());
        assert!(Focal::new(1.0, value).is_ok() && BinaryFocal::new(None, value).is_ok());
        assert!(BinaryCrossEntropy::default().with_positive_weight(value).is_ok());
        let weights = array![value, 1.0];
        assert!(CrossEntropy::default().with_class_weights(weights).is_ok());
    }
}

#[test]
fn alpha_is_a_share() {
    for value in NO_SHARE {
        check(BinaryFocal::new(Some(value), 2.0).unwrap_err(), "alpha", value, "[0, 1]");
        check(Focal::new(value, 2.0).unwrap_err(), "alpha", value, "[0, 1]");
    }
    for value in [0.0, 1.0] {
        assert!(BinaryFocal::new(Some(value), 2.0).is_ok());
        assert!(Focal::new(value, 2.0).is_ok());
    }
}

#[test]
fn smoothing_leaves_something_of_the_target() {
    for value in [1.0].into_iter().chain(NO_SHARE) {
        let smoothed = CrossEntropy::default().with_label_smoothing(value);
        check(smoothed.unwrap_err(), "label_smoothing", value, "[0, 1)");
    }
    for value in [0.0, 1.0_f64.next_down()] {
        assert!(CrossEntropy::default().with_label_smoothing(value).is_ok());
    }
}

#[test]
fn defaults_are_those_of_the_literature() {
    assert_eq!(BinaryFocal::default(), BinaryFocal::new(Some(0.25), 2.0).unwrap());
    assert_eq!(Focal::default(), Focal::new(1.0, 2.0).unwrap());
    let unweighted = BinaryCrossEntropy::default().with_positive_weight(1.0).unwrap();
    assert_eq!(BinaryCrossEntropy::default(), unweighted);
}

fn check(error: ParameterError, name: &str, value: f64, valid: &str) {
    assert_eq!(error.value.to_bits(), value.to_bits());
    assert_eq!(error.to_string(), format!("{name} = {value} is outside {valid}"));
}
