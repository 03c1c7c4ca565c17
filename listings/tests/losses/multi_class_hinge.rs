//! The hinge of k classes: against PyTorch's values, against central differences, at the
//! edges, and against its laws.

use crate::golden::{number, numbers};
use crate::golden_case::cases;
use listings::losses::{Hinge, Loss, MultiClassHinge, SquaredHinge};
use ndarray::{Array2, array, s};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

#[test]
fn values_and_gradients_are_those_of_pytorch() {
    for case in cases("MultiMarginLoss", 4) {
        let hyper = &case.hyper;
        let mut loss = MultiClassHinge::new(number(&hyper["margin"])).unwrap();
        if number(&hyper["p"]) == 2.0 {
            loss = loss.squared();
        }
        if hyper["weight"].is_array() {
            loss = loss.with_class_weights(numbers(&hyper["weight"])).unwrap();
        }
        let (scores, classes) = (case.matrix("input"), case.classes());
        for (i, golden) in numbers(&case.none).into_iter().enumerate() {
            let one = s![i..=i];
            let row = scores.slice(s![i..=i, ..]).to_owned();
            let value = loss.value(&row, &classes.slice(one).to_owned());
            case.close(value, golden, &format!("row {i}"));
        }
        case.close(loss.value(&scores, &classes), case.mean, "mean");
        case.check_gradient("input", &loss.gradient(&scores, &classes), 0.0);
    }
}

fn scores() -> Array2<f64> {
    array![[0.5, -1.0, 2.0], [3.0, 0.1, -2.0], [0.1, 0.25, 0.3], [-1.0, 4.0, 0.0]]
}

#[test]
fn however_little_is_missing_counts() {
    // 2⁻²⁰ is missing to the margin of 1, and nothing is rounded.
    let little = 0.5_f64.powi(20);
    let (scores, classes) = (array![[0.0, little - 1.0]], array![0]);
    let loss = MultiClassHinge::default();
    assert_eq!(loss.value(&scores, &classes), little / 2.0);
    assert_eq!(loss.gradient(&scores, &classes), array![[-0.5, 0.5]]);
}

#[test]
fn the_gradient_is_that_of_the_value() {
    // ε^(1/3); the losses are at most quadratic, so the error is rounding alone: numbers
    // of size 10 · ε/h, some 4e-10.
    let step = f64::EPSILON.cbrt();
    let classes = array![2, 1, 0, 0];
    let plain = MultiClassHinge::default();
    let weighted = plain.clone().with_class_weights(array![0.2, 3.0, 1.0]).unwrap();
    let wide = MultiClassHinge::new(2.5).unwrap();
    for loss in
        [plain.clone(), plain.squared(), weighted.clone().squared(), weighted, wide]
    {
        let gradient = loss.gradient(&scores(), &classes);
        assert!(gradient.iter().any(|g| g.abs() > 1e-3));
        for ((row, column), &slope) in gradient.indexed_iter() {
            let at = |shift: f64| {
                let mut shifted = scores();
                shifted[[row, column]] += shift;
                loss.value(&shifted, &classes)
            };
            let difference = (at(step) - at(-step)) / (2.0 * step);
            assert!((difference - slope).abs() < 2e-9, "{loss:?}: {slope} {difference}");
        }
    }
}

