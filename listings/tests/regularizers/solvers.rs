//! The solvers: against each other, against the conditions of a minimum, and on data that
//! are hard on them.

use crate::net;
use listings::data::seeded;
use listings::losses::{Hinge, MeanSquaredError, Reduced, Reduction};
use listings::models::Linear;
use listings::regularizers::{
    FitError, L1, L2, Moments, OnWeights, PenalizedLoss, Regularizer, coordinate_descent,
    lambda_max, proximal_gradient, ridge, subgradient_descent,
};
use ndarray::{Array1, Array2, array};
use rand_distr::{Distribution, StandardNormal};

/// Forty samples of four features, the first two alike, and a target of the first three.
fn data() -> (Array2<f64>, Array1<f64>) {
    let mut random = seeded(1);
    let mut normal = || -> f64 { StandardNormal.sample(&mut random) };
    let mut inputs = Array2::from_shape_simple_fn((40, 4), &mut normal);
    for mut row in inputs.rows_mut() {
        row[1] = 0.8 * row[0] + 0.6 * row[1];
    }
    let noise = Array1::from_shape_simple_fn(40, &mut normal);
    let target = inputs.dot(&array![2.0, 1.0, -1.5, 0.0]) + 5.0 + noise * 0.3;
    (inputs, target)
}

fn moments() -> Moments {
    let (inputs, target) = data();
    Moments::of(&inputs, &target)
}

fn close(a: &Array1<f64>, b: &Array1<f64>, tolerance: f64) -> bool {
    a.len() == b.len() && (a - b).iter().all(|difference| difference.abs() <= tolerance)
}

#[test]
fn coordinate_descent_meets_the_conditions_of_a_minimum() {
    let data = moments();
    for (lambda, l1_ratio) in [(0.0, 1.0), (0.1, 1.0), (0.5, 1.0), (0.3, 0.5), (1.0, 0.0)]
    {
        let penalty = net(lambda, l1_ratio);
        let fit = coordinate_descent(&data, &penalty, Array1::zeros(4)).unwrap();
        // ∂/∂wⱼ of the smooth part is −λρ sign(wⱼ) at a weight that is not zero, and
        // within ±λρ at one that is.
        let pull =
            &data.covariance - data.gram.dot(&fit.weights) - penalty.l2() * &fit.weights;
        for (weight, pull) in fit.weights.iter().zip(&pull) {
            // The last sweep moved no weight by more than 1e-12 of 3; G's rows sum to 4.
            if *weight == 0.0 {
                assert!(pull.abs() <= penalty.l1() + 2e-11, "{penalty:?}: {pull}");
            } else {
                let expected = penalty.l1() * weight.signum();
                assert!((pull - expected).abs() < 2e-11, "{penalty:?}: {pull}");
            }
        }
    }
}

#[test]
fn one_feature_is_soft_thresholding_by_hand() {
    // x = −1, 0, 1 and y = 1, 3, 8: G = 2/3, c = 7/3, ȳ = 4.
    let data = Moments::of(&array![[-1.0], [0.0], [1.0]], &array![1.0, 3.0, 8.0]);
    let fit = |lambda, l1_ratio| {
        coordinate_descent(&data, &net(lambda, l1_ratio), array![0.0]).unwrap()
    };
    // (7/3 − 1)/(2/3) = 2;   7/3 / (2/3 + 1) = 1.4;   (7/3 − 1/2)/(2/3 + 1/2) = 11/7.
    for ((lambda, l1_ratio), weight) in
        [((1.0, 1.0), 2.0), ((1.0, 0.0), 1.4), ((1.0, 0.5), 11.0 / 7.0)]
    {
        let fit = fit(lambda, l1_ratio);
        // A few roundings.
        assert!((fit.weights[0] - weight).abs() < 1e-14, "{}", fit.weights);
        assert!((fit.intercept - 4.0).abs() < 1e-14);
    }
}

