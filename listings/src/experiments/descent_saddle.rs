//! Gradient descent past a saddle, from a start a hair beside the ridge that leads to it.

use super::{Experiment, Setting};
use crate::optimizers::GradientDescent;
use crate::report::{Cell, Field, Table};
use crate::surfaces::{Objective, Saddle, Surface, walk};
use ndarray::array;
use serde::Serialize;

/// Steps of the walk.
pub const STEPS: usize = 150;

/// ½x² − ½y² + ¼y⁴ from (−1.5, y₀).
#[derive(Clone, Debug)]
pub struct Config {
    /// y₀.
    pub offset: f64,
    /// η.
    pub rate: f64,
}

impl Default for Config {
    fn default() -> Self {
        Self { offset: 1e-3, rate: 0.2 }
    }
}

/// The walk and its slopes.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// y₀.
    pub offset: f64,
    /// η.
    pub rate: f64,
    /// L over the plane.
    #[serde(skip)]
    pub surface: Field,
    /// The points of the walk.
    #[serde(skip)]
    pub path: Vec<(f64, f64)>,
    /// ‖gₜ‖.
    pub slopes: Vec<f64>,
    /// L(θₜ).
    pub losses: Vec<f64>,
    /// The step before the end at which ‖g‖ is least: nearest to the saddle.
    pub slowest_step: usize,
    /// ‖g‖ there.
    pub least_slope: f64,
    /// L there.
    pub loss_at_slowest: f64,
    /// The first step with |y| above one half.
    pub escape: usize,
    /// What y ← (1 + η)y makes of y₀ until then, in steps.
    pub escape_by_formula: usize,
    /// The loss after the last step; at the minima it is −¼.
    pub last_loss: f64,
}

impl Experiment for Config {
    const NAME: &'static str = "descent-saddle";
    const QUESTION: &'static str = "Does gradient descent stop at a saddle?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real("offset", "start y₀", &mut self.offset, 1e-8..=0.5, 1e-8)
                .logarithmic(),
            Setting::real("rate", "rate η", &mut self.rate, 0.15..=0.9, 0.01),
        ]
    }

    fn run(&self) -> Outcome {
        let start = array![-1.5, self.offset];
        let walk = walk(&Saddle, &mut GradientDescent, self.rate, start, STEPS, 0.0)
            .expect("the settings keep the rate above zero");
        let slope = |theta| {
            let gradient = Saddle.gradient(theta);
            gradient.dot(&gradient).sqrt()
        };
        let slopes: Vec<f64> = walk.path.iter().map(slope).collect();
        let escape = walk.path.iter().position(|theta| theta[1] > 0.5);
        let escape = escape.expect("150 steps suffice from 10⁻⁸ at η = 0.15");
        let nearest = |best: usize, step| {
            if slopes[step] < slopes[best] { step } else { best }
        };
        let slowest_step = (0..=escape).fold(0, nearest);
        let growth = (0.5 / self.offset).ln() / (1.0 + self.rate).ln();
        let [xs, ys] = Saddle.domain();
        Outcome {
            offset: self.offset,
            rate: self.rate,
            surface: Field::sample(xs, ys, 41, 37, |x, y| Saddle.value(&array![x, y])),
            path: walk.path.iter().map(|theta| (theta[0], theta[1])).collect(),
            least_slope: slopes[slowest_step],
            loss_at_slowest: walk.values[slowest_step],
            slowest_step,
            escape,
            escape_by_formula: growth.ceil() as usize,
            last_loss: *walk.values.last().expect("a walk has its start"),
            slopes,
            losses: walk.values,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let title = format!("Past the saddle from y₀ = {}", outcome.offset);
        let mut table = Table::new(title, &["step", "x", "y", "‖g‖", "loss"]);
        for step in (0..outcome.path.len()).step_by(10) {
            let (x, y) = outcome.path[step];
            table.row(vec![
                Cell::count(step),
                Cell::number(x, 5),
                Cell::number(y, 5),
                Cell::number(outcome.slopes[step], 5),
                Cell::number(outcome.losses[step], 4),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_leaves_in_about_the_time_of_the_formula_and_arrives() {
        for offset in [1e-8, 1e-6, 1e-3, 0.1] {
            let outcome = Config { offset, ..Config::default() }.run();
            // y³ slows the last steps: from ¼ on by up to a quarter.
            let late = outcome.escape as i64 - outcome.escape_by_formula as i64;
            assert!((0..=2).contains(&late), "{offset}: {late}");
            assert!(outcome.last_loss < -0.2499, "{}", outcome.last_loss);
        }
    }

    #[test]
    fn on_the_ridge_itself_it_ends_at_the_saddle() {
        let start = array![-1.5, 0.0];
        let walk = walk(&Saddle, &mut GradientDescent, 0.2, start, 2000, 1e-9).unwrap();
        assert!(walk.theta()[0].abs() < 1e-8 && walk.theta()[1] == 0.0);
    }
}
