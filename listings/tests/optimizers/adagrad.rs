//! AdaGrad: against PyTorch, at the edges, and its laws.

use crate::golden::check;
use listings::optimizers::{AdaGrad, Optimizer};
use listings::surfaces::{Quadratic, walk};
use ndarray::{Array1, array};

#[test]
fn it_walks_as_pytorch_does() {
    check("adagrad", || Box::new(AdaGrad::default()));
    check("adagrad_lrdecay_initacc", || {
        let adagrad = AdaGrad::default().with_initial_accumulator(0.1).unwrap();
        Box::new(adagrad.with_rate_decay(0.01).unwrap().with_l2(0.01).unwrap())
    });
}

#[test]
fn a_hyperparameter_out_of_range_is_named() {
    for bad in [0.0, -1e-8, f64::NAN, f64::INFINITY] {
        let error = AdaGrad::new(bad).unwrap_err().to_string();
        assert_eq!(error, format!("epsilon = {bad} is outside (0, ∞)"));
    }
    for bad in [-1e-9, f64::NAN, f64::INFINITY] {
        let valid = "[0, ∞)";
        let error = AdaGrad::default().with_initial_accumulator(bad).unwrap_err();
        let expected = format!("initial accumulator = {bad} is outside {valid}");
        assert_eq!(error.to_string(), expected);
        let error = AdaGrad::default().with_rate_decay(bad).unwrap_err();
        assert_eq!(error.to_string(), format!("rate decay = {bad} is outside {valid}"));
        let error = AdaGrad::default().with_l2(bad).unwrap_err();
        assert_eq!(error.to_string(), format!("lambda = {bad} is outside {valid}"));
    }
}

#[test]
#[should_panic(expected = "rate = NaN is outside [0, ∞)")]
fn a_rate_that_is_none_is_refused() {
    AdaGrad::default().step(f64::NAN, &mut array![1.0], &array![1.0]);
}

#[test]
#[should_panic(expected = "2 parameters, but a gradient of 3")]
fn a_gradient_of_another_length_is_refused() {
    AdaGrad::default().step(0.1, &mut array![1.0, 2.0], &array![1.0, 2.0, 3.0]);
}

#[test]
#[should_panic(expected = "3 parameters, but accumulated squares of 2")]
fn squares_of_another_model_are_refused() {
    let mut adagrad = AdaGrad::default();
    adagrad.step(0.1, &mut array![1.0, 2.0], &array![1.0, 2.0]);
    adagrad.step(0.1, &mut array![1.0, 2.0, 3.0], &array![1.0, 2.0, 3.0]);
}

#[test]
fn a_zero_gradient_moves_nothing() {
    let (mut theta, mut adagrad) = (array![1.0, -2.0], AdaGrad::default());
    adagrad.step(0.1, &mut theta, &array![0.0, 0.0]);
    assert_eq!(theta, array![1.0, -2.0]);
}

#[test]
fn what_is_remembered_can_be_seen() {
    let mut adagrad = AdaGrad::default().with_initial_accumulator(0.5).unwrap();
    assert_eq!(adagrad.state(), [("G", &Array1::zeros(0))]);
    adagrad.step(0.1, &mut array![1.0, 2.0], &array![3.0, -4.0]);
    assert_eq!(adagrad.state(), [("G", &array![9.5, 16.5])]);
}

/// Without ε, a gradient that is c times as large in every step gives the same walk.
/// Powers of two scale without rounding; ε is below every rounding of a root.
#[test]
fn the_scale_of_a_gradient_does_not_count() {
    let gradients = [[3.0, -0.5], [1.0, 2.0], [-4.0, 0.25], [0.5, 0.5]];
    let end = |scales: [f64; 2]| {
        let (mut theta, mut adagrad) = (array![1.0, -2.0], AdaGrad::new(1e-300).unwrap());
        for gradient in gradients {
            let gradient =
                Array1::from(gradient.to_vec()) * Array1::from(scales.to_vec());
            adagrad.step(0.3, &mut theta, &gradient);
        }
        theta
    };
    assert_eq!(end([1024.0, 1.0 / 64.0]), end([1.0, 1.0]));
}

/// Two axes of the same shape but a hundredfold scale walk as one, once the start is the
/// same: L = ½ Σ λᵢθᵢ² with λ = 1 and 128.
#[test]
fn axis_aligned_scaling_does_not_count() {
    let ravine = Quadratic::new(array![1.0, 128.0]).unwrap();
    let mut adagrad = AdaGrad::new(1e-300).unwrap();
    let walk = walk(&ravine, &mut adagrad, 0.5, array![3.0, 3.0], 50, 0.0).unwrap();
    assert!(walk.path.iter().all(|theta| theta[0] == theta[1]));
    assert!(walk.theta()[0].abs() < 0.1);
}

#[test]
fn on_a_constant_gradient_step_t_is_the_rate_over_the_root_of_t() {
    let (mut theta, mut adagrad) = (array![0.0], AdaGrad::new(1e-300).unwrap());
    for step in 1..=100 {
        let before = theta[0];
        adagrad.step(0.5, &mut theta, &array![-7.0]);
        let expected = 0.5 / f64::from(step).sqrt();
        // A difference of numbers up to 10: some roundings of those.
        assert!((theta[0] - before - expected).abs() < 1e-14, "step {step}");
    }
}