#[test]
fn at_lambda_max_and_above_every_weight_is_zero_and_just_below_one_is_not() {
    let data = moments();
    for l1_ratio in [1.0, 0.5, 0.1] {
        let most = lambda_max(&data, l1_ratio);
        let weights = |lambda| {
            coordinate_descent(&data, &net(lambda, l1_ratio), Array1::zeros(4))
                .unwrap()
                .weights
        };
        // λρ is rounded, so λ_max itself may be a unit in the last place too small.
        for above in [1.0 + 1e-12, 2.0, 1e300] {
            assert_eq!(weights(above * most), Array1::<f64>::zeros(4), "{l1_ratio}");
        }
        let below = weights(0.999 * most);
        assert_eq!(below.iter().filter(|weight| **weight != 0.0).count(), 1, "{below}");
    }
    assert_eq!(lambda_max(&data, 0.0), f64::INFINITY);
}

#[test]
fn ridge_in_closed_form_is_coordinate_descent_without_l1() {
    let data = moments();
    for lambda in [0.0, 0.01, 1.0, 100.0] {
        let (closed, directions) = ridge(&data, &L2::new(lambda).unwrap()).unwrap();
        let swept =
            coordinate_descent(&data, &net(lambda, 0.0), Array1::zeros(4)).unwrap();
        // Sweeps stop at 1e-12 of the largest weight, 3, and contract by half or better.
        assert!(close(&closed.weights, &swept.weights, 1e-11), "{lambda}");
        assert!((closed.intercept - swept.intercept).abs() < 1e-11);
        for direction in &directions {
            let expected = direction.variance / (direction.variance + lambda);
            assert_eq!(direction.kept, expected);
        }
    }
}

#[test]
fn proximal_gradient_on_the_whole_square_is_the_same_lasso_at_twice_the_strength() {
    let (inputs, target) = data();
    let objective = PenalizedLoss {
        model: &Linear { features: 4 },
        loss: &MeanSquaredError,
        inputs: &inputs,
        target: &target,
        penalty: OnWeights::of_linear(L1::new(2.0 * 0.3).unwrap(), 4),
    };
    let path = proximal_gradient(&objective, Array1::zeros(5), 0.2, 2000).unwrap();
    let fit = coordinate_descent(&moments(), &net(0.3, 1.0), Array1::zeros(4)).unwrap();
    let last = &path[2000];
    // Both have settled; 2000 steps of a few roundings each stay near ε · 10.
    assert!(
        close(&last.slice(ndarray::s![..4]).to_owned(), &fit.weights, 1e-11),
        "{last}"
    );
    assert!((last[4] - fit.intercept).abs() < 1e-11);
    assert_eq!(last[3], 0.0);
}

#[test]
fn proximal_gradient_never_rises_at_a_rate_below_one_over_the_curvature() {
    let (inputs, target) = data();
    let objective = PenalizedLoss {
        model: &Linear { features: 4 },
        loss: &MeanSquaredError,
        inputs: &inputs,
        target: &target,
        penalty: OnWeights::of_linear(net(0.5, 0.5), 4),
    };
    let path = proximal_gradient(&objective, Array1::zeros(5), 0.1, 300).unwrap();
    for pair in path.windows(2) {
        // Rounding of a value below 50.
        assert!(objective.value(&pair[1]) <= objective.value(&pair[0]) + 1e-13);
    }
}

#[test]
fn with_a_smooth_price_both_descents_end_at_the_same_point() {
    let (inputs, target) = data();
    let objective = PenalizedLoss {
        model: &Linear { features: 4 },
        loss: &MeanSquaredError,
        inputs: &inputs,
        target: &target,
        penalty: OnWeights::of_linear(L2::new(0.2).unwrap(), 4),
    };
    let proximal = proximal_gradient(&objective, Array1::zeros(5), 0.1, 2000).unwrap();
    let plain = subgradient_descent(&objective, Array1::zeros(5), 0.1, 2000).unwrap();
    let closed = ridge(&moments(), &L2::new(0.1).unwrap()).unwrap().0;
    assert!(close(&proximal[2000], &plain[2000], 1e-12));
    // λ/2 Σw² beside the whole square is half of it beside half the square.
    let weights = plain[2000].slice(ndarray::s![..4]).to_owned();
    assert!(close(&weights, &closed.weights, 1e-12));
}

