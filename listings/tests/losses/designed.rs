//! The losses of the chapter on designing a loss: against PyTorch, against differences
//! of their values, at the edges of the numbers, and against their laws.

use crate::golden::{file, number, numbers};
use crate::{RegressionLoss, quantile};
use listings::checking::{check_loss, gradient_error};
use listings::losses::{
    BetaNll, DifficultyWeighted, Expectile, GaussianNll, Huber, Linex, Loss,
    MeanAbsoluteError, MeanSquaredError, PoissonNll, ResidualLoss, WeightedSum, Welsch,
    task_loss,
};
use listings::solvers::best_constant;
use ndarray::{Array1, Array2, array};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use std::panic::{AssertUnwindSafe, catch_unwind};

fn expectile(tau: f64) -> Expectile {
    Expectile::new(tau).expect("a level in (0, 1)")
}

fn linex(a: f64) -> Linex {
    Linex::new(a).expect("finite and not zero")
}

fn welsch(scale: f64) -> Welsch {
    Welsch::new(scale).expect("a scale above zero")
}

/// The new losses of one residual, at several settings.
fn designed() -> Vec<Box<dyn RegressionLoss>> {
    let mut all: Vec<Box<dyn RegressionLoss>> = Vec::new();
    for tau in [0.1, 0.5, 0.9] {
        all.push(Box::new(expectile(tau)));
    }
    for a in [-2.0, -0.3, 0.3, 2.0] {
        all.push(Box::new(linex(a)));
    }
    for scale in [0.5, 3.0] {
        all.push(Box::new(welsch(scale)));
    }
    all
}

fn residual() -> impl Strategy<Value = f64> {
    let decades = (-9.0..1.5, any::<bool>()).prop_map(|(exponent, below)| {
        let size = 10.0_f64.powf(exponent);
        if below { -size } else { size }
    });
    prop_oneof![1 => Just(0.0), 4 => -3.0..3.0, 3 => decades]
}

