//! One weight and many: values by hand, slopes, proximal operators, edges and laws.

use crate::{net, prices};
use listings::ParameterError;
use listings::data::seeded as seeded_numbers;
use listings::losses::{Huber, ResidualLoss};
use listings::models::MultilayerPerceptron;
use listings::regularizers::{
    ElasticNet, L1, L2, OnWeights, Regularizer, project_onto_l1_ball,
    project_onto_l2_ball, soft_threshold,
};
use ndarray::{Array1, array};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

#[test]
fn a_radius_that_is_none_is_refused() {
    for project in [project_onto_l1_ball, project_onto_l2_ball] {
        for bad in [-0.5, f64::NAN, f64::INFINITY] {
            let call = || project(&array![3.0, -4.0], bad);
            let panic = std::panic::catch_unwind(call).unwrap_err();
            let message = panic.downcast::<String>().expect("a panic with a text");
            assert_eq!(*message, format!("radius = {bad} is outside [0, ∞)"));
        }
        assert_eq!(project(&array![3.0, -4.0], 0.0), array![0.0, 0.0]);
    }
}

#[test]
fn values_gradients_and_proximal_operators_worked_by_hand() {
    let weights = array![3.0, -1.0, 0.25, 0.0];
    // Σ|w| = 4.25, Σw² = 10.0625; every number below is exact in binary.
    let l2 = L2::new(0.5).unwrap();
    assert_eq!(l2.value(&weights), 0.25 * 10.0625);
    assert_eq!(l2.gradient(&weights), array![1.5, -0.5, 0.125, 0.0]);
    assert_eq!(l2.proximal(&weights, 2.0), array![1.5, -0.5, 0.125, 0.0]);
    let plain = L2::without_half(0.5).unwrap();
    assert_eq!(plain.value(&weights), 0.5 * 10.0625);
    assert_eq!(plain.gradient(&weights), array![3.0, -1.0, 0.25, 0.0]);
    assert_eq!(plain.proximal(&weights, 1.0), array![1.5, -0.5, 0.125, 0.0]);
    let l1 = L1::new(0.5).unwrap();
    assert_eq!(l1.value(&weights), 2.125);
    assert_eq!(l1.gradient(&weights), array![0.5, -0.5, 0.5, 0.0]);
    assert_eq!(l1.proximal(&weights, 1.0), array![2.5, -0.5, 0.0, 0.0]);
    // λρ = 1/4 and λ(1 − ρ) = 1/4.
    let net = net(0.5, 0.5);
    assert_eq!(net.value(&weights), 0.25 * 4.25 + 0.125 * 10.0625);
    assert_eq!(net.gradient(&weights), array![1.0, -0.5, 0.3125, 0.0]);
    // Thresholded by 1 and divided by 2.
    assert_eq!(net.proximal(&weights, 4.0), array![1.0, 0.0, 0.0, 0.0]);
}

#[test]
fn the_slope_is_the_central_difference_away_from_zero() {
    for price in prices(0.7, 0.4) {
        for weight in [-30.0, -2.0, -0.3, 0.3, 2.0, 30.0] {
            // Every price is quadratic on each side of zero, so the difference errs by
            // rounding alone: ε · 630/2h with h = 0.1 is 7e-13.
            let (above, below) = (price.of(weight + 0.1), price.of(weight - 0.1));
            let difference = (above - below) / 0.2;
            let slope = price.slope(weight);
            assert!(
                (difference - slope).abs() < 2e-12,
                "{price:?}: {difference} {slope}"
            );
        }
    }
}

#[test]
fn at_zero_the_slope_is_zero_from_either_side() {
    for price in prices(0.7, 0.4) {
        for zero in [0.0, -0.0] {
            assert_eq!(price.slope(zero), 0.0, "{price:?}");
            assert_eq!(price.of(zero), 0.0, "{price:?}");
            assert_eq!(price.proximal_of(zero, 3.0), 0.0, "{price:?}");
        }
    }
}

