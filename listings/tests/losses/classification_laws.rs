//! Laws of the losses of classes, distributions and embeddings, at random inputs.

use listings::losses::{
    BinaryCrossEntropy, BinaryFocal, Contrastive, CrossEntropy, Focal, Hinge, Loss,
    SquaredHinge, Triplet, kl_divergence, log_softmax, log_sum_exp, sigmoid, softmax,
};
use ndarray::{Array1, Array2, array};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

/// A few roundings of numbers of size `scale`.
fn rounding(scale: f64) -> f64 {
    16.0 * f64::EPSILON * scale.abs()
}

/// The same 256 cases on every run.
fn seeded() -> ProptestConfig {
    ProptestConfig {
        rng_seed: RngSeed::Fixed(1),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// Ordinary logits, and some of up to a thousand.
fn logit() -> impl Strategy<Value = f64> {
    prop_oneof![4 => -5.0..5.0, 1 => -1000.0..1000.0]
}

/// Multiples of 1/1024 below 8: sums and differences of such numbers are exact.
fn exact() -> impl Strategy<Value = f64> {
    (-8192..8192_i32).prop_map(|steps| f64::from(steps) / 1024.0)
}

/// The logits of one sample of 1 to 6 classes, and its class.
fn sample() -> impl Strategy<Value = (Array2<f64>, Array1<usize>)> {
    (prop::collection::vec(logit(), 1..7), any::<prop::sample::Index>()).prop_map(
        |(logits, class)| {
            let class = class.index(logits.len());
            let shape = (1, logits.len());
            (Array2::from_shape_vec(shape, logits).expect("one row"), array![class])
        },
    )
}

/// Four classes, of which some have the probability 0.
fn distribution() -> impl Strategy<Value = Array1<f64>> {
    let share = || prop_oneof![1 => Just(0.0), 4 => 0.01..1.0];
    (0.01..1.0, [share(), share(), share()]).prop_map(|(a, [b, c, d])| {
        let shares = array![a, b, c, d];
        let sum = shares.sum();
        shares / sum
    })
}

/// Five embeddings of three numbers.
fn embeddings() -> impl Strategy<Value = Array2<f64>> {
    prop::collection::vec(exact(), 15)
        .prop_map(|numbers| Array2::from_shape_vec((5, 3), numbers).expect("15 numbers"))
}

proptest! {
    #![proptest_config(seeded())]

    #[test]
    fn softmax_is_a_distribution_and_does_not_see_a_common_shift(
        logits in prop::collection::vec(exact(), 1..9), shift in exact()
    ) {
        let logits = Array1::from(logits);
        let shifted = &logits + shift; // exact, and so is every difference of two
        let p = softmax(logits.view());
        prop_assert!((p.sum() - 1.0).abs() <= rounding(1.0));
        prop_assert!(p.iter().all(|p| (0.0..=1.0).contains(p)));
        prop_assert_eq!(&p, &softmax(shifted.view()));
        prop_assert_eq!(log_softmax(logits.view()), log_softmax(shifted.view()));
        let (before, after) = (log_sum_exp(logits.view()), log_sum_exp(shifted.view()));
        prop_assert!((after - before - shift).abs() <= rounding(32.0));
        for (log_p, p) in log_softmax(logits.view()).iter().zip(p) {
            // An error in ln p is a relative one of p.
            prop_assert!((log_p.exp() - p).abs() <= rounding(32.0) * p);
        }
    }

    #[test]
    fn log_sum_exp_is_at_least_the_largest_and_at_most_ln_k_more(
        logits in prop::collection::vec(logit(), 1..9)
    ) {
        let logits = Array1::from(logits);
        let largest = logits.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let value = log_sum_exp(logits.view());
        prop_assert!(value >= largest);
        prop_assert!(value <= largest + (logits.len() as f64).ln() + rounding(largest + 4.0));
    }

    #[test]
    fn cross_entropy_is_not_negative_and_its_gradient_sums_to_zero(
        (logits, class) in sample(), smoothing in 0.0..0.9
    ) {
        let plain = CrossEntropy::default();
        let smoothed = plain.clone().with_label_smoothing(smoothing).unwrap();
        for loss in [plain, smoothed] {
            prop_assert!(loss.value(&logits, &class) >= 0.0);
            prop_assert!(loss.gradient(&logits, &class).sum().abs() <= rounding(1.0));
        }
    }

    #[test]
    fn a_class_is_the_distribution_that_is_certain_of_it((logits, class) in sample()) {
        let mut certain = Array2::zeros(logits.raw_dim());
        certain[[0, class[0]]] = 1.0;
        let loss = CrossEntropy::default();
        prop_assert_eq!(loss.value(&logits, &class), loss.value(&logits, &certain));
        prop_assert_eq!(loss.gradient(&logits, &class), loss.gradient(&logits, &certain));
    }

    #[test]
    fn equal_class_weights_change_nothing((logits, class) in sample(), weight in 0.1..9.0) {
        let plain = CrossEntropy::default();
        let weights = Array1::from_elem(logits.ncols(), weight);
        let weighted = plain.clone().with_class_weights(weights).unwrap();
        let value = plain.value(&logits, &class);
        prop_assert!((weighted.value(&logits, &class) - value).abs() <= rounding(value));
    }

    #[test]
    fn two_classes_are_one_logit(z in logit(), positive in any::<bool>()) {
        let (logits, class) = (array![[0.0, z]], array![usize::from(positive)]);
        let (logit, target) = (array![z], array![f64::from(u8::from(positive))]);
        let binary = BinaryCrossEntropy::default();
        let value = binary.value(&logit, &target);
        let of_two = CrossEntropy::default().value(&logits, &class);
        // ln(1 + x) with the sum rounded to a double: an error of ε, whatever x.
        prop_assert!((value - of_two).abs() <= rounding(1.0 + value));
        let slope = binary.gradient(&logit, &target)[0];
        let of_two = CrossEntropy::default().gradient(&logits, &class)[[0, 1]];
        prop_assert!((slope - of_two).abs() <= rounding(1.0));
    }

    #[test]
    fn the_other_sign_and_the_other_target_are_the_same_coin(
        z in logit(), y in prop_oneof![Just(0.0), Just(1.0), 0.0..1.0]
    ) {
        let loss = BinaryCrossEntropy::default();
        let (logit, target) = (array![z], array![y]);
        let (opposite, other) = (array![-z], array![1.0 - y]);
        let value = loss.value(&logit, &target);
        // 1 − (1 − y) is y up to ε, times the loss of a logit of that size.
        let tolerance = rounding(value) + f64::EPSILON * z.abs();
        prop_assert!((value - loss.value(&opposite, &other)).abs() <= tolerance);
        let sum = loss.gradient(&logit, &target) + loss.gradient(&opposite, &other);
        prop_assert!(sum[0].abs() <= rounding(1.0));
    }

    #[test]
    fn binary_cross_entropy_is_the_usual_safe_formula(z in logit(), y in 0.0..1.0) {
        let value = BinaryCrossEntropy::default().value(&array![z], &array![y]);
        let formula = z.max(0.0) - y * z + (-z.abs()).exp().ln_1p();
        prop_assert!((value - formula).abs() <= rounding(z.abs() + 1.0));
        let gradient = BinaryCrossEntropy::default().gradient(&array![z], &array![y]);
        prop_assert!((gradient[0] - (sigmoid(z) - y)).abs() <= rounding(1.0));
    }

    #[test]
    fn focal_without_focus_is_cross_entropy(
        (logits, class) in sample(), z in logit(), y in 0.0..1.0
    ) {
        let focal = Focal::new(1.0, 0.0).unwrap();
        let plain = CrossEntropy::default();
        prop_assert_eq!(focal.value(&logits, &class), plain.value(&logits, &class));
        let difference = focal.gradient(&logits, &class) - plain.gradient(&logits, &class);
        prop_assert!(difference.iter().all(|d| d.abs() <= rounding(1.0)));

        let (logit, target) = (array![z], array![y]);
        let focal = BinaryFocal::new(None, 0.0).unwrap();
        let plain = BinaryCrossEntropy::default();
        prop_assert_eq!(focal.value(&logit, &target), plain.value(&logit, &target));
        let difference = focal.gradient(&logit, &target) - plain.gradient(&logit, &target);
        prop_assert!(difference[0].abs() <= rounding(1.0));
    }

    #[test]
    fn more_focus_costs_less((logits, class) in sample(), gamma in 0.0..5.0, more in 0.0..5.0) {
        let [some, more] = [gamma, gamma + more]
            .map(|gamma| Focal::new(1.0, gamma).unwrap().value(&logits, &class));
        prop_assert!(0.0 <= more && more <= some * (1.0 + rounding(1.0)));
    }

    #[test]
    fn hinges_are_free_beyond_the_margin_and_only_there(
        f in prop_oneof![Just(1.0), Just(-1.0), -3.0..3.0], positive in any::<bool>()
    ) {
        let y = if positive { 1.0 } else { -1.0 };
        let (score, label) = (array![f], array![y]);
        let beyond = y * f >= 1.0;
        for loss in [Box::new(Hinge) as Box<dyn Loss>, Box::new(SquaredHinge)] {
            let (value, slope) =
                (loss.value(&score, &label), loss.gradient(&score, &label)[0]);
            prop_assert_eq!(value == 0.0, beyond);
            prop_assert_eq!(slope == 0.0, beyond);
            prop_assert!(value >= 0.0 && y * slope <= 0.0);
        }
        let hinge = Hinge.value(&score, &label);
        prop_assert_eq!(SquaredHinge.value(&score, &label), hinge * hinge);
    }

    #[test]
    fn a_divergence_is_zero_for_equals_and_positive_for_others(
        p in distribution(), q in distribution()
    ) {
        prop_assert_eq!(kl_divergence(p.view(), p.view()), 0.0);
        // Pinsker: KL ≥ ½ ‖p − q‖₁², so it is 0 for equals alone.
        let distance: f64 = p.iter().zip(&q).map(|(p, q)| (p - q).abs()).sum();
        let divergence = kl_divergence(p.view(), q.view());
        // Terms p ln(p/q) with p/q below 400: some roundings of 6.
        prop_assert!(divergence >= 0.5 * distance * distance - rounding(6.0));
        let ruled_out = p.iter().zip(&q).any(|(&p, &q)| q == 0.0 && p > 0.0);
        prop_assert_eq!(divergence == f64::INFINITY, ruled_out);
    }

    #[test]
    fn a_divergence_is_convex_in_its_second_argument(
        p in distribution(), q in distribution(), r in distribution(), t in 0.0..1.0
    ) {
        let mixture = t * &q + (1.0 - t) * &r;
        let of = |q: &Array1<f64>| kl_divergence(p.view(), q.view());
        let chord = t * of(&q) + (1.0 - t) * of(&r);
        prop_assert!(t == 0.0 || of(&mixture) <= chord + rounding(6.0));
    }

    #[test]
    fn a_common_translation_of_embeddings_changes_nothing(
        a in embeddings(), p in embeddings(), n in embeddings(), shift in exact(),
        margin in 0.0..20.0
    ) {
        let [moved_a, moved_p, moved_n] = [&a, &p, &n].map(|rows| rows + shift);
        let triplet = Triplet::new(margin).unwrap();
        prop_assert_eq!(
            triplet.value(&a, &p, &n), triplet.value(&moved_a, &moved_p, &moved_n)
        );
        let gradients = triplet.gradients(&a, &p, &n);
        prop_assert_eq!(&gradients, &triplet.gradients(&moved_a, &moved_p, &moved_n));
        // So the gradients of the three sum to zero.
        let [of_a, of_p, of_n] = gradients;
        prop_assert!((of_a + of_p + of_n).iter().all(|g| g.abs() <= rounding(1.0)));
        prop_assert!(triplet.value(&a, &p, &n) >= 0.0);
    }

    #[test]
    fn a_pair_has_no_order(
        first in embeddings(), second in embeddings(), margin in 0.0..20.0,
        similar in prop::collection::vec(any::<bool>(), 5)
    ) {
        let (loss, similar) = (Contrastive::new(margin).unwrap(), Array1::from(similar));
        let value = loss.value(&first, &second, &similar);
        prop_assert!(value >= 0.0);
        prop_assert_eq!(value, loss.value(&second, &first, &similar));
        let [of_first, of_second] = loss.gradients(&first, &second, &similar);
        let [swapped_first, swapped_second] = loss.gradients(&second, &first, &similar);
        prop_assert_eq!(of_first, swapped_second);
        prop_assert_eq!(of_second, swapped_first);
    }
}
