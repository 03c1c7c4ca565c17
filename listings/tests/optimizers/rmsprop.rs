//! RMSprop, AdaDelta and Rprop: against PyTorch, at the edges, and their laws.

use crate::golden::{check, check_on, check_steps};
use crate::problems::trace;
use listings::optimizers::{AdaDelta, AdaGrad, Optimizer, RmsProp, Rprop};
use ndarray::array;

/// On the ten-dimensional problem three of these runs turn chaotic: once near the minimum
/// the steps go to and fro, and each turn multiplies the rounding.
const SMOOTH: [&str; 2] = ["bowl", "rosenbrock"];

fn with_momentum(momentum: f64) -> RmsProp {
    RmsProp::default().with_momentum(momentum).unwrap()
}

#[test]
fn rmsprop_walks_as_pytorch_does() {
    check("rmsprop_momentum", || Box::new(with_momentum(0.9)));
    check("rmsprop_centered_momentum_wd", || {
        let rmsprop = RmsProp::new(0.99, 1e-3).unwrap().centered();
        Box::new(rmsprop.with_momentum(0.9).unwrap().with_l2(0.01).unwrap())
    });
    for problem in SMOOTH {
        check_on(problem, "rmsprop", &mut RmsProp::default(), 1e-12);
        let mut fast = RmsProp::new(0.9, 1e-8).unwrap();
        check_on(problem, "rmsprop_alpha.9", &mut fast, 1e-12);
        let mut centered = RmsProp::new(0.99, 1e-3).unwrap().centered();
        check_on(problem, "rmsprop_centered", &mut centered, 1e-12);
    }
}

#[test]
fn and_on_ten_dimensions_until_rounding_takes_over() {
    // By the steps 146, 47 and 135 a rounding has grown to more than 10⁻¹² of θ. Every sum
    // is in the order of the index, so that these numbers are the same in every build.
    check_first_steps("rmsprop", RmsProp::default(), 140);
    check_first_steps("rmsprop_alpha.9", RmsProp::new(0.9, 1e-8).unwrap(), 45);
    let centered = RmsProp::new(0.99, 1e-3).unwrap().centered();
    check_first_steps("rmsprop_centered", centered, 130);
}

/// The first steps of a trace on the ten-dimensional quadratic, to 10⁻¹² of θ.
fn check_first_steps(name: &str, mut optimizer: RmsProp, steps: usize) {
    check_steps(&trace("quad10", name), &mut optimizer, steps, 1e-12);
}

#[test]
fn adadelta_and_rprop_walk_as_in_pytorch() {
    check("adadelta", || Box::new(AdaDelta::default()));
    check("adadelta_rho.95_eps1e-3", || Box::new(AdaDelta::new(0.95, 1e-3).unwrap()));
    check("rprop", || Box::new(Rprop::default()));
}

#[test]
fn a_hyperparameter_out_of_range_is_named() {
    for bad in [1.0, -0.1, f64::NAN, f64::INFINITY] {
        let error = RmsProp::new(bad, 1e-8).unwrap_err().to_string();
        assert_eq!(error, format!("rho = {bad} is outside [0, 1)"));
        let error = AdaDelta::new(bad, 1e-8).unwrap_err().to_string();
        assert_eq!(error, format!("rho = {bad} is outside [0, 1)"));
        let error = RmsProp::default().with_momentum(bad).unwrap_err().to_string();
        assert_eq!(error, format!("momentum = {bad} is outside [0, 1)"));
    }
    for bad in [0.0, -1e-8, f64::NAN, f64::INFINITY] {
        let error = RmsProp::new(0.9, bad).unwrap_err().to_string();
        assert_eq!(error, format!("epsilon = {bad} is outside (0, ∞)"));
        let error = AdaDelta::new(0.9, bad).unwrap_err().to_string();
        assert_eq!(error, format!("epsilon = {bad} is outside (0, ∞)"));
    }
    for bad in [-1e-9, f64::NAN, f64::INFINITY] {
        let error = RmsProp::default().with_l2(bad).unwrap_err().to_string();
        assert_eq!(error, format!("lambda = {bad} is outside [0, ∞)"));
    }
}