#[test]
fn a_strength_of_zero_leaves_everything_as_it_is() {
    let weights = array![3.0, -1e-300, 0.0, 1e300];
    for price in prices(0.0, 0.5) {
        assert_eq!(price.gradient(&weights), array![0.0, 0.0, 0.0, 0.0], "{price:?}");
        assert_eq!(price.proximal(&weights, 10.0), weights, "{price:?}");
        assert_eq!(price.of(-3.0), 0.0, "{price:?}");
    }
}

#[test]
fn a_step_of_zero_leaves_the_weights_as_they_are() {
    let weights = array![3.0, -1e-300, 0.0, -7.5];
    for price in prices(5.0, 0.5) {
        assert_eq!(price.proximal(&weights, 0.0), weights, "{price:?}");
    }
}

#[test]
fn a_huge_strength_leaves_next_to_nothing() {
    let weights = array![3.0, -1e6, 0.25];
    for price in prices(1e300, 0.5) {
        let left = price.proximal(&weights, 1.0);
        assert!(left.iter().all(|w| w.abs() < 1e-290), "{price:?}: {left}");
    }
    // And exactly nothing where there is an L1 part.
    assert_eq!(L1::new(1e7).unwrap().proximal(&weights, 1.0), array![0.0, 0.0, 0.0]);
    assert_eq!(net(1e7, 0.5).proximal(&weights, 1.0), array![0.0, 0.0, 0.0]);
}

#[test]
fn no_weights_cost_nothing() {
    let nothing = Array1::zeros(0);
    for price in prices(0.7, 0.4) {
        assert_eq!(price.value(&nothing), 0.0, "{price:?}");
        assert!(price.gradient(&nothing).is_empty(), "{price:?}");
        assert!(price.proximal(&nothing, 1.0).is_empty(), "{price:?}");
    }
}

#[test]
fn a_weight_that_is_not_finite_is_seen() {
    for price in prices(0.7, 0.4) {
        assert!(price.of(f64::NAN).is_nan(), "{price:?}");
        assert!(price.slope(f64::NAN).is_nan(), "{price:?}");
        assert!(price.proximal_of(f64::NAN, 1.0).is_nan(), "{price:?}");
        assert!(price.value(&array![1.0, f64::NAN]).is_nan(), "{price:?}");
        for infinite in [f64::INFINITY, f64::NEG_INFINITY] {
            assert_eq!(price.of(infinite), f64::INFINITY, "{price:?}");
            assert_eq!(price.proximal_of(infinite, 1.0), infinite, "{price:?}");
        }
    }
    // λ = 0 times infinity: not a number, and not a silent zero.
    assert!(!net(0.0, 0.5).of(f64::INFINITY).is_finite());
    // At ρ = 1 the square that the net leaves out must not overflow.
    assert_eq!(net(0.5, 1.0).of(1e200), L1::new(0.5).unwrap().of(1e200));
}

#[test]
fn what_the_constructors_refuse() {
    let text = |error: ParameterError| error.to_string();
    assert_eq!(text(L2::new(-1.0).unwrap_err()), "lambda = -1 is outside [0, ∞)");
    assert_eq!(text(L1::new(f64::NAN).unwrap_err()), "lambda = NaN is outside [0, ∞)");
    assert_eq!(
        text(L2::without_half(f64::INFINITY).unwrap_err()),
        "lambda = inf is outside [0, ∞)"
    );
    assert_eq!(
        text(L2::without_half(f64::MAX).unwrap_err()),
        "2 lambda = inf is outside [0, ∞)"
    );
    for (l1_ratio, shown) in [(-0.1, "-0.1"), (1.1, "1.1"), (f64::NAN, "NaN")] {
        let error = ElasticNet::new(1.0, l1_ratio).unwrap_err();
        assert_eq!(text(error), format!("l1_ratio = {shown} is outside [0, 1]"));
    }
    assert!(ElasticNet::new(0.0, 0.0).is_ok() && L1::new(f64::MAX).is_ok());
}

