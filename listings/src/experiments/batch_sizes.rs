//! Three batch sizes at four rates on a thousand samples: what fifty epochs achieve.

use super::{Experiment, Setting};
use crate::data::{batches, linear_regression, seeded};
use crate::linear_algebra::symmetric_eigen;
use crate::report::{Cell, Table};
use crate::statistics::median;
use ndarray::{Array1, Array2, Axis};
use serde::Serialize;

/// Samples.
pub const SAMPLES: usize = 1000;

/// Batch sizes: one, a mini-batch, all.
pub const SIZES: [usize; 3] = [1, 32, SAMPLES];

/// Rates.
pub const RATES: [f64; 4] = [0.001, 0.01, 0.1, 1.0];

/// Linear regression on five features with noise of 0.5.
#[derive(Clone, Debug)]
pub struct Config {
    /// Passes through the samples.
    pub epochs: usize,
    /// How many data sets are drawn.
    pub seeds: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { epochs: 50, seeds: 5 }
    }
}

/// One row for each batch size.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Passes through the samples.
    pub epochs: usize,
    /// Data sets.
    pub seeds: usize,
    /// In the order of [`SIZES`].
    pub rows: Vec<Row>,
    /// The mean squared error at θ = 0 above the least, median over data sets.
    pub first_excess: f64,
}

/// One batch size.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// b.
    pub size: usize,
    /// Steps of a run.
    pub steps: usize,
    /// Samples seen in a run.
    pub seen: usize,
    /// At each rate the excess loss in the end, median over data sets; it is that of the
    /// last step within bounds where the run diverged.
    pub excess: Vec<f64>,
    /// At each rate the number of data sets on which the run diverged: ended higher than
    /// it began.
    pub diverged: Vec<usize>,
    /// The least of the medians.
    pub best: f64,
    /// The rate at which it was reached.
    pub best_rate: f64,
}

/// The samples with a constant input, and their exact fit.
pub(super) struct Problem {
    design: Array2<f64>,
    target: Array1<f64>,
    hessian: Array2<f64>,
    best: Array1<f64>,
}

impl Problem {
    pub(super) fn new(seed: u64) -> Self {
        let mut random = seeded(seed);
        let (inputs, target, _) = linear_regression(SAMPLES, 5, 0.5, &mut random);
        let design = ndarray::concatenate![Axis(1), inputs, Array2::ones((SAMPLES, 1))];
        let scale = 2.0 / SAMPLES as f64;
        let hessian = design.t().dot(&design) * scale;
        let (values, vectors) = symmetric_eigen(&hessian);
        let pull = vectors.dot(&design.t().dot(&target)) * scale;
        let best = vectors.t().dot(&(pull / &values));
        Self { design, target, hessian, best }
    }

    /// The mean squared error above its least.
    pub(super) fn excess(&self, theta: &Array1<f64>) -> f64 {
        let offset = theta - &self.best;
        0.5 * offset.dot(&self.hessian.dot(&offset))
    }

    /// A step of gradient descent on the mean squared error of a batch.
    pub(super) fn step(&self, theta: &mut Array1<f64>, batch: &[usize], rate: f64) {
        let mut gradient = Array1::<f64>::zeros(theta.len());
        for &i in batch {
            let x = self.design.row(i);
            gradient.scaled_add(2.0 * (x.dot(theta) - self.target[i]), &x);
        }
        theta.scaled_add(-rate / batch.len() as f64, &gradient);
    }

    /// The excess after so many epochs of stochastic gradient descent on the mean squared
    /// error, or when it has grown a thousandfold.
    fn descend(&self, size: usize, rate: f64, epochs: usize, seed: u64) -> f64 {
        let mut theta = Array1::zeros(6);
        let most = 1e3 * self.excess(&theta);
        let mut random = seeded(seed + 1000);
        for _ in 0..epochs {
            for batch in batches(SAMPLES, size, &mut random) {
                self.step(&mut theta, &batch, rate);
                // Before it overflows.
                if theta.iter().any(|entry| entry.abs() > 1e3) {
                    return most;
                }
            }
        }
        self.excess(&theta)
    }
}

impl Experiment for Config {
    const NAME: &'static str = "batch-sizes";
    const QUESTION: &'static str = "Which batch size wins, at which rate?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::count("epochs", "epochs", &mut self.epochs, 5..=50),
            Setting::count("seeds", "data sets", &mut self.seeds, 1..=5),
        ]
    }

    fn run(&self) -> Outcome {
        let seeds = || 1..=self.seeds as u64;
        let problems: Vec<Problem> = seeds().map(Problem::new).collect();
        let firsts: Vec<f64> =
            problems.iter().map(|problem| problem.excess(&Array1::zeros(6))).collect();
        let row = |size: usize| {
            let (mut excess, mut diverged) = (vec![], vec![]);
            for rate in RATES {
                let ends: Vec<f64> = problems
                    .iter()
                    .zip(seeds())
                    .map(|(problem, seed)| problem.descend(size, rate, self.epochs, seed))
                    .collect();
                let grown = ends.iter().zip(&firsts).filter(|(end, first)| end >= first);
                diverged.push(grown.count());
                excess.push(median(&ends));
            }
            let best = (0..RATES.len()).fold(0, |best, rate| {
                if excess[rate] < excess[best] { rate } else { best }
            });
            Row {
                size,
                steps: self.epochs * SAMPLES.div_ceil(size),
                seen: self.epochs * SAMPLES,
                best: excess[best],
                best_rate: RATES[best],
                excess,
                diverged,
            }
        };
        Outcome {
            epochs: self.epochs,
            seeds: self.seeds,
            rows: SIZES.map(row).into(),
            first_excess: median(&firsts),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!(
                "Excess loss after {} epochs, median of {} data sets",
                outcome.epochs, outcome.seeds
            ),
            &[
                "batch size",
                "steps",
                "samples seen",
                "η = 0.001",
                "η = 0.01",
                "η = 0.1",
                "η = 1",
            ],
        );
        let format: crate::report::Format = ".1e".parse().expect("a format");
        for row in &outcome.rows {
            let mut cells = vec![
                Cell::Text(row.size.to_string()),
                Cell::count(row.steps),
                Cell::count(row.seen),
            ];
            for (&excess, &diverged) in row.excess.iter().zip(&row.diverged) {
                cells.push(Cell::Number(if 2 * diverged > outcome.seeds {
                    "diverged".into()
                } else if excess < 1e-12 {
                    "below 10⁻¹²".into()
                } else {
                    format.apply(excess)
                }));
            }
            table.row(cells);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_size_has_a_rate_of_its_own() {
        let rows = Config::default().run().rows;
        // The larger the batch, the larger the best rate.
        assert!(rows[0].best_rate < rows[2].best_rate, "{rows:?}");
        assert_eq!(rows[0].diverged[3], 5);
        assert_eq!((rows[0].steps, rows[1].steps, rows[2].steps), (50_000, 1600, 50));
        assert!(rows.iter().all(|row| row.seen == 50_000));
    }
}
