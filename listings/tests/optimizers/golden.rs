//! Step by step against PyTorch; `golden/README.md` says how its traces were computed.

use listings::optimizers::{Adam, AdamW, GradientDescent, Optimizer};
use ndarray::{Array1, Array2};
use serde_json::Value;
use std::fs;

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
    for problem in ["bowl", "rosenbrock", "quad10"] {
        check_on(problem, name, new().as_mut(), RELATIVE);
    }
}

/// Walks the trace of one optimizer on one problem, and compares after every step.
pub fn check_on(problem: &str, name: &str, optimizer: &mut dyn Optimizer, relative: f64) {
    let path =
        format!("{}/tests/golden/optim_{problem}.json", env!("CARGO_MANIFEST_DIR"));
    let file: Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
    let gradient = gradient(problem, &file);
    let entry = file["entries"].as_array().unwrap().iter().find(|e| e["name"] == name);
    let entry = entry.unwrap_or_else(|| panic!("no trace {name} on {problem}"));
    let rate = entry["hyper"]["lr"].as_f64().unwrap();
    let trace: Vec<Array1<f64>> =
        entry["params"].as_array().unwrap().iter().map(vector).collect();
    let steps = entry["diverged_at"].as_u64().map_or(trace.len(), |step| step as usize);
    assert!(steps > 10, "{name} on {problem}: only {steps} steps to compare");
    let mut theta = trace[0].clone();
    for (step, expected) in trace[..steps].iter().enumerate().skip(1) {
        let slope = gradient(&theta);
        optimizer.step(rate, &mut theta, &slope);
        // Against the scale of the run: near the minimum, where θ is a small difference
        // of numbers of size one, a rounding of those remains.
        let scale = expected.iter().fold(1.0_f64, |most, x| most.max(x.abs()));
        let error = (&theta - expected).iter().fold(0.0_f64, |most, e| most.max(e.abs()));
        assert!(
            error <= relative * scale,
            "{name} on {problem}, step {step}: {theta} for {expected}"
        );
    }
}

type Gradient = Box<dyn Fn(&Array1<f64>) -> Array1<f64>>;

fn gradient(problem: &str, file: &Value) -> Gradient {
    match problem {
        "bowl" => Box::new(|w| Array1::from(vec![w[0], 10.0 * w[1]])),
        "rosenbrock" => Box::new(|w| {
            let valley = w[1] - w[0] * w[0];
            let along = -2.0 * (1.0 - w[0]) - 400.0 * w[0] * valley;
            Array1::from(vec![along, 200.0 * valley])
        }),
        "quad10" => {
            let rows: Vec<_> = file["A"].as_array().unwrap().iter().map(vector).collect();
            let matrix = Array2::from_shape_fn((10, 10), |(i, j)| rows[i][j]);
            let center = vector(&file["c"]);
            Box::new(move |w| matrix.dot(&(w - &center)))
        }
        other => panic!("no problem {other}"),
    }
}

fn vector(value: &Value) -> Array1<f64> {
    value.as_array().unwrap().iter().map(|x| x.as_f64().unwrap_or(f64::NAN)).collect()
}
