//! Gradient descent on a quadratic with two curvatures: the walk, and its error against
//! the bound of its rate.

use super::{Experiment, Setting};
use crate::optimizers::GradientDescent;
use crate::report::{Cell, Field, Table};
use crate::surfaces::{Objective, Quadratic, walk};
use ndarray::array;
use serde::Serialize;

/// Half the sides of the rectangle that is shown.
pub const HALF_SIDES: (f64, f64) = (6.0, 3.0);

/// Steps of a walk.
pub const STEPS: usize = 60;

/// ½(x² + κy²), whose largest curvature is L = κ.
#[derive(Clone, Debug)]
pub struct Config {
    /// κ.
    pub condition: f64,
    /// ηL, the rate in units of 1/L.
    pub rate: f64,
    /// x₀.
    pub x: f64,
    /// y₀.
    pub y: f64,
}

impl Default for Config {
    fn default() -> Self {
        Self { condition: 10.0, rate: 1.9, x: 5.0, y: 2.0 }
    }
}

/// The walk, its error and the bounds.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// κ.
    pub condition: f64,
    /// ηL.
    pub rate: f64,
    /// η.
    pub absolute_rate: f64,
    /// ηL of the best rate, 2κ/(κ + 1).
    pub best_rate: f64,
    /// max(|1 − ημ|, |1 − ηL|): what a step leaves of the error, at most.
    pub contraction: f64,
    /// (κ − 1)/(κ + 1), the least that any rate achieves.
    pub best_contraction: f64,
    /// 1 − ημ and 1 − ηL: the factors of x and y.
    pub factors: [f64; 2],
    /// L(θ) over the plane.
    #[serde(skip)]
    pub surface: Field,
    /// The points of the walk, as far as they are within a hundred units.
    #[serde(skip)]
    pub path: Vec<(f64, f64)>,
    /// ‖θₜ‖/‖θ₀‖; 1 throughout for a start at the minimum.
    pub errors: Vec<f64>,
    /// The last of them.
    pub last_error: f64,
    /// Whether the error grows without bound.
    pub diverges: bool,
    /// Steps after which the bound is below a thousandth; 0 where it never is.
    pub steps_by_bound: usize,
    /// The same at the best rate.
    pub steps_at_best: usize,
}

/// The smallest t with cᵗ ≤ 10⁻³; 0 where there is none.
pub fn steps_to_a_thousandth(contraction: f64) -> usize {
    if contraction >= 1.0 {
        0
    } else if contraction == 0.0 {
        1
    } else {
        // A rounding less than a step, so that an exact power is not missed.
        (1e3_f64.ln() / -contraction.ln() - 1e-9).ceil() as usize
    }
}

impl Experiment for Config {
    const NAME: &'static str = "descent-ravine";
    const QUESTION: &'static str =
        "How do the condition number and the rate set the pace of gradient descent?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let Self { condition, rate, x, y } = self;
        vec![
            Setting::real("condition", "condition number κ", condition, 1.0..=100.0, 1.0)
                .logarithmic(),
            Setting::real("rate", "rate × curvature, ηL", rate, 0.05..=2.1, 0.01),
            Setting::real("x", "start x", x, -6.0..=6.0, 0.1),
            Setting::real("y", "start y", y, -3.0..=3.0, 0.1),
        ]
    }

    fn run(&self) -> Outcome {
        let (kappa, rate) = (self.condition, self.rate / self.condition);
        let quadratic = Quadratic::new(array![1.0, kappa]).expect("κ is at least one");
        let start = array![self.x, self.y];
        let walk = walk(&quadratic, &mut GradientDescent, rate, start, STEPS, 0.0)
            .expect("the settings keep the rate above zero");
        let length = |x: f64, y: f64| (x * x + y * y).sqrt();
        let from = length(self.x, self.y);
        let mut path: Vec<(f64, f64)> =
            walk.path.iter().map(|theta| (theta[0], theta[1])).collect();
        let mut errors: Vec<f64> = path
            .iter()
            .map(|&(x, y)| if from == 0.0 { 1.0 } else { length(x, y) / from })
            .collect();
        // A walk that lands exactly ends early; its error stays zero.
        errors.resize(STEPS + 1, if from == 0.0 { 1.0 } else { 0.0 });
        path.retain(|&(x, y)| length(x, y) < 100.0);
        let factors = [1.0 - rate, 1.0 - self.rate];
        let contraction = factors[0].abs().max(factors[1].abs());
        let best_contraction = (kappa - 1.0) / (kappa + 1.0);
        let (x, y) = HALF_SIDES;
        Outcome {
            condition: kappa,
            rate: self.rate,
            absolute_rate: rate,
            best_rate: 2.0 * kappa / (kappa + 1.0),
            contraction,
            best_contraction,
            factors,
            surface: Field::sample(-x..x, -y..y, 49, 33, |x, y| {
                quadratic.value(&array![x, y])
            }),
            path,
            last_error: errors[STEPS],
            errors,
            diverges: contraction > 1.0,
            steps_by_bound: steps_to_a_thousandth(contraction),
            steps_at_best: steps_to_a_thousandth(best_contraction),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let title = format!(
            "Error after so many steps, as a share of the first, at κ = {} and ηL = {}",
            outcome.condition, outcome.rate
        );
        let mut table = Table::new(
            title,
            &["step", "error", "bound of this rate", "bound of the best rate"],
        );
        for step in (0..=STEPS).step_by(10) {
            table.row(vec![
                Cell::count(step),
                Cell::number(outcome.errors[step], 5),
                Cell::number(outcome.contraction.powi(step as i32), 5),
                Cell::number(outcome.best_contraction.powi(step as i32), 5),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_error_keeps_to_its_bound_and_no_rate_has_a_lower_one_than_the_best() {
        for condition in [1.0, 3.0, 10.0, 100.0] {
            for hundredths in (5..=210).step_by(5) {
                let rate = f64::from(hundredths) / 100.0;
                let outcome = Config { condition, rate, ..Config::default() }.run();
                for (t, error) in outcome.errors.iter().enumerate() {
                    let bound = outcome.contraction.powi(t as i32);
                    // Two roundings a step, and those of κ = 1 at ηL = 1, where the
                    // bound is zero.
                    assert!(*error <= bound * (1.0 + 1e-12) + 1e-15, "{rate}: {t}");
                }
                assert!(outcome.contraction >= outcome.best_contraction - 1e-15);
            }
        }
    }

    #[test]
    fn the_best_rate_reaches_the_best_contraction() {
        for condition in [1.5, 10.0, 100.0] {
            let rate = 2.0 * condition / (condition + 1.0);
            let outcome = Config { condition, rate, ..Config::default() }.run();
            let error = outcome.contraction - outcome.best_contraction;
            assert!(error.abs() < 1e-15, "{condition}: {error}");
        }
    }

    #[test]
    fn two_over_the_curvature_is_the_border() {
        let at = |rate| Config { rate, ..Config::default() }.run();
        assert!(!at(1.99).diverges && at(2.01).diverges);
        assert!(at(2.1).last_error > 1.0);
        assert_eq!((at(2.1).steps_by_bound, steps_to_a_thousandth(0.1)), (0, 3));
    }
}
