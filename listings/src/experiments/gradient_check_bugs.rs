//! Which mistakes a gradient check finds, and at which places it does not.

use super::gradient_check_network::{Mistake, Place};
use super::{Experiment, Setting};
use crate::checking::gradient_error;
use crate::report::Table;
use serde::Serialize;

/// Places, in words.
const PLACES: [&str; 6] = [
    "ordinary",
    "one sample",
    "all units on",
    "all units off",
    "symmetric W",
    "perfect fit",
];

/// A seed, and what counts as passed.
#[derive(Clone, Debug)]
pub struct Config {
    /// The largest relative error that passes.
    pub threshold: f64,
    /// The seed of parameters and data.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self { threshold: 1e-6, seed: 1 }
    }
}

/// A row for each mistake.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The rows.
    pub rows: Vec<Row>,
    /// The largest error of the right code over the places.
    pub right: f64,
    /// The smallest error of a mistake at the ordinary place.
    pub smallest: f64,
    /// The threshold.
    pub threshold: f64,
    /// Wrong codes that pass at some place.
    pub slips: usize,
}

/// A mistake at every place.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// What is wrong.
    pub mistake: &'static str,
    /// The relative error of the check at each place.
    pub errors: Vec<f64>,
    /// Whether it passes there.
    pub passes: Vec<bool>,
}

/// The places of a seed, in the order of their names.
fn places(seed: u64) -> [Place; 6] {
    let ordinary = || Place::ordinary(5, seed);
    [
        ordinary(),
        Place::ordinary(1, seed),
        // Far enough for every sample, however the weights of the middle fall out.
        ordinary().with_hidden_biases(100.0).with_positive_middle(),
        ordinary().with_hidden_biases(-100.0),
        ordinary().with_symmetric_weights(),
        ordinary().with_perfect_fit(),
    ]
}

impl Experiment for Config {
    const NAME: &'static str = "gradient-check-bugs";
    const QUESTION: &'static str =
        "Which mistakes does a gradient check find, and where?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let Self { threshold, seed } = self;
        vec![
            Setting::real("threshold", "largest error", threshold, 1e-12..=1.0, 1e-6)
                .logarithmic(),
            Setting::seed(seed),
        ]
    }

    fn run(&self) -> Outcome {
        let places = places(self.seed);
        let rows: Vec<Row> = Mistake::ALL
            .into_iter()
            .map(|(mistake, name)| {
                let error = |place: &Place| {
                    let gradient = place.gradient(mistake);
                    gradient_error(|theta| place.loss(theta), &gradient, &place.theta)
                };
                let errors: Vec<f64> = places.iter().map(error).collect();
                let passes = errors.iter().map(|&e| e <= self.threshold).collect();
                Row { mistake: name, errors, passes }
            })
            .collect();
        let slips = |row: &&Row| row.passes.iter().any(|&passes| passes);
        Outcome {
            right: rows[0].errors.iter().copied().fold(0.0, f64::max),
            smallest: rows[1..].iter().map(|row| row.errors[0]).fold(2.0, f64::min),
            slips: rows[1..].iter().filter(slips).count(),
            threshold: self.threshold,
            rows,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let headings: Vec<&str> = ["mistake"].into_iter().chain(PLACES).collect();
        let title = "A gradient check of a 2-3-3-1 network, at six places";
        let mut table = Table::new(title, &headings);
        for row in &outcome.rows {
            let mut cells = vec![row.mistake.into()];
            let said = |&passes: &bool| if passes { "passes" } else { "found" };
            cells.extend(row.passes.iter().map(|passes| said(passes).into()));
            table.row(cells);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn right_code_passes_everywhere_and_wrong_code_not_at_the_ordinary_place() {
        let outcome = Config::default().run();
        assert!(outcome.right < 1e-6, "{}", outcome.right);
        assert!(outcome.smallest > 1e-3, "{}", outcome.smallest);
        assert_eq!(outcome.slips, 6);
    }

    #[test]
    fn every_place_hides_what_it_must() {
        let rows = Config::default().run().rows;
        let passing = |place: usize| -> Vec<&str> {
            rows.iter().filter(|row| row.passes[place]).map(|row| row.mistake).collect()
        };
        assert_eq!(passing(0), ["no mistake"]);
        assert_eq!(passing(1), ["no mistake", "gradient of the sum", "bias not summed"]);
        assert_eq!(passing(2), ["no mistake", "ReLU slope forgotten"]);
        let behind =
            ["no mistake", "ReLU slope forgotten", "W for Wᵀ", "bias not summed"];
        assert_eq!(passing(3), behind);
        assert_eq!(passing(4), ["no mistake", "W for Wᵀ"]);
        assert_eq!(passing(5).len(), 7);
    }
}
