//! Values and gradients computed by PyTorch; `golden/README.md` says how.

use crate::{huber, quantile};
use listings::losses::{
    LogCosh, Loss, MeanAbsoluteError, MeanSquaredError, Reduced, Reduction, ResidualLoss,
};
use ndarray::Array1;
use serde_json::Value;

/// A value is a few roundings of its inputs, a mean one more a sample: some 1e-15. The
/// reader of the file may be off by one unit in the last place.
const RELATIVE: f64 = 1e-12;

#[test]
fn mean_squared_error() {
    for entry in entries("MSELoss", 1) {
        entry.check(MeanSquaredError);
    }
}

#[test]
fn mean_absolute_error() {
    for entry in entries("L1Loss", 1) {
        entry.check(MeanAbsoluteError);
    }
}

#[test]
fn huber_loss() {
    for entry in entries("HuberLoss", 3) {
        entry.check(huber(entry.hyperparameter("delta")));
    }
}

#[test]
fn huber_loss_of_five_points() {
    for entry in entries("HuberLoss_fivepoint", 2) {
        entry.check(huber(entry.hyperparameter("delta")));
    }
}

#[test]
fn smooth_l1_loss_is_huber_divided_by_its_threshold() {
    for mut entry in entries("SmoothL1Loss", 3) {
        let beta = entry.hyperparameter("beta");
        entry.none *= beta;
        entry.mean *= beta;
        entry.sum *= beta;
        entry.gradient *= beta;
        entry.check(huber(beta));
    }
}

#[test]
fn log_cosh() {
    for mut entry in entries("LogCosh", 1) {
        // The golden values subtract ln 2 from a sum near it, so near zero they err by a unit
        // in its last place: an absolute error, which no relative tolerance covers.
        entry.absolute = f64::EPSILON;
        entry.check(LogCosh);
    }
}

#[test]
fn quantile_loss_except_for_the_gradient_at_zero() {
    for mut entry in entries("Pinball", 3) {
        let tau = entry.hyperparameter("tau");
        let residuals = entry.residuals();
        let exact: Vec<usize> =
            (0..residuals.len()).filter(|&i| residuals[i] == 0.0).collect();
        assert!(!exact.is_empty(), "no sample is predicted exactly");
        for i in exact {
            // Automatic differentiation takes the mean of the two one-sided slopes, −τ
            // and 1 − τ; this book takes the subgradient nearest to zero.
            let automatic = (0.5 - tau) / residuals.len() as f64;
            assert_close(entry.gradient[i], automatic, 0.0, "gradient at zero");
            entry.gradient[i] = 0.0;
        }
        entry.check(quantile(tau));
    }
}

#[test]
fn every_number_of_the_file_can_be_read() {
    let entries = file();
    assert_eq!(entries.len(), 62);
    let mut infinite = 0;
    for entry in &entries {
        infinite += usize::from(number(&entry["mean"]).is_infinite());
        number(&entry["sum"]);
        check_nested(&entry["none"]);
        entry["grad_mean"]
            .as_object()
            .expect("an object")
            .values()
            .for_each(check_nested);
    }
    // The unstable form of the soft margin overflows: the one infinite mean.
    assert_eq!(infinite, 1);
}

fn check_nested(value: &Value) {
    match value {
        Value::Array(values) => values.iter().for_each(check_nested),
        leaf => drop(number(leaf)),
    }
}

/// One loss at some hyperparameters.
struct Entry {
    name: String,
    hyper: Value,
    prediction: Array1<f64>,
    target: Array1<f64>,
    none: Array1<f64>,
    mean: f64,
    sum: f64,
    gradient: Array1<f64>,
    /// What is allowed beside [`RELATIVE`].
    absolute: f64,
}

impl Entry {
    fn hyperparameter(&self, name: &str) -> f64 {
        number(&self.hyper[name])
    }

    fn residuals(&self) -> Array1<f64> {
        &self.prediction - &self.target
    }

    fn check(&self, loss: impl ResidualLoss + Loss + Copy) {
        let (prediction, target) = (&self.prediction, &self.target);
        let samples = prediction.len() as f64;
        let close = |ours: f64, golden: f64, what: &str| {
            let what = format!("{} {} {what}", self.name, self.hyper);
            assert_close(ours, golden, self.absolute, &what);
        };

        let gradient = loss.gradient(prediction, target);
        assert_eq!(gradient.len(), self.gradient.len());
        let summed = Reduced { loss, reduction: Reduction::Sum };
        let summed_gradient = summed.gradient(prediction, target);
        for (i, residual) in self.residuals().into_iter().enumerate() {
            let at = format!("at r = {residual}");
            close(loss.of(residual), self.none[i], &format!("value {at}"));
            let slope = samples * self.gradient[i];
            close(loss.slope(residual), slope, &format!("slope {at}"));
            close(gradient[i], self.gradient[i], &format!("gradient of the mean {at}"));
            close(summed_gradient[i], slope, &format!("gradient of the sum {at}"));
        }
        close(loss.value(prediction, target), self.mean, "mean");
        close(summed.value(prediction, target), self.sum, "sum");
        let reduced = Reduced { loss, reduction: Reduction::Mean };
        close(reduced.value(prediction, target), self.mean, "mean, reduced");
        assert_eq!(reduced.gradient(prediction, target), gradient);
    }
}

/// Fails unless both are NaN, or equal up to the tolerance; infinities are equal to
/// themselves alone.
fn assert_close(ours: f64, golden: f64, absolute: f64, what: &str) {
    let same = ours == golden || ours.is_nan() && golden.is_nan();
    let near = (ours - golden).abs() <= RELATIVE * golden.abs() + absolute;
    assert!(same || golden.is_finite() && near, "{what}: {ours} is not {golden}");
}

/// The entries of that name; `count` of them, so that none is skipped unseen.
fn entries(name: &str, count: usize) -> Vec<Entry> {
    let entries: Vec<Entry> = file()
        .into_iter()
        .filter(|entry| entry["name"] == name)
        .map(|entry| Entry {
            name: name.to_string(),
            hyper: entry["hyper"].clone(),
            prediction: numbers(&entry["inputs"]["input"]),
            target: numbers(&entry["inputs"]["target"]),
            none: numbers(&entry["none"]),
            mean: number(&entry["mean"]),
            sum: number(&entry["sum"]),
            gradient: numbers(&entry["grad_mean"]["input"]),
            absolute: 0.0,
        })
        .collect();
    assert_eq!(entries.len(), count, "{name}");
    entries
}

/// Every entry of the file.
pub fn file() -> Vec<Value> {
    let mut file: Value = serde_json::from_str(include_str!("../golden/losses.json"))
        .expect("the file is JSON");
    match file["entries"].take() {
        Value::Array(entries) => entries,
        _ => panic!("the file has no entries"),
    }
}

/// A list of numbers.
pub fn numbers(value: &Value) -> Array1<f64> {
    value.as_array().expect("an array").iter().map(number).collect()
}

/// A number, or one of the strings `NaN`, `Infinity` and `-Infinity`.
pub fn number(value: &Value) -> f64 {
    match value {
        Value::String(text) => text.parse().expect("NaN, Infinity or -Infinity"),
        _ => value.as_f64().expect("a number"),
    }
}