#[test]
#[should_panic(expected = "min > max")]
fn a_negative_threshold_is_refused() {
    soft_threshold(1.0, -0.5);
}

#[test]
fn the_bias_pays_nothing() {
    let theta = array![3.0, -1.0, 100.0];
    let penalty = OnWeights::of_linear(L1::new(0.5).unwrap(), 2);
    assert_eq!(penalty.value(&theta), 2.0);
    assert_eq!(penalty.gradient(&theta), array![0.5, -0.5, 0.0]);
    assert_eq!(penalty.proximal(&theta, 4.0), array![1.0, 0.0, 100.0]);
}

#[test]
fn no_bias_of_a_network_pays() {
    let widths = [2, 16, 8, 2];
    let penalty = OnWeights::of_network(L2::new(0.5).unwrap(), &widths);
    // A fresh network has biases of zero, and no weight of zero.
    let theta = MultilayerPerceptron::new(&widths).initial(&mut seeded_numbers(1));
    assert_eq!(penalty.is_weight, theta.mapv(|parameter| parameter != 0.0));
    assert_eq!(penalty.gradient(&theta), theta * 0.5);
}

#[test]
fn the_net_is_the_lasso_at_one_end_and_ridge_at_the_other() {
    for weight in [-3.0, -0.2, 0.0, 0.4, 7.0] {
        let (lasso, ridge) = (L1::new(0.3).unwrap(), L2::new(0.3).unwrap());
        assert_eq!(net(0.3, 1.0).of(weight), lasso.of(weight));
        assert_eq!(net(0.3, 1.0).slope(weight), lasso.slope(weight));
        assert_eq!(
            net(0.3, 1.0).proximal_of(weight, 2.0),
            lasso.proximal_of(weight, 2.0)
        );
        // |w| · ½λ|w| and ½λw · w: the same products in another order.
        assert!((net(0.3, 0.0).of(weight) - ridge.of(weight)).abs() < 1e-14);
        assert_eq!(net(0.3, 0.0).slope(weight), ridge.slope(weight));
        assert_eq!(
            net(0.3, 0.0).proximal_of(weight, 2.0),
            ridge.proximal_of(weight, 2.0)
        );
    }
}

#[test]
fn projections_at_the_edges() {
    let point = array![3.0, -4.0];
    for project in [project_onto_l1_ball, project_onto_l2_ball] {
        assert_eq!(project(&point, 0.0), array![0.0, 0.0]);
        assert_eq!(project(&point, 7.0), point);
        assert_eq!(project(&array![0.0, 0.0], 1.0), array![0.0, 0.0]);
        assert!(project(&Array1::zeros(0), 1.0).is_empty());
    }
    // Ties: all of them are left, or all go together.
    assert_eq!(
        project_onto_l1_ball(&array![2.0, 2.0, -2.0], 3.0),
        array![1.0, 1.0, -1.0]
    );
}

