//! Momentum and Nesterov at the same rate and β, in a ravine as narrow as the reader wants.

use super::{Experiment, Setting};
use crate::optimizers::{GradientDescent, Momentum, Nesterov, Optimizer};
use crate::report::{Cell, Landscape, Table};
use crate::surfaces::{Quadratic, walk};
use ndarray::array;
use serde::Serialize;

/// λ_max of the ravine; the flat direction has λ_max/κ.
const STEEP: f64 = 10.0;

/// A ravine, and one rate and β for both.
#[derive(Clone, Debug)]
pub struct Config {
    /// κ.
    pub kappa: f64,
    /// ηλ_max.
    pub step: f64,
    /// β.
    pub beta: f64,
    /// Steps shown.
    pub steps: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { kappa: 20.0, step: 0.5, beta: 0.9, steps: 60 }
    }
}

/// The surface and the walks.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Contours.
    #[serde(skip)]
    pub landscape: Landscape,
    /// κ.
    pub kappa: f64,
    /// η.
    pub rate: f64,
    /// β.
    pub beta: f64,
    /// Gradient descent at the same rate.
    pub descent: Path,
    /// Momentum.
    pub momentum: Path,
    /// Nesterov.
    pub nesterov: Path,
    /// Steps asked for.
    pub steps: usize,
}

/// One walk.
#[derive(Clone, Debug, Serialize)]
pub struct Path {
    /// The points.
    #[serde(skip)]
    pub points: Vec<[f64; 2]>,
    /// The losses.
    #[serde(skip)]
    pub values: Vec<f64>,
    /// The last loss.
    pub loss: f64,
    /// Whether the last loss is above that of the start.
    pub diverged: bool,
    /// How often the steep coordinate changed its sign.
    pub turns: usize,
}

fn path(
    bowl: &Quadratic,
    optimizer: &mut dyn Optimizer,
    rate: f64,
    steps: usize,
) -> Path {
    let start = array![5.0, 3.0];
    let walk = walk(bowl, optimizer, rate, start, steps, 0.0).expect("a rate above 0");
    let points: Vec<[f64; 2]> = walk.path.iter().map(|at| [at[0], at[1]]).collect();
    let loss = walk.values[walk.steps()];
    Path {
        loss,
        diverged: walk.steps() < steps || loss > 2.0 * walk.values[0],
        turns: points.windows(2).filter(|pair| pair[0][1] * pair[1][1] < 0.0).count(),
        points,
        values: walk.values,
    }
}

impl Experiment for Config {
    const NAME: &'static str = "nesterov-race";
    const QUESTION: &'static str =
        "Is Nesterov faster than momentum at the same rate and β?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let Self { kappa, step, beta, steps } = self;
        vec![
            Setting::real("kappa", "condition number κ", kappa, 1.0..=300.0, 0.5)
                .logarithmic(),
            Setting::real("step", "rate × largest curvature", step, 0.02..=2.0, 0.02),
            Setting::real("beta", "momentum β", beta, 0.0..=0.99, 0.01),
            Setting::count("steps", "steps", steps, 1..=120),
        ]
    }

    fn run(&self) -> Outcome {
        let Self { kappa, step, beta, steps } = *self;
        let bowl = Quadratic::new(array![STEEP / kappa, STEEP]).expect("κ > 0");
        let rate = step / STEEP;
        let mut momentum = Momentum::new(beta).expect("the range of the setting");
        let mut nesterov = Nesterov::new(beta).expect("the range of the setting");
        Outcome {
            landscape: Landscape::of(&bowl),
            kappa,
            rate,
            beta,
            descent: path(&bowl, &mut GradientDescent, rate, steps),
            momentum: path(&bowl, &mut momentum, rate, steps),
            nesterov: path(&bowl, &mut nesterov, rate, steps),
            steps,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let headings = ["optimizer", "loss at the end", "turns across"];
        let title = format!("After {} steps at one rate and β", outcome.steps);
        let mut table = Table::new(title, &headings);
        for (name, path) in [
            ("gradient descent", &outcome.descent),
            ("momentum", &outcome.momentum),
            ("Nesterov", &outcome.nesterov),
        ] {
            let loss = if path.diverged {
                "diverged".into()
            } else {
                Cell::number(path.loss, 5)
            };
            table.row(vec![name.into(), loss, Cell::count(path.turns)]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nesterov_bears_smaller_rates() {
        // (2 + 2β)/(1 + 2β) is 1.357 at β = 0.9, momentum's 2 + 2β is 3.8.
        let at = |step| Config { step, steps: 120, ..Config::default() }.run();
        assert!(!at(1.34).nesterov.diverged && at(1.4).nesterov.diverged);
        assert!(!at(2.0).momentum.diverged);
    }

    #[test]
    fn without_memory_they_are_one() {
        let outcome = Config { beta: 0.0, ..Config::default() }.run();
        assert_eq!(outcome.momentum.points, outcome.descent.points);
        assert_eq!(outcome.nesterov.points, outcome.descent.points);
    }
}
