//! How many critical points of a random landscape are minima, dimension by dimension.

use super::{Experiment, Setting};
use crate::data::seeded;
use crate::linear_algebra::negative_eigenvalues;
use crate::report::{Cell, Format, Table};
use ndarray::Array2;
use rand::Rng;
use rand_distr::{Distribution, StandardNormal};
use serde::Serialize;

/// The largest dimension.
pub const LARGEST: usize = 10;

/// A Hessian drawn at random for each critical point.
#[derive(Clone, Debug)]
pub struct Config {
    /// How far all eigenvalues are moved up, in units of √d.
    pub shift: f64,
    /// The seed of the matrices.
    pub seed: u64,
    /// Matrices of each dimension.
    pub repeats: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { shift: 0.0, seed: 1, repeats: 4000 }
    }
}

/// What the signs of the eigenvalues say.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The shift.
    pub shift: f64,
    /// Matrices of each dimension.
    pub repeats: usize,
    /// The share of matrices without a negative eigenvalue, for d = 1, 2, …
    pub minima: Vec<f64>,
    /// The same without a positive one.
    pub maxima: Vec<f64>,
    /// The mean share of the eigenvalues that are negative.
    pub downward: Vec<f64>,
    /// (2 − √2)/4: the exact share of minima for d = 2 without shift.
    pub exact_in_two: f64,
    /// The first dimension in which no minimum was drawn; 11 if there is none.
    pub none_from: usize,
}

// ANCHOR: random_hessian
/// A symmetric matrix of shape (d, d): N(0, 1) off the diagonal, N(0, 2) on it, so that
/// no direction is special (the Gaussian orthogonal ensemble), plus `shift` · √d · I.
pub fn random_hessian(d: usize, shift: f64, random: &mut impl Rng) -> Array2<f64> {
    let mut hessian = Array2::zeros((d, d));
    let mut normal = || -> f64 { StandardNormal.sample(random) };
    for i in 0..d {
        for j in 0..i {
            hessian[[i, j]] = normal();
            hessian[[j, i]] = hessian[[i, j]];
        }
        hessian[[i, i]] = 2.0_f64.sqrt() * normal() + shift * (d as f64).sqrt();
    }
    hessian
}
// ANCHOR_END: random_hessian

impl Experiment for Config {
    const NAME: &'static str = "descent-dimensions";
    const QUESTION: &'static str = "How many critical points are minima?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real("shift", "shift upward", &mut self.shift, 0.0..=2.0, 0.1),
            Setting::seed(&mut self.seed),
            Setting::count("repeats", "matrices", &mut self.repeats, 100..=4000),
        ]
    }

    fn run(&self) -> Outcome {
        let mut random = seeded(self.seed);
        let (mut minima, mut maxima, mut downward) = (vec![], vec![], vec![]);
        for d in 1..=LARGEST {
            let negative: Vec<usize> = (0..self.repeats)
                .map(|_| negative_eigenvalues(random_hessian(d, self.shift, &mut random)))
                .collect();
            let share = |count: usize| {
                let there = negative.iter().filter(|&&n| n == count).count();
                there as f64 / self.repeats as f64
            };
            minima.push(share(0));
            maxima.push(share(d));
            let all: usize = negative.iter().sum();
            downward.push(all as f64 / (d * self.repeats) as f64);
        }
        let first_without = minima.iter().position(|&share| share == 0.0);
        Outcome {
            shift: self.shift,
            repeats: self.repeats,
            none_from: 1 + first_without.unwrap_or(LARGEST),
            minima,
            maxima,
            downward,
            exact_in_two: (2.0 - 2.0_f64.sqrt()) / 4.0,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!("{} random Hessians of each dimension", outcome.repeats),
            &["dimension", "minima", "maxima", "saddles", "directions downward"],
        );
        let percent =
            |share: f64, digits| Cell::Number(Format::percent(digits).apply(share));
        for d in 0..LARGEST {
            let (minima, maxima) = (outcome.minima[d], outcome.maxima[d]);
            table.row(vec![
                Cell::Text(format!("{}", d + 1)),
                percent(minima, 2),
                percent(maxima, 2),
                percent(1.0 - minima - maxima, 2),
                percent(outcome.downward[d], 1),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::f64::consts::PI;

    #[test]
    fn shares_of_one_two_and_three_dimensions_are_the_exact_ones() {
        let outcome = Config::default().run();
        // ½, (2 − √2)/4, (π − 2√2)/4π, each within four standard errors.
        let exact = [0.5, outcome.exact_in_two, (PI - 8.0_f64.sqrt()) / (4.0 * PI)];
        for (d, share) in exact.iter().enumerate() {
            let error = (share * (1.0 - share) / outcome.repeats as f64).sqrt();
            let off = outcome.minima[d] - share;
            assert!(off.abs() < 4.0 * error, "{}: {}", d + 1, outcome.minima[d]);
        }
    }

    #[test]
    fn a_shift_beyond_the_edge_makes_most_of_them_minima() {
        let shifted = Config { shift: 2.0, ..Config::default() }.run();
        assert!(shifted.minima.iter().all(|&share| share > 0.5), "{shifted:?}");
        assert!(shifted.downward.iter().all(|&share| share < 0.1));
    }
}
