//! InfoNCE as a measure of information: how much it can show.

use super::{Experiment, Setting};
use crate::data::{gaussian, seeded};
use crate::losses::{CrossEntropy, Loss};
use crate::report::{Cell, Table};
use ndarray::{Array1, Array2};
use serde::Serialize;

/// Pairs x, y of correlated Gaussian vectors, whose mutual information is known.
#[derive(Clone, Debug)]
pub struct Config {
    /// The dimensions of x and of y.
    pub dimensions: usize,
    /// The correlation ρ of x and y in each dimension.
    pub correlation: f64,
    /// Batches of each size.
    pub repeats: usize,
    /// The seed of the pairs.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self { dimensions: 4, correlation: 0.9, repeats: 40, seed: 1 }
    }
}

/// The numbers of candidates tried.
pub const CANDIDATES: [usize; 9] = [2, 3, 4, 8, 16, 32, 64, 128, 256];

/// What the loss of a perfect judge says, at each number of candidates.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// I(x; y) = −(dimensions/2) ln(1 − ρ²), in nats.
    pub information: f64,
    /// Each number of candidates.
    pub estimates: Vec<Estimate>,
}

/// ln k − L for one number of candidates.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Estimate {
    /// k.
    pub candidates: usize,
    /// ln k, above which no estimate can be.
    pub ceiling: f64,
    /// Mean InfoNCE loss.
    pub loss: f64,
    /// ln k − L, the information that the loss shows.
    pub shown: f64,
}

impl Experiment for Config {
    const NAME: &'static str = "info-nce-bound";
    const QUESTION: &'static str =
        "How many candidates does InfoNCE need to show what is there?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::count("dimensions", "dimensions", &mut self.dimensions, 1..=10),
            Setting::real(
                "correlation",
                "correlation ρ",
                &mut self.correlation,
                0.0..=0.98,
                0.02,
            ),
            Setting::seed(&mut self.seed),
        ]
    }

    fn run(&self) -> Outcome {
        let rest = 1.0 - self.correlation * self.correlation;
        let estimates = CANDIDATES.map(|candidates| {
            let loss = self.mean_loss(candidates);
            let ceiling = (candidates as f64).ln();
            Estimate { candidates, ceiling, loss, shown: ceiling - loss }
        });
        Outcome {
            information: -0.5 * self.dimensions as f64 * rest.ln(),
            estimates: estimates.to_vec(),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!("A mutual information of {:.2} nats", outcome.information),
            &["candidates k", "ln k", "loss", "ln k − loss"],
        );
        for estimate in &outcome.estimates {
            table.row(vec![
                Cell::count(estimate.candidates),
                Cell::number(estimate.ceiling, 2),
                Cell::number(estimate.loss, 2),
                Cell::number(estimate.shown, 2),
            ]);
        }
        table
    }
}

impl Config {
    /// The mean InfoNCE loss under the best logits there are, ln p(y|x) − ln p(y).
    fn mean_loss(&self, candidates: usize) -> f64 {
        let mut random = seeded(self.seed);
        let (rho, loss) = (self.correlation, CrossEntropy::default());
        let rest = 1.0 - rho * rho;
        let own = Array1::from_iter(0..candidates);
        // As many queries of each size: a small batch is repeated more often.
        let repeats = (self.repeats * 32).div_ceil(candidates).max(8);
        let mut sum = 0.0;
        for _ in 0..repeats {
            let x = gaussian(candidates, self.dimensions, 1.0, &mut random);
            let noise = gaussian(candidates, self.dimensions, rest.sqrt(), &mut random);
            let y = rho * &x + noise;
            // ln p(y|x) = −(y − ρx)²/(2(1 − ρ²)) summed over the dimensions, and a term
            // that all candidates share; ln p(y) = −y²/2, and another such.
            let squares =
                |rows: &Array2<f64>| rows.map_axis(ndarray::Axis(1), |r| r.dot(&r));
            let mut logits = x.dot(&y.t()) * (rho / rest);
            let of_key = squares(&y) * (-0.5 * rho * rho / rest);
            logits += &of_key;
            sum += loss.value(&logits, &own);
        }
        sum / repeats as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_estimate_stays_below_both_limits() {
        for (dimensions, correlation) in [(1, 0.5), (4, 0.9), (10, 0.9)] {
            let outcome = Config { dimensions, correlation, ..Config::default() }.run();
            for estimate in &outcome.estimates {
                assert!(estimate.shown <= estimate.ceiling);
                // The bound holds for the mean over all batches; ours is over about 1300
                // queries of loss of the order of one: four standard errors.
                assert!(estimate.shown <= outcome.information + 4.0 / 1300_f64.sqrt());
            }
        }
    }

    #[test]
    fn many_candidates_show_a_little_information_whole() {
        let outcome =
            Config { dimensions: 1, correlation: 0.6, ..Config::default() }.run();
        // −½ ln 0.64 = 0.22 nats, far below ln 256; the error is that of the test above.
        let last = outcome.estimates.last().unwrap();
        assert!((last.shown - outcome.information).abs() < 0.1, "{outcome:?}");
    }

    #[test]
    fn without_correlation_there_is_nothing_to_show() {
        let outcome = Config { correlation: 0.0, ..Config::default() }.run();
        for estimate in &outcome.estimates {
            // All logits are alike: the loss is ln k, up to rounding.
            assert!(estimate.shown.abs() < 1e-12);
        }
    }
}
