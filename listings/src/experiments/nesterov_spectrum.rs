//! How fast momentum and Nesterov converge on a quadratic, side by side.

use super::recurrence::Recurrence;
use super::{Experiment, Setting};
use crate::report::{Cell, Field, Table};
use serde::Serialize;

/// A point of both pictures, and how long the ravine is.
#[derive(Clone, Debug)]
pub struct Config {
    /// ηλ_max.
    pub step: f64,
    /// β.
    pub beta: f64,
    /// κ.
    pub kappa: f64,
}

impl Default for Config {
    fn default() -> Self {
        Self { step: 1.0, beta: 0.9, kappa: 100.0 }
    }
}

/// Both pictures.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// ηλ_max.
    pub step: f64,
    /// ηλ_min.
    pub flat: f64,
    /// β.
    pub beta: f64,
    /// κ.
    pub kappa: f64,
    /// Momentum.
    pub momentum: Picture,
    /// Nesterov.
    pub nesterov: Picture,
}

/// The convergence of one method.
#[derive(Clone, Debug, Serialize)]
pub struct Picture {
    /// The spectral radius over (ηλ, β).
    #[serde(skip)]
    pub radius: Field,
    /// Minus the discriminant.
    #[serde(skip)]
    pub oscillation: Field,
    /// The larger radius of the two ends of the ravine.
    pub factor: f64,
    /// What the steepest direction does.
    pub steep: String,
    /// What the flattest direction does.
    pub flat: String,
    /// The best choice for this κ.
    pub best: Best,
}

/// The best rate and β of a quadratic.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Best {
    /// ηλ_max.
    pub step: f64,
    /// β.
    pub beta: f64,
    /// The factor a step.
    pub factor: f64,
}

/// Polyak's choice.
fn best_momentum(kappa: f64) -> Best {
    let root = kappa.sqrt();
    let factor = (root - 1.0) / (root + 1.0);
    let step = 4.0 * kappa / (root + 1.0).powi(2);
    Best { step, beta: factor * factor, factor }
}

/// η = 4/(3λ_max + λ_min), β = (√(3κ + 1) − 2)/(√(3κ + 1) + 2): Lessard, Recht & Packard
/// (2016), proposition 1.
fn best_nesterov(kappa: f64) -> Best {
    let root = (3.0 * kappa + 1.0).sqrt();
    Best {
        step: 4.0 * kappa / (3.0 * kappa + 1.0),
        beta: (root - 2.0) / (root + 2.0),
        factor: 1.0 - 2.0 / root,
    }
}

/// The recurrence of a method, from ηλ and β.
type Rule = fn(f64, f64) -> Recurrence;

fn picture(rule: Rule, at: &Config, best: Best) -> Picture {
    let field = |f: fn(Recurrence) -> f64| {
        Field::sample(0.0..4.0, 0.0..1.0, 81, 61, |alpha, beta| f(rule(alpha, beta)))
    };
    let (steep, flat) = (rule(at.step, at.beta), rule(at.step / at.kappa, at.beta));
    Picture {
        radius: field(|recurrence| recurrence.radius()),
        oscillation: field(|recurrence| -recurrence.discriminant()),
        factor: steep.radius().max(flat.radius()),
        steep: steep.behavior().to_string(),
        flat: flat.behavior().to_string(),
        best,
    }
}

impl Experiment for Config {
    const NAME: &'static str = "nesterov-spectrum";
    const QUESTION: &'static str =
        "Where does looking ahead help, and which rates does it forbid?";
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
        Outcome {
            step: self.step,
            flat: self.step / self.kappa,
            beta: self.beta,
            kappa: self.kappa,
            momentum: picture(Recurrence::momentum, self, best_momentum(self.kappa)),
            nesterov: picture(Recurrence::nesterov, self, best_nesterov(self.kappa)),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let headings = [
            "method",
            "factor here",
            "steepest direction",
            "flattest direction",
            "best ηλ",
            "best β",
            "best factor",
        ];
        let title = format!("Both methods on a ravine with κ = {}", outcome.kappa);
        let mut table = Table::new(title, &headings);
        for (name, picture) in
            [("momentum", &outcome.momentum), ("Nesterov", &outcome.nesterov)]
        {
            table.row(vec![
                name.into(),
                Cell::number(picture.factor, 3),
                Cell::Text(picture.steep.clone()),
                Cell::Text(picture.flat.clone()),
                Cell::number(picture.best.step, 3),
                Cell::number(picture.best.beta, 3),
                Cell::number(picture.best.factor, 3),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_choices_have_their_factors_and_no_other_is_better() {
        for kappa in [4.0, 20.0, 400.0] {
            let methods: [(Rule, Best); 2] = [
                (Recurrence::momentum, best_momentum(kappa)),
                (Recurrence::nesterov, best_nesterov(kappa)),
            ];
            for (rule, best) in methods {
                let worst = |step: f64, beta: f64| {
                    // The radius is largest at an end, or where the gradient vanishes.
                    rule(step, beta).radius().max(rule(step / kappa, beta).radius())
                };
                // A double root moves by the root of a rounding.
                let factor = worst(best.step, best.beta);
                assert!(
                    (factor - best.factor).abs() < 1e-7,
                    "{kappa}: {best:?}, {factor}"
                );
                for i in 1..=200 {
                    for j in 0..100 {
                        let other = worst(f64::from(i) * 0.02, f64::from(j) * 0.01);
                        assert!(other > best.factor - 1e-7);
                    }
                }
            }
        }
    }

    #[test]
    fn at_nesterovs_own_choice_the_factor_is_one_less_a_root() {
        // η = 1/λ_max, β = (√κ − 1)/(√κ + 1): 1 − 1/√κ.
        let outcome = Config { step: 1.0, beta: 9.0 / 11.0, kappa: 100.0 }.run();
        assert!((outcome.nesterov.factor - 0.9).abs() < 1e-7);
    }
}
