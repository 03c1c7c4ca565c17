//! A loss along an axis, and at the point on it that the reader chooses.

use serde::Serialize;

/// A loss and its derivative.
#[derive(Clone, Debug, Serialize)]
pub struct Curve {
    /// The loss along the axis.
    pub values: Vec<f64>,
    /// Its derivative there.
    pub slopes: Vec<f64>,
    /// The loss at the reader's point.
    pub value: f64,
    /// Its derivative there.
    pub slope: f64,
}

/// A loss, and how hard it pulls against its own growth.
#[derive(Clone, Debug, Serialize)]
pub struct PullCurve {
    /// The loss along the axis.
    pub values: Vec<f64>,
    /// The pull there.
    pub pulls: Vec<f64>,
    /// The loss at the reader's point.
    pub value: f64,
    /// The pull there.
    pub pull: f64,
}

impl Curve {
    /// From the loss and its derivative at a point.
    pub(super) fn of(axis: &[f64], here: f64, at: impl Fn(f64) -> (f64, f64)) -> Self {
        let (values, slopes) = axis.iter().map(|&x| at(x)).unzip();
        let (value, slope) = at(here);
        Self { values, slopes, value, slope }
    }
}

impl PullCurve {
    /// From the loss and the pull at a point.
    pub(super) fn of(axis: &[f64], here: f64, at: impl Fn(f64) -> (f64, f64)) -> Self {
        let Curve { values, slopes: pulls, value, slope: pull } =
            Curve::of(axis, here, at);
        Self { values, pulls, value, pull }
    }
}
