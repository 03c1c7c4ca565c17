//! A strongly convex function on which momentum at its best rate and β runs in circles.

use super::{Experiment, Setting};
use crate::optimizers::{Momentum, Nesterov, Optimizer};
use crate::report::{Cell, Table};
use crate::surfaces::{Objective, walk};
use ndarray::{Array1, array};
use serde::Serialize;

/// Where to start.
#[derive(Clone, Debug)]
pub struct Config {
    /// θ₀.
    pub start: f64,
    /// Steps.
    pub steps: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { start: 3.3, steps: 200 }
    }
}

/// Where they end.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// θ₀.
    pub start: f64,
    /// Steps.
    pub steps: usize,
    /// Momentum at the best rate and β of a quadratic.
    pub momentum: Run,
    /// Nesterov at the best rate and β of a quadratic.
    pub nesterov: Run,
}

/// One walk.
#[derive(Clone, Debug, Serialize)]
pub struct Run {
    /// η.
    pub rate: f64,
    /// β.
    pub beta: f64,
    /// |θ| at the end.
    pub distance: f64,
    /// The last three θ.
    pub last: [f64; 3],
}

// ANCHOR: counterexample
/// A convex function with curvature 25 outside and 1 within 1 < θ < 2; least at 0.
#[derive(Clone, Copy, Debug)]
pub struct SoftStretch;

impl Objective for SoftStretch {
    fn value(&self, theta: &Array1<f64>) -> f64 {
        let at = theta[0];
        if at < 1.0 {
            12.5 * at * at
        } else if at < 2.0 {
            0.5 * at * at + 24.0 * at - 12.0
        } else {
            12.5 * at * at - 24.0 * at + 36.0
        }
    }

    fn gradient(&self, theta: &Array1<f64>) -> Array1<f64> {
        theta.mapv(|at| {
            if at < 1.0 {
                25.0 * at
            } else if at < 2.0 {
                at + 24.0
            } else {
                25.0 * at - 24.0
            }
        })
    }
}
// ANCHOR_END: counterexample

fn run(optimizer: &mut dyn Optimizer, (rate, beta): (f64, f64), config: &Config) -> Run {
    let start = array![config.start];
    let walk = walk(&SoftStretch, optimizer, rate, start, config.steps, 0.0);
    let path = walk.expect("a rate above 0").path;
    let end = path.len() - 1;
    Run {
        rate,
        beta,
        distance: path[end][0].abs(),
        last: [2, 1, 0].map(|before| path[end - before][0]),
    }
}

impl Experiment for Config {
    const NAME: &'static str = "nesterov-counterexample";
    const QUESTION: &'static str =
        "Does momentum at its best rate converge on every convex function?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let Self { start, steps } = self;
        vec![
            Setting::real("start", "start θ", start, -4.0..=4.0, 0.01),
            Setting::count("steps", "steps", steps, 10..=1000),
        ]
    }

    fn run(&self) -> Outcome {
        // λ_min = 1, λ_max = 25, κ = 25.
        let (momentum, nesterov) = ((1.0 / 9.0, 4.0 / 9.0), {
            let root = 76.0_f64.sqrt();
            (4.0 / 76.0, (root - 2.0) / (root + 2.0))
        });
        let expected = "β < 1";
        Outcome {
            start: self.start,
            steps: self.steps,
            momentum: run(
                &mut Momentum::new(momentum.1).expect(expected),
                momentum,
                self,
            ),
            nesterov: run(
                &mut Nesterov::new(nesterov.1).expect(expected),
                nesterov,
                self,
            ),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let headings = ["method", "rate η", "β", "the last three θ"];
        let title = format!("After {} steps from θ = {}", outcome.steps, outcome.start);
        let mut table = Table::new(title, &headings);
        for (name, run) in
            [("momentum", &outcome.momentum), ("Nesterov", &outcome.nesterov)]
        {
            let last = run.last.map(|theta| crate::report::number(theta, 3));
            table.row(vec![
                name.into(),
                Cell::number(run.rate, 3),
                Cell::number(run.beta, 3),
                Cell::Number(last.join(", ")),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn momentum_comes_back_every_third_step() {
        let long = Config { steps: 300, ..Config::default() }.run().momentum.last;
        let longer = Config { steps: 303, ..Config::default() }.run().momentum.last;
        for (theta, again) in long.iter().zip(&longer) {
            // An attracting cycle: after 300 steps nothing is left but roundings.
            assert!((theta - again).abs() < 1e-12);
        }
        assert!(long.iter().all(|theta| theta.abs() > 0.5), "{long:?}");
    }

    #[test]
    fn nesterov_arrives() {
        assert!(Config::default().run().nesterov.distance < 1e-9);
    }

    #[test]
    fn the_function_has_no_jump_and_no_kink() {
        for knot in [1.0, 2.0] {
            let (before, after) = (array![knot - 1e-9], array![knot]);
            let value = SoftStretch.value(&after) - SoftStretch.value(&before);
            let slope = SoftStretch.gradient(&after) - SoftStretch.gradient(&before);
            // 1e-9 times a slope below 30, and times a curvature of 25.
            assert!(value.abs() < 1e-7 && slope[0].abs() < 1e-7);
        }
    }
}
