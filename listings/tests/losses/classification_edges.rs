//! The losses of classes, distributions and embeddings without samples, with one, at the
//! end of the range of numbers, and with input that is refused.

use listings::losses::{
    BinaryCrossEntropy, BinaryFocal, Contrastive, CrossEntropy, Focal, GaussianNll,
    Hinge, KlDivergence, Loss, NegativeLogLikelihood, SquaredHinge, Triplet,
    kl_divergence, log_softmax, log_sum_exp, sigmoid, softmax, softplus,
};
use listings::training::hinge_slope;
use ndarray::{Array1, Array2, array};
use std::f64::consts::LN_2;
use std::fmt::Debug;
use std::panic::{AssertUnwindSafe, catch_unwind};

const INFINITY: f64 = f64::INFINITY;
const NAN: f64 = f64::NAN;

fn binary_losses() -> Vec<Box<dyn Loss>> {
    vec![
        Box::new(BinaryCrossEntropy::default()),
        Box::new(BinaryCrossEntropy::default().with_positive_weight(3.0).unwrap()),
        Box::new(BinaryFocal::default()),
        Box::new(BinaryFocal::new(None, 0.0).unwrap()),
        Box::new(BinaryFocal::new(None, 0.5).unwrap()),
        Box::new(Hinge),
        Box::new(SquaredHinge),
    ]
}

fn class_losses() -> Vec<Box<dyn Loss<Array2<f64>, Array1<usize>>>> {
    let weights = array![0.5, 2.0, 1.0];
    vec![
        Box::new(CrossEntropy::default()),
        Box::new(CrossEntropy::default().with_class_weights(weights).unwrap()),
        Box::new(CrossEntropy::default().with_label_smoothing(0.1).unwrap()),
        Box::new(Focal::default()),
        Box::new(Focal::new(1.0, 0.0).unwrap()),
        Box::new(Focal::new(1.0, 0.5).unwrap()),
    ]
}

#[test]
fn nothing_has_no_mean_and_an_empty_gradient() {
    let none = Array1::zeros(0);
    for loss in binary_losses() {
        assert!(loss.value(&none, &none).is_nan());
        assert!(loss.gradient(&none, &none).is_empty());
    }
    let rows = Array2::zeros((0, 3));
    for loss in class_losses() {
        assert!(loss.value(&rows, &array![]).is_nan());
        assert_eq!(loss.gradient(&rows, &array![]).dim(), (0, 3));
    }
    assert!(CrossEntropy::default().value(&rows, &rows).is_nan());
    assert!(KlDivergence.value(&rows, &rows).is_nan());
    assert_eq!(KlDivergence.gradient(&rows, &rows).dim(), (0, 3));
    let pairs = Contrastive::new(1.0).unwrap();
    assert!(pairs.value(&rows, &rows, &array![]).is_nan());
    assert_eq!(pairs.gradients(&rows, &rows, &array![])[1].dim(), (0, 3));
    let triplets = Triplet::new(1.0).unwrap();
    assert!(triplets.value(&rows, &rows, &rows).is_nan());
    assert_eq!(triplets.gradients(&rows, &rows, &rows)[2].dim(), (0, 3));
    let predictions = Array2::zeros((0, 2));
    assert!(GaussianNll.value(&predictions, &none).is_nan());
    assert_eq!(GaussianNll.gradient(&predictions, &none).dim(), (0, 2));
}

#[test]
fn one_score_that_is_not_a_number_spoils_the_value_and_its_own_gradient_alone() {
    let scores = array![0.5, NAN, -2.0];
    for loss in binary_losses() {
        let label = array![1.0, 1.0, 1.0]; // valid as a probability and as a sign
        assert!(loss.value(&scores, &label).is_nan());
        let is_nan = loss.gradient(&scores, &label).mapv(f64::is_nan);
        assert_eq!(is_nan, array![false, true, false]);
    }
    let logits = array![[0.5, 1.0, 2.0], [0.0, NAN, 0.0]];
    for loss in class_losses() {
        for class in 0..3 {
            assert!(loss.value(&logits, &array![0, class]).is_nan());
            let gradient = loss.gradient(&logits, &array![0, class]);
            let is_nan = gradient.mapv(f64::is_nan);
            assert_eq!(is_nan, array![[false; 3], [true; 3]]);
        }
    }
    let target = array![[0.0, 0.5, 0.5], [1.0, 0.0, 0.0]];
    assert!(CrossEntropy::default().value(&logits, &target).is_nan());
    assert!(KlDivergence.value(&logits, &target).is_nan());
    let prediction = array![[1.0, 0.0], [NAN, 0.0]];
    assert!(GaussianNll.value(&prediction, &array![0.0, 0.0]).is_nan());
    assert!(GaussianNll.value(&array![[0.0, NAN]], &array![0.0]).is_nan());
    assert!(GaussianNll.gradient(&array![[0.0, NAN]], &array![0.0])[[0, 1]].is_nan());
}

