//! How large a step may be before the loss no longer falls, at the start of each surface.

use super::{Experiment, Setting};
use crate::linear_algebra::symmetric_eigen;
use crate::report::{Cell, Table};
use crate::surfaces::{Surface, all};
use ndarray::Array1;
use serde::Serialize;

/// A rate at which Taylor's prediction is compared with the fall.
#[derive(Clone, Debug)]
pub struct Config {
    /// η, as a share of the largest rate that falls.
    pub share: f64,
}

impl Default for Config {
    fn default() -> Self {
        Self { share: 0.001 }
    }
}

/// One row for each surface.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// η, as a share of the largest.
    pub share: f64,
    /// The surfaces at their starts.
    pub rows: Vec<Row>,
    /// The largest of the limits over the smallest.
    pub span: f64,
}

/// The first step on one surface.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// The surface.
    pub surface: &'static str,
    /// ‖g‖ at the start.
    pub slope: f64,
    /// The largest eigenvalue of the Hessian at the start.
    pub curvature: f64,
    /// The smallest rate at which the first step does not lower the loss.
    pub limit: f64,
    /// The fall at the rate of the setting, over η‖g‖².
    pub fall_over_prediction: f64,
}

/// Whether a step of rate η from θ lowers the loss.
fn falls(surface: &dyn Surface, theta: &Array1<f64>, rate: f64) -> bool {
    let next = theta - rate * &surface.gradient(theta);
    surface.value(&next) < surface.value(theta)
}

/// The smallest rate at which the loss does not fall, to a relative 10⁻¹⁰.
fn limit(surface: &dyn Surface, theta: &Array1<f64>) -> f64 {
    let mut low = 1e-9;
    while falls(surface, theta, 1.01 * low) {
        low *= 1.01;
    }
    let mut high = 1.01 * low;
    while high - low > 1e-10 * high {
        let middle = 0.5 * (low + high);
        if falls(surface, theta, middle) { low = middle } else { high = middle }
    }
    high
}

impl Experiment for Config {
    const NAME: &'static str = "descent-small-step";
    const QUESTION: &'static str = "How small must a step be for the loss to fall?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real(
                "share",
                "share of the limit",
                &mut self.share,
                1e-4..=0.9,
                1e-4,
            )
            .logarithmic(),
        ]
    }

    fn run(&self) -> Outcome {
        let row = |surface: Box<dyn Surface>| {
            let surface = surface.as_ref();
            let theta = surface.start();
            let gradient = surface.gradient(&theta);
            let limit = limit(surface, &theta);
            let rate = self.share * limit;
            let fall =
                surface.value(&theta) - surface.value(&(&theta - rate * &gradient));
            Row {
                surface: surface.name(),
                slope: gradient.dot(&gradient).sqrt(),
                curvature: symmetric_eigen(&surface.hessian(&theta)).0[0],
                limit,
                fall_over_prediction: fall / (rate * gradient.dot(&gradient)),
            }
        };
        let rows: Vec<Row> = all().into_iter().map(row).collect();
        let limits = || rows.iter().map(|row| row.limit);
        let span = limits().fold(0.0, f64::max) / limits().fold(f64::MAX, f64::min);
        Outcome { share: self.share, rows, span }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            "The first step from the start of each surface",
            &[
                "surface",
                "slope ‖g‖",
                "largest curvature",
                "the loss falls below η =",
                "fall over η‖g‖²",
            ],
        );
        for row in &outcome.rows {
            table.row(vec![
                row.surface.into(),
                Cell::number(row.slope, 2),
                Cell::number(row.curvature, 1),
                Cell::number(row.limit, 5),
                Cell::number(row.fall_over_prediction, 4),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::surfaces::{Objective, Quadratic};

    #[test]
    fn on_a_quadratic_the_limit_is_the_one_in_closed_form() {
        // L(θ − ηg) = L − η gᵀg + ½η² gᵀHg: zero fall at η = 2 gᵀg / gᵀHg.
        for quadratic in [Quadratic::bowl(), Quadratic::ravine()] {
            let theta = quadratic.start();
            let g = quadratic.gradient(&theta);
            let exact = 2.0 * g.dot(&g) / g.dot(&quadratic.hessian(&theta).dot(&g));
            // The fall is zero there: its sign is that of roundings.
            assert!((limit(&quadratic, &theta) / exact - 1.0).abs() < 1e-9);
        }
    }

    #[test]
    fn a_small_step_falls_by_what_taylor_predicts() {
        for row in Config::default().run().rows {
            // The second-order term is of the share's size.
            assert!((row.fall_over_prediction - 1.0).abs() < 0.01, "{row:?}");
        }
    }
}
