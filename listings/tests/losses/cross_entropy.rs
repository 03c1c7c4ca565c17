//! The losses of the chapter on cross-entropy that are not in the files about all
//! classification losses: against PyTorch, against differences, at the edges.

use crate::differences::check_gradient;
use crate::golden::{number, numbers};
use crate::golden_case::{Case, cases};
use listings::losses::{
    BinaryCrossEntropyOfProbabilities, CrossEntropy, Distillation, KlDivergence, Loss,
    NegativeLogLikelihood, Normal, log_softmax, softmax,
};
use listings::models::Logistic;
use ndarray::{Array, Array1, Array2, Axis, Dimension, array, s};
use proptest::prelude::*;
use std::panic::catch_unwind;

#[test]
fn binary_cross_entropy_of_probabilities_is_bce_loss() {
    for case in cases("BCELoss", 1) {
        let (p, y) = (case.vector("input"), case.vector("target"));
        let loss = BinaryCrossEntropyOfProbabilities;
        for i in 0..p.len() {
            let one = |numbers: &Array1<f64>| numbers.slice(s![i..=i]).to_owned();
            case.close(loss.value(&one(&p), &one(&y)), number(&case.none[i]), "none");
        }
        case.close(loss.value(&p, &y), case.mean, "mean");
        case.check_gradient("input", &loss.gradient(&p, &y), 0.0);
    }
}

#[test]
fn negative_log_likelihood_is_nll_loss() {
    for case in cases("NLLLoss", 2) {
        let weights = case.hyper["weight"].is_array();
        let mut weight_of = Array1::ones(5);
        let mut loss = NegativeLogLikelihood::default();
        if weights {
            weight_of = numbers(&case.hyper["weight"]);
            loss = NegativeLogLikelihood::with_class_weights(weight_of.clone()).unwrap();
        }
        let (log_p, classes) = (case.matrix("input"), case.classes());
        for i in 0..classes.len() {
            let row = log_p.slice(s![i..=i, ..]).to_owned();
            let value = loss.value(&row, &array![classes[i]]) * weight_of[classes[i]];
            case.close(value, number(&case.none[i]), "none");
        }
        case.close(loss.value(&log_p, &classes), case.mean, "mean");
        case.check_gradient("input", &loss.gradient(&log_p, &classes), 0.0);
    }
}

#[test]
fn an_ignored_class_is_ignore_index() {
    let is_ignoring = |case: &Case| !case.hyper["ignore_index"].is_null();
    let cases: Vec<_> =
        cases("CrossEntropyLoss", 5).into_iter().filter(is_ignoring).collect();
    assert_eq!(cases.len(), 1);
    for case in cases {
        let ignored = number(&case.hyper["ignore_index"]) as usize;
        let loss = CrossEntropy::default().with_ignored_class(ignored);
        let (logits, classes) = (case.matrix("input"), case.classes());
        assert!(classes.iter().any(|&class| class == ignored));
        for i in 0..classes.len() {
            let row = logits.slice(s![i..=i, ..]).to_owned();
            let value = loss.value(&row, &array![classes[i]]);
            if classes[i] == ignored {
                // The mean of nothing; PyTorch's sum over nothing is 0.
                assert!(value.is_nan() && number(&case.none[i]) == 0.0);
            } else {
                case.close(value, number(&case.none[i]), "none");
            }
        }
        case.close(loss.value(&logits, &classes), case.mean, "mean");
        // p − 1 cancels: a few roundings of 1, divided by n.
        case.check_gradient(
            "input",
            &loss.gradient(&logits, &classes),
            2.0 * f64::EPSILON,
        );
    }
}

#[test]
fn ignored_samples_are_not_looked_at() {
    // The class need not be below k, and the logits need not be numbers.
    let padding = usize::MAX;
    let logits = array![[1.0, 2.0, 0.0], [f64::NAN, 0.0, 0.0], [0.5, -1.0, 3.0]];
    let classes = array![1, padding, 0];
    let kept = logits.select(Axis(0), &[0, 2]);
    let weights = array![1.0, 2.0, 3.0];
    let plain = CrossEntropy::default();
    let weighted = plain.clone().with_class_weights(weights).unwrap();
    for loss in [plain.clone().with_label_smoothing(0.2).unwrap(), plain, weighted] {
        let ignoring = loss.clone().with_ignored_class(padding);
        let value = ignoring.value(&logits, &classes);
        assert_eq!(value, loss.value(&kept, &array![1, 0]));
        let gradient = ignoring.gradient(&logits, &classes);
        assert_eq!(gradient.row(1), array![0.0, 0.0, 0.0]);
        let of_kept = loss.gradient(&kept, &array![1, 0]);
        assert_eq!(gradient.select(Axis(0), &[0, 2]), of_kept);
        // Nothing else is ignored.
        let refused = catch_unwind(|| ignoring.value(&logits, &array![1, 3, 0]));
        assert!(refused.is_err());
    }
    let all = CrossEntropy::default().with_ignored_class(0);
    assert!(all.value(&logits, &array![0, 0, 0]).is_nan());
    assert_eq!(all.gradient(&logits, &array![0, 0, 0]), Array2::<f64>::zeros((3, 3)));
}

