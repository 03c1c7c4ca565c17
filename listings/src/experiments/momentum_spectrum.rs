//! How fast momentum converges on a quadratic, for every rate and every β.

use super::momentum_ravine::polyak;
use super::recurrence::{Recurrence, steps_for};
use super::{Experiment, Setting};
use crate::report::{Cell, Field, Table};
use serde::Serialize;

/// Steps of the paths.
const STEPS: usize = 40;

/// A point of the picture, and how long the ravine is.
#[derive(Clone, Debug)]
pub struct Config {
    /// α = ηλ_max: the rate in units of the steepest direction.
    pub step: f64,
    /// β.
    pub beta: f64,
    /// κ = λ_max / λ_min.
    pub kappa: f64,
}

impl Default for Config {
    fn default() -> Self {
        Self { step: 1.0, beta: 0.9, kappa: 20.0 }
    }
}

/// The picture, and what happens at the point.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The spectral radius over (α, β).
    #[serde(skip)]
    pub radius: Field,
    /// Minus the discriminant over (α, β): above zero where θ oscillates.
    #[serde(skip)]
    pub oscillation: Field,
    /// β.
    pub beta: f64,
    /// κ.
    pub kappa: f64,
    /// The steepest direction.
    pub steep: Direction,
    /// The flattest direction.
    pub flat: Direction,
    /// The larger of the two radii.
    pub factor: f64,
    /// The steps in which it makes a tenth, where it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub steps_for_a_tenth: Option<f64>,
    /// Polyak's choice for this κ.
    pub best: Choice,
    /// The factor of gradient descent at its best rate, (κ − 1)/(κ + 1).
    pub descent: f64,
}

/// One axis of the quadratic.
#[derive(Clone, Debug, Serialize)]
pub struct Direction {
    /// α = ηλ.
    pub alpha: f64,
    /// The spectral radius.
    pub radius: f64,
    /// What θ does there.
    pub behavior: String,
    /// θ₀ = 1, θ₁, …
    #[serde(skip)]
    pub path: Vec<f64>,
}

/// A rate and a β.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Choice {
    /// α = ηλ_max.
    pub step: f64,
    /// β.
    pub beta: f64,
    /// The factor of the whole quadratic.
    pub factor: f64,
}

fn direction(alpha: f64, beta: f64) -> Direction {
    let recurrence = Recurrence::momentum(alpha, beta);
    Direction {
        alpha,
        radius: recurrence.radius(),
        behavior: recurrence.behavior().to_string(),
        path: recurrence.path(STEPS),
    }
}

impl Experiment for Config {
    const NAME: &'static str = "momentum-spectrum";
    const QUESTION: &'static str =
        "How fast does momentum converge for each rate and each β?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let Self { step, beta, kappa } = self;
        vec![
            Setting::real("step", "rate × largest curvature", step, 0.02..=4.0, 0.02),
            Setting::real("beta", "momentum β", beta, 0.0..=0.99, 0.01),
            Setting::real("kappa", "condition number κ", kappa, 1.0..=1000.0, 0.1)
                .logarithmic(),
        ]
    }

    fn run(&self) -> Outcome {
        let Self { step, beta, kappa } = *self;
        let field = |f: fn(Recurrence) -> f64| {
            Field::sample(0.0..4.0, 0.0..1.0, 81, 61, |alpha, beta| {
                f(Recurrence::momentum(alpha, beta))
            })
        };
        let (steep, flat) = (direction(step, beta), direction(step / kappa, beta));
        let factor = steep.radius.max(flat.radius);
        let (best_step, best_beta) = polyak(1.0 / kappa, 1.0);
        let root = kappa.sqrt();
        Outcome {
            radius: field(|recurrence| recurrence.radius()),
            oscillation: field(|recurrence| -recurrence.discriminant()),
            beta,
            kappa,
            steep,
            flat,
            factor,
            steps_for_a_tenth: steps_for(10.0, factor),
            best: Choice {
                step: best_step,
                beta: best_beta,
                factor: (root - 1.0) / (root + 1.0),
            },
            descent: (kappa - 1.0) / (kappa + 1.0),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let headings = ["direction", "ηλ", "factor a step", "what θ does"];
        let title = format!(
            "The two ends of a ravine with κ = {}, β = {}",
            outcome.kappa, outcome.beta
        );
        let mut table = Table::new(title, &headings);
        for (name, direction) in
            [("steepest", &outcome.steep), ("flattest", &outcome.flat)]
        {
            table.row(vec![
                name.into(),
                Cell::number(direction.alpha, 3),
                Cell::number(direction.radius, 3),
                Cell::Text(direction.behavior.clone()),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn at_polyaks_choice_both_ends_shrink_alike() {
        for kappa in [4.0, 20.0, 400.0] {
            let best = Config { kappa, ..Config::default() }.run().best;
            let there = Config { step: best.step, beta: best.beta, kappa }.run();
            // Both are double roots: a rounding moves them by its root.
            assert!((there.steep.radius - best.factor).abs() < 1e-7, "{best:?}");
            assert!((there.flat.radius - best.factor).abs() < 1e-7, "{best:?}");
        }
    }

    #[test]
    fn where_both_ends_oscillate_only_beta_counts() {
        let at = |step| Config { step, ..Config::default() }.run().factor;
        assert_eq!(at(0.5), 0.9_f64.sqrt());
        assert_eq!(at(0.5), at(3.0));
        assert!(at(3.81) > 1.0);
        let outcome = Config { step: 3.9, ..Config::default() }.run();
        assert_eq!(outcome.steps_for_a_tenth, None);
    }
}
