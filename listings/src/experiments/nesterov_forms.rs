//! The published forms of Nesterov momentum on one curve, step by step: which are the same
//! walk, and which one is a mistake.

use super::{Experiment, Setting};
use crate::optimizers::{LookAhead, Nesterov, Optimizer};
use crate::report::{Cell, Table, number};
use ndarray::array;
use serde::Serialize;

/// L(θ) = 2θ² from 1.
#[derive(Clone, Debug)]
pub struct Config {
    /// η.
    pub rate: f64,
    /// β.
    pub beta: f64,
    /// Steps.
    pub steps: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { rate: 0.1, beta: 0.9, steps: 30 }
    }
}

/// The walks of the forms.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// η.
    pub rate: f64,
    /// v ← βv + g(θ − ηβv), θ ← θ − ηv.
    pub scaled: Vec<f64>,
    /// v ← βv + ηg(θ − βv), θ ← θ − v: the rate inside.
    pub inside: Vec<f64>,
    /// The framework form: v ← βv + g(θ), θ ← θ − η(g + βv).
    pub framework: Vec<f64>,
    /// Where the first form looks, θ − ηβv: what the framework form calls θ.
    pub ahead: Vec<f64>,
    /// v ← βv + g(θ − βv), θ ← θ − ηv: the look-ahead without the rate.
    pub mistaken: Vec<f64>,
    /// The largest difference of the second form from the first.
    pub inside_apart: f64,
    /// The largest difference of the framework's θ from the point ahead.
    pub framework_apart: f64,
    /// The largest |θ| of the last five steps, of the first form.
    pub scaled_end: f64,
    /// The same of the mistaken form.
    pub mistaken_end: f64,
    /// How far ahead the mistaken form looks at its second step, over how far the first
    /// form does.
    pub too_far: f64,
}

/// g of 2θ².
fn gradient(theta: f64) -> f64 {
    4.0 * theta
}

// ANCHOR: forms
/// θ₀, θ₁, … of a look-ahead that takes `share` of the velocity, the velocity holding
/// `inside` of the rate, and θ moving by `outside` of it.
fn walk(beta: f64, (share, inside, outside): (f64, f64, f64), steps: usize) -> Vec<f64> {
    let (mut theta, mut velocity) = (1.0, 0.0);
    let mut path = vec![theta];
    for _ in 0..steps {
        let ahead = theta - share * beta * velocity;
        velocity = beta * velocity + inside * gradient(ahead);
        theta -= outside * velocity;
        path.push(theta);
    }
    path
}
// ANCHOR_END: forms

fn apart(left: &[f64], right: &[f64]) -> f64 {
    left.iter().zip(right).fold(0.0, |most, (left, right)| (left - right).abs().max(most))
}

fn end(path: &[f64]) -> f64 {
    path.iter().rev().take(5).fold(0.0, |most, theta| theta.abs().max(most))
}

impl Experiment for Config {
    const NAME: &'static str = "nesterov-forms";
    const QUESTION: &'static str = "Which forms of Nesterov momentum are the same walk?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let Self { rate, beta, steps } = self;
        vec![
            Setting::real("rate", "rate η", rate, 0.01..=0.6, 0.01),
            Setting::real("beta", "momentum β", beta, 0.0..=0.99, 0.01),
            Setting::count("steps", "steps", steps, 10..=100),
        ]
    }

    fn run(&self) -> Outcome {
        let Self { rate, beta, steps } = *self;
        let mut nesterov = Nesterov::new(beta).expect("the range of the setting");
        let mut theta = array![1.0];
        let mut framework = vec![theta[0]];
        let mut look_ahead = LookAhead::new(beta).expect("the range of the setting");
        let mut behind = array![1.0];
        let mut ahead = vec![behind[0]];
        for _ in 0..steps {
            let slope = theta.mapv(gradient);
            nesterov.step(rate, &mut theta, &slope);
            framework.push(theta[0]);
            look_ahead.step(rate, &mut behind, |theta| theta.mapv(gradient));
            ahead.push(look_ahead.ahead(rate, &behind)[0]);
        }
        let scaled = walk(beta, (rate, 1.0, rate), steps);
        let inside = walk(beta, (1.0, rate, 1.0), steps);
        let mistaken = walk(beta, (1.0, 1.0, rate), steps);
        Outcome {
            rate,
            inside_apart: apart(&inside, &scaled),
            framework_apart: apart(&framework, &ahead),
            scaled_end: end(&scaled),
            mistaken_end: end(&mistaken),
            too_far: 1.0 / rate,
            scaled,
            inside,
            framework,
            ahead,
            mistaken,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let headings = [
            "step",
            "θ, looking at θ − ηβv",
            "θ, rate inside, at θ − βv",
            "the point ahead",
            "θ, framework form",
            "θ, rate outside, at θ − βv",
        ];
        let title = format!("Nesterov momentum on 2θ² from 1, η = {}", outcome.rate);
        let mut table = Table::new(title, &headings);
        // A walk that diverges grows beyond what a column holds.
        let cell = |value: f64| {
            let text = if value.abs() < 1e4 {
                number(value, 3)
            } else {
                "beyond 10⁴".to_string()
            };
            Cell::Number(text)
        };
        for step in [0, 1, 2, 3, 5, 10] {
            table.row(vec![
                Cell::Text(step.to_string()),
                cell(outcome.scaled[step]),
                cell(outcome.inside[step]),
                cell(outcome.ahead[step]),
                cell(outcome.framework[step]),
                cell(outcome.mistaken[step]),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_forms_are_one_walk_and_the_fourth_is_not() {
        for (rate, beta) in [(0.1, 0.9), (0.3, 0.5), (0.02, 0.99)] {
            let outcome = Config { rate, beta, steps: 100 }.run();
            // A hundred roundings of numbers of size one.
            assert!(outcome.inside_apart < 1e-13, "{}", outcome.inside_apart);
            assert!(outcome.framework_apart < 1e-13, "{}", outcome.framework_apart);
            assert!(apart(&outcome.mistaken, &outcome.scaled) > 0.1);
        }
    }

    #[test]
    fn no_rate_is_small_enough_for_the_mistake() {
        // The product of its eigenvalues is β(1 − λ) = −2.7, whatever the rate.
        for rate in [0.1, 0.05, 0.01] {
            let outcome = Config { rate, steps: 100, ..Config::default() }.run();
            assert!(outcome.mistaken_end > 1e6, "{}", outcome.mistaken_end);
            assert!(outcome.scaled_end < 1.0);
        }
    }

    #[test]
    fn the_first_step_is_the_same_in_all() {
        let outcome = Config::default().run();
        assert_eq!(outcome.scaled[1], 0.6);
        assert_eq!(outcome.mistaken[1], 0.6);
    }
}