#[test]
fn subgradients_alone_make_no_weight_zero() {
    let (inputs, target) = data();
    let objective = PenalizedLoss {
        model: &Linear { features: 4 },
        loss: &MeanSquaredError,
        inputs: &inputs,
        target: &target,
        penalty: OnWeights::of_linear(L1::new(0.6).unwrap(), 4),
    };
    let path = subgradient_descent(&objective, Array1::zeros(5), 0.05, 2000).unwrap();
    assert!(path[1..].iter().all(|theta| theta.iter().all(|entry| *entry != 0.0)));
}

#[test]
fn a_rate_that_is_too_large_is_an_error_with_the_last_finite_parameters() {
    let (inputs, target) = data();
    let objective = PenalizedLoss {
        model: &Linear { features: 4 },
        loss: &MeanSquaredError,
        inputs: &inputs,
        target: &target,
        penalty: OnWeights::of_linear(L1::new(0.1).unwrap(), 4),
    };
    for descend in [proximal_gradient::<L1>, subgradient_descent::<L1>] {
        let error = descend(&objective, Array1::zeros(5), 10.0, 2000).unwrap_err();
        assert!(error.step > 0 && !error.loss.is_finite());
        assert!(error.last_finite.iter().all(|entry| entry.is_finite()));
        let start = array![f64::NAN, 0.0, 0.0, 0.0, 0.0];
        assert_eq!(descend(&objective, start, 0.1, 5).unwrap_err().step, 0);
    }
}

#[test]
fn infinite_parameters_are_an_error_even_where_the_whole_is_finite() {
    // Beyond the margin the hinge costs nothing, and the bias has no price.
    let objective = PenalizedLoss {
        model: &Linear { features: 1 },
        loss: &Reduced { loss: Hinge, reduction: Reduction::Sum },
        inputs: &array![[0.0], [0.0]],
        target: &array![1.0, 1.0],
        penalty: OnWeights::of_linear(L1::new(0.1).unwrap(), 1),
    };
    for descend in [proximal_gradient::<L1>, subgradient_descent::<L1>] {
        let error = descend(&objective, Array1::zeros(2), f64::MAX, 3).unwrap_err();
        assert_eq!((error.step, error.loss), (1, 0.0));
        assert_eq!(error.last_finite, array![0.0, 0.0]);
    }
}

#[test]
fn two_equal_features_share_their_weight_unless_the_price_is_l1_alone() {
    let x = array![-2.0, -1.0, 0.0, 1.0, 2.0];
    let inputs = ndarray::stack![ndarray::Axis(1), x, x];
    let data = Moments::of(&inputs, &(&x * 3.0 + 1.0));
    let fit = |lambda, l1_ratio, start: Array1<f64>| {
        coordinate_descent(&data, &net(lambda, l1_ratio), start).unwrap()
    };
    for (lambda, l1_ratio) in [(0.5, 0.5), (0.5, 0.0)] {
        let weights = fit(lambda, l1_ratio, array![3.0, 0.0]).weights;
        // Sweeps stop at 1e-12 of a weight near 1, and contract by 0.8.
        assert!((weights[0] - weights[1]).abs() < 1e-11, "{weights}");
    }
    // The lasso has as many minima as starts, all equally good.
    let (left, right) =
        (fit(0.5, 1.0, array![0.0, 0.0]), fit(0.5, 1.0, array![0.0, 2.0]));
    assert!(!close(&left.weights, &right.weights, 0.5));
    let price = L1::new(0.5).unwrap();
    assert!((left.weights.sum() - right.weights.sum()).abs() < 1e-12);
    assert!((price.value(&left.weights) - price.value(&right.weights)).abs() < 1e-12);
    // Ridge without strength is the shortest of all least squares solutions.
    let (shortest, directions) = ridge(&data, &L2::new(0.0).unwrap()).unwrap();
    assert!(close(&shortest.weights, &array![1.5, 1.5], 1e-14), "{}", shortest.weights);
    assert_eq!((directions[1].variance, directions[1].kept), (0.0, 0.0));
}

