//! How fast each loss reaches the true line, and where it ends, with and without
//! outliers, over several seeds.

use super::outlier_line::{TRUTH, move_some};
use super::{Experiment, Setting};
use crate::data::{noisy_line, seeded};
use crate::losses::{Huber, Loss, MeanAbsoluteError, MeanSquaredError};
use crate::models::Linear;
use crate::report::{Cell, Table};
use crate::training::gradient_descent;
use ndarray::{Array1, Axis};
use serde::Serialize;

/// The same line, rate and number of steps for three losses.
#[derive(Clone, Debug)]
pub struct Config {
    /// The rate η, the same for every loss.
    pub rate: f64,
    /// Steps of full-batch gradient descent.
    pub steps: usize,
    /// Huber's threshold δ.
    pub delta: f64,
    /// How many of the hundred points are moved in the contaminated data.
    pub outliers: usize,
    /// The standard deviation of the move.
    pub spread: f64,
    /// How many data sets: seeds 1, 2, ….
    pub seeds: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { rate: 0.05, steps: 120, delta: 1.5, outliers: 10, spread: 5.0, seeds: 10 }
    }
}

/// Distance to the true line along the steps, for clean and for contaminated data.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Huber's threshold δ.
    pub delta: f64,
    /// The rate η.
    pub rate: f64,
    /// Steps of each run.
    pub steps: usize,
    /// How many data sets.
    pub seeds: usize,
    /// Without moved points.
    pub clean: Race,
    /// With moved points.
    pub contaminated: Race,
}

/// The three losses on one kind of data.
#[derive(Clone, Debug, Serialize)]
pub struct Race {
    /// Mean squared error.
    pub mse: Runs,
    /// Mean absolute error.
    pub mae: Runs,
    /// Huber loss.
    pub huber: Runs,
    /// On how many data sets Huber ended nearer to the true line than MSE.
    pub huber_beats_mse: usize,
    /// On how many data sets MAE ended nearer to the true line than MSE.
    pub mae_beats_mse: usize,
}

/// One loss over the seeds.
#[derive(Clone, Debug, Serialize)]
pub struct Runs {
    /// Root mean square distance to the true line after each step, mean over the seeds.
    pub distance: Vec<f64>,
    /// The mean over the seeds of the distance after the last step.
    pub last: f64,
    /// The standard deviation over the seeds of that distance.
    pub last_deviation: f64,
    /// The first step at which the mean distance is within 10 % of its last; a measure
    /// of speed.
    pub settled: usize,
    /// The distance after the last step, one entry a seed.
    #[serde(skip)]
    last_by_seed: Vec<f64>,
}

impl Experiment for Config {
    const NAME: &'static str = "outlier-convergence";
    const QUESTION: &'static str =
        "How fast does each loss reach the true line, and how near does it end?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real("rate", "rate η", &mut self.rate, 0.005..=0.1, 0.005)
                .logarithmic(),
            Setting::real("delta", "Huber threshold δ", &mut self.delta, 0.1..=10.0, 0.1),
            Setting::count("outliers", "moved points", &mut self.outliers, 1..=40),
            Setting::real(
                "spread",
                "size of the moves",
                &mut self.spread,
                0.5..=20.0,
                0.5,
            ),
            Setting::count("seeds", "data sets", &mut self.seeds, 2..=40),
        ]
    }

    fn run(&self) -> Outcome {
        Outcome {
            delta: self.delta,
            rate: self.rate,
            steps: self.steps,
            seeds: self.seeds,
            clean: self.race(0),
            contaminated: self.race(self.outliers),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!("Distance to the true line over {} data sets", outcome.seeds),
            &["loss", "data", "mean at the end", "standard deviation", "settled at step"],
        );
        let huber = format!("Huber, δ = {}", outcome.delta);
        for (data, race) in
            [("clean", &outcome.clean), ("with outliers", &outcome.contaminated)]
        {
            for (name, runs) in
                [("MSE", &race.mse), ("MAE", &race.mae), (&huber, &race.huber)]
            {
                table.row(vec![
                    name.into(),
                    data.into(),
                    Cell::number(runs.last, 3),
                    Cell::number(runs.last_deviation, 3),
                    Cell::count(runs.settled),
                ]);
            }
        }
        table
    }
}

