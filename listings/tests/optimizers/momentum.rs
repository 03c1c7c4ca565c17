//! Momentum: against PyTorch, its conventions against each other, and its edges.

use crate::golden::{check, check_on};
use listings::optimizers::{
    AcceleratedGradient, GradientDescent, LookAhead, Momentum, MovingAverage, Nesterov,
    Optimizer,
};
use listings::surfaces::{Objective, Quadratic, Rosenbrock, walk};
use ndarray::{Array1, array};

#[test]
fn as_in_pytorch() {
    let momentum = |beta: f64, dampening: f64, l2: f64| {
        let momentum = Momentum::new(beta).unwrap();
        momentum.with_dampening(dampening).unwrap().with_l2(l2).unwrap()
    };
    check("sgd", || Box::new(momentum(0.0, 0.0, 0.0)));
    check("sgd_weight_decay", || Box::new(momentum(0.0, 0.0, 0.01)));
    check("momentum", || Box::new(Momentum::default()));
    check("momentum_dampening0.9", || Box::new(momentum(0.9, 0.9, 0.0)));
    check("momentum_dampening0.5", || Box::new(momentum(0.9, 0.5, 0.0)));
    check("nesterov", || Box::new(Nesterov::default()));
    check("nesterov_weight_decay", || {
        Box::new(Nesterov::default().with_l2(0.01).unwrap())
    });
}

#[test]
#[should_panic(expected = "momentum_dampening0.9 on bowl, step 1")]
fn a_moving_average_is_not_pytorchs_dampening() {
    check_on("bowl", "momentum_dampening0.9", &mut MovingAverage::default(), 1e-12);
}

/// The path of an optimizer on a surface that is not quadratic.
fn path(optimizer: &mut dyn Optimizer, rate: f64) -> Vec<Array1<f64>> {
    let start = array![-1.5, -1.5];
    walk(&Rosenbrock::default(), optimizer, rate, start, 200, 0.0).unwrap().path
}

/// Both do the same sums in another order: a rounding a step, hardly amplified in 200.
fn assert_same(left: &[Array1<f64>], right: &[Array1<f64>]) {
    assert_eq!(left.len(), right.len());
    for (step, (left, right)) in left.iter().zip(right).enumerate() {
        let error = (left - right).iter().fold(0.0_f64, |most, e| most.max(e.abs()));
        assert!(error < 1e-12, "step {step}: {left} for {right}");
    }
}

#[test]
fn at_a_constant_rate_the_average_is_momentum_at_a_smaller_rate() {
    for beta in [0.0, 0.5, 0.9] {
        let mut average = MovingAverage::new(beta).unwrap();
        let mut momentum = Momentum::new(beta).unwrap();
        let smaller = (1.0 - beta) * 1e-3;
        assert_same(&path(&mut average, 1e-3), &path(&mut momentum, smaller));
    }
}

#[test]
fn without_memory_all_are_gradient_descent() {
    let descent = path(&mut GradientDescent, 1e-4);
    assert_same(&path(&mut Momentum::new(0.0).unwrap(), 1e-4), &descent);
    assert_same(&path(&mut MovingAverage::new(0.0).unwrap(), 1e-4), &descent);
    assert_same(&path(&mut Nesterov::new(0.0).unwrap(), 1e-4), &descent);
}

#[test]
fn the_frameworks_point_is_the_point_ahead() {
    let (rate, beta) = (2e-4, 0.9);
    let ahead: Vec<Array1<f64>> = {
        let mut look_ahead = LookAhead::new(beta).unwrap();
        let mut theta = array![-1.5, -1.5];
        let mut points = vec![theta.clone()];
        for _ in 0..200 {
            let gradient = |theta: &Array1<f64>| Rosenbrock::default().gradient(theta);
            look_ahead.step(rate, &mut theta, gradient);
            points.push(look_ahead.ahead(rate, &theta));
        }
        points
    };
    assert_same(&path(&mut Nesterov::new(beta).unwrap(), rate), &ahead);
}

#[test]
fn the_accelerated_gradient_keeps_its_guarantee() {
    let curvatures =
        Array1::from_iter((0..20).map(|i| 10.0_f64.powf(-f64::from(i) / 4.0)));
    let valley = Quadratic::new(curvatures).unwrap();
    let mut theta = Array1::from_elem(20, 1.0);
    let mut accelerated = AcceleratedGradient::default();
    for step in 1..=500 {
        let gradient = valley.gradient(&theta);
        accelerated.step(1.0, &mut theta, &gradient);
        let bound = 2.0 * 20.0 / f64::from(step + 1).powi(2);
        let value = valley.value(accelerated.descended());
        assert!(value <= bound, "after {step} steps {value} above {bound}");
    }
}

#[test]
fn its_betas_are_those_of_the_sequence() {
    // With a gradient of zero after a first step, θ coasts: what it moves by is β of the
    // step before. t = 1, 1.618, 2.194, 2.750: β = 0.618/2.194, then 1.194/2.750.
    let (mut theta, mut accelerated) = (array![0.0], AcceleratedGradient::default());
    accelerated.step(1.0, &mut theta, &array![1.0]);
    assert_eq!(theta, array![-1.0]);
    accelerated.step(1.0, &mut theta, &array![0.0]);
    assert_eq!(theta, array![-1.0]);
    accelerated.step(1.0, &mut theta, &array![1.0]);
    let t3 = 0.5 * (1.0 + (1.0 + 4.0 * (1.25_f64.sqrt() + 0.5).powi(2)).sqrt());
    let t4 = 0.5 * (1.0 + (1.0 + 4.0 * t3 * t3).sqrt());
    assert!((theta[0] + 2.0 + (t3 - 1.0) / t4).abs() < 1e-14, "{theta}");
}