#[test]
fn an_embedding_that_is_not_a_number_spoils_the_value_and_its_own_gradient_alone() {
    let zeros = Array2::zeros((2, 2));
    let with_nan = array![[0.5, 0.5], [NAN, 0.0]];
    for similar in [false, true] {
        let loss = Contrastive::new(2.0).unwrap();
        let similar = array![similar, similar];
        assert!(loss.value(&zeros, &with_nan, &similar).is_nan());
        for gradient in loss.gradients(&zeros, &with_nan, &similar) {
            assert!(gradient.row(0).iter().all(|g| g.is_finite()));
            assert!(gradient[[1, 0]].is_nan());
        }
    }
    let loss = Triplet::new(1.0).unwrap();
    for [a, p, n] in [
        [&with_nan, &zeros, &zeros],
        [&zeros, &with_nan, &zeros],
        [&zeros, &zeros, &with_nan],
    ] {
        assert!(loss.value(a, p, n).is_nan());
        let [gradient, ..] = loss.gradients(a, p, n);
        assert!(gradient.row(0).iter().all(|g| g.is_finite()));
        assert!(gradient[[1, 0]].is_nan());
    }
}

#[test]
fn a_thousand_is_far_from_every_limit() {
    let score = array![1000.0];
    for (loss, value, slope) in [
        (Box::new(BinaryCrossEntropy::default()) as Box<dyn Loss>, 1000.0, 1.0),
        (Box::new(BinaryFocal::new(None, 2.0).unwrap()), 1000.0, 1.0),
        (Box::new(BinaryFocal::default()), 750.0, 0.75),
    ] {
        assert_eq!(loss.value(&score, &array![0.0]), value);
        assert_eq!(loss.gradient(&score, &array![0.0]), array![slope]);
        // Certain and right costs nothing.
        assert_eq!(loss.value(&score, &array![1.0]), 0.0);
        assert_eq!(loss.gradient(&score, &array![1.0]), array![0.0]);
    }
    assert_eq!(Hinge.value(&score, &array![-1.0]), 1001.0);
    assert_eq!(SquaredHinge.gradient(&score, &array![-1.0]), array![2002.0]);

    let logits = array![[1000.0, -1000.0, 0.0]];
    for loss in [
        Box::new(CrossEntropy::default()) as Box<dyn Loss<Array2<f64>, Array1<usize>>>,
        Box::new(Focal::default()),
        Box::new(Focal::new(1.0, 0.5).unwrap()),
    ] {
        assert_eq!(loss.value(&logits, &array![0]), 0.0);
        assert_eq!(loss.gradient(&logits, &array![0]), array![[0.0, 0.0, 0.0]]);
        assert_eq!(loss.value(&logits, &array![1]), 2000.0);
        assert_eq!(loss.gradient(&logits, &array![1]), array![[1.0, -1.0, 0.0]]);
    }
}

#[test]
fn infinite_logits_are_certainty() {
    for (z, y, value) in
        [(INFINITY, 1.0, 0.0), (-INFINITY, 0.0, 0.0), (INFINITY, 0.0, INFINITY)]
    {
        for loss in [
            Box::new(BinaryCrossEntropy::default()) as Box<dyn Loss>,
            Box::new(BinaryFocal::new(None, 2.0).unwrap()),
            Box::new(BinaryFocal::new(None, 0.0).unwrap()),
        ] {
            assert_eq!(loss.value(&array![z], &array![y]), value, "{z} {y}");
            let gradient = loss.gradient(&array![z], &array![y]);
            assert_eq!(gradient, array![if value == 0.0 { 0.0 } else { 1.0 }]);
        }
    }
    // A class with the logit −∞ is ruled out: it takes no part.
    let logits = array![[0.0, -INFINITY, 0.0]];
    let loss = CrossEntropy::default();
    assert_eq!(loss.value(&logits, &array![0]), LN_2);
    assert_eq!(loss.gradient(&logits, &array![0]), array![[-0.5, 0.0, 0.5]]);
    assert_eq!(loss.value(&logits, &array![1]), INFINITY);
    assert_eq!(loss.gradient(&logits, &array![1]), array![[0.5, -1.0, 0.5]]);
    assert_eq!(Focal::default().value(&logits, &array![1]), INFINITY);
    let gradient = Focal::default().gradient(&logits, &array![1]);
    assert_eq!(gradient, array![[0.5, -1.0, 0.5]]);
}