fn check_differences<D: Dimension, Target>(
    loss: &impl Loss<Array<f64, D>, Target>,
    at: &Array<f64, D>,
    target: &Target,
) {
    let gradient = loss.gradient(at, target);
    check_gradient("the loss", at, &gradient, |at| loss.value(at, target));
}

#[test]
fn a_logistic_model_gives_the_sigmoid_of_its_logit() {
    // σ(2 ln 3 − ln 3) = 3/4.
    let theta = array![2.0, -1.0] * 3.0_f64.ln();
    let p = Logistic { features: 1 }.probability(&theta, &array![[1.0]]);
    assert!((p[0] - 0.75).abs() < 1e-15, "{p}");
}

#[test]
fn gradients_are_differences() {
    let (p, y) = (array![0.5, 0.3, 0.8, 0.6], array![1.0, 0.0, 0.25, 1.0]);
    check_differences(&BinaryCrossEntropyOfProbabilities, &p, &y);
    let logits = array![[0.5, -1.0, 2.0], [3.0, 0.0, -2.0], [0.1, 0.2, 0.3]];
    let weights = array![0.2, 3.0, 1.0];
    let loss = NegativeLogLikelihood::with_class_weights(weights).unwrap();
    check_differences(&loss, &logits, &array![2, 1, 0]);
    let ignoring = CrossEntropy::default().with_ignored_class(7);
    check_differences(&ignoring, &logits, &array![2, 7, 0]);
    let teacher = array![[1.0, 2.0, 0.0], [0.0, 0.0, -3.0], [2.0, 2.0, 1.0]];
    for temperature in [0.5, 1.0, 4.0] {
        let loss = Distillation::new(temperature).unwrap();
        check_differences(&loss, &logits, &teacher);
    }
}

#[test]
fn edges() {
    let loss = BinaryCrossEntropyOfProbabilities;
    let none = array![];
    assert!(loss.value(&none, &none).is_nan() && loss.gradient(&none, &none).is_empty());
    let (certain, right) = (array![1.0, 0.0], array![1.0, 0.0]);
    assert_eq!(loss.value(&certain, &right), 0.0);
    assert_eq!(loss.gradient(&certain, &right), array![0.0, 0.0]);
    assert_eq!(loss.value(&certain, &array![0.0, 1.0]), 100.0);
    for (p, y) in [(f64::NAN, 1.0), (f64::NAN, 0.0)] {
        assert!(loss.value(&array![p], &array![y]).is_nan());
    }
    for (p, y, message) in [
        (1.5, 1.0, "prediction 0 is 1.5, which is outside [0, 1]"),
        (0.5, 2.0, "target 0 is 2, which is outside [0, 1]"),
    ] {
        let refused = catch_unwind(|| loss.value(&array![p], &array![y])).unwrap_err();
        assert_eq!(refused.downcast_ref::<String>().unwrap(), message);
    }
    let rows = Array2::zeros((0, 3));
    assert!(NegativeLogLikelihood::default().value(&rows, &array![]).is_nan());
    let impossible = array![[f64::NEG_INFINITY, 0.0]];
    let likelihood = NegativeLogLikelihood::default();
    assert_eq!(likelihood.value(&impossible, &array![0]), f64::INFINITY);
    assert_eq!(likelihood.value(&impossible, &array![1]), 0.0);
    assert_eq!(likelihood.gradient(&impossible, &array![0]), array![[-1.0, 0.0]]);
    let two = NegativeLogLikelihood::with_class_weights(array![1.0]).unwrap();
    assert!(catch_unwind(|| two.value(&impossible, &array![0])).is_err());
    let loss = Distillation::new(1.0).unwrap();
    assert!(loss.value(&rows, &rows).is_nan());
    let (far, other) = (array![[1000.0, -1000.0]], array![[-1000.0, 1000.0]]);
    assert_eq!(loss.value(&far, &other), 2000.0);
    assert_eq!(loss.gradient(&far, &other), array![[1.0, -1.0]]);
    assert!(loss.value(&array![[f64::NAN, 0.0]], &other).is_nan());
    assert!(loss.value(&other, &array![[f64::NAN, 0.0]]).is_nan());
    // What the teacher calls impossible costs nothing, even if the student agrees.
    let never = f64::NEG_INFINITY;
    let (teacher, even) = (array![[never, 0.0]], array![[0.0, 0.0]]);
    assert_eq!(loss.value(&even, &teacher), std::f64::consts::LN_2);
    assert_eq!(loss.gradient(&even, &teacher), array![[0.5, -0.5]]);
    assert_eq!(loss.value(&teacher, &teacher), 0.0);
    assert_eq!(loss.value(&teacher, &even), f64::INFINITY);
}