#[test]
fn a_direction_without_variance_gets_no_weight_even_at_no_price() {
    let (mut inputs, target) = data();
    for mut row in inputs.rows_mut() {
        row[3] = 0.3 * row[0] - 0.7 * row[2];
    }
    let (fit, directions) =
        ridge(&Moments::of(&inputs, &target), &L2::new(0.0).unwrap()).unwrap();
    // Its eigenvalue is a rounding, not zero: to divide by it would be to blow it up.
    let last = directions.last().unwrap();
    assert_eq!((last.variance, last.kept), (0.0, 0.0));
    assert!(fit.weights.dot(&last.direction).abs() < 1e-12, "{}", fit.weights);
}

#[test]
fn a_constant_feature_gets_no_weight_and_changes_nothing_else() {
    let (inputs, target) = data();
    // The mean of forty times 0.1 is not 0.1 but a rounding away from it.
    for constant in [7.5, 0.1, -1e9] {
        let mut wider = Array2::from_elem((40, 5), constant);
        wider.slice_mut(ndarray::s![.., ..4]).assign(&inputs);
        for (lambda, l1_ratio) in [(0.0, 1.0), (0.2, 1.0), (0.2, 0.5), (0.2, 0.0)] {
            let penalty = net(lambda, l1_ratio);
            let without =
                coordinate_descent(&moments(), &penalty, Array1::zeros(4)).unwrap();
            let data = Moments::of(&wider, &target);
            let with = coordinate_descent(&data, &penalty, Array1::zeros(5)).unwrap();
            assert_eq!(with.weights[4], 0.0);
            let others = with.weights.slice(ndarray::s![..4]).to_owned();
            assert!(close(&others, &without.weights, 1e-11), "{others}");
            let l2 = L2::new(lambda).unwrap();
            assert_eq!(ridge(&data, &l2).unwrap().0.weights[4], 0.0);
        }
    }
}

#[test]
fn data_that_are_not_finite_are_refused() {
    for bad in [f64::NAN, f64::INFINITY] {
        let (mut inputs, target) = data();
        inputs[[3, 1]] = bad;
        let data = Moments::of(&inputs, &target);
        let fit = coordinate_descent(&data, &net(0.1, 1.0), Array1::zeros(4));
        assert_eq!(fit.unwrap_err(), FitError::NotFinite);
        let fit = ridge(&data, &L2::new(0.1).unwrap());
        assert_eq!(fit.unwrap_err(), FitError::NotFinite);
    }
    assert!(FitError::NotFinite.to_string().contains("NaN or infinite numbers"));
}

#[test]
fn one_sample_has_no_slope() {
    let data = Moments::of(&array![[3.0, 1.0]], &array![5.0]);
    let fit = coordinate_descent(&data, &net(0.1, 0.5), Array1::zeros(2)).unwrap();
    assert_eq!((fit.weights, fit.intercept), (array![0.0, 0.0], 5.0));
}

#[test]
#[should_panic(expected = "3 rows of inputs for 2 targets")]
fn inputs_and_targets_of_different_length_are_refused() {
    Moments::of(&Array2::zeros((3, 1)), &Array1::zeros(2));
}

#[test]
#[should_panic(expected = "3 weights for 4 features")]
fn a_start_of_another_shape_is_refused() {
    let _ = coordinate_descent(&moments(), &net(0.1, 1.0), Array1::zeros(3));
}