#[test]
fn log_sum_exp_of_infinities() {
    assert_eq!(log_sum_exp(array![-INFINITY, -INFINITY].view()), -INFINITY);
    assert_eq!(log_sum_exp(array![INFINITY, -INFINITY].view()), INFINITY);
    assert_eq!(log_sum_exp(array![-INFINITY, 3.0].view()), 3.0);
    assert_eq!(log_sum_exp(array![-1000.0, -1000.0].view()), -1000.0 + LN_2);
    assert_eq!(log_sum_exp(Array1::zeros(0).view()), -INFINITY);
    for spoiled in [array![NAN, 1.0], array![NAN, NAN], array![INFINITY, NAN]] {
        assert!(log_sum_exp(spoiled.view()).is_nan());
        assert!(softmax(spoiled.view()).iter().all(|p| p.is_nan()));
        assert!(log_softmax(spoiled.view()).iter().all(|p| p.is_nan()));
    }
    assert_eq!(softmax(array![-INFINITY, 3.0].view()), array![0.0, 1.0]);
    assert_eq!(log_softmax(array![-INFINITY, 3.0].view()), array![-INFINITY, 0.0]);
    // What the file's header says has no answer.
    for row in [array![-INFINITY, -INFINITY], array![INFINITY, 0.0]] {
        assert!(softmax(row.view()).iter().all(|p| p.is_nan()));
        assert!(log_softmax(row.view()).iter().any(|p| p.is_nan()));
    }
}

#[test]
fn softplus_and_sigmoid_at_the_ends() {
    assert_eq!((softplus(-INFINITY), softplus(INFINITY)), (0.0, INFINITY));
    assert_eq!((sigmoid(-INFINITY), sigmoid(INFINITY)), (0.0, 1.0));
    assert!(softplus(NAN).is_nan() && sigmoid(NAN).is_nan());
    // Far below zero, ln(1 + e^z) is e^z, and so is σ(z).
    assert_eq!(softplus(-700.0), (-700_f64).exp());
    assert!((sigmoid(-700.0) / (-700_f64).exp() - 1.0).abs() < 4.0 * f64::EPSILON);
}

#[test]
fn one_class_is_always_right() {
    let (logits, classes) = (array![[3.0], [-7.0]], array![0, 0]);
    for loss in [
        Box::new(CrossEntropy::default()) as Box<dyn Loss<Array2<f64>, Array1<usize>>>,
        Box::new(CrossEntropy::default().with_label_smoothing(0.5).unwrap()),
        Box::new(Focal::default()),
        Box::new(Focal::new(1.0, 0.5).unwrap()),
    ] {
        assert_eq!(loss.value(&logits, &classes), 0.0);
        assert_eq!(loss.gradient(&logits, &classes), array![[0.0], [0.0]]);
    }
}

#[test]
fn a_class_that_never_occurs_is_pushed_away_whatever_its_weight() {
    let (logits, classes) = (array![[1.0, 2.0, 0.0], [0.5, 0.0, 1.0]], array![0, 1]);
    let value_of = |weights| {
        let loss = CrossEntropy::default().with_class_weights(weights).unwrap();
        let gradient = loss.gradient(&logits, &classes);
        assert!(gradient.column(2).iter().all(|&g| g > 0.0));
        loss.value(&logits, &classes)
    };
    assert_eq!(value_of(array![1.0, 2.0, 0.0]), value_of(array![1.0, 2.0, 9.0]));
}

#[test]
fn what_weighs_nothing_costs_nothing_even_where_it_is_impossible() {
    let loss = BinaryCrossEntropy::default().with_positive_weight(0.0).unwrap();
    assert_eq!(loss.value(&array![-INFINITY], &array![1.0]), 0.0);
    let loss = NegativeLogLikelihood::with_class_weights(array![2.0, 0.0]).unwrap();
    let log_p = array![[-0.5, -1.0], [0.0, -INFINITY]];
    assert_eq!(loss.value(&log_p, &array![0, 1]), 0.5);
}

#[test]
fn on_its_margin_a_sample_does_not_pull() {
    assert_eq!((hinge_slope(1.0), hinge_slope(1.0 - f64::EPSILON)), (0.0, -1.0));
}

#[test]
fn classes_that_all_weigh_nothing_have_no_mean() {
    let weights = array![0.0, 1.0];
    let loss = CrossEntropy::default().with_class_weights(weights).unwrap();
    assert!(loss.value(&array![[1.0, 2.0]], &array![0]).is_nan());
}

