//! Where the tensors of a model are in θ.
//!
//! θ = (p₁, …, p_m), each tensor row by row, in the order in which the model names them.

use listings::models::Block;
use ndarray::Array1;
use rand::Rng;
use rand_distr::{Distribution, StandardNormal};
use std::ops::Range;

/// What the entries of a tensor start as.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Start {
    /// Zeros: biases, and the last weights of a residual branch.
    Zero,
    /// N(0, variance).
    Normal(f64),
}

/// One tensor of a model.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Its name, for messages.
    pub name: String,
    /// The layer it belongs to, from 0.
    pub layer: usize,
    /// Its dimensions.
    pub shape: Vec<usize>,
    /// Where it is in θ.
    pub range: Range<usize>,
    /// What it starts as.
    pub start: Start,
}

/// All tensors of a model, in the order of θ.
///
/// ```
/// use labs::models::{Layout, Start};
///
/// let mut layout = Layout::default();
/// layout.add("W", &[2, 3], Start::Normal(1.0));
/// layout.add("b", &[3], Start::Zero);
/// layout.next_layer();
/// layout.add("V", &[3, 1], Start::Zero);
/// assert_eq!(layout.parameters(), 12);
/// assert_eq!(layout.ranges(), [0..9, 9..12]);
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    parts: Vec<Part>,
    layer: usize,
}

impl Layout {
    /// Puts a tensor behind those before, into the current layer.
    ///
    /// # Panics
    /// Panics when a dimension is 0.
    pub fn add(&mut self, name: &str, shape: &[usize], start: Start) {
        assert!(
            !shape.contains(&0),
            "{name} has the shape {shape:?}: no dimension may be 0"
        );
        let begin = self.parameters();
        self.parts.push(Part {
            name: name.to_owned(),
            layer: self.layer,
            shape: shape.to_vec(),
            range: begin..begin + shape.iter().product::<usize>(),
            start,
        });
    }

    /// Ends the current layer.
    pub fn next_layer(&mut self) {
        self.layer += 1;
    }

    /// The tensors.
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// d, the length of θ.
    pub fn parameters(&self) -> usize {
        self.parts.last().map_or(0, |part| part.range.end)
    }

    /// Where each layer's tensors are in θ: what parameter groups are made of.
    pub fn ranges(&self) -> Vec<Range<usize>> {
        let layers = self.parts.chunk_by(|one, other| one.layer == other.layer);
        layers
            .map(|parts| parts[0].range.start..parts[parts.len() - 1].range.end)
            .collect()
    }

    /// Every tensor by itself, with its shape where it is a matrix: what to decay, and what
    /// Muon works on.
    pub fn blocks(&self) -> Vec<Block> {
        let matrix = |shape: &[usize]| match *shape {
            [rows, columns] => Some((rows, columns)),
            _ => None,
        };
        let block = |part: &Part| Block {
            range: part.range.clone(),
            matrix: matrix(&part.shape),
        };
        self.parts.iter().map(block).collect()
    }

    /// θ to start from.
    pub fn initial(&self, random: &mut impl Rng) -> Array1<f64> {
        let mut theta = Vec::with_capacity(self.parameters());
        for part in &self.parts {
            let entries = part.range.len();
            match part.start {
                Start::Zero => theta.extend(std::iter::repeat_n(0.0, entries)),
                Start::Normal(variance) => theta.extend((0..entries).map(|_| {
                    let normal: f64 = StandardNormal.sample(random);
                    variance.sqrt() * normal
                })),
            }
        }
        theta.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use listings::data::seeded;

    #[test]
    fn the_start_follows_the_layout() {
        let mut layout = Layout::default();
        layout.add("W", &[100, 100], Start::Normal(0.25));
        layout.add("b", &[3], Start::Zero);
        let theta = layout.initial(&mut seeded(1));
        assert_eq!(theta.len(), 10_003);
        assert!(theta.iter().skip(10_000).all(|&entry| entry == 0.0));
        // The mean square of 10⁴ normals errs by √2 % a standard deviation; five of them.
        let square = theta.iter().map(|entry| entry * entry).sum::<f64>() / 1e4;
        assert!((square - 0.25).abs() < 0.25 * 0.07, "{square}");
    }
}
