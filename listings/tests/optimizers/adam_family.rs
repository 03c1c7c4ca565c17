//! AMSGrad, NAdam, RAdam, Adamax and decay beside any of them, step by step against
//! PyTorch; what they refuse; and the laws that they share with Adam.

use crate::golden::check;
use listings::ParameterError;
use listings::optimizers::{
    Adam, AdamW, Adamax, AmsGrad, DecoupledDecay, NAdam, Optimizer, RAdam,
};
use ndarray::{Array1, array};

#[test]
fn amsgrad() {
    check("adam_amsgrad", || Box::new(AmsGrad::default()));
    check("adam_amsgrad_l2", || Box::new(AmsGrad::default().with_l2(0.1).unwrap()));
    let beside = || DecoupledDecay::new(AmsGrad::default(), 0.1).unwrap();
    check("adamw_amsgrad_wd.1", || Box::new(beside()));
}

#[test]
fn nadam() {
    check("nadam", || Box::new(NAdam::default()));
    check("nadam_wd", || Box::new(NAdam::default().with_l2(0.01).unwrap()));
    let beside = || DecoupledDecay::new(NAdam::default(), 0.01).unwrap();
    check("nadamw_decoupled_wd", || Box::new(beside()));
}

#[test]
fn radam() {
    check("radam", || Box::new(RAdam::default()));
    let beside = || DecoupledDecay::new(RAdam::default(), 0.01).unwrap();
    check("radamw_decoupled_wd", || Box::new(beside()));
}

#[test]
fn adamax() {
    check("adamax", || Box::new(Adamax::default()));
}

/// Every member at its defaults, with its constructor's name.
fn family() -> Vec<(&'static str, Box<dyn Optimizer>)> {
    vec![
        ("Adam", Box::new(Adam::default())),
        ("AdamW", Box::new(AdamW::default())),
        ("AMSGrad", Box::new(AmsGrad::default())),
        ("NAdam", Box::new(NAdam::default())),
        ("RAdam", Box::new(RAdam::default())),
        ("Adamax", Box::new(Adamax::default())),
    ]
}

#[test]
fn a_hyperparameter_out_of_range_is_named() {
    type New = fn(f64, f64, f64) -> Option<ParameterError>;
    let constructors: [New; 4] = [
        |a, b, e| AmsGrad::new(a, b, e).err(),
        |a, b, e| NAdam::new(a, b, e).err(),
        |a, b, e| RAdam::new(a, b, e).err(),
        |a, b, e| Adamax::new(a, b, e).err(),
    ];
    for new in constructors {
        let message = |a, b, e| new(a, b, e).expect("an error").to_string();
        for bad in [1.0, -0.1, f64::NAN, f64::INFINITY] {
            let valid = format!("= {bad} is outside [0, 1)");
            assert_eq!(message(bad, 0.999, 1e-8), format!("beta1 {valid}"));
            assert_eq!(message(0.9, bad, 1e-8), format!("beta2 {valid}"));
        }
        for bad in [0.0, -1e-8, f64::NAN, f64::INFINITY] {
            let error = message(0.9, 0.999, bad);
            assert_eq!(error, format!("epsilon = {bad} is outside (0, ∞)"));
        }
        assert_eq!(new(0.0, 0.0, 1e-8), None, "no memory is a valid choice");
    }
    for bad in [-1e-9, f64::NAN, f64::INFINITY] {
        let said = |error: ParameterError| error.to_string();
        let lambda = format!("lambda = {bad} is outside [0, ∞)");
        assert_eq!(said(AmsGrad::default().with_l2(bad).unwrap_err()), lambda);
        assert_eq!(said(NAdam::default().with_l2(bad).unwrap_err()), lambda);
        assert_eq!(
            said(NAdam::default().with_momentum_decay(bad).unwrap_err()),
            format!("momentum_decay = {bad} is outside [0, ∞)")
        );
        assert_eq!(
            said(DecoupledDecay::new(RAdam::default(), bad).unwrap_err()),
            format!("decay = {bad} is outside [0, ∞)")
        );
    }
}

/// The text with which `call` panics.
fn panic_text(call: impl FnOnce()) -> String {
    let caught = std::panic::catch_unwind(std::panic::AssertUnwindSafe(call));
    *caught.expect_err("a panic").downcast::<String>().expect("a panic with a text")
}

#[test]
fn a_step_that_does_not_fit_is_refused_before_anything_moves() {
    for (name, mut optimizer) in family() {
        let mut theta = array![1.0, -2.0];
        for bad in [-0.1, f64::NAN, f64::INFINITY] {
            let text = panic_text(|| optimizer.step(bad, &mut theta, &array![1.0, 1.0]));
            assert_eq!(text, format!("rate = {bad} is outside [0, ∞)"), "{name}");
        }
        let text = panic_text(|| optimizer.step(0.1, &mut theta, &array![1.0]));
        assert!(text.contains("2 parameters, but a gradient of 1"), "{name}: {text}");
        assert_eq!(theta, array![1.0, -2.0], "{name}");
        optimizer.step(0.1, &mut theta, &array![1.0, 1.0]);
        let mut other = array![1.0, 2.0, 3.0];
        let gradient = array![1.0, 1.0, 1.0];
        let text = panic_text(|| optimizer.step(0.1, &mut other, &gradient));
        assert!(text.contains("3 parameters, but moments of 2"), "{name}: {text}");
    }
}