fn all() -> Vec<Box<dyn Optimizer>> {
    vec![
        Box::new(RmsProp::default()),
        Box::new(with_momentum(0.9).centered()),
        Box::new(RmsProp::default().with_epsilon_inside()),
        Box::new(AdaDelta::default()),
        Box::new(Rprop::default()),
    ]
}

fn panic_of(step: impl FnOnce()) -> String {
    let panic = std::panic::catch_unwind(std::panic::AssertUnwindSafe(step));
    *panic.unwrap_err().downcast::<String>().expect("a panic with a text")
}

#[test]
fn what_does_not_fit_is_refused_before_anything_moves() {
    for mut optimizer in all() {
        let mut theta = array![1.0, -2.0];
        for bad in [-0.1, f64::NAN, f64::INFINITY] {
            let message = panic_of(|| optimizer.step(bad, &mut theta, &array![1.0, 1.0]));
            assert_eq!(message, format!("rate = {bad} is outside [0, ∞)"));
        }
        let message = panic_of(|| optimizer.step(0.1, &mut theta, &array![1.0]));
        assert!(message.contains("2 parameters, but a gradient of 1"), "{message}");
        optimizer.step(0.1, &mut theta.clone(), &array![1.0, 1.0]);
        let mut other = array![1.0, 2.0, 3.0];
        let message =
            panic_of(|| optimizer.step(0.1, &mut other, &array![1.0, 1.0, 1.0]));
        let expected = ["mean squares of 2", "steps of 2"];
        assert!(expected.iter().any(|of| message.contains(of)), "{message}");
        assert_eq!((theta, other), (array![1.0, -2.0], array![1.0, 2.0, 3.0]));
    }
}

#[test]
fn a_zero_gradient_moves_nothing() {
    for mut optimizer in all() {
        let mut theta = array![1.0, -2.0];
        for _ in 0..3 {
            optimizer.step(0.1, &mut theta, &array![0.0, 0.0]);
        }
        assert_eq!(theta, array![1.0, -2.0]);
    }
}

#[test]
fn what_is_remembered_can_be_seen() {
    let names = |mut optimizer: Box<dyn Optimizer>| -> Vec<&'static str> {
        assert!(optimizer.state().iter().all(|(_, vector)| vector.is_empty()));
        optimizer.step(0.1, &mut array![1.0, 2.0], &array![3.0, 4.0]);
        let state = optimizer.state();
        assert!(state.iter().all(|(_, vector)| vector.len() == 2));
        state.iter().map(|(name, _)| *name).collect()
    };
    assert_eq!(names(Box::<RmsProp>::default()), ["v"]);
    assert_eq!(names(Box::new(with_momentum(0.9))), ["v", "b"]);
    assert_eq!(names(Box::new(with_momentum(0.9).centered())), ["v", "a", "b"]);
    assert_eq!(names(Box::<AdaDelta>::default()), ["v", "u"]);
    assert_eq!(names(Box::<Rprop>::default()), ["s", "p"]);
}

/// The lengths of the steps on these gradients.
fn steps(mut optimizer: impl Optimizer, rate: f64, gradients: &[f64]) -> Vec<f64> {
    let mut theta = array![0.0];
    let step = |&gradient: &f64| {
        let before = theta[0];
        optimizer.step(rate, &mut theta, &array![gradient]);
        theta[0] - before
    };
    gradients.iter().map(step).collect()
}

/// √(1 − ρᵗ) is missing from the denominator: v starts at zero and is not corrected.
#[test]
fn on_a_constant_gradient_the_first_steps_are_the_longest() {
    let rho: f64 = 0.9;
    let rmsprop = RmsProp::new(rho, 1e-300).unwrap();
    for (t, step) in steps(rmsprop, 0.01, &[-5.0; 100]).into_iter().enumerate() {
        let expected = 0.01 / (1.0 - rho.powi(t as i32 + 1)).sqrt();
        // A difference of numbers up to 1.2.
        assert!((step - expected).abs() < 1e-14, "step {t}: {step} for {expected}");
    }
}