#[test]
fn a_stronger_gradient_is_a_faster_walk_not_another() {
    // Twice the loss at half the rate: powers of two, so not a rounding differs.
    let optimizers: [fn() -> Box<dyn Optimizer>; 3] = [
        || Box::new(Momentum::default()),
        || Box::new(MovingAverage::default()),
        || Box::new(Nesterov::default()),
    ];
    for new in optimizers {
        let mut ends = vec![];
        for (curvatures, rate) in [(array![1.0, 8.0], 0.125), (array![2.0, 16.0], 0.0625)]
        {
            let surface = Quadratic::new(curvatures).unwrap();
            let start = array![3.5, 3.5];
            let walk = walk(&surface, new().as_mut(), rate, start, 50, 0.0).unwrap();
            ends.push(walk.theta().clone());
        }
        assert_eq!(ends[0], ends[1]);
    }
}

#[test]
fn a_zero_gradient_moves_nothing_at_rest_and_coasts_in_motion() {
    let mut momentum = Momentum::new(0.5).unwrap();
    let mut theta = array![1.0, -2.0];
    momentum.step(0.5, &mut theta, &array![0.0, 0.0]);
    assert_eq!(theta, array![1.0, -2.0]);
    momentum.step(0.5, &mut theta, &array![2.0, 0.0]);
    momentum.step(0.5, &mut theta, &array![0.0, 0.0]);
    // 1 − 0.5 · 2, then − 0.5 · 1: half of the velocity is left.
    assert_eq!(theta, array![-0.5, -2.0]);
    for mut resting in [
        Box::new(MovingAverage::default()) as Box<dyn Optimizer>,
        Box::new(Nesterov::default()),
        Box::new(AcceleratedGradient::default()),
    ] {
        let mut theta = array![1.0, -2.0];
        resting.step(0.5, &mut theta, &array![0.0, 0.0]);
        assert_eq!(theta, array![1.0, -2.0]);
    }
}

#[test]
fn a_hyperparameter_out_of_range_is_named() {
    for bad in [1.0, -0.1, f64::NAN, f64::INFINITY] {
        let message = format!("beta = {bad} is outside [0, 1)");
        assert_eq!(Momentum::new(bad).unwrap_err().to_string(), message);
        assert_eq!(MovingAverage::new(bad).unwrap_err().to_string(), message);
        assert_eq!(Nesterov::new(bad).unwrap_err().to_string(), message);
        assert_eq!(LookAhead::new(bad).unwrap_err().to_string(), message);
    }
    for bad in [1.1, -0.1, f64::NAN] {
        let error = Momentum::default().with_dampening(bad).unwrap_err();
        assert_eq!(error.to_string(), format!("dampening = {bad} is outside [0, 1]"));
    }
    for bad in [-0.1, f64::NAN, f64::INFINITY] {
        let message = format!("lambda = {bad} is outside [0, ∞)");
        let error = Momentum::default().with_l2(bad).unwrap_err();
        assert_eq!(error.to_string(), message);
        let error = Nesterov::default().with_l2(bad).unwrap_err();
        assert_eq!(error.to_string(), message);
    }
}

/// Each after a step of two parameters, with the words for what it remembers.
fn all() -> Vec<(Box<dyn Optimizer>, &'static str)> {
    let mut all: Vec<(Box<dyn Optimizer>, &str)> = vec![
        (Box::new(Momentum::default()), "a velocity"),
        (Box::new(MovingAverage::default()), "a velocity"),
        (Box::new(Nesterov::default()), "a velocity"),
        (Box::new(AcceleratedGradient::default()), "a point before"),
    ];
    for (optimizer, _) in &mut all {
        assert!(optimizer.state()[0].1.is_empty());
        optimizer.step(0.1, &mut array![1.0, 2.0], &array![1.0, 2.0]);
        assert_eq!(optimizer.state()[0].1.len(), 2);
    }
    all
}

/// The message with which a step panics, and that θ stayed.
fn refusal(
    optimizer: &mut dyn Optimizer,
    rate: f64,
    theta: &Array1<f64>,
    gradient: &Array1<f64>,
) -> String {
    let mut moved = theta.clone();
    let step =
        std::panic::AssertUnwindSafe(|| optimizer.step(rate, &mut moved, gradient));
    let panic = std::panic::catch_unwind(step).expect_err("a refusal");
    assert_eq!(moved, theta);
    *panic.downcast::<String>().expect("a panic with a text")
}

#[test]
fn what_does_not_fit_is_refused() {
    let (two, three) = (array![1.0, 2.0], array![1.0, 2.0, 3.0]);
    for (mut optimizer, what) in all() {
        let optimizer = optimizer.as_mut();
        let message = refusal(optimizer, 0.1, &two, &three);
        assert!(message.contains("2 parameters, but a gradient of 3"), "{message}");
        let message = refusal(optimizer, 0.1, &three, &three);
        assert!(message.contains(&format!("3 parameters, but {what} of 2")), "{message}");
        for bad in [-0.1, f64::NAN, f64::INFINITY] {
            let message = format!("rate = {bad} is outside [0, ∞)");
            assert_eq!(refusal(optimizer, bad, &two, &two), message);
        }
    }
}