/// The same 256 cases on every run.
fn seeded() -> ProptestConfig {
    ProptestConfig {
        rng_seed: RngSeed::Fixed(1),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

// Golden values.

/// A value is a few roundings, a mean of ten one more a sample: some 1e-15.
const RELATIVE: f64 = 1e-12;

fn assert_close(ours: f64, golden: f64, what: &str) {
    let near = (ours - golden).abs() <= RELATIVE * golden.abs();
    assert!(near, "{what}: {ours} is not {golden}");
}

#[test]
fn poisson_negative_log_likelihood_in_each_of_the_forms_of_pytorch() {
    let mut forms = 0;
    for entry in file().iter().filter(|entry| entry["name"] == "PoissonNLLLoss") {
        forms += 1;
        let hyper = &entry["hyper"];
        let (input, count) =
            (numbers(&entry["inputs"]["input"]), numbers(&entry["inputs"]["target"]));
        let eps = number(&hyper["eps"]);
        let is_log = hyper["log_input"] == true;
        let log_rate = if is_log { input } else { (input + eps).ln() };
        // The other form has λ itself where its logarithm has λ + ε.
        let less = if is_log { 0.0 } else { eps };
        // Stirling's approximation of ln y!, which `full` adds for y > 1.
        let stirling = |y: f64| y * y.ln() - y + 0.5 * (std::f64::consts::TAU * y).ln();
        let is_full = hyper["full"] == true;
        let added = |y: f64| if is_full && y > 1.0 { stirling(y) } else { 0.0 } - less;

        let none = numbers(&entry["none"]);
        for i in 0..count.len() {
            let (z, y) = (array![log_rate[i]], array![count[i]]);
            let ours = PoissonNll.value(&z, &y) + added(count[i]);
            assert_close(ours, none[i], &format!("{hyper} value {i}"));
        }
        let extra = count.mapv(added).sum() / count.len() as f64;
        let mean = PoissonNll.value(&log_rate, &count) + extra;
        assert_close(mean, number(&entry["mean"]), &format!("{hyper} mean"));

        let mut gradient = PoissonNll.gradient(&log_rate, &count);
        if !is_log {
            gradient /= &log_rate.mapv(f64::exp); // ∂/∂λ = ∂/∂z ÷ λ
        }
        let golden = numbers(&entry["grad_mean"]["input"]);
        for (i, (ours, golden)) in gradient.iter().zip(golden).enumerate() {
            assert_close(*ours, golden, &format!("{hyper} gradient {i}"));
        }
    }
    assert_eq!(forms, 4);
}

#[test]
fn linex_has_all_its_digits_on_both_sides_of_the_series() {
    // e^x − x − 1 by its series in exact fractions, rounded once; a = 1.
    for (x, exact) in [
        (1e-8, 5.0000000166666667e-17),
        (1e-3, 5.00166708341668e-7),
        (-1e-3, 4.998333749916681e-7),
        (0.49, 0.14231621995537896),
        (0.51, 0.1552911949458863),
        (-0.51, 0.11049557881226595),
    ] {
        let ours = linex(1.0).of(x);
        // The closed form at 0.51 loses two bits to cancellation; a few ε remain.
        assert!(
            (ours - exact).abs() <= 16.0 * f64::EPSILON * exact,
            "{x}: {ours} {exact}"
        );
    }
}

// Gradients.

#[test]
fn every_slope_is_the_central_difference() {
    for loss in designed() {
        for size in [1e-3_f64, 0.03, 0.3, 0.7, 2.0, 7.0] {
            for r in [-size, size] {
                let step = f64::EPSILON.cbrt() * r.abs();
                let (above, below) = (r + step, r - step);
                let difference = (loss.of(above) - loss.of(below)) / (above - below);
                let slope = loss.slope(r);
                // Rounding leaves ε^(2/3)|ℓ/r| ≈ 4e-11 |ℓ/r|, the curve ε^(2/3) r²ℓ‴/6;
                // the largest ℓ‴ here is that of Welsch with c = ½, some 50 |ℓ′|.
                let size = slope.abs().max((loss.of(r) / r).abs());
                let tolerance = 3e-9 * size;
                assert!(
                    (difference - slope).abs() <= tolerance,
                    "{loss:?} at {r}: {slope}"
                );
            }
        }
    }
}

#[test]
fn gradients_of_batches_are_the_central_differences() {
    let log_rate = array![0.3, -2.0, 1.5, 0.0];
    let count = array![2.0, 0.0, 4.0, 1.0];
    let error = gradient_error(
        |z| PoissonNll.value(z, &count),
        &PoissonNll.gradient(&log_rate, &count),
        &log_rate,
    );
    // Rounding leaves ε|L|/h ≈ 4e-11 of a loss of order one.
    assert!(error < 1e-9, "{error}");

    let losses = array![3.0, 0.2, 40.0];
    let log_variances = array![0.5, -1.0, 2.0];
    let (_, of_losses, of_log_variances) = task_loss(&losses, &log_variances);
    let error = gradient_error(|l| task_loss(l, &log_variances).0, &of_losses, &losses);
    assert!(error < 1e-9, "{error}");
    let by_variance = |s: &_| task_loss(&losses, s).0;
    let error = gradient_error(by_variance, &of_log_variances, &log_variances);
    assert!(error < 1e-9, "{error}");
}

/// The weight of the β-NLL is held constant: its gradient is that of the value with the
/// weights of the point itself.
#[test]
fn the_gradient_of_beta_nll_is_that_with_its_weights_held() {
    let prediction = array![[0.5, -1.0], [2.0, 0.3], [-1.0, 1.2]];
    let target = array![1.0, 1.5, -3.0];
    for beta in [0.0, 0.5, 1.0] {
        let loss = BetaNll::new(beta).unwrap();
        let weights = prediction.column(1).mapv(|s: f64| (beta * s).exp());
        let held = |p: &Array2<f64>| {
            let rows = p.rows().into_iter().zip(&target).zip(&weights);
            let sum: f64 = rows
                .map(|((row, y), weight)| {
                    weight * 0.5 * (row[1] + (row[0] - y).powi(2) * (-row[1]).exp())
                })
                .sum();
            sum / 3.0
        };
        assert_close(loss.value(&prediction, &target), held(&prediction), "value");
        let error =
            gradient_error(held, &loss.gradient(&prediction, &target), &prediction);
        assert!(error < 1e-9, "{beta}: {error}");
        let free = gradient_error(
            |p| loss.value(p, &target),
            &loss.gradient(&prediction, &target),
            &prediction,
        );
        assert!(beta == 0.0 || free > 0.01, "{beta}: {free}");
    }
}

#[test]
fn a_gradient_that_is_wrong_or_not_a_number_is_seen() {
    let point = array![1.0, -2.0];
    let value = |p: &Array1<f64>| p.mapv(|p| p * p).sum();
    assert!(gradient_error(value, &array![2.0, -4.0], &point) < 1e-9);
    // Half the gradient: off by 2 of 4.
    let half = gradient_error(value, &array![1.0, -2.0], &point);
    assert!((half - 0.5).abs() < 1e-9, "{half}");
    assert!(gradient_error(value, &array![f64::NAN, -4.0], &point).is_nan());
    assert!(gradient_error(|_| f64::NAN, &array![2.0, -4.0], &point).is_nan());
}

// Edges.

#[test]
fn edges_of_the_residual_losses() {
    for loss in designed() {
        let nothing = Array1::zeros(0);
        assert!(loss.value(&nothing, &nothing).is_nan(), "{loss:?}");
        assert!(loss.gradient(&nothing, &nothing).is_empty(), "{loss:?}");
        let (one, other) = (array![1.5], array![3.75]);
        assert_eq!(loss.value(&one, &other), loss.of(-2.25), "{loss:?}");
        assert_eq!(loss.gradient(&one, &other)[0], loss.slope(-2.25), "{loss:?}");
        assert!(loss.of(f64::NAN).is_nan() && loss.slope(f64::NAN).is_nan(), "{loss:?}");
        assert_eq!((loss.of(0.0), loss.slope(0.0)), (0.0, 0.0), "{loss:?}");
        for r in [f64::NEG_INFINITY, f64::MIN, -1000.0, 1000.0, f64::MAX, f64::INFINITY] {
            assert!(loss.of(r) > 0.0, "{loss:?} at {r}: {}", loss.of(r));
            assert!(!loss.slope(r).is_nan(), "{loss:?} at {r}");
        }
    }
}

#[test]
fn losses_of_infinite_and_of_large_residuals() {
    let infinite = f64::INFINITY;
    assert_eq!(expectile(0.9).of(-infinite), infinite);
    assert_eq!(expectile(0.9).slope(-infinite), -infinite);
    // On its linear side LINEX pulls with 1/a and costs about |r|/a.
    assert_eq!((linex(2.0).of(infinite), linex(2.0).of(-infinite)), (infinite, infinite));
    assert_eq!(
        (linex(2.0).slope(infinite), linex(2.0).slope(-infinite)),
        (infinite, -0.5)
    );
    assert_eq!(linex(2.0).of(-1000.0), (1000.0 - 0.5) / 2.0);
    assert_eq!(linex(2.0).of(1000.0), infinite); // e^2000
    assert_eq!((welsch(3.0).of(infinite), welsch(3.0).slope(infinite)), (4.5, 0.0));
    // Welsch's slope is r e^(−∞): the limit 0, of either sign.
    assert_eq!(welsch(3.0).slope(-infinite), 0.0);
}

#[test]
fn edges_of_the_poisson_likelihood() {
    let value = |z: f64, y: f64| PoissonNll.value(&array![z], &array![y]);
    let slope = |z: f64, y: f64| PoissonNll.gradient(&array![z], &array![y])[0];
    assert_eq!((value(0.0, 3.0), slope(0.0, 3.0)), (1.0, -2.0));
    // A rate of zero: free for a count of zero, infinitely wrong for any other.
    assert_eq!(
        (value(f64::NEG_INFINITY, 0.0), slope(f64::NEG_INFINITY, 0.0)),
        (0.0, 0.0)
    );
    assert_eq!(value(f64::NEG_INFINITY, 2.0), f64::INFINITY);
    assert_eq!((value(-1000.0, 2.0), slope(-1000.0, 2.0)), (2000.0, -2.0));
    for z in [1000.0, f64::INFINITY] {
        assert_eq!((value(z, 2.0), slope(z, 2.0)), (f64::INFINITY, f64::INFINITY));
    }
    assert!(value(f64::NAN, 1.0).is_nan() && value(1.0, f64::NAN).is_nan());
    assert!(value(1000.0, f64::NAN).is_nan());
    assert!(value(1000.0, 0.0).is_infinite());
    assert!(PoissonNll.value(&array![], &array![]).is_nan());
    let negative = catch_unwind(AssertUnwindSafe(|| value(0.0, -1.0))).unwrap_err();
    let message = negative.downcast::<String>().unwrap();
    assert_eq!(*message, "target 0 is -1: a count is in [0, ∞)");
}

#[test]
fn edges_of_beta_nll_and_task_weights() {
    let loss = BetaNll::new(0.5).unwrap();
    let nothing = Array2::zeros((0, 2));
    assert!(loss.value(&nothing, &array![]).is_nan());
    assert!(loss.gradient(&nothing, &array![]).is_empty());
    let sees = |mean: f64, s: f64| loss.value(&array![[mean, s]], &array![1.0]);
    assert!(sees(f64::NAN, 0.0).is_nan() && sees(0.0, f64::NAN).is_nan());
    assert!(sees(1e3, -10.0).is_finite());
    for s in [-1000.0, -750.0, 750.0, 1000.0] {
        for beta in [0.0, 0.5, 1.0] {
            let loss = BetaNll::new(beta).unwrap();
            for mean in [1.0, 3.0] {
                let (prediction, target) = (array![[mean, s]], array![1.0]);
                let value = loss.value(&prediction, &target);
                assert!(!value.is_nan(), "{beta}, {s}, {mean}");
                let gradient = loss.gradient(&prediction, &target);
                assert!(!gradient.iter().any(|g| g.is_nan()), "{beta}, {s}, {mean}");
                // At β = 1 the pull on the mean is the residual, whatever the variance.
                assert!(beta < 1.0 || gradient[[0, 0]] == mean - 1.0, "{s}: {gradient}");
            }
        }
        // r = 2: half of s e^s + 4, where e^s is 0 or beyond all numbers.
        let value = BetaNll::new(1.0).unwrap().value(&array![[3.0, s]], &array![1.0]);
        assert_eq!(value, if s < 0.0 { 2.0 } else { f64::INFINITY });
    }
    let shape = catch_unwind(AssertUnwindSafe(|| {
        loss.gradient(&array![[0.0, 0.0, 0.0]], &array![1.0])
    }));
    assert!(shape.unwrap_err().downcast::<String>().unwrap().contains("[1, 2] is valid"));

    // A loss of zero under a variance of zero costs −∞, not NaN.
    let (value, ..) = task_loss(&array![0.0], &array![f64::NEG_INFINITY]);
    assert_eq!(value, f64::NEG_INFINITY);
    let lengths = catch_unwind(|| task_loss(&array![1.0], &array![0.0, 0.0]));
    let message = lengths.unwrap_err().downcast::<String>().unwrap();
    assert!(message.contains("2 log variances for 1 losses"), "{message}");
}

#[test]
fn hyperparameters_outside_their_range_are_named() {
    let text = |error: listings::ParameterError| error.to_string();
    assert_eq!(text(Expectile::new(1.0).unwrap_err()), "tau = 1 is outside (0, 1)");
    for a in [0.0, f64::NAN, f64::INFINITY] {
        let expected = format!("a = {a} is outside (-∞, 0) ∪ (0, ∞)");
        assert_eq!(text(Linex::new(a).unwrap_err()), expected);
    }
    assert_eq!(text(Welsch::new(0.0).unwrap_err()), "scale = 0 is outside (0, ∞)");
    assert_eq!(text(BetaNll::new(1.5).unwrap_err()), "beta = 1.5 is outside [0, 1]");
    let negative = WeightedSum::new(vec![(-1.0, Box::new(MeanSquaredError))]);
    let error = negative.map(drop).unwrap_err();
    assert_eq!(text(error), "weight = -1 is outside [0, ∞)");
}

#[test]
fn weights_of_difficulty() {
    let (prediction, target) = (array![1.0, -2.0, 0.0, 5.0], array![0.0, 0.0, 0.0, 1.0]);
    for gamma in [-1.0, -0.5, 0.0, 1.0, 2.0] {
        let loss = DifficultyWeighted::new(gamma).unwrap();
        let weights = loss.weights(&prediction, &target);
        assert!((weights.sum() / 4.0 - 1.0).abs() < 1e-15, "{gamma}: {weights}");
        // The gradient is that of the value with the weights of the point held.
        let held = |p: &Array1<f64>| {
            let squares = (p - &target).mapv(|r| r * r);
            (squares * &weights).sum() / 4.0
        };
        assert_close(loss.value(&prediction, &target), held(&prediction), "value");
        let gradient = loss.gradient(&prediction, &target);
        // At γ = −1 the exact prediction has nearly all the weight, and a value of zero.
        if gamma > -0.5 {
            let error = gradient_error(held, &gradient, &prediction);
            assert!(error < 1e-9, "{gamma}: {error}");
        }
        assert!(gradient.iter().all(|g| g.is_finite()), "{gamma}: {gradient}");
    }
    let plain = DifficultyWeighted::new(0.0).unwrap();
    assert_eq!(
        plain.gradient(&prediction, &target),
        MeanSquaredError.gradient(&prediction, &target)
    );
    let (none, one) = (array![], array![2.0]);
    assert!(
        plain.value(&none, &none).is_nan() && plain.gradient(&none, &none).is_empty()
    );
    let hard = DifficultyWeighted::new(2.0).unwrap();
    assert_eq!(hard.value(&one, &array![-1.0]), 9.0); // one sample has the weight 1
    assert!(hard.value(&one, &array![f64::NAN]).is_nan());
    let weights = |gamma: f64, residuals: &[f64]| {
        let loss = DifficultyWeighted::new(gamma).unwrap();
        let residuals = Array1::from(residuals.to_vec());
        loss.weights(&residuals, &Array1::zeros(residuals.len()))
    };
    // An exact fit is as easy everywhere, and no power of a residual is too large.
    for gamma in [-1.0, -0.5, 0.0, 0.5, 2.0, 200.0] {
        assert_eq!(weights(gamma, &[0.0; 3]), array![1.0, 1.0, 1.0], "{gamma}");
    }
    assert_eq!(weights(200.0, &[100.0, 1.0]), array![2.0, 0.0]);
    assert_eq!(weights(2.0, &[1e-300, 1e-300]), array![1.0, 1.0]);
    assert_eq!(weights(-1.0, &[0.0, 0.0, 0.0, 0.0, 1e10]).sum(), 5.0);
    assert_eq!(weights(-1.0, &[0.0, 0.0, 1e10])[0], 1.5);
    let error = DifficultyWeighted::new(-2.0).unwrap_err();
    assert_eq!(error.to_string(), "gamma = -2 is outside [-1, ∞)");
}

// Laws.

#[test]
fn the_best_constant_is_what_each_loss_is_for() {
    let targets = [1.0, 2.0, 2.5, 3.0, 3.5, 4.5, 5.0, 6.5, 20.0];
    // The τ-expectile: the pulls of both sides balance.
    let at = best_constant(&expectile(0.8), &targets);
    let below: f64 = targets.iter().map(|y| (at - y).max(0.0)).sum();
    let above: f64 = targets.iter().map(|y| (y - at).max(0.0)).sum();
    assert!((0.2 * below - 0.8 * above).abs() < 1e-12, "{below} {above}");
    assert!((best_constant(&expectile(0.5), &targets) - 48.0 / 9.0).abs() < 1e-12);
    // LINEX: c = −(1/a) ln mean e^(−ay) (Zellner 1986). Rounding of a bisection and a
    // logarithm.
    for a in [-0.5, 0.5] {
        let mean = targets.iter().map(|y| (-a * y).exp()).sum::<f64>() / 9.0;
        let at = best_constant(&linex(a), &targets);
        assert!((at + mean.ln() / a).abs() < 1e-12, "{a}: {at}");
    }
    // The mean count is the best rate.
    let counts = array![0.0, 3.0, 1.0, 4.0];
    let pulls = PoissonNll.gradient(&Array1::from_elem(4, 2.0_f64.ln()), &counts);
    assert!(pulls.sum().abs() < 1e-15);
}

#[test]
fn beta_leads_from_the_likelihood_to_the_squared_error() {
    let prediction = array![[0.5, -1.0], [2.0, 0.3]];
    let target = array![1.0, 1.5];
    let likelihood = GaussianNll.gradient(&prediction, &target);
    assert_eq!(BetaNll::new(0.0).unwrap().gradient(&prediction, &target), likelihood);
    let whole = BetaNll::new(1.0).unwrap().gradient(&prediction, &target);
    let mean = prediction.column(0).to_owned();
    let squared = MeanSquaredError.gradient(&mean, &target) / 2.0;
    for (ours, expected) in whole.column(0).iter().zip(squared) {
        assert!((ours - expected).abs() < 1e-15);
    }
}

proptest! {
    #![proptest_config(seeded())]

    #[test]
    fn no_designed_loss_is_negative(r in residual()) {
        for loss in designed() {
            prop_assert!(loss.of(r) >= 0.0, "{loss:?}");
            prop_assert!(loss.slope(r) * r >= 0.0, "{loss:?}");
        }
    }

    #[test]
    fn expectile_and_linex_are_convex(a in residual(), b in residual()) {
        let convex: [Box<dyn RegressionLoss>; 3] =
            [Box::new(expectile(0.2)), Box::new(linex(0.5)), Box::new(linex(-0.5))];
        for loss in convex {
            let (low, high) = (loss.slope(a.min(b)), loss.slope(a.max(b)));
            prop_assert!(low <= high, "{loss:?}");
        }
    }

    #[test]
    fn mirrors(r in residual(), tau in 0.01..0.99, a in 0.01..2.0) {
        // 1 − (1 − τ) differs from τ by a rounding of 1, of a level of at least 0.01.
        let (one, other) = (expectile(tau).of(r), expectile(1.0 - tau).of(-r));
        prop_assert!((one - other).abs() <= 100.0 * f64::EPSILON * one);
        prop_assert_eq!(linex(a).of(r), linex(-a).of(-r));
        prop_assert_eq!(linex(a).slope(r), -linex(-a).slope(-r));
        prop_assert_eq!(welsch(a).of(r), welsch(a).of(-r));
    }

    #[test]
    fn near_zero_each_is_half_the_square(size in -6.0..-3.0) {
        let r = 10.0_f64.powf(size);
        for loss in [linex(1.0).of(r), welsch(1.0).of(r), expectile(0.5).of(r)] {
            // The next term of LINEX is r/3 of the first.
            prop_assert!((loss / (0.5 * r * r) - 1.0).abs() <= r);
        }
    }

    #[test]
    fn welsch_is_below_half_the_square_and_below_its_cap(r in residual(), c in 0.01..100.0) {
        let value = welsch(c).of(r);
        prop_assert!(value <= 0.5 * r * r * (1.0 + 4.0 * f64::EPSILON));
        prop_assert!(value <= 0.5 * c * c);
        // The pull is largest at c/√2.
        let most = c / 2.0_f64.sqrt() * (-0.5_f64).exp();
        prop_assert!(welsch(c).slope(r).abs() <= most * (1.0 + 4.0 * f64::EPSILON));
    }

    #[test]
    fn a_weighted_sum_is_linear_in_its_weights(
        r in residual(), first in 0.0..10.0, second in 0.0..10.0
    ) {
        let sum = |first: f64, second: f64| {
            let terms: Vec<(f64, Box<dyn ResidualLoss>)> =
                vec![(first, Box::new(MeanAbsoluteError)), (second, Box::new(Huber::default()))];
            WeightedSum::new(terms).unwrap()
        };
        let loss = sum(first, second);
        let (one, other) = (Huber::default(), MeanAbsoluteError);
        prop_assert_eq!(loss.of(r), first * other.of(r) + second * one.of(r));
        prop_assert_eq!(loss.slope(r), first * other.slope(r) + second * one.slope(r));
        let twice = sum(2.0 * first, 2.0 * second);
        prop_assert_eq!(twice.of(r), 2.0 * loss.of(r));
    }

    #[test]
    fn the_unit_of_a_task_adds_a_constant_to_its_learned_loss(
        losses in prop::collection::vec(0.01..100.0, 1..5), unit in 0.001..1000.0_f64
    ) {
        let losses = Array1::from(losses);
        let mut rescaled = losses.clone();
        rescaled[0] *= unit * unit;
        let at_best = |losses: &Array1<f64>| task_loss(losses, &losses.mapv(f64::ln)).0;
        let added = at_best(&rescaled) - at_best(&losses);
        prop_assert!((added - unit.ln()).abs() < 1e-12);
    }
}

// The checklist.

/// A loss made of two functions, for faults of every kind.
struct Made(fn(f64) -> f64, fn(f64) -> f64);

impl ResidualLoss for Made {
    fn of(&self, residual: f64) -> f64 {
        self.0(residual)
    }

    fn slope(&self, residual: f64) -> f64 {
        self.1(residual)
    }
}

fn failed(loss: &dyn ResidualLoss, typical: f64) -> Vec<&'static str> {
    let checks = check_loss(loss, typical);
    assert_eq!(checks.len(), 7);
    checks.into_iter().filter(|check| !check.passed).map(|check| check.name).collect()
}

#[test]
fn the_losses_of_the_book_pass_the_checklist() {
    for loss in crate::losses_at_several_settings() {
        assert_eq!(failed(&*loss, 1.0), [""; 0], "{loss:?}");
    }
    assert_eq!(failed(&expectile(0.9), 1.0), [""; 0]);
    assert_eq!(failed(&quantile(0.9), 1.0), [""; 0]);
    // e^500 is a number, e^1000 is not.
    assert_eq!(failed(&linex(0.5), 1.0), [""; 0]);
    assert_eq!(failed(&linex(1.0), 1.0), ["finite far out"]);
}

#[test]
fn each_fault_is_named_by_its_check() {
    let slope = "the slope is the derivative";
    assert_eq!(failed(&Made(|r| r * r, |r| r), 1.0), [slope]);
    let sign = failed(&Made(|r| r * r, |r| -2.0 * r), 1.0);
    assert_eq!(sign, [slope, "convex"]);
    // Least at r = 1.
    let shifted = Made(|r| (r - 1.0).powi(2), |r| 2.0 * (r - 1.0));
    assert!(failed(&shifted, 1.0).contains(&"least at zero"));
    // Nothing is charged within a tube of ±½; and `max` passes over a NaN.
    let tube = Made(
        |r| (r.abs() - 0.5).max(0.0),
        |r| if r.abs() > 0.5 { r.signum() } else { 0.0 * r },
    );
    assert_eq!(failed(&tube, 1.0), ["worse costs more", "a missing value shows"]);
    let root = Made(
        |r| r.abs().sqrt(),
        |r| if r == 0.0 { 0.0 } else { 0.5 * r.signum() / r.abs().sqrt() },
    );
    assert_eq!(failed(&root, 1.0), ["convex"]);
    let hides = Made(|r| if r.is_nan() { 0.0 } else { r * r }, |r| 2.0 * r);
    assert_eq!(failed(&hides, 1.0), ["a missing value shows"]);
    let fourth = Made(|r| r.powi(4), |r| 4.0 * r.powi(3));
    assert_eq!(failed(&fourth, 10.0), ["pulls of ordinary size"]);
    assert_eq!(failed(&Made(|r| r.cosh() - 1.0, f64::sinh), 1.0), ["finite far out"]);
}

#[test]
#[should_panic(expected = "typical = 0 is outside (0, ∞)")]
fn a_typical_size_is_above_zero() {
    check_loss(&MeanSquaredError, 0.0);
}