#[test]
fn hyperparameters_out_of_range_are_named() {
    for bad in [0.0, -1.0, f64::NAN, f64::INFINITY] {
        let error = Distillation::new(bad).unwrap_err().to_string();
        assert_eq!(error, format!("temperature = {bad} is outside (0, ∞)"));
        let error = Normal::new(0.0, bad).unwrap_err().to_string();
        assert_eq!(error, format!("deviation = {bad} is outside (0, ∞)"));
    }
    let error = NegativeLogLikelihood::with_class_weights(array![1.0, -1.0]).unwrap_err();
    assert_eq!(error.to_string(), "class_weights = -1 is outside [0, ∞)");
}

#[test]
fn the_divergence_of_normals_is_the_integral() {
    for ([mean, deviation], [other_mean, other_deviation]) in
        [([0.0, 1.0], [1.0, 2.0]), ([1.0, 2.0], [0.0, 1.0]), ([-0.5, 0.3], [0.5, 0.7])]
    {
        let p = Normal::new(mean, deviation).unwrap();
        let q = Normal::new(other_mean, other_deviation).unwrap();
        // The trapezoidal rule of a smooth function that vanishes at both ends is exact
        // to rounding; twelve deviations of P leave e^(−72).
        let step = deviation / 20.0;
        let sum: f64 = (-240..=240)
            .map(|i| mean + f64::from(i) * step)
            .map(|x| p.log_density(x).exp() * (p.log_density(x) - q.log_density(x)))
            .sum();
        assert!((p.divergence_from(&q) - step * sum).abs() < 1e-12);
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        rng_seed: proptest::test_runner::RngSeed::Fixed(1),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn cross_entropy_is_entropy_plus_divergence(
        logits in prop::collection::vec(-5.0..5.0, 4), other in prop::collection::vec(-5.0..5.0, 4)
    ) {
        let (z, p) = (Array1::from(logits), softmax(Array1::from(other).view()));
        let log_q = log_softmax(z.view()).insert_axis(Axis(0));
        let entropy: f64 = -p.iter().map(|p| p * p.ln()).sum::<f64>();
        let p = p.insert_axis(Axis(0));
        let cross_entropy = CrossEntropy::default().value(&z.insert_axis(Axis(0)), &p);
        let divergence = KlDivergence.value(&log_q, &p);
        // Four terms, each a few roundings of a number below 12.
        prop_assert!((cross_entropy - entropy - divergence).abs() < 1e-13);
    }

    #[test]
    fn distillation_at_one_is_divergence_and_very_warm_is_half_the_squared_logits(
        student in prop::collection::vec(-3.0..3.0, 3), teacher in prop::collection::vec(-3.0..3.0, 3)
    ) {
        let row = |logits: &[f64]| Array2::from_shape_vec((1, 3), logits.to_vec()).unwrap();
        let (student, teacher) = (row(&student), row(&teacher));
        let log_q = log_softmax(student.row(0)).insert_axis(Axis(0));
        let p = softmax(teacher.row(0)).insert_axis(Axis(0));
        let cold = Distillation::new(1.0).unwrap().value(&student, &teacher);
        prop_assert!((cold - KlDivergence.value(&log_q, &p)).abs() < 1e-13);
        // Hinton et al., eq. 4: the gradient tends to (z − v)/k for logits of mean zero.
        let center = |row: &Array2<f64>| row - row.mean().unwrap();
        let limit = (center(&student) - center(&teacher)) / 3.0;
        let warm = Distillation::new(1e4).unwrap().gradient(&student, &teacher);
        // The next term of the expansion is of the order of 6²/T.
        prop_assert!((warm - limit).iter().all(|d| d.abs() < 0.01));
    }
}
