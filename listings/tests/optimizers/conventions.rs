//! The forms of other libraries: the same as the book's own where they should be, and
//! under their translations the same as each other.

use listings::conventions::{
    Rule, averaged_momentum, keras_adagrad, keras_adam, keras_momentum, keras_nesterov,
    keras_rmsprop, l2_adam, loshchilov_adamw, optax_adamw, paper_adam, pytorch_adagrad,
    pytorch_adamw, pytorch_momentum, pytorch_nesterov, pytorch_rmsprop, uncorrected_adam,
};
use listings::experiments::{Experiment, conventions};
use listings::optimizers::{AdaGrad, Adam, AdamW, Momentum, Optimizer, RmsProp};
use ndarray::array;

/// Gradients of all sizes and both signs, from nowhere in particular.
fn gradient(step: usize) -> f64 {
    [3.0, -1.0, 0.25, 40.0, -0.001, 2.0, 2.0][step % 7]
}

/// Both move from 1 by the same gradients at a rate that falls, and stay together.
fn same(mut rule: Rule, optimizer: &mut dyn Optimizer) {
    let (mut one, mut other) = (1.0, array![1.0]);
    for step in 0..60 {
        let rate = if step < 30 { 0.1 } else { 0.02 };
        one = rule(rate, one, gradient(step));
        optimizer.step(rate, &mut other, &array![gradient(step)]);
        // Sixty steps of a few roundings each, of numbers of the size of θ.
        assert!((one - other[0]).abs() <= 1e-12 * one.abs().max(1.0), "step {step}");
    }
}

#[test]
fn pytorchs_forms_are_those_of_the_book() {
    same(pytorch_momentum(0.9, 0.0), &mut Momentum::new(0.9).unwrap());
    let dampened = Momentum::new(0.9).unwrap().with_dampening(0.9).unwrap();
    same(pytorch_momentum(0.9, 0.9), &mut dampened.clone());
    same(pytorch_adagrad(0.0, 1e-10), &mut AdaGrad::default());
    same(pytorch_rmsprop(0.99, 1e-8), &mut RmsProp::default());
    let inside = RmsProp::new(0.9, 1e-7).unwrap().with_epsilon_inside();
    same(keras_rmsprop(0.9, 1e-7), &mut inside.clone());
    same(paper_adam(0.9, 0.999, 1e-8), &mut Adam::default());
    same(l2_adam(0.3), &mut Adam::default().with_l2(0.3).unwrap());
    same(pytorch_adamw(0.3), &mut AdamW::new(Adam::default(), 0.3).unwrap());
}

/// One step from θ = 2 with η = 0.1 and g = 3, or two of them, worked by hand.
fn after(mut rule: Rule, steps: usize) -> f64 {
    (0..steps).fold(2.0, |theta, _| rule(0.1, theta, 3.0))
}

