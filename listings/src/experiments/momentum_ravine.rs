//! Fifty steps down a ravine: the race of the textbooks, at its one rate and at the best
//! rate of each.

use super::recurrence::Recurrence;
use super::{Experiment, Setting};
use crate::optimizers::{GradientDescent, Momentum, MovingAverage, Optimizer};
use crate::report::{Cell, Format, Table};
use crate::surfaces::{Quadratic, Surface, walk};
use serde::Serialize;

/// x² + 10y² from (5, 2).
#[derive(Clone, Debug)]
pub struct Config {
    /// η of the first three.
    pub rate: f64,
    /// β of momentum.
    pub beta: f64,
    /// Steps.
    pub steps: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { rate: 0.1, beta: 0.9, steps: 50 }
    }
}

/// What became of each.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Steps.
    pub steps: usize,
    /// Gradient descent at the rate.
    pub descent: Run,
    /// Momentum at the rate.
    pub momentum: Run,
    /// Its moving-average form at the rate.
    pub average: Run,
    /// Gradient descent at its best rate, 2/(λ_min + λ_max).
    pub best_descent: Run,
    /// Momentum at Polyak's rate and β.
    pub best_momentum: Run,
}

/// One walk.
#[derive(Clone, Debug, Serialize)]
pub struct Run {
    /// What it is called.
    pub name: String,
    /// η.
    pub rate: f64,
    /// β.
    pub beta: f64,
    /// The larger spectral radius of the two axes.
    pub factor: f64,
    /// The distance from the minimum at the end.
    pub distance: f64,
    /// Steps at which y changed its sign.
    pub turns: usize,
    /// The largest |y| within the last ten steps.
    pub swing: f64,
}

/// 4/(√λ_max + √λ_min)² and ((√κ − 1)/(√κ + 1))²: Polyak's rate and β of a quadratic.
pub fn polyak(least: f64, most: f64) -> (f64, f64) {
    let root = (most / least).sqrt();
    let beta = ((root - 1.0) / (root + 1.0)).powi(2);
    (4.0 / (most.sqrt() + least.sqrt()).powi(2), beta)
}

fn run(
    name: &str,
    optimizer: &mut dyn Optimizer,
    rate: f64,
    (scale, beta): (f64, f64),
    steps: usize,
) -> Run {
    let ravine = Quadratic::ravine();
    let walk = walk(&ravine, optimizer, rate, ravine.start(), steps, 0.0);
    let path = walk.expect("the range of the setting").path;
    let across: Vec<f64> = path.iter().map(|theta| theta[1]).collect();
    let end = &path[path.len() - 1];
    let radius =
        |curvature| Recurrence::momentum(scale * rate * curvature, beta).radius();
    Run {
        name: name.to_string(),
        rate,
        beta,
        factor: radius(2.0).max(radius(20.0)),
        distance: end.dot(end).sqrt(),
        turns: across.windows(2).filter(|pair| pair[0] * pair[1] < 0.0).count(),
        swing: across.iter().rev().take(10).fold(0.0, |most, y| y.abs().max(most)),
    }
}

impl Experiment for Config {
    const NAME: &'static str = "momentum-ravine";
    const QUESTION: &'static str =
        "Is momentum faster on a ravine, and because of it or of the rate?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let Self { rate, beta, steps } = self;
        vec![
            Setting::real("rate", "rate η", rate, 0.001..=0.2, 0.001),
            Setting::real("beta", "momentum β", beta, 0.0..=0.99, 0.01),
            Setting::count("steps", "steps", steps, 10..=200),
        ]
    }

    fn run(&self) -> Outcome {
        let Self { rate, beta, steps } = *self;
        let momentum = |beta| Momentum::new(beta).expect("β of a setting or of Polyak");
        let mut average = MovingAverage::new(beta).expect("the range of the setting");
        let best = 2.0 / (2.0 + 20.0);
        let (polyak_rate, polyak_beta) = polyak(2.0, 20.0);
        let descent =
            |name, rate| run(name, &mut GradientDescent, rate, (1.0, 0.0), steps);
        Outcome {
            steps,
            descent: descent("gradient descent", rate),
            momentum: run("momentum", &mut momentum(beta), rate, (1.0, beta), steps),
            average: run(
                "momentum, moving average",
                &mut average,
                rate,
                (1.0 - beta, beta),
                steps,
            ),
            best_descent: descent("gradient descent, best rate", best),
            best_momentum: run(
                "momentum, best rate and β",
                &mut momentum(polyak_beta),
                polyak_rate,
                (1.0, polyak_beta),
                steps,
            ),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let headings = [
            "optimizer",
            "rate η",
            "β",
            "factor a step, in theory",
            "distance at the end",
            "turns across",
        ];
        let scientific: Format = ".1e".parse().expect("a format");
        let distance = |run: &Run| {
            if run.distance >= 1e-3 {
                Cell::number(run.distance, 3)
            } else {
                Cell::Number(scientific.apply(run.distance))
            }
        };
        let title = format!("{} steps on x² + 10y² from (5, 2)", outcome.steps);
        let mut table = Table::new(title, &headings);
        for run in [
            &outcome.descent,
            &outcome.momentum,
            &outcome.average,
            &outcome.best_descent,
            &outcome.best_momentum,
        ] {
            table.row(vec![
                Cell::Text(run.name.clone()),
                Cell::number(run.rate, 3),
                Cell::number(run.beta, 2),
                Cell::number(run.factor, 3),
                distance(run),
                Cell::count(run.turns),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn at_the_rate_of_the_textbooks_descent_swings_for_ever() {
        // 1 − 0.1 · 20 is −1 but for a rounding, fifty times.
        let outcome = Config::default().run();
        assert!((outcome.descent.swing - 2.0).abs() < 1e-12);
        assert_eq!(outcome.descent.turns, 50);
        assert!((outcome.descent.factor - 1.0).abs() < 1e-12);
    }

    #[test]
    fn polyaks_choice_is_the_best_of_a_grid() {
        let (rate, beta) = polyak(2.0, 20.0);
        let worst = |rate: f64, beta: f64| {
            let radius =
                |curvature| Recurrence::momentum(rate * curvature, beta).radius();
            radius(2.0).max(radius(20.0))
        };
        // (√10 − 1)/(√10 + 1); a double root is off by the root of a rounding.
        let root = 10.0_f64.sqrt();
        assert!((worst(rate, beta) - (root - 1.0) / (root + 1.0)).abs() < 1e-7);
        for i in 1..=100 {
            for j in 0..100 {
                let (other_rate, other_beta) =
                    (f64::from(i) * 0.002, f64::from(j) * 0.01);
                assert!(worst(other_rate, other_beta) > worst(rate, beta) - 1e-7);
            }
        }
    }
}
