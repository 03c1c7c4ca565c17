//! The same regression on raw and on standardized features.

use super::{Experiment, Setting};
use crate::data::{Standardization, seeded};
use crate::linear_algebra::symmetric_eigen;
use crate::report::{Cell, Format, Table};
use ndarray::{Array1, Array2, Axis};
use rand::RngExt;
use rand_distr::{Distribution, StandardNormal};
use serde::Serialize;

/// Sixty flats.
const FLATS: usize = 60;

/// Steps that are counted at most.
pub const MOST_STEPS: usize = 10_000;

/// Flats with an area and an age, and a rent.
#[derive(Clone, Debug)]
pub struct Config {
    /// The seed of the flats.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self { seed: 1 }
    }
}

/// Both regressions.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// On square meters and years.
    pub raw: Descent,
    /// On features with mean 0 and deviation 1.
    pub standardized: Descent,
}

/// A regression, and gradient descent on it at two rates.
#[derive(Clone, Debug, Serialize)]
pub struct Descent {
    /// The largest curvature L.
    pub largest: f64,
    /// The smallest, μ.
    pub smallest: f64,
    /// κ = L/μ.
    pub condition: f64,
    /// At η = 2/(μ + L).
    pub at_best: Walk,
    /// At η = 1/L.
    pub at_inverse: Walk,
}

/// How the excess of the loss over its minimum falls.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Walk {
    /// η.
    pub rate: f64,
    /// What is left after 10 steps, as a share of the first.
    pub left_after_10: f64,
    /// What is left after all steps.
    pub left: f64,
    /// Steps until a thousandth is left; the most that are counted if it never is.
    pub steps: usize,
}

/// Inputs of shape (n, 2): area in 30 … 150 m², age in 0 … 58 years; the rent.
fn flats(seed: u64) -> (Array2<f64>, Array1<f64>) {
    let mut random = seeded(seed);
    let (mut inputs, mut rent) = (Array2::zeros((FLATS, 2)), Array1::zeros(FLATS));
    for i in 0..FLATS {
        let area: f64 = random.random_range(30.0..150.0);
        // Small flats are older.
        let age = random.random_range(0.0..40.0) + 0.15 * (150.0 - area);
        let normal: f64 = StandardNormal.sample(&mut random);
        (inputs[[i, 0]], inputs[[i, 1]]) = (area, age);
        rent[i] = 200.0 + 11.0 * area - 6.0 * age + 60.0 * normal;
    }
    (inputs, rent)
}

/// Descends the mean squared error of a linear model from θ = 0.
fn descend(inputs: &Array2<f64>, target: &Array1<f64>) -> Descent {
    let ones = Array2::ones((inputs.nrows(), 1));
    let design = ndarray::concatenate![Axis(1), *inputs, ones];
    // The loss is ½(θ − θ*)ᵀH(θ − θ*) above its minimum, with H = (2/n) XᵀX.
    let hessian = design.t().dot(&design) * (2.0 / FLATS as f64);
    let (values, vectors) = symmetric_eigen(&hessian);
    let pull = vectors.dot(&design.t().dot(target)) * (2.0 / FLATS as f64);
    let start = -vectors.t().dot(&(pull / &values));
    let (largest, smallest) = (values[0], values[values.len() - 1]);
    Descent {
        largest,
        smallest,
        condition: largest / smallest,
        at_best: walk(&hessian, start.clone(), 2.0 / (smallest + largest)),
        at_inverse: walk(&hessian, start, 1.0 / largest),
    }
}

/// Gradient descent on ½δᵀHδ from an offset δ.
fn walk(hessian: &Array2<f64>, mut offset: Array1<f64>, rate: f64) -> Walk {
    let excess = |offset: &Array1<f64>| 0.5 * offset.dot(&hessian.dot(offset));
    let first = excess(&offset);
    let mut walk = Walk { rate, left_after_10: 1.0, left: 1.0, steps: MOST_STEPS };
    for step in 1..=MOST_STEPS {
        let gradient = hessian.dot(&offset);
        offset.scaled_add(-rate, &gradient);
        walk.left = excess(&offset) / first;
        if step == 10 {
            walk.left_after_10 = walk.left;
        }
        if walk.left <= 1e-3 && walk.steps == MOST_STEPS {
            walk.steps = step;
        }
    }
    walk
}

impl Experiment for Config {
    const NAME: &'static str = "descent-scaling";
    const QUESTION: &'static str = "What does the scale of the features do to descent?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![Setting::seed(&mut self.seed)]
    }

    fn run(&self) -> Outcome {
        let (inputs, rent) = flats(self.seed);
        let standard = Standardization::fit(&inputs);
        Outcome {
            raw: descend(&inputs, &rent),
            standardized: descend(&standard.apply(&inputs), &rent),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            "Rents from area and age",
            &[
                "features",
                "L",
                "μ",
                "κ",
                "rate",
                "excess loss left after 10 steps",
                "steps to a thousandth",
            ],
        );
        for (name, descent) in
            [("m² and years", &outcome.raw), ("standardized", &outcome.standardized)]
        {
            for (rule, walk) in
                [("2/(μ + L)", descent.at_best), ("1/L", descent.at_inverse)]
            {
                let steps = if walk.steps == MOST_STEPS {
                    format!("more than {MOST_STEPS}")
                } else {
                    walk.steps.to_string()
                };
                table.row(vec![
                    name.into(),
                    Cell::number(descent.largest, 2),
                    Cell::number(descent.smallest, 2),
                    Cell::number(descent.condition, 1),
                    rule.into(),
                    Cell::Number(Format::percent(2).apply(walk.left_after_10)),
                    Cell::Number(steps),
                ]);
            }
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn standardizing_mends_the_condition_whatever_the_seed() {
        for seed in 1..=10 {
            let Outcome { raw, standardized } = Config { seed }.run();
            assert!(raw.condition > 1e3, "{seed}: {}", raw.condition);
            assert!(standardized.condition < 6.0, "{seed}");
            assert!(raw.at_best.steps > 100, "{seed}");
            for [raw, standardized] in [
                [raw.at_best, standardized.at_best],
                [raw.at_inverse, standardized.at_inverse],
            ] {
                assert!(standardized.steps < 25 && raw.steps > standardized.steps);
                // Descent only ever falls below the border.
                assert!(raw.left < raw.left_after_10 && raw.left_after_10 < 1.0);
            }
        }
    }
}