#[test]
fn two_steps_of_each_form_are_those_worked_by_hand() {
    let near = |got: f64, expected: f64| {
        assert!((got - expected).abs() < 1e-12, "{got} for {expected}");
    };
    // v = 3, 4.5: 2 − 0.3 − 0.45.
    near(after(pytorch_momentum(0.5, 0.0), 2), 1.25);
    near(after(keras_momentum(0.5), 2), 1.25);
    // The buffer starts as the whole gradient: v = 3, then 0.5 · 3 + 0.5 · 3 = 3.
    near(after(pytorch_momentum(0.5, 0.5), 2), 1.4);
    // v = 1.5, 2.25.
    near(after(averaged_momentum(0.5), 2), 2.0 - 0.15 - 0.225);
    // g + βv = 4.5, then 3 + 0.5 · 4.5 = 5.25.
    near(after(pytorch_nesterov(0.5), 2), 2.0 - 0.45 - 0.525);
    near(after(keras_nesterov(0.5), 2), 2.0 - 0.45 - 0.525);
    // G = 9 + 7 = 16: 3/(4 + 1) and 3/√(16 + 9).
    near(after(pytorch_adagrad(7.0, 1.0), 1), 2.0 - 0.06);
    near(after(keras_adagrad(7.0, 9.0), 1), 2.0 - 0.06);
    // v = 0.25 · 9 = 2.25: 3/(1.5 + 0.5) and 3/√(2.25 + 1.75).
    near(after(pytorch_rmsprop(0.75, 0.5), 1), 2.0 - 0.15);
    near(after(keras_rmsprop(0.75, 1.75), 1), 2.0 - 0.15);
    // m̂ = 3, √v̂ = 3: 3/(3 + 1). With ε̂ = 1 before the correction, β₂ = 0.75: √v = 1.5,
    // correction 0.5/0.5, m = 1.5: 1.5/2.5. Without any correction the same.
    near(after(paper_adam(0.5, 0.75, 1.0), 1), 2.0 - 0.075);
    near(after(keras_adam(0.5, 0.75, 1.0), 1), 2.0 - 0.06);
    near(after(uncorrected_adam(0.5, 0.75, 1.0), 1), 2.0 - 0.06);
    // The step is 0.1 · 3/(3 + 1e-8) beside a decay of 0.1 · 0.5 · 2 or, of the paper,
    // 0.1/0.2 · 0.05 · 2.
    let step = 0.1 * 3.0 / (3.0 + 1e-8);
    near(after(pytorch_adamw(0.5), 1), 1.9 - step);
    near(after(optax_adamw(0.5), 1), 1.9 - step);
    near(after(loshchilov_adamw(0.2, 0.05), 1), 1.95 - step);
    near(after(l2_adam(0.5), 1), 2.0 - 0.1 * 4.0 / (4.0 + 1e-8));
}

#[test]
fn forms_agree_under_their_translations_and_part_without() {
    let outcome = conventions::Config::default().run();
    let part = |pair: &str, setting: &str| {
        let row =
            outcome.rows.iter().find(|row| row.pair == pair && row.setting == setting);
        row.unwrap_or_else(|| panic!("no row {pair}, {setting}")).part_at
    };
    let change = Some(outcome.change + 1);
    for (pair, setting, expected) in [
        ("momentum: PyTorch and Keras", "constant rate", None),
        ("momentum: PyTorch and Keras", "falling rate", change),
        ("momentum: v + g and a mean", "same rate", Some(1)),
        ("momentum: v + g and a mean", "rate of the mean over 1 − β", None),
        ("momentum: v + g and a mean", "the same, falling", None),
        ("momentum: dampening β and a mean", "same rate", Some(1)),
        ("Nesterov: PyTorch and Keras", "constant rate", None),
        ("Nesterov: PyTorch and Keras", "falling rate", change),
        ("AdaGrad: PyTorch and Keras", "their defaults", Some(1)),
        ("AdaGrad: PyTorch and Keras", "G from 0, ε = 10⁻⁷", Some(1)),
        ("AdaGrad: PyTorch and Keras", "PyTorch's G from 0.1 + ε̂, its ε 0", None),
        ("RMSprop: PyTorch and Keras", "their defaults", Some(1)),
        ("RMSprop: PyTorch and Keras", "ρ = 0.9, ε = 10⁻⁷", Some(1)),
        ("RMSprop: PyTorch and Keras", "ρ = 0.9, ε = 10⁻⁷ beside, 10⁻¹⁴ inside", Some(1)),
        ("Adam: PyTorch and Keras", "their defaults", Some(1)),
        ("Adam: PyTorch and Keras", "ε = 10⁻⁷ in both", Some(1)),
        ("Adam: PyTorch and Keras", "a negligible ε, 10⁻³⁰", None),
        ("Adam: with and without correction", "same rate", Some(1)),
        ("Adam: with and without correction", "correction in the rate, ε̂", None),
        ("AdamW: PyTorch and optax", "same λ, falling rate", None),
        ("Adam with L2 and AdamW", "same λ", Some(1)),
        ("AdamW: PyTorch and paper", "same λ", Some(1)),
        ("AdamW: PyTorch and paper", "λ of the paper is αλ, falling rate", None),
    ] {
        assert_eq!(part(pair, setting), expected, "{pair}, {setting}");
    }
}
