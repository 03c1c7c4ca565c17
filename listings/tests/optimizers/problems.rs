//! The three problems of the golden traces, and the reading of a trace.

use listings::surfaces::{Objective, Rosenbrock};
use ndarray::Array1;
use serde_json::Value;
use std::fs;

/// The names of the problems.
pub const PROBLEMS: [&str; 3] = ["bowl", "rosenbrock", "quad10"];

/// A problem of `golden/README.md`.
pub enum Problem {
    /// ½(w₁² + 10w₂²).
    Bowl,
    /// With a = 1 and b = 100.
    Rosenbrock,
    /// ½(w − c)ᵀA(w − c) in ten dimensions.
    Quadratic {
        /// The rows of A.
        rows: Vec<Array1<f64>>,
        /// c.
        center: Array1<f64>,
    },
}

impl Problem {
    fn read(name: &str, file: &Value) -> Self {
        match name {
            "bowl" => Self::Bowl,
            "rosenbrock" => Self::Rosenbrock,
            "quad10" => {
                Self::Quadratic { rows: vectors(&file["A"]), center: vector(&file["c"]) }
            }
            other => panic!("no problem {other}"),
        }
    }
}

impl Objective for Problem {
    fn value(&self, w: &Array1<f64>) -> f64 {
        match self {
            Self::Bowl => 0.5 * (w[0] * w[0] + 10.0 * w[1] * w[1]),
            Self::Rosenbrock => Rosenbrock::default().value(w),
            Self::Quadratic { center, .. } => {
                0.5 * sum_of_products(&(w - center), &self.gradient(w))
            }
        }
    }

    fn gradient(&self, w: &Array1<f64>) -> Array1<f64> {
        match self {
            Self::Bowl => Array1::from(vec![w[0], 10.0 * w[1]]),
            Self::Rosenbrock => Rosenbrock::default().gradient(w),
            Self::Quadratic { rows, center } => {
                let offset = w - center;
                rows.iter().map(|row| sum_of_products(row, &offset)).collect()
            }
        }
    }
}

/// Σ aᵢbᵢ in the order of the index. Some runs amplify the last bit of a sum until
/// nothing is left of it: here that bit depends neither on how ndarray sums nor on how it
/// was compiled.
fn sum_of_products(a: &Array1<f64>, b: &Array1<f64>) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// A trace: the points, from the start on, and what it took to get there.
pub struct Trace {
    /// What was minimized.
    pub problem: Problem,
    /// The optimizer and the problem, for messages.
    pub label: String,
    /// The rate of every step.
    pub rate: f64,
    /// θ₀, θ₁, …
    pub points: Vec<Array1<f64>>,
    /// The evaluations so far after each step, where PyTorch counts them.
    pub evaluations: Vec<usize>,
}

/// The trace of the entry `name` on a problem.
pub fn trace(problem: &str, name: &str) -> Trace {
    let file = file(problem);
    let entry = file["entries"].as_array().unwrap().iter().find(|e| e["name"] == name);
    let entry = entry.unwrap_or_else(|| panic!("no trace {name} on {problem}"));
    let counts = entry["closure_evals_cumulative"].as_array();
    let counts = counts.into_iter().flatten();
    Trace {
        problem: Problem::read(problem, &file),
        label: format!("{name} on {problem}"),
        rate: entry["hyper"]["lr"].as_f64().unwrap(),
        points: vectors(&entry["params"]),
        evaluations: counts.map(|count| count.as_u64().unwrap() as usize).collect(),
    }
}

/// The golden file of a problem.
pub fn file(problem: &str) -> Value {
    let path =
        format!("{}/tests/golden/optim_{problem}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

fn vectors(value: &Value) -> Vec<Array1<f64>> {
    value.as_array().unwrap().iter().map(vector).collect()
}

fn vector(value: &Value) -> Array1<f64> {
    value.as_array().unwrap().iter().map(|x| x.as_f64().unwrap()).collect()
}

/// The largest difference, against the scale of the run: near the minimum, where θ is a
/// small difference of numbers of size one, a rounding of those remains.
pub fn error(theta: &Array1<f64>, expected: &Array1<f64>) -> f64 {
    let scale = expected.iter().fold(1.0_f64, |most, x| most.max(x.abs()));
    (theta - expected).iter().fold(0.0_f64, |most, e| most.max(e.abs())) / scale
}
