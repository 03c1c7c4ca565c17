//! Bad hyperparameters and gradients that do not fit.

use listings::optimizers::{
    AdaDelta, AdaGrad, Adam, AdamW, Adamax, AmsGrad, GradientDescent, Lamb, Lars, Lion,
    Momentum, Muon, NAdam, Nesterov, Optimizer, RAdam, RmsProp, Rprop, ScheduleFree,
};
use ndarray::{Array1, array};

#[test]
fn a_hyperparameter_out_of_range_is_named() {
    let message = |error: listings::ParameterError| error.to_string();
    for bad in [1.0, -0.1, f64::NAN, f64::INFINITY] {
        let error = message(Adam::new(bad, 0.999, 1e-8).unwrap_err());
        assert_eq!(error, format!("beta1 = {bad} is outside [0, 1)"));
        let error = message(Adam::new(0.9, bad, 1e-8).unwrap_err());
        assert_eq!(error, format!("beta2 = {bad} is outside [0, 1)"));
    }
    for bad in [0.0, -1e-8, f64::NAN, f64::INFINITY] {
        let error = message(Adam::new(0.9, 0.999, bad).unwrap_err());
        assert_eq!(error, format!("epsilon = {bad} is outside (0, ∞)"));
    }
    for bad in [-1e-9, f64::NAN, f64::INFINITY] {
        let error = message(Adam::default().with_l2(bad).unwrap_err());
        assert_eq!(error, format!("lambda = {bad} is outside [0, ∞)"));
        let error = message(AdamW::new(Adam::default(), bad).unwrap_err());
        assert_eq!(error, format!("decay = {bad} is outside [0, ∞)"));
    }
}

#[test]
fn a_zero_gradient_moves_nothing() {
    let optimizers: [&mut dyn Optimizer; 2] =
        [&mut GradientDescent, &mut Adam::default()];
    for optimizer in optimizers {
        let mut theta = array![1.0, -2.0];
        optimizer.step(0.1, &mut theta, &array![0.0, 0.0]);
        assert_eq!(theta, array![1.0, -2.0]);
    }
}

fn all() -> Vec<(&'static str, Box<dyn Optimizer>)> {
    vec![
        ("gradient descent", Box::new(GradientDescent)),
        ("momentum", Box::new(Momentum::default())),
        ("Nesterov", Box::new(Nesterov::default())),
        ("AdaGrad", Box::new(AdaGrad::default())),
        ("RMSprop", Box::new(RmsProp::default())),
        ("centered", Box::new(RmsProp::default().centered())),
        ("AdaDelta", Box::new(AdaDelta::default())),
        ("Rprop", Box::new(Rprop::default())),
        ("Adam", Box::new(Adam::default())),
        ("AdamW", Box::new(AdamW::default())),
        ("AMSGrad", Box::new(AmsGrad::default())),
        ("Adamax", Box::new(Adamax::default())),
        ("NAdam", Box::new(NAdam::default())),
        ("RAdam", Box::new(RAdam::default())),
        ("LARS", Box::new(Lars::default())),
        ("LAMB", Box::new(Lamb::default())),
        ("Lion", Box::new(Lion::default())),
        ("schedule-free", Box::new(ScheduleFree::new(GradientDescent, 0.9).unwrap())),
        ("Muon", Box::new(Muon::new(2, 1, 0.9).unwrap())),
    ]
}

#[test]
fn after_a_gradient_that_is_not_finite_theta_is_not_either() {
    for bad in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        // As the first gradient, and after one of either sign.
        for before in [None, Some(1.0), Some(-1.0)] {
            for (name, mut optimizer) in all() {
                let mut theta = array![1.0, 1.0];
                if let Some(before) = before {
                    optimizer.step(0.1, &mut theta, &array![before, 1.0]);
                }
                optimizer.step(0.1, &mut theta, &array![bad, 1.0]);
                assert!(!theta[0].is_finite(), "{name}, {before:?}, {bad}: {theta}");
            }
        }
    }
}

#[test]
fn without_decay_adamw_and_adam_with_l2_are_adam() {
    let gradient = |theta: &Array1<f64>| theta * array![1.0, 10.0];
    let walk = |optimizer: &mut dyn Optimizer| {
        let mut theta = array![3.5, 3.5];
        for _ in 0..50 {
            let gradient = gradient(&theta);
            optimizer.step(0.1, &mut theta, &gradient);
        }
        theta
    };
    let plain = walk(&mut Adam::default());
    assert_eq!(walk(&mut AdamW::new(Adam::default(), 0.0).unwrap()), plain);
    assert_eq!(walk(&mut Adam::default().with_l2(0.0).unwrap()), plain);
}

#[test]
#[should_panic(expected = "2 parameters, but a gradient of 3")]
fn a_gradient_of_another_length_is_refused() {
    GradientDescent.step(0.1, &mut array![1.0, 2.0], &array![1.0, 2.0, 3.0]);
}

#[test]
#[should_panic(expected = "3 parameters, but moments of 2")]
fn moments_of_another_model_are_refused() {
    let mut adam = Adam::default();
    adam.step(0.1, &mut array![1.0, 2.0], &array![1.0, 2.0]);
    adam.step(0.1, &mut array![1.0, 2.0, 3.0], &array![1.0, 2.0, 3.0]);
}

#[test]
fn a_rate_that_is_none_is_refused_before_anything_moves() {
    for bad in [-0.1, f64::NAN, f64::INFINITY] {
        let optimizers: [Box<dyn Optimizer>; 3] = [
            Box::new(GradientDescent),
            Box::new(Adam::default()),
            Box::new(AdamW::default()),
        ];
        for mut optimizer in optimizers {
            let mut theta = array![1.0, -2.0];
            let step = std::panic::AssertUnwindSafe(|| {
                optimizer.step(bad, &mut theta, &array![1.0, 1.0]);
            });
            let message = std::panic::catch_unwind(step).unwrap_err();
            let message = message.downcast::<String>().expect("a panic with a text");
            assert_eq!(*message, format!("rate = {bad} is outside [0, ∞)"));
            assert_eq!(theta, array![1.0, -2.0]);
        }
    }
}

#[test]
fn what_is_remembered_can_be_seen() {
    let mut adam = AdamW::default();
    let shapes = |optimizer: &dyn Optimizer| -> Vec<(&str, usize)> {
        optimizer.state().iter().map(|(name, vector)| (*name, vector.len())).collect()
    };
    assert_eq!(shapes(&adam), [("m", 0), ("v", 0)]);
    adam.step(0.1, &mut array![1.0, 2.0], &array![1.0, 2.0]);
    assert_eq!(shapes(&adam), [("m", 2), ("v", 2)]);
    assert_eq!(shapes(&GradientDescent), []);
}
