//! The data of the embedding experiments: classes in many dimensions, with nuisance.

use crate::data::{Nuisance, Standardization, clusters};
use ndarray::{Array1, Array2, Axis};
use rand::Rng;

/// What the data are drawn from.
#[derive(Clone, Copy, Debug)]
pub struct Source {
    pub classes: usize,
    /// Training samples of a class.
    pub train: usize,
    /// Test samples of a class.
    pub test: usize,
    pub dimensions: usize,
    /// Centers are drawn from N(0, this²) in each dimension.
    pub center_spread: f64,
    /// Standard deviation along each of two common directions.
    pub nuisance: f64,
}

/// Standardized inputs with their labels; the test samples were not trained on.
pub struct EmbeddingData {
    pub train: Array2<f64>,
    pub train_labels: Array1<usize>,
    pub test: Array2<f64>,
    pub test_labels: Array1<usize>,
    /// The training samples before nuisance and standardization.
    bare: Array2<f64>,
    nuisance: Nuisance,
    scale: Standardization,
}

impl Source {
    /// Points of each class ~ N(center, 1).
    pub fn draw(&self, random: &mut impl Rng) -> EmbeddingData {
        let per_class = self.train + self.test;
        let (all, labels) = clusters(
            self.classes,
            per_class,
            self.dimensions,
            self.center_spread,
            1.0,
            random,
        );
        let nuisance = Nuisance::new(self.dimensions, 2, self.nuisance, random)
            .expect("the settings keep the nuisance from zero on");
        // Samples are in order of class: the first of each class are for training.
        let (train, test): (Vec<usize>, Vec<usize>) =
            (0..labels.len()).partition(|i| i % per_class < self.train);
        let bare = all.select(Axis(0), &train);
        let shown = nuisance.add(&all, random);
        let scale = Standardization::fit(&shown.select(Axis(0), &train));
        let inputs = |rows: &[usize]| scale.apply(&shown.select(Axis(0), rows));
        EmbeddingData {
            train: inputs(&train),
            test: inputs(&test),
            train_labels: labels.select(Axis(0), &train),
            test_labels: labels.select(Axis(0), &test),
            bare,
            nuisance,
            scale,
        }
    }
}

impl EmbeddingData {
    /// Another view of these training samples: the same samples, nuisance drawn anew.
    pub fn seen_anew(&self, samples: &[usize], random: &mut impl Rng) -> Array2<f64> {
        self.scale.apply(&self.nuisance.add(&self.bare.select(Axis(0), samples), random))
    }
}
