//! How many steps a ravine costs: gradient descent and momentum, each at the best that a
//! quadratic of that condition number allows.

use super::momentum_ravine::polyak;
use super::recurrence::{Recurrence, steps_for};
use super::{Experiment, Setting};
use crate::optimizers::{GradientDescent, Momentum, Optimizer};
use crate::report::{Cell, Format, Table};
use crate::surfaces::{Quadratic, walk};
use ndarray::array;
use serde::Serialize;

/// How near.
#[derive(Clone, Debug)]
pub struct Config {
    /// By what factor the distance shall fall.
    pub ratio: f64,
}

impl Default for Config {
    fn default() -> Self {
        Self { ratio: 1e6 }
    }
}

/// One row for each κ.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// By what factor the distance fell.
    pub ratio: f64,
    /// κ = 4, 10, 100, 1000.
    pub rows: Vec<Row>,
    /// The κ above which β = 0.9 at its best rate beats gradient descent at its best.
    pub break_even: f64,
}

/// A condition number.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// κ.
    pub kappa: f64,
    /// Gradient descent, η = 2/(λ_min + λ_max).
    pub descent: usize,
    /// Momentum with β = 0.9 at its best rate.
    pub usual: usize,
    /// Momentum at Polyak's rate and β.
    pub polyak: usize,
    /// Polyak's β.
    pub beta: f64,
    /// The steps that its factor, the spectral radius, promises.
    pub promised: f64,
}

/// Measured: the steps until the distance stays below the start's over the ratio.
fn steps(kappa: f64, optimizer: &mut dyn Optimizer, rate: f64, ratio: f64) -> usize {
    let ravine = Quadratic::new(array![1.0, kappa]).expect("κ > 0");
    let start = array![1.0, 1.0];
    let near = 2.0_f64.sqrt() / ratio;
    let walk = walk(&ravine, optimizer, rate, start, 20_000, 0.0).expect("a rate > 0");
    let far = walk.path.iter().rposition(|theta| theta.dot(theta).sqrt() > near);
    far.map_or(0, |last| last + 1)
}

/// The rate at which the two ends of the spectrum shrink alike at this β, by bisection:
/// the worse end is the flat one below it and the stiff one above.
fn best_rate(kappa: f64, beta: f64) -> f64 {
    let radius = |alpha| Recurrence::momentum(alpha, beta).radius();
    let (mut low, mut high) = (0.0, 2.0 * (1.0 + beta) / kappa);
    for _ in 0..60 {
        let middle = 0.5 * (low + high);
        if radius(middle) > radius(middle * kappa) {
            low = middle;
        } else {
            high = middle;
        }
    }
    low
}

impl Experiment for Config {
    const NAME: &'static str = "momentum-condition";
    const QUESTION: &'static str =
        "What does a narrow ravine cost with and without momentum?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let ratio = &mut self.ratio;
        vec![Setting::real("ratio", "closer by", ratio, 10.0..=1e9, 10.0).logarithmic()]
    }

    fn run(&self) -> Outcome {
        let ratio = self.ratio;
        let momentum = |beta| Momentum::new(beta).expect("β < 1");
        let rows = [4.0, 10.0, 100.0, 1000.0].map(|kappa: f64| {
            let (rate, beta) = polyak(1.0, kappa);
            let best_descent = 2.0 / (1.0 + kappa);
            Row {
                kappa,
                descent: steps(kappa, &mut GradientDescent, best_descent, ratio),
                usual: steps(kappa, &mut momentum(0.9), best_rate(kappa, 0.9), ratio),
                polyak: steps(kappa, &mut momentum(beta), rate, ratio),
                beta,
                promised: steps_for(ratio, beta.sqrt()).expect("β is below 1"),
            }
        });
        // (κ − 1)/(κ + 1) = √β.
        let root = 0.9_f64.sqrt();
        let break_even = (1.0 + root) / (1.0 - root);
        Outcome { ratio, rows: rows.into(), break_even }
    }

    fn table(outcome: &Outcome) -> Table {
        let headings = [
            "condition number κ",
            "gradient descent, best rate",
            "momentum, β = 0.9, best rate",
            "momentum, best rate and β",
            "the best β",
        ];
        let scientific: Format = ".0e".parse().expect("a format");
        let title =
            format!("Steps to come {} times closer", scientific.apply(outcome.ratio));
        let mut table = Table::new(title, &headings);
        for row in &outcome.rows {
            table.row(vec![
                Cell::Text(row.kappa.to_string()),
                Cell::count(row.descent),
                Cell::count(row.usual),
                Cell::count(row.polyak),
                Cell::number(row.beta, 3),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn descent_pays_with_the_condition_number_and_momentum_with_its_root() {
        let rows = Config::default().run().rows;
        let ratio =
            |part: fn(&Row) -> usize| part(&rows[3]) as f64 / part(&rows[2]) as f64;
        // 10 and √10, but for what the double root of momentum adds.
        assert!((ratio(|row| row.descent) - 10.0).abs() < 0.2);
        assert!((ratio(|row| row.polyak) - 10.0_f64.sqrt()).abs() < 0.3);
    }

    #[test]
    fn the_measured_steps_are_the_promised_ones_and_few_more() {
        // At Polyak's choice both eigenvalues are one: t·zᵗ in place of zᵗ.
        for row in Config::default().run().rows {
            let excess = row.polyak as f64 / row.promised;
            assert!((1.0..1.6).contains(&excess), "{row:?}");
        }
    }

    #[test]
    fn the_usual_beta_breaks_even_where_it_says() {
        let Outcome { rows, break_even, .. } = Config::default().run();
        for row in rows {
            assert_eq!(row.usual < row.descent, row.kappa > break_even, "{row:?}");
        }
    }
}
