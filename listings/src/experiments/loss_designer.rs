//! A loss put together from weighed terms: its shape, its best constant, and what the
//! checklist says of it.

use super::{Experiment, Setting};
use crate::checking::{LossCheck, check_loss};
use crate::losses::{
    Huber, Loss, MeanSquaredError, Quantile, ResidualLoss, WeightedSum, Welsch,
};
use crate::report::{Cell, Table};
use ndarray::Array1;
use serde::Serialize;

/// The weights of four terms, and nine targets of which the reader moves the largest.
#[derive(Clone, Debug)]
pub struct Config {
    /// The weight of r².
    pub squared: f64,
    /// The weight of the Huber loss.
    pub huber: f64,
    /// The weight of the quantile loss.
    pub quantile: f64,
    /// The weight of the Welsch loss, which levels off.
    pub capped: f64,
    /// The threshold of Huber and the scale of Welsch.
    pub delta: f64,
    /// The level of the quantile loss.
    pub tau: f64,
    /// The largest target.
    pub outlier: f64,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            squared: 0.0,
            huber: 1.0,
            quantile: 1.0,
            capped: 0.0,
            delta: 1.0,
            tau: 0.8,
            outlier: 16.0,
        }
    }
}

/// The size that the residuals of these targets usually have.
const TYPICAL: f64 = 1.0;

/// The targets but for the largest.
const TARGETS: [f64; 8] = [1.0, 2.0, 2.5, 3.0, 3.5, 4.5, 5.0, 6.5];

/// The designed loss.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Residuals from −4 to 4.
    pub residuals: Vec<f64>,
    /// ℓ(r).
    pub values: Vec<f64>,
    /// ℓ′(r).
    pub slopes: Vec<f64>,
    /// The nine targets.
    pub targets: Vec<f64>,
    /// The constants tried.
    pub constants: Vec<f64>,
    /// The mean loss of each, divided by that of the worst.
    pub losses: Vec<f64>,
    /// The best constant.
    pub best: f64,
    /// The mean of the targets, for comparison.
    pub mean: f64,
    /// How many minima the mean loss has.
    pub minima: usize,
    /// The checklist.
    pub checks: Vec<Check>,
    /// How many of the checks passed.
    pub passed: usize,
}

/// A line of the checklist.
#[derive(Clone, Debug, Serialize)]
pub struct Check {
    /// What should hold.
    pub name: &'static str,
    /// Whether it does.
    pub passed: bool,
    /// What was found.
    pub found: String,
}

impl From<LossCheck> for Check {
    fn from(check: LossCheck) -> Self {
        Self { name: check.name, passed: check.passed, found: check.found }
    }
}

impl Experiment for Config {
    const NAME: &'static str = "loss-designer";
    const QUESTION: &'static str =
        "What does a loss of weighed terms look like, predict, and fail at?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let weight =
            |name, label, field| Setting::real(name, label, field, 0.0..=2.0, 0.1);
        vec![
            weight("squared", "weight of r²", &mut self.squared),
            weight("huber", "weight of Huber", &mut self.huber),
            weight("quantile", "weight of quantile", &mut self.quantile),
            weight("capped", "weight of capped", &mut self.capped),
            Setting::real("delta", "threshold δ", &mut self.delta, 0.1..=4.0, 0.1),
            Setting::real("tau", "level τ", &mut self.tau, 0.05..=0.95, 0.05),
            Setting::real(
                "outlier",
                "largest target",
                &mut self.outlier,
                0.0..=20.0,
                0.1,
            ),
        ]
    }

    fn run(&self) -> Outcome {
        let loss = self.loss();
        let mut targets = TARGETS.to_vec();
        targets.push(self.outlier);
        let target = Array1::from(targets.clone());
        let value = |c: f64| loss.value(&Array1::from_elem(target.len(), c), &target);

        let mut residuals: Vec<f64> =
            (0..=128).map(|i| -4.0 + f64::from(i) / 16.0).collect();
        // A jump of the slope at zero is upright in the picture.
        residuals.insert(64, -1e-9);
        residuals.insert(66, 1e-9);
        let constants: Vec<f64> = (0..=200).map(|i| f64::from(i) / 10.0).collect();
        let losses: Vec<f64> = constants.iter().map(|&c| value(c)).collect();
        let most = losses.iter().copied().fold(f64::MIN_POSITIVE, f64::max);
        let checks: Vec<Check> =
            check_loss(&loss, TYPICAL).into_iter().map(Check::from).collect();
        Outcome {
            values: residuals.iter().map(|&r| loss.of(r)).collect(),
            slopes: residuals.iter().map(|&r| loss.slope(r)).collect(),
            residuals,
            best: best_of(&constants, &losses, value),
            mean: target.sum() / target.len() as f64,
            minima: minima(&losses),
            losses: losses.into_iter().map(|loss| loss / most).collect(),
            constants,
            targets,
            passed: checks.iter().filter(|check| check.passed).count(),
            checks,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            "The checklist for the designed loss",
            &["check", "verdict", "found"],
        );
        for check in &outcome.checks {
            table.row(vec![
                check.name.into(),
                if check.passed { "passed" } else { "failed" }.into(),
                Cell::Text(check.found.clone()),
            ]);
        }
        table
    }
}

