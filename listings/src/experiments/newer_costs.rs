//! What the newer optimizers keep and compute, counted.

use super::muon_race::WIDTHS;
use super::newer_training::Contestant;
use super::{Experiment, Setting};
use crate::models::{Block, Model, MultilayerPerceptron};
use crate::report::{Cell, Format, Table};
use serde::Serialize;

/// Iterations of Newton–Schulz.
const ITERATIONS: usize = 5;

/// A batch size.
#[derive(Clone, Debug)]
pub struct Config {
    /// Samples a step.
    pub batch: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { batch: 25 }
    }
}

/// Counts.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Samples a step.
    pub batch: usize,
    /// Parameters of the network.
    pub parameters: usize,
    /// One an optimizer.
    pub rows: Vec<Row>,
    /// Multiplications of the forward and backward pass over the batch.
    pub gradient: usize,
    /// Multiplications of Muon's orthogonalizations.
    pub orthogonalization: usize,
    /// The second over the first.
    pub share: f64,
    /// The batch size at which they are equal.
    pub equal_at: f64,
    /// The share for square matrices of 768 rows and a batch of 2¹⁹ tokens.
    pub share_of_a_language_model: f64,
}

/// What an optimizer remembers.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// Its name.
    pub name: &'static str,
    /// Bytes in all, at 8 bytes a number.
    pub bytes: usize,
    /// Numbers a parameter, over the network.
    pub numbers: f64,
}

// ANCHOR: count
/// Multiplications of the matrix products of so many iterations on a matrix of m ≤ n
/// rows and columns: XXᵀ and its product with X take m²n each, the square of XXᵀ m³.
pub fn newton_schulz_products(rows: usize, columns: usize, iterations: usize) -> usize {
    let (m, n) = (rows.min(columns), rows.max(columns));
    iterations * (2 * m * m * n + m * m * m)
}

/// Those of a layer's forward pass, and of the gradients of its weights and inputs.
pub fn gradient_products(rows: usize, columns: usize, batch: usize) -> usize {
    3 * rows * columns * batch
}
// ANCHOR_END: count

impl Outcome {
    /// The row of that name.
    ///
    /// # Panics
    /// Panics when there is none.
    pub fn of(&self, name: &str) -> &Row {
        let row = self.rows.iter().find(|row| row.name == name);
        row.unwrap_or_else(|| panic!("no optimizer `{name}` in the table"))
    }
}

impl Experiment for Config {
    const NAME: &'static str = "newer-costs";
    const QUESTION: &'static str = "What do the newer optimizers remember and compute?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let batch = Setting::count("batch", "samples a step", &mut self.batch, 1..=4096);
        vec![batch.logarithmic()]
    }

    fn run(&self) -> Outcome {
        let network = MultilayerPerceptron::new(&WIDTHS);
        let parameters = network.parameters();
        let row = |contestant: Contestant| {
            let numbers = contestant.state(&network);
            Row {
                name: contestant.name(),
                bytes: numbers * size_of::<f64>(),
                numbers: numbers as f64 / parameters as f64,
            }
        };
        let matrices: Vec<(usize, usize)> = network
            .blocks()
            .into_iter()
            .filter_map(|Block { matrix, .. }| matrix)
            .collect();
        let products = |batch: usize| -> usize {
            matrices.iter().map(|&(m, n)| gradient_products(m, n, batch)).sum()
        };
        // All but the last.
        let orthogonalization = matrices[..matrices.len() - 1]
            .iter()
            .map(|&(m, n)| newton_schulz_products(m, n, ITERATIONS))
            .sum();
        let share = |newton_schulz: usize, gradient: usize| {
            newton_schulz as f64 / gradient as f64
        };
        Outcome {
            batch: self.batch,
            parameters,
            rows: Contestant::ALL.map(row).into(),
            gradient: products(self.batch),
            orthogonalization,
            share: share(orthogonalization, products(self.batch)),
            equal_at: share(orthogonalization, products(1)),
            share_of_a_language_model: share(
                newton_schulz_products(768, 768, ITERATIONS),
                gradient_products(768, 768, 1 << 19),
            ),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!("After a step on a network of {} parameters", outcome.parameters),
            &["optimizer", "bytes remembered", "numbers a parameter", "products a step"],
        );
        for row in &outcome.rows {
            let products = if row.name == Contestant::Muon.name() {
                let share = Format::percent(0).apply(outcome.share);
                format!("{}, {share} of a gradient's", outcome.orthogonalization)
            } else {
                "none".into()
            };
            table.row(vec![
                row.name.into(),
                Cell::count(row.bytes),
                Cell::number(row.numbers, 2),
                Cell::Number(products),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_of_square_matrices_by_hand() {
        // 5 · 3m³ over 3m²b: 5m/b, the bound of the paper of Muon.
        assert_eq!(newton_schulz_products(10, 10, 5), 15_000);
        assert_eq!(gradient_products(10, 10, 50), 15_000);
        assert_eq!(newton_schulz_products(4, 2, 1), 2 * 4 * 4 + 8);
        assert_eq!(newton_schulz_products(2, 4, 1), 2 * 4 * 4 + 8);
        let language = Config::default().run().share_of_a_language_model;
        assert!((language - 5.0 * 768.0 / 524_288.0).abs() < 1e-15);
    }
}