#[test]
fn divergences_of_certainty() {
    let divergence = |p: [f64; 2], q: [f64; 2]| {
        kl_divergence(array![p[0], p[1]].view(), array![q[0], q[1]].view())
    };
    assert_eq!(divergence([1.0, 0.0], [1.0, 0.0]), 0.0);
    assert_eq!(divergence([1.0, 0.0], [0.5, 0.5]), LN_2);
    assert_eq!(divergence([0.5, 0.5], [1.0, 0.0]), INFINITY);
    assert_eq!(divergence([0.0, 1.0], [1.0, 0.0]), INFINITY);
    let (log_q, p) = (array![[0.0, -INFINITY]], array![[1.0, 0.0]]);
    assert_eq!(KlDivergence.value(&log_q, &p), 0.0);
    assert_eq!(KlDivergence.gradient(&log_q, &p), array![[-1.0, 0.0]]);
}

#[test]
fn equal_embeddings_have_finite_gradients() {
    let same = Array2::from_elem((3, 4), 0.7);
    let zeros = Array2::<f64>::zeros((3, 4));
    let pairs = Contrastive::new(2.0).unwrap();
    for similar in [true, false] {
        let similar = Array1::from_elem(3, similar);
        assert_eq!(
            pairs.gradients(&same, &same, &similar),
            [zeros.clone(), zeros.clone()]
        );
    }
    assert_eq!(pairs.value(&same, &same, &Array1::from_elem(3, false)), 4.0);
    let triplets = Triplet::new(1.0).unwrap();
    assert_eq!(triplets.value(&same, &same, &same), 1.0);
    assert_eq!(triplets.gradients(&same, &same, &same), [(); 3].map(|()| zeros.clone()));
    // A positive at the anchor: only the negative has a direction.
    let away = &same + 1.0;
    let loss = Triplet::new(3.0).unwrap();
    let [of_anchor, of_positive, of_negative] = loss.gradients(&same, &same, &away);
    assert_eq!(of_positive, zeros);
    assert_eq!(of_anchor, -of_negative);
    assert!((of_anchor - 0.5 / 3.0).iter().all(|g| g.abs() < 1e-15));
}

#[test]
fn without_a_margin_nothing_is_pushed_beyond_what_is_needed() {
    let (near, far) = (array![[1.0, 0.0]], array![[3.0, 0.0]]);
    let zero = array![[0.0, 0.0]];
    let pairs = Contrastive::new(0.0).unwrap();
    assert_eq!(pairs.value(&near, &zero, &array![false]), 0.0);
    assert_eq!(pairs.value(&zero, &zero, &array![false]), 0.0);
    assert_eq!(pairs.gradients(&zero, &zero, &array![false])[0], zero);
    let triplets = Triplet::new(0.0).unwrap();
    assert_eq!(triplets.value(&zero, &near, &far), 0.0);
    assert_eq!(triplets.value(&zero, &far, &near), 2.0);
    // At the kink: equally far.
    assert_eq!(triplets.gradients(&zero, &near, &near)[1], zero);
}

#[test]
fn certainty_of_a_variance_of_zero_costs_without_end() {
    // e^1000 overflows; a residual of 0 asks for no such number.
    assert_eq!(GaussianNll.value(&array![[1.0, -1000.0]], &array![1.0]), -500.0);
    let gradient = GaussianNll.gradient(&array![[1.0, -1000.0]], &array![1.0]);
    assert_eq!(gradient, array![[0.0, 0.5]]);
    assert_eq!(GaussianNll.value(&array![[1.0, -1000.0]], &array![2.0]), INFINITY);
    assert_eq!(GaussianNll.value(&array![[1.0, 1000.0]], &array![2.0]), 500.0);
}

