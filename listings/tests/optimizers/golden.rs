//! Step by step against PyTorch; `golden/README.md` says how its traces were computed.

use crate::problems::{PROBLEMS, Trace, error, trace};
use listings::optimizers::{Adam, AdamW, GradientDescent, Optimizer};
use listings::surfaces::Objective;

/// Each step is a handful of roundings, and the gradients of the three problems do not
/// amplify them on these runs beyond a few hundred.
const RELATIVE: f64 = 1e-12;

#[test]
fn gradient_descent() {
    check("sgd", || Box::new(GradientDescent));
}

#[test]
fn adam() {
    check("adam", || Box::new(Adam::default()));
    check("adam_default_lr", || Box::new(Adam::default()));
    check("adam_l2_wd.01", || Box::new(Adam::default().with_l2(0.01).unwrap()));
}

#[test]
fn adam_with_other_decays() {
    // On the ten-dimensional problem this run is chaotic: it amplifies one rounding a
    // million times within its 200 steps.
    for (problem, relative) in
        [("bowl", RELATIVE), ("rosenbrock", RELATIVE), ("quad10", 1e-9)]
    {
        let adam = Adam::new(0.5, 0.9, 1e-3).unwrap();
        check_on(problem, "adam_betas.5_.9_eps1e-3", &mut adam.clone(), relative);
    }
}

#[test]
fn adam_beside_weight_decay() {
    check("adamw_wd.01", || Box::new(AdamW::default()));
}

/// The trace `name` on all three problems, each with an optimizer of its own.
pub fn check(name: &str, new: impl Fn() -> Box<dyn Optimizer>) {
    for problem in PROBLEMS {
        check_on(problem, name, new().as_mut(), RELATIVE);
    }
}

/// Walks the trace of one optimizer on one problem, and compares after every step.
pub fn check_on(problem: &str, name: &str, optimizer: &mut dyn Optimizer, relative: f64) {
    let trace = trace(problem, name);
    check_steps(&trace, optimizer, trace.points.len() - 1, relative);
}

/// Compares the first steps of a trace.
pub fn check_steps(
    trace: &Trace,
    optimizer: &mut dyn Optimizer,
    steps: usize,
    relative: f64,
) {
    let Trace { problem, label, rate, points, .. } = trace;
    assert!(steps > 10, "{label}: only {steps} steps to compare");
    let mut theta = points[0].clone();
    for (step, expected) in points[..=steps].iter().enumerate().skip(1) {
        let gradient = problem.gradient(&theta);
        optimizer.step(*rate, &mut theta, &gradient);
        let error = error(&theta, expected);
        assert!(
            error <= relative,
            "{label}, step {step}: {error:e}, {theta} for {expected}"
        );
    }
}
