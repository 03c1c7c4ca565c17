//! The losses of a margin, and how hard each pulls.

use super::curve::PullCurve;
use super::{Experiment, Setting};
use crate::report::{Cell, Table};
use crate::solvers::MarginLoss;
use serde::Serialize;

/// Margins from −3 to 3, one of them the reader's.
#[derive(Clone, Debug)]
pub struct Config {
    /// The margin y f to look at.
    pub at: f64,
    /// From which margin on the hinge costs nothing.
    pub width: f64,
}

impl Default for Config {
    fn default() -> Self {
        Self { at: -1.5, width: 1.0 }
    }
}

/// Loss and pull over the margin, one curve a loss.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The margin to look at.
    pub at: f64,
    /// From which margin on the hinge costs nothing.
    pub width: f64,
    /// The margins tried.
    pub margins: Vec<f64>,
    /// 1 on the wrong side, 0 on the right one.
    pub zero_one: PullCurve,
    /// The hinge.
    pub hinge: PullCurve,
    /// Its square.
    pub squared_hinge: PullCurve,
    /// Binary cross-entropy, ln(1 + e^(−m)).
    pub logistic: PullCurve,
}

impl Experiment for Config {
    const NAME: &'static str = "margin-losses";
    const QUESTION: &'static str =
        "What does each loss charge for a margin, and how hard does it pull?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real("at", "margin y f", &mut self.at, -3.0..=3.0, 0.05),
            Setting::real("width", "width of the hinge", &mut self.width, 0.0..=2.0, 0.1),
        ]
    }

    fn run(&self) -> Outcome {
        let margins: Vec<f64> = (0..=120).map(|i| -3.0 + f64::from(i) / 20.0).collect();
        let width = self.width;
        // A hinge of another width is max(0, ρ − m); at ρ = 0 it is the perceptron's loss.
        let slack = move |margin: f64| (width - margin).max(0.0);
        let is_inside = move |margin: f64| f64::from(u8::from(margin < width));
        let curve = |loss: &dyn Fn(f64) -> f64, pull: &dyn Fn(f64) -> f64| {
            PullCurve::of(&margins, self.at, |margin| (loss(margin), pull(margin)))
        };
        let logistic = MarginLoss::Logistic;
        Outcome {
            at: self.at,
            width,
            zero_one: curve(&|m| f64::from(u8::from(m <= 0.0)), &|_| 0.0),
            hinge: curve(&slack, &is_inside),
            squared_hinge: curve(&|m| slack(m).powi(2), &|m| 2.0 * slack(m)),
            logistic: curve(&|m| logistic.of(m), &|m| -logistic.slope(m)),
            margins,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!("Losses and pulls; the hinge has the width {}", outcome.width),
            &[
                "margin y f",
                "0–1",
                "hinge",
                "its pull",
                "squared",
                "its pull",
                "logistic",
                "its pull",
            ],
        );
        for i in (0..outcome.margins.len()).step_by(10) {
            table.row(vec![
                Cell::number(outcome.margins[i], 1),
                Cell::number(outcome.zero_one.values[i], 0),
                Cell::number(outcome.hinge.values[i], 2),
                Cell::number(outcome.hinge.pulls[i], 2),
                Cell::number(outcome.squared_hinge.values[i], 2),
                Cell::number(outcome.squared_hinge.pulls[i], 2),
                Cell::number(outcome.logistic.values[i], 3),
                Cell::number(outcome.logistic.pulls[i], 3),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::losses::{BinaryCrossEntropy, Hinge, Loss, SquaredHinge};
    use ndarray::array;

    #[test]
    fn the_curves_are_the_losses_of_the_book() {
        let outcome = Config::default().run();
        for (i, &margin) in outcome.margins.iter().enumerate() {
            let (score, label) = (array![margin], array![1.0]);
            let pairs: [(&PullCurve, &dyn Loss); 3] = [
                (&outcome.hinge, &Hinge),
                (&outcome.squared_hinge, &SquaredHinge),
                (&outcome.logistic, &BinaryCrossEntropy::default()),
            ];
            for (curve, loss) in pairs {
                // The same formulas, so the same numbers up to a rounding.
                assert!((curve.values[i] - loss.value(&score, &label)).abs() < 1e-14);
                assert!(
                    (curve.pulls[i] + loss.gradient(&score, &label)[0]).abs() < 1e-14
                );
            }
        }
    }

    #[test]
    fn without_a_width_the_hinge_starts_at_zero() {
        let outcome = Config { width: 0.0, at: 0.0 }.run();
        assert_eq!((outcome.hinge.value, outcome.hinge.pull), (0.0, 0.0));
        assert_eq!(outcome.hinge.values[0], 3.0);
    }
}