#[test]
fn different_lengths_panic_with_both() {
    for loss in binary_losses() {
        let (scores, labels) = (array![1.0, 2.0, 3.0], array![1.0, 1.0]);
        let expected = "3 predictions for 2 targets";
        refuses(expected, || loss.value(&scores, &labels));
        refuses(expected, || loss.gradient(&scores, &labels));
    }
    let logits = Array2::zeros((3, 5));
    for loss in class_losses() {
        let expected = "logits of shape [3, 5] for 2 targets";
        refuses(expected, || loss.value(&logits, &array![0, 1]));
        refuses(expected, || loss.gradient(&logits, &array![0, 1]));
    }
    let loss = CrossEntropy::default();
    let other = Array2::zeros((3, 4));
    let expected = "logits of shape [3, 5] for targets of shape [3, 4]";
    refuses(expected, || loss.value(&logits, &other));
    refuses(expected, || loss.gradient(&logits, &other));
    let weighted = loss.with_class_weights(array![1.0, 2.0]).unwrap();
    let expected = "2 class weights for logits of shape [3, 5]";
    refuses(expected, || weighted.value(&logits, &array![0, 1, 2]));
    refuses(expected, || weighted.gradient(&logits, &array![0, 1, 2]));
    let expected = "log Q of shape [3, 5] for P of shape [3, 4]";
    refuses(expected, || KlDivergence.value(&logits, &other));
    refuses(expected, || KlDivergence.gradient(&logits, &other));
    let (p, q) = (array![1.0], array![0.5, 0.5]);
    refuses("P of length 1, Q of 2", || kl_divergence(p.view(), q.view()));
    let expected = "a prediction of shape [3, 5] for 3 targets";
    refuses(expected, || GaussianNll.value(&logits, &array![0.0, 0.0, 0.0]));
    let expected = "a prediction of shape [3, 2] for 2 targets";
    let prediction = Array2::zeros((3, 2));
    refuses(expected, || GaussianNll.gradient(&prediction, &array![0.0, 0.0]));
}

#[test]
fn embeddings_of_different_shapes_panic_with_both() {
    let (three, four) = (Array2::zeros((3, 2)), Array2::zeros((4, 2)));
    let pairs = Contrastive::new(1.0).unwrap();
    let similar = array![true, true, true];
    let expected = "first of shape [3, 2] for second of shape [4, 2]";
    refuses(expected, || pairs.value(&three, &four, &similar));
    refuses(expected, || pairs.gradients(&three, &four, &similar));
    let expected = "pairs of shape [4, 2] for 3 labels";
    refuses(expected, || pairs.value(&four, &four, &similar));
    refuses(expected, || pairs.gradients(&four, &four, &similar));
    let triplets = Triplet::new(1.0).unwrap();
    let expected = "anchor of shape [3, 2] for positive of shape [4, 2]";
    refuses(expected, || triplets.value(&three, &four, &three));
    refuses(expected, || triplets.gradients(&three, &four, &three));
    let expected = "anchor of shape [3, 2] for negative of shape [4, 2]";
    refuses(expected, || triplets.value(&three, &three, &four));
    refuses(expected, || triplets.gradients(&three, &three, &four));
}

#[test]
fn a_target_that_is_none_is_named() {
    let scores = array![0.0, 0.0];
    for bad in [-1.0, 1.5, NAN] {
        let target = array![1.0, bad];
        let expected = format!("target 1 is {bad}, which is outside [0, 1]");
        let loss = BinaryCrossEntropy::default();
        refuses(&expected, || loss.value(&scores, &target));
        refuses(&expected, || loss.gradient(&scores, &target));
        refuses(&expected, || BinaryFocal::default().value(&scores, &target));
        refuses(&expected, || BinaryFocal::default().gradient(&scores, &target));
    }
    for bad in [0.0, 2.0, NAN] {
        let label = array![-1.0, bad];
        let expected = format!("label 1 is {bad}, which is neither -1 nor +1");
        refuses(&expected, || Hinge.value(&scores, &label));
        refuses(&expected, || Hinge.gradient(&scores, &label));
        refuses(&expected, || SquaredHinge.value(&scores, &label));
        refuses(&expected, || SquaredHinge.gradient(&scores, &label));
    }
    let logits = Array2::zeros((2, 3));
    for loss in class_losses() {
        let expected = "row 1 has class 3, of 3 classes from 0 on";
        refuses(expected, || loss.value(&logits, &array![2, 3]));
        refuses(expected, || loss.gradient(&logits, &array![2, 3]));
    }
    for bad in [[0.5, 0.5, 0.5], [1.5, -0.5, 0.0], [NAN, 0.5, 0.5], [0.0, 0.0, 0.0]] {
        let p = array![[1.0, 0.0, 0.0], bad];
        let expected = "row 1 is no distribution";
        refuses(expected, || CrossEntropy::default().value(&logits, &p));
        refuses(expected, || CrossEntropy::default().gradient(&logits, &p));
        refuses(expected, || KlDivergence.value(&logits, &p));
        refuses(expected, || KlDivergence.gradient(&logits, &p));
    }
}

/// Fails unless `call` panics with a message that contains `expected`.
fn refuses<T: Debug>(expected: &str, call: impl FnOnce() -> T) {
    let panic = catch_unwind(AssertUnwindSafe(call)).expect_err("it must panic");
    let message = panic.downcast::<String>().expect("a formatted message");
    assert!(message.contains(expected), "{message}");
}