#[test]
fn a_zero_gradient_moves_nothing_and_what_is_remembered_can_be_seen() {
    for (name, mut optimizer) in family() {
        assert!(optimizer.state().iter().all(|(_, vector)| vector.is_empty()), "{name}");
        let mut theta = array![1.0, -2.0];
        optimizer.step(0.1, &mut theta, &array![0.0, 0.0]);
        let left = if name == "AdamW" { 0.999 } else { 1.0 };
        assert_eq!(theta, array![left, -2.0 * left], "{name}");
        let names: Vec<_> = optimizer.state().iter().map(|(name, _)| *name).collect();
        let expected = match name {
            "AMSGrad" => vec!["m", "v", "u"],
            "Adamax" => vec!["m", "u"],
            _ => vec!["m", "v"],
        };
        assert_eq!(names, expected, "{name}");
        assert!(optimizer.state().iter().all(|(_, vector)| vector.len() == 2), "{name}");
    }
}

/// 60 steps at the rate 0.05 from (3.5, −1) on ½ Σ aᵢθᵢ², whose gradient is multiplied
/// by `scale`.
fn walk(optimizer: &mut dyn Optimizer, scale: f64) -> Array1<f64> {
    let mut theta = array![3.5, -1.0];
    for _ in 0..60 {
        let gradient = &theta * &array![1.0, 10.0] * scale;
        optimizer.step(0.05, &mut theta, &gradient);
    }
    theta
}

#[test]
fn the_scale_of_the_gradient_does_not_matter() {
    // With ε = 1e-300 nothing is left that has a unit. A power of two changes no mantissa,
    // so the paths are the same bits; ε itself is below the last bit of every gradient.
    for scale in [2.0_f64.powi(-20), 2.0_f64.powi(20)] {
        let same = |mut one: Box<dyn Optimizer>, mut other: Box<dyn Optimizer>| {
            assert_eq!(walk(one.as_mut(), 1.0), walk(other.as_mut(), scale));
        };
        let adam = || Box::new(Adam::new(0.9, 0.999, 1e-300).unwrap());
        same(adam(), adam());
        let amsgrad = || Box::new(AmsGrad::new(0.9, 0.999, 1e-300).unwrap());
        same(amsgrad(), amsgrad());
        let nadam = || Box::new(NAdam::new(0.9, 0.999, 1e-300).unwrap());
        same(nadam(), nadam());
        let adamax = || Box::new(Adamax::new(0.9, 0.999, 1e-300).unwrap());
        same(adamax(), adamax());
    }
    // RAdam is no such method: its first five steps are as long as the gradient.
    let mut one = RAdam::default();
    assert_ne!(walk(&mut one, 1.0), walk(&mut RAdam::default(), 2.0));
}

#[test]
fn the_largest_second_moment_never_falls() {
    let mut optimizer = AmsGrad::new(0.9, 0.5, 1e-8).unwrap();
    let mut theta = array![0.0];
    let mut before = 0.0;
    for step in 0..50 {
        let gradient = if step % 10 == 0 { 10.0 } else { 0.1 };
        optimizer.step(0.01, &mut theta, &array![gradient]);
        let state = optimizer.state();
        let (v, u) = (state[1].1[0], state[2].1[0]);
        assert!(u >= before && u >= v, "step {step}: u {before} then {u}, v {v}");
        before = u;
    }
    // After the first 10 v has halved nine times a cycle; u is the largest v of all.
    assert!(before >= 50.0, "{before}");
}

#[test]
fn where_the_gradient_never_shrinks_amsgrad_is_adam() {
    // v rises monotonically under a constant gradient, so its maximum is v.
    let constant = |optimizer: &mut dyn Optimizer| {
        let mut theta = array![1.0, -1.0];
        (0..100).for_each(|_| optimizer.step(0.01, &mut theta, &array![0.3, -7.0]));
        theta
    };
    assert_eq!(constant(&mut AmsGrad::default()), constant(&mut Adam::default()));
}

#[test]
fn radam_warms_up() {
    let radam = RAdam::default();
    let shares: Vec<_> = (1..=20_000).map(|step| radam.rectification(step)).collect();
    assert!(shares[..5].iter().all(Option::is_none), "five steps of momentum");
    let shares: Vec<f64> = shares[5..].iter().map(|share| share.unwrap()).collect();
    // Rising but for the rounding of 1 − β₂ᵗ, 1e-16 of numbers of size one.
    assert!(shares.windows(2).all(|pair| pair[0] <= pair[1] + 1e-12));
    assert!(
        shares[0] < 0.05 && shares[19_000] > 0.999,
        "{} {}",
        shares[0],
        shares[19_000]
    );
    // With β₂ = 0.6, ρ∞ is 4: v is never trusted.
    assert_eq!(RAdam::new(0.9, 0.6, 1e-8).unwrap().rectification(1000), None);
}

#[test]
fn without_look_ahead_and_without_memory_nadam_is_adam() {
    // β₁ = 0: every μ is 0, and only the fresh gradient is left.
    let one = walk(&mut NAdam::new(0.0, 0.999, 1e-8).unwrap(), 1.0);
    let other = walk(&mut Adam::new(0.0, 0.999, 1e-8).unwrap(), 1.0);
    assert_eq!(one, other);
}
