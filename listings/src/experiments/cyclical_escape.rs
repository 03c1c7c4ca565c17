//! Two wells and six ways to spend the same steps: who leaves the shallow well.

use super::cyclical_crowd::{Crowd, Policy, wells};
use super::{Experiment, Setting};
use crate::report::{Cell, Format, Table};
use crate::surfaces::Objective;
use ndarray::array;
use serde::Serialize;

/// Walkers from each well.
pub const WALKERS: usize = 400;

/// Walks of so many steps.
#[derive(Clone, Debug)]
pub struct Config {
    /// η_max.
    pub most: f64,
    /// Half a cycle.
    pub half: usize,
    /// T.
    pub steps: usize,
    /// σ, the standard deviation of the noise in the gradient.
    pub noise: f64,
    /// The seed of the noise.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self { most: 0.1, half: 50, steps: 1000, noise: 1.2, seed: 1 }
    }
}

/// A row a policy.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// η_max.
    pub most: f64,
    /// T.
    pub steps: usize,
    /// σ.
    pub noise: f64,
    /// Walkers from each well.
    pub walkers: usize,
    /// The largest standard error of a share, √(¼ / walkers).
    pub standard_error: f64,
    /// 2 / L″ at the shallow minimum: from there on a step without noise leaves it.
    pub border: f64,
    /// The constant mean rate.
    pub half: Row,
    /// Triangles.
    pub cycles: Row,
    /// One triangle.
    pub one_triangle: Row,
    /// Straight down.
    pub fall: Row,
    /// Straight up.
    pub rise: Row,
    /// The largest rate, constant.
    pub largest: Row,
}

/// What became of the walkers.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// The policy.
    pub name: &'static str,
    /// The mean rate.
    pub mean: f64,
    /// The share from the shallow minimum that ends on the deep side.
    pub escaped: f64,
    /// The share from the deep minimum that ends on the shallow side.
    pub lost: f64,
    /// The mean loss of those from the shallow minimum in the end, above that of the
    /// deep one.
    pub excess: f64,
}

impl Outcome {
    /// The rows in the order of the table.
    pub fn rows(&self) -> [&Row; 6] {
        let Self { half, cycles, one_triangle, fall, rise, largest, .. } = self;
        [half, cycles, one_triangle, fall, rise, largest]
    }
}

impl Config {
    fn row(&self, policy: Policy) -> Row {
        let wells = wells();
        let schedule = policy.schedule(self.most, self.half, self.steps);
        let rates: Vec<f64> = (0..self.steps).map(|step| schedule.rate(step)).collect();
        let walked = |start: f64, seed: u64| {
            let mut crowd = Crowd::new(WALKERS, start, seed);
            rates.iter().for_each(|&rate| crowd.step(rate, self.noise));
            crowd
        };
        let from_shallow = walked(wells.shallow(), self.seed);
        let from_deep = walked(wells.deep(), self.seed + 500);
        let deepest = wells.value(&array![wells.deep()]);
        let losses = from_shallow.places().iter().map(|&x| wells.value(&array![x]));
        Row {
            name: policy.name(),
            mean: rates.iter().sum::<f64>() / self.steps as f64,
            escaped: from_shallow.share_deep(wells.pass()),
            lost: 1.0 - from_deep.share_deep(wells.pass()),
            excess: losses.sum::<f64>() / WALKERS as f64 - deepest,
        }
    }
}

impl Experiment for Config {
    const NAME: &'static str = "cyclical-escape";
    const QUESTION: &'static str =
        "Do cyclical rates escape a bad minimum, or do large ones?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let Self { most, half, steps, noise, seed } = self;
        vec![
            Setting::real("most", "largest rate η_max", most, 0.02..=0.3, 0.01),
            Setting::count("half", "steps up u", half, 5..=250),
            Setting::count("steps", "steps T", steps, 200..=2000),
            Setting::real("noise", "noise σ", noise, 0.0..=3.0, 0.1),
            Setting::seed(seed),
        ]
    }

    fn run(&self) -> Outcome {
        let shallow = wells().shallow();
        let [half, cycles, one_triangle, fall, rise, largest] =
            Policy::ALL.map(|policy| self.row(policy));
        Outcome {
            most: self.most,
            steps: self.steps,
            noise: self.noise,
            walkers: WALKERS,
            standard_error: (0.25 / WALKERS as f64).sqrt(),
            border: 2.0 / (3.0 * shallow * shallow - 1.0),
            half,
            cycles,
            one_triangle,
            fall,
            rise,
            largest,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!(
                "Two wells, σ = {}, {} walkers from each, {} steps at rates up to {}",
                outcome.noise, outcome.walkers, outcome.steps, outcome.most
            ),
            &[
                "policy",
                "mean rate",
                "left the shallow well",
                "left the deep well",
                "loss in the end, above the least",
            ],
        );
        let percent = |share: f64| Cell::Number(Format::percent(0).apply(share));
        for row in outcome.rows() {
            table.row(vec![
                row.name.into(),
                Cell::number(row.mean, 3),
                percent(row.escaped),
                percent(row.lost),
                Cell::number(row.excess, 3),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_noise_nobody_moves() {
        let outcome = Config { noise: 0.0, most: 0.3, ..Config::default() }.run();
        for row in outcome.rows() {
            assert_eq!((row.escaped, row.lost), (0.0, 0.0), "{}", row.name);
        }
    }
}
