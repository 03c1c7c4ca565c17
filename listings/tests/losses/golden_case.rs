//! One case of the golden file: inputs, and what PyTorch computes from them.

use crate::golden::{file, number, numbers};
use ndarray::{Array, Array1, Array2, Axis, Dimension};
use serde_json::Value;

/// Values are a few roundings of numbers of one sign, and sums of at most 24 such.
pub const RELATIVE: f64 = 1e-12;

/// A gradient such as p − 1 cancels: it is off by a few roundings of 1, divided by n.
pub const ABSOLUTE_OF_GRADIENTS: f64 = 2.0 * f64::EPSILON;

pub struct Case {
    pub name: String,
    pub hyper: Value,
    pub inputs: Value,
    pub none: Value,
    pub mean: f64,
    pub sum: f64,
    /// Of the mean, by the name of the input.
    pub gradients: Value,
    /// What a value is allowed beside [`RELATIVE`].
    pub absolute: f64,
}

/// The cases of that name; `count` of them, so that none is skipped unseen.
pub fn cases(name: &str, count: usize) -> Vec<Case> {
    let named = file().into_iter().filter(|entry| entry["name"] == name);
    let cases: Vec<Case> = named
        .map(|entry| Case {
            name: name.to_string(),
            hyper: entry["hyper"].clone(),
            inputs: entry["inputs"].clone(),
            none: entry["none"].clone(),
            mean: number(&entry["mean"]),
            sum: number(&entry["sum"]),
            gradients: entry["grad_mean"].clone(),
            absolute: 0.0,
        })
        .collect();
    assert_eq!(cases.len(), count, "{name}");
    cases
}

impl Case {
    pub fn vector(&self, name: &str) -> Array1<f64> {
        numbers(&self.inputs[name])
    }

    pub fn classes(&self) -> Array1<usize> {
        self.vector("target").mapv(|class| class as usize)
    }

    pub fn matrix(&self, name: &str) -> Array2<f64> {
        matrix(&self.inputs[name])
    }

    /// Of the mean, with respect to the input of that name.
    pub fn gradient(&self, name: &str) -> Array2<f64> {
        matrix(&self.gradients[name])
    }

    pub fn samples(&self) -> usize {
        self.none.as_array().expect("one value a sample").len()
    }

    pub fn close(&self, ours: f64, golden: f64, what: &str) {
        let same = ours == golden;
        let near = (ours - golden).abs() <= RELATIVE * golden.abs() + self.absolute;
        assert!(
            same || golden.is_finite() && near,
            "{} {} {what}: {ours} is not {golden}",
            self.name,
            self.hyper
        );
    }

    /// Compares with the gradient of the mean with respect to the input of that name.
    pub fn check_gradient<D: Dimension>(
        &self,
        input: &str,
        ours: &Array<f64, D>,
        absolute: f64,
    ) {
        let mut golden = Vec::new();
        flatten(&self.gradients[input], &mut golden);
        assert_eq!(ours.len(), golden.len());
        for (i, (ours, golden)) in ours.iter().zip(golden).enumerate() {
            assert!(
                (ours - golden).abs() <= RELATIVE * golden.abs() + absolute,
                "{} {} gradient {i} of {input}: {ours} is not {golden}",
                self.name,
                self.hyper
            );
        }
    }
}

/// A list of rows.
fn matrix(rows: &Value) -> Array2<f64> {
    let rows: Vec<_> = rows.as_array().expect("rows").iter().map(numbers).collect();
    let views: Vec<_> = rows.iter().map(|row| row.view()).collect();
    ndarray::stack(Axis(0), &views).expect("rows of one length")
}

fn flatten(value: &Value, into: &mut Vec<f64>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| flatten(value, into)),
        leaf => into.push(number(leaf)),
    }
}