#[test]
fn the_edges() {
    let loss = MultiClassHinge::default();
    let none = Array2::zeros((0, 3));
    assert!(loss.value(&none, &array![]).is_nan());
    assert_eq!(loss.gradient(&none, &array![]).dim(), (0, 3));
    // A single class has no rival.
    assert_eq!(loss.value(&array![[-7.0]], &array![0]), 0.0);
    assert_eq!(loss.gradient(&array![[-7.0]], &array![0]), array![[0.0]]);
    // Without a margin a tie costs nothing, and has no pull.
    let perceptron = MultiClassHinge::new(0.0).unwrap();
    assert_eq!(perceptron.value(&array![[2.0, 2.0]], &array![0]), 0.0);
    assert_eq!(perceptron.gradient(&array![[2.0, 2.0]], &array![0]), array![[0.0, 0.0]]);
    // Exactly at the margin: the kink, where this book takes 0.
    assert_eq!(loss.gradient(&array![[3.0, 2.0]], &array![0]), array![[0.0, 0.0]]);
    assert_eq!(loss.value(&array![[-1000.0, 1000.0]], &array![0]), 2001.0 / 2.0);
    let squared = loss.clone().squared();
    assert_eq!(squared.value(&array![[-1000.0, 1000.0]], &array![0]), 4_004_001.0 / 2.0);
    let ruled_out = array![[0.0, f64::NEG_INFINITY]];
    assert_eq!(loss.value(&ruled_out, &array![0]), 0.0);
    assert_eq!(loss.value(&ruled_out, &array![1]), f64::INFINITY);
    for loss in [loss, squared] {
        for class in 0..2 {
            let spoiled = array![[0.5, f64::NAN], [3.0, 0.0]];
            assert!(loss.value(&spoiled, &array![class, 0]).is_nan());
            let is_nan = loss.gradient(&spoiled, &array![class, 0]).mapv(f64::is_nan);
            assert_eq!(is_nan, array![[true, true], [false, false]]);
        }
    }
}

#[test]
fn what_is_not_valid_is_refused_by_name() {
    for margin in [-0.5, f64::NAN, f64::INFINITY] {
        let error = MultiClassHinge::new(margin).unwrap_err().to_string();
        assert_eq!(error, format!("margin = {margin} is outside [0, ∞)"));
    }
    let error = MultiClassHinge::default().with_class_weights(array![1.0, -2.0]);
    assert_eq!(error.unwrap_err().to_string(), "class_weights = -2 is outside [0, ∞)");
}

#[test]
#[should_panic(expected = "2 class weights for scores of shape [4, 3]")]
fn weights_for_other_classes_are_refused() {
    let loss = MultiClassHinge::default().with_class_weights(array![1.0, 2.0]).unwrap();
    loss.value(&scores(), &array![0, 0, 0, 0]);
}

#[test]
#[should_panic(expected = "row 1 has class 3, of 3 classes from 0 on")]
fn a_class_that_is_not_there_is_refused() {
    MultiClassHinge::default().gradient(&scores(), &array![0, 3, 0, 0]);
}

proptest! {
    #![proptest_config(ProptestConfig {
        rng_seed: RngSeed::Fixed(1),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    /// With z = (−f/2, f/2), the right class leads by y f: two classes are the binary
    /// hinge over k = 2.
    #[test]
    fn two_classes_are_half_the_binary_hinge(f in -9.0..9.0, positive in any::<bool>()) {
        let (scores, class) = (array![[-0.5 * f, 0.5 * f]], array![usize::from(positive)]);
        let (score, label) = (array![f], array![if positive { 1.0 } else { -1.0 }]);
        let loss = MultiClassHinge::default();
        let pairs: [(&MultiClassHinge, &dyn Loss); 2] =
            [(&loss, &Hinge), (&loss.clone().squared(), &SquaredHinge)];
        for (of_two, binary) in pairs {
            let difference =
                of_two.value(&scores, &class) - 0.5 * binary.value(&score, &label);
            // A few roundings of squares up to a hundred.
            prop_assert!(difference.abs() <= 1e-13);
        }
    }

    /// Sums of multiples of 1/1024 are exact: a shift common to all scores is not seen.
    #[test]
    fn a_common_shift_changes_nothing_and_the_gradient_sums_to_zero(
        steps in prop::collection::vec(-8192..8192_i32, 4), shift in -8192..8192_i32
    ) {
        let row: Vec<f64> = steps.iter().map(|&step| f64::from(step) / 1024.0).collect();
        let scores = Array2::from_shape_vec((1, 4), row).expect("four numbers");
        let shifted = &scores + f64::from(shift) / 1024.0;
        let loss = MultiClassHinge::default().squared();
        prop_assert_eq!(loss.value(&scores, &array![1]), loss.value(&shifted, &array![1]));
        // Four roundings of numbers below a hundred.
        prop_assert!(loss.gradient(&scores, &array![1]).sum().abs() < 1e-13);
    }
}