impl Config {
    // ANCHOR: designed
    /// w₁ r² + w₂ Huber + w₃ quantile + w₄ capped.
    fn loss(&self) -> WeightedSum {
        let in_range = "the settings keep δ above zero and τ in (0, 1)";
        let terms: Vec<(f64, Box<dyn ResidualLoss>)> = vec![
            (self.squared, Box::new(MeanSquaredError)),
            (self.huber, Box::new(Huber::new(self.delta).expect(in_range))),
            (self.quantile, Box::new(Quantile::new(self.tau).expect(in_range))),
            (self.capped, Box::new(Welsch::new(self.delta).expect(in_range))),
        ];
        WeightedSum::new(terms).expect("no weight is below zero")
    }
    // ANCHOR_END: designed
}

/// The best of the constants, refined by thirds between its neighbors: a loss that is
/// not convex may have several minima, so the slope alone does not find the least.
fn best_of(constants: &[f64], losses: &[f64], value: impl Fn(f64) -> f64) -> f64 {
    let best = (0..losses.len())
        .min_by(|&i, &j| losses[i].total_cmp(&losses[j]))
        .expect("some constants were tried");
    let mut low = constants[best.saturating_sub(1)];
    let mut high = constants[(best + 1).min(constants.len() - 1)];
    for _ in 0..60 {
        let (left, right) = (low + (high - low) / 3.0, high - (high - low) / 3.0);
        if value(left) <= value(right) { high = right } else { low = left }
    }
    0.5 * (low + high)
}

/// How often the losses turn from falling to rising.
fn minima(losses: &[f64]) -> usize {
    let mut falls = true;
    let mut minima = 0;
    for pair in losses.windows(2) {
        // A step within rounding is flat, and no turn.
        let change = pair[1] - pair[0];
        if change.abs() <= 1e-12 * pair[0].abs() {
            continue;
        }
        if falls && change > 0.0 {
            minima += 1;
        }
        falls = change < 0.0;
    }
    minima + usize::from(falls && minima == 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::solvers::best_constant;

    #[test]
    fn where_the_loss_is_convex_the_best_constant_is_that_of_the_bisection() {
        let config = Config::default();
        let outcome = config.run();
        let exact = best_constant(&config.loss(), &outcome.targets);
        // Values near a minimum differ by the square of the distance: a search by values
        // sees no more than the square root of the rounding.
        assert!((outcome.best - exact).abs() < 1e-6, "{} {exact}", outcome.best);
        assert_eq!((outcome.minima, outcome.passed), (1, 7));
    }

    #[test]
    fn a_capped_loss_has_several_minima_and_fails_two_checks() {
        let config =
            Config { huber: 0.0, quantile: 0.0, capped: 1.0, ..Config::default() };
        let outcome = config.run();
        assert!(outcome.minima > 1);
        let failed: Vec<_> =
            outcome.checks.iter().filter(|c| !c.passed).map(|c| c.name).collect();
        assert_eq!(failed, ["worse costs more", "convex"]);
    }

    #[test]
    fn turns_are_counted() {
        assert_eq!(minima(&[3.0, 2.0, 1.0, 2.0]), 1);
        assert_eq!(minima(&[3.0, 1.0, 2.0, 0.5, 0.7]), 2);
        assert_eq!(minima(&[1.0, 2.0]), 1);
        assert_eq!(minima(&[2.0, 1.0]), 1);
        assert_eq!(minima(&[2.0, 1.0, 1.0, 2.0]), 1);
    }
}
