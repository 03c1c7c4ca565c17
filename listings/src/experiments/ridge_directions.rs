//! What ridge keeps along each principal direction of correlated features.

use super::penalty_path::draw;
use super::{Experiment, Setting};
use crate::data::seeded;
use crate::regularizers::{L2, Moments, ridge};
use crate::report::{Cell, Table};
use serde::Serialize;

/// The data of the path, with three of eight features alike.
#[derive(Clone, Debug)]
pub struct Config {
    /// λ.
    pub lambda: f64,
    /// The correlation of the first three features with each other.
    pub correlation: f64,
    /// The seed of features and noise.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self { lambda: 0.1, correlation: 0.95, seed: 1 }
    }
}

/// The directions, the one of largest variance first.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// λ.
    pub lambda: f64,
    /// The variance of the data along each.
    pub variances: Vec<f64>,
    /// How much of the least squares solution is left along each.
    pub kept: Vec<f64>,
    /// Σ s/(s + λ): as how many free weights the fit counts.
    pub degrees_of_freedom: f64,
    /// The largest variance.
    pub most: f64,
    /// What is kept there.
    pub most_kept: f64,
    /// The smallest variance.
    pub least: f64,
    /// What is kept there.
    pub least_kept: f64,
}

impl Experiment for Config {
    const NAME: &'static str = "ridge-directions";
    const QUESTION: &'static str = "Along which directions does ridge shrink?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real("lambda", "strength λ", &mut self.lambda, 0.01..=10.0, 0.01)
                .logarithmic(),
            Setting::real(
                "correlation",
                "correlation of 1, 2, 3",
                &mut self.correlation,
                0.0..=1.0,
                0.01,
            ),
            Setting::seed(&mut self.seed),
        ]
    }

    fn run(&self) -> Outcome {
        let (inputs, target) = draw(60, self.correlation, &mut seeded(self.seed));
        let penalty = L2::new(self.lambda).expect("the settings keep λ above zero");
        let (_, directions) =
            ridge(&Moments::of(&inputs, &target), &penalty).expect("finite data");
        let (first, last) = (&directions[0], &directions[directions.len() - 1]);
        Outcome {
            lambda: self.lambda,
            variances: directions.iter().map(|direction| direction.variance).collect(),
            kept: directions.iter().map(|direction| direction.kept).collect(),
            degrees_of_freedom: directions.iter().map(|direction| direction.kept).sum(),
            most: first.variance,
            most_kept: first.kept,
            least: last.variance,
            least_kept: last.kept,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!("What ridge keeps along each direction, at λ = {}", outcome.lambda),
            &["direction", "variance s", "kept: s ÷ (s + λ)"],
        );
        for (index, (variance, kept)) in
            outcome.variances.iter().zip(&outcome.kept).enumerate()
        {
            table.row(vec![
                Cell::Text(format!("{}", index + 1)),
                Cell::number(*variance, 3),
                Cell::number(*kept, 3),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;

    #[test]
    fn the_variances_are_those_of_eight_standardized_features() {
        let outcome = Config::default().run();
        // The trace of a matrix with ones on its diagonal.
        assert_relative_eq!(
            outcome.variances.iter().sum::<f64>(),
            8.0,
            max_relative = 1e-12
        );
        assert!(outcome.most > 2.5 && outcome.least < 0.1);
    }

    #[test]
    fn equal_features_leave_directions_without_variance_and_without_weight() {
        let outcome = Config { correlation: 1.0, ..Config::default() }.run();
        assert_eq!((outcome.least, outcome.least_kept), (0.0, 0.0));
    }
}