impl Config {
    fn race(&self, outliers: usize) -> Race {
        let mse = self.runs(&MeanSquaredError, outliers);
        let mae = self.runs(&MeanAbsoluteError, outliers);
        let huber = Huber::new(self.delta).expect("the settings keep δ above zero");
        let huber = self.runs(&huber, outliers);
        Race {
            huber_beats_mse: count_smaller(&huber.last_by_seed, &mse.last_by_seed),
            mae_beats_mse: count_smaller(&mae.last_by_seed, &mse.last_by_seed),
            mse,
            mae,
            huber,
        }
    }

    fn runs(&self, loss: &dyn Loss, outliers: usize) -> Runs {
        let by_seed: Vec<Vec<f64>> = (1..=self.seeds as u64)
            .map(|seed| self.distances(loss, outliers, seed))
            .collect();
        let seeds = self.seeds as f64;
        let distance: Vec<f64> = (0..=self.steps)
            .map(|step| by_seed.iter().map(|run| run[step]).sum::<f64>() / seeds)
            .collect();
        let last_by_seed: Vec<f64> = by_seed.iter().map(|run| run[self.steps]).collect();
        let last = distance[self.steps];
        let variance =
            last_by_seed.iter().map(|d| (d - last).powi(2)).sum::<f64>() / (seeds - 1.0);
        Runs {
            settled: distance
                .iter()
                .rposition(|&d| d > 1.1 * last)
                .map_or(0, |step| step + 1),
            distance,
            last,
            last_deviation: variance.sqrt(),
            last_by_seed,
        }
    }

    /// The distance to the true line after each step of one run from zero.
    fn distances(&self, loss: &dyn Loss, outliers: usize, seed: u64) -> Vec<f64> {
        let mut random = seeded(seed);
        let (x, mut y) = noisy_line(TRUTH, 100, 0.5, &mut random);
        move_some(&mut y, outliers, self.spread, &mut random);
        let inputs = x.view().insert_axis(Axis(1)).to_owned();
        let start = Array1::zeros(2);
        let run = gradient_descent(
            &Linear { features: 1 },
            loss,
            &inputs,
            &y,
            start,
            self.rate,
            self.steps,
        )
        .expect("the rates are below 2 / 17, the stability bound of MSE on these data");
        let mean_square_x = x.dot(&x) / x.len() as f64;
        let distance = |theta: &Array1<f64>| {
            // The x are symmetric about zero, so the cross term vanishes.
            let (slope, intercept) = (theta[0] - TRUTH.slope, theta[1] - TRUTH.intercept);
            (slope * slope * mean_square_x + intercept * intercept).sqrt()
        };
        run.path.iter().map(distance).collect()
    }
}

fn count_smaller(a: &[f64], b: &[f64]) -> usize {
    a.iter().zip(b).filter(|(a, b)| a < b).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;

    #[test]
    fn every_run_starts_at_the_distance_of_the_zero_line() {
        let outcome = Config { seeds: 2, ..Config::default() }.run();
        // Σx²/n for 100 even points on [−5, 5] is 25(n + 1)/(3(n − 1)); slope is off by
        // 2, intercept by 1.
        let distance = (4.0 * 25.0 * 101.0 / (3.0 * 99.0) + 1.0_f64).sqrt();
        assert_relative_eq!(
            outcome.clean.mse.distance[0],
            distance,
            max_relative = 1e-12
        );
        assert_eq!(outcome.clean.huber.distance.len(), Config::default().steps + 1);
    }

    #[test]
    fn the_count_of_wins_is_of_pairs() {
        assert_eq!(count_smaller(&[1.0, 2.0, 3.0], &[2.0, 2.0, 4.0]), 2);
    }
}