/// The same 256 cases on every run.
fn seeded() -> ProptestConfig {
    ProptestConfig {
        rng_seed: RngSeed::Fixed(1),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(seeded())]

    #[test]
    fn the_proximal_operator_is_the_argmin_that_it_claims_to_be(
        weight in -5.0..5.0_f64, lambda in 0.0..3.0_f64, l1_ratio in 0.0..1.0_f64,
        step in 0.0..2.0_f64
    ) {
        for price in prices(lambda, l1_ratio) {
            let cost = |u: f64| 0.5 * (u - weight).powi(2) + step * price.of(u);
            let found = price.proximal_of(weight, step);
            // A grid of 2001 points that holds zero; costs are below 100.
            for index in -1000..=1000 {
                let u = f64::from(index) * 0.005;
                prop_assert!(cost(found) <= cost(u) + 1e-13, "{:?}: {} {}", price, found, u);
            }
        }
    }

    #[test]
    fn the_proximal_operator_is_odd_and_brings_weights_nearer_to_zero_and_to_each_other(
        a in -5.0..5.0_f64, b in -5.0..5.0_f64, lambda in 0.0..3.0_f64,
        l1_ratio in 0.0..1.0_f64, step in 0.0..2.0_f64
    ) {
        for price in prices(lambda, l1_ratio) {
            let at = |weight| price.proximal_of(weight, step);
            prop_assert_eq!(at(-a), -at(a), "{:?}", price);
            prop_assert!(at(a).abs() <= a.abs() && at(a) * a >= 0.0, "{:?}", price);
            // Two roundings of numbers below 5.
            prop_assert!((at(a) - at(b)).abs() <= (a - b).abs() + 2e-15, "{:?}", price);
        }
    }

    #[test]
    fn a_price_is_even_convex_and_never_below_its_tangents(
        a in -5.0..5.0_f64, b in -5.0..5.0_f64, lambda in 0.0..3.0_f64,
        l1_ratio in 0.0..1.0_f64
    ) {
        for price in prices(lambda, l1_ratio) {
            prop_assert_eq!(price.of(-a), price.of(a), "{:?}", price);
            prop_assert_eq!(price.slope(-a), -price.slope(a), "{:?}", price);
            // A few roundings of numbers below 100.
            let middle = price.of(0.5 * (a + b));
            prop_assert!(middle <= 0.5 * (price.of(a) + price.of(b)) + 1e-13);
            prop_assert!(price.of(b) >= price.of(a) + price.slope(a) * (b - a) - 1e-13);
        }
    }

    #[test]
    fn prices_scale_with_the_weights(weight in -5.0..5.0_f64, k in 0.01..100.0_f64) {
        let (l1, l2) = (L1::new(0.7).unwrap(), L2::new(0.7).unwrap());
        // Two or three roundings each.
        let same = |a: f64, b: f64| (a - b).abs() <= 8.0 * f64::EPSILON * b.abs();
        prop_assert!(same(l1.of(k * weight), k * l1.of(weight)));
        prop_assert!(same(l2.of(k * weight), k * k * l2.of(weight)));
    }

    #[test]
    fn soft_thresholding_and_the_pull_of_huber_share_a_weight(
        weight in -5.0..5.0_f64, threshold in 0.001..3.0_f64
    ) {
        // Moreau's decomposition: what the threshold takes is the clipped part.
        let huber = Huber::new(threshold).unwrap();
        prop_assert_eq!(soft_threshold(weight, threshold), weight - huber.slope(weight));
    }

    #[test]
    fn a_projection_is_in_the_ball_and_nearer_than_every_other_point_of_it(
        x in -4.0..4.0_f64, y in -4.0..4.0_f64, z in -4.0..4.0_f64,
        other in prop::array::uniform3(-1.0..1.0_f64), radius in 0.0..3.0_f64
    ) {
        let point = array![x, y, z];
        let other = Array1::from(other.to_vec());
        let l1 = |w: &Array1<f64>| w.mapv(f64::abs).sum();
        let l2 = |w: &Array1<f64>| w.dot(w).sqrt();
        let nearest = project_onto_l1_ball(&point, radius);
        prop_assert!(l1(&nearest) <= radius + 1e-14);
        let inside = &other * (radius / l1(&other).max(1e-300));
        prop_assert!(l2(&(&nearest - &point)) <= l2(&(inside - &point)) + 1e-14);
        let nearest = project_onto_l2_ball(&point, radius);
        prop_assert!(l2(&nearest) <= radius + 1e-14);
        let inside = &other * (radius / l2(&other).max(1e-300));
        prop_assert!(l2(&(&nearest - &point)) <= l2(&(inside - &point)) + 1e-14);
    }
}