/// Powers of two scale without rounding; ε is below every rounding of a root.
#[test]
fn the_scale_of_a_gradient_does_not_count() {
    let gradients = [3.0, 1.0, -4.0, 0.5, 0.25, -2.0];
    let scaled = gradients.map(|gradient| 1024.0 * gradient);
    let rmsprop = || RmsProp::new(0.9, 1e-300).unwrap();
    assert_eq!(steps(rmsprop(), 0.1, &scaled), steps(rmsprop(), 0.1, &gradients));
    let centered = || rmsprop().centered().with_momentum(0.5).unwrap();
    assert_eq!(steps(centered(), 0.1, &scaled), steps(centered(), 0.1, &gradients));
    assert_eq!(
        steps(Rprop::default(), 0.1, &scaled),
        steps(Rprop::default(), 0.1, &gradients)
    );
}

/// AdaDelta's unit is that of θ. Stretch θ by c: gradients shrink by c, ε below the root
/// of u must be in θ² and below that of v in g². With g → g/c alone, its step does not
/// grow by c; it is the memory of steps that carries the unit.
#[test]
fn adadelta_takes_its_unit_from_its_own_steps() {
    let gradients = [2.0; 50];
    let small = steps(AdaDelta::new(0.9, 1e-12).unwrap(), 1.0, &gradients);
    let large = steps(AdaDelta::new(0.9, 1e-6).unwrap(), 1.0, &gradients);
    // √ε is the unit of the first step: a thousand to one, and stays so while g² ≫ ε.
    for (large, small) in large.iter().zip(&small) {
        assert!((large / small / 1000.0 - 1.0).abs() < 1e-4, "{large} {small}");
    }
}

/// What it remembers is the step before the rate, as in PyTorch.
#[test]
fn half_the_rate_is_half_of_each_of_adadeltas_steps() {
    let gradients = [3.0, 1.0, -4.0, 0.5, 0.25, -2.0];
    let half = steps(AdaDelta::default(), 0.5, &gradients);
    let whole = steps(AdaDelta::default(), 1.0, &gradients);
    for (half, whole) in half.iter().zip(&whole) {
        // Differences of numbers below 0.1, each rounded; the steps are some 10⁻³.
        assert!((2.0 * half - whole).abs() < 1e-16, "{half} {whole}");
    }
}

#[test]
fn rprops_steps_do_not_grow_beyond_fifty() {
    let lengths = steps(Rprop::default(), 40.0, &[1.0; 4]);
    // 40 · 1.2, and then the end.
    for (step, expected) in lengths.iter().zip([-40.0, -48.0, -50.0, -50.0]) {
        assert!((step - expected).abs() < 1e-12, "{step} for {expected}");
    }
}

/// v and G differ by the factor 1 − ρ at the first step, and by no more than a first-order
/// change where ρ is nearly one: RMSprop of rate η√(1 − ρ) is AdaGrad of rate η.
#[test]
fn with_a_memory_without_end_it_is_adagrad() {
    let gradients = [3.0, 1.0, -4.0, 0.5, 0.25, -2.0];
    let rho: f64 = 1.0 - 1e-9;
    let rmsprop = RmsProp::new(rho, 1e-300).unwrap();
    let rate = 0.1 * (1.0 - rho).sqrt();
    let adagrad = AdaGrad::new(1e-300).unwrap();
    let both =
        steps(rmsprop, rate, &gradients).into_iter().zip(steps(adagrad, 0.1, &gradients));
    for (of_rmsprop, of_adagrad) in both {
        // Six steps forget 6 · 10⁻⁹ at most; 1 − ρ is exact to 10⁻⁷ of itself, in both.
        assert!((of_rmsprop - of_adagrad).abs() < 1e-8, "{of_rmsprop} {of_adagrad}");
    }
}

/// A constant gradient has no variance: v − a² goes to zero, and by rounding below it.
#[test]
fn centered_on_a_constant_gradient_grows_to_the_rate_over_epsilon() {
    // At 2.9, 3.3, 3.5 and 3.7 the difference is below zero in the end, and has no root.
    for size in [0.7, 2.9, 3.3, 3.5, 3.7] {
        let centered = RmsProp::new(0.9, 1e-3).unwrap().centered();
        let steps = steps(centered, 1e-6, &[-size; 2000]);
        assert!(steps.iter().all(|step| step.is_finite()), "{size}");
        // 10⁻⁶ · size / 10⁻³, and √(v − a²) of rounding, up to 6 · 10⁻⁸, beside 10⁻³.
        let last = steps[1999];
        assert!((last / (1e-3 * size) - 1.0).abs() < 1e-4, "{size}: {last}");
        assert!(last > 200.0 * steps[0]);
    }
}
