//! An embedding in the plane that learns to separate classes from pairs.

use super::embedding_data::{EmbeddingData, Source};
use super::{Experiment, Run, Setting, finish};
use crate::data::{balanced_pairs, seeded};
use crate::evaluation::EmbeddingQuality;
use crate::linear_algebra::PrincipalComponents;
use crate::losses::{Contrastive, Distance, mining::pairwise_distances};
use crate::models::{Model, MultilayerPerceptron};
use crate::optimizers::{Adam, Optimizer};
use crate::report::{Cell, Table};
use crate::training::siamese_gradient;
use ndarray::{Array1, Array2, Axis};
use rand_pcg::Pcg64;
use serde::Serialize;

/// Five classes in 50 dimensions, embedded into two by a network 50-16-2.
#[derive(Clone, Debug)]
pub struct Config {
    /// The margin m.
    pub margin: f64,
    /// How far the classes' centers are spread, in each dimension.
    pub center_spread: f64,
    /// Standard deviation of two factors that have nothing to do with the class.
    pub nuisance: f64,
    /// Training steps.
    pub steps: usize,
    /// The seed of data, start and pairs.
    pub seed: u64,
}

/// Pairs of a step: half similar, half dissimilar.
const PAIRS: usize = 64;
const RATE: f64 = 0.003;
/// Steps of a slice, and steps between two points of the curve.
const SLICE: usize = 4;

impl Default for Config {
    fn default() -> Self {
        Self { margin: 2.0, center_spread: 5.0, nuisance: 0.0, steps: 400, seed: 1 }
    }
}

/// The plane before, during and after training, beside the principal components.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The margin m.
    pub margin: f64,
    /// Steps taken.
    pub steps: usize,
    /// Steps to take.
    pub steps_in_all: usize,
    /// The class of each test sample.
    pub labels: Vec<usize>,
    /// Where the network puts the test samples.
    pub embedding: Vec<(f64, f64)>,
    /// Where the first two principal components put them.
    pub components: Vec<(f64, f64)>,
    /// The quality of the embedding before the first step.
    pub before: EmbeddingQuality,
    /// Its quality now.
    pub after: EmbeddingQuality,
    /// The quality of the principal components.
    pub pca: EmbeddingQuality,
    /// The share of the dissimilar pairs of test samples that are the margin apart.
    pub beyond: f64,
    /// (step, ratio) along the way.
    pub ratios: Vec<(f64, f64)>,
    /// (step, loss of the pairs of that step) along the way.
    pub losses: Vec<(f64, f64)>,
}

impl Experiment for Config {
    const NAME: &'static str = "contrastive-embedding";
    const QUESTION: &'static str =
        "Can a network learn from pairs alone to put classes apart in a plane?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real("margin", "margin m", &mut self.margin, 0.0..=5.0, 0.5),
            Setting::real(
                "center_spread",
                "spread of centers",
                &mut self.center_spread,
                0.25..=5.0,
                0.25,
            ),
            Setting::real("nuisance", "nuisance", &mut self.nuisance, 0.0..=40.0, 1.0),
            Setting::seed(&mut self.seed),
        ]
    }

    fn run(&self) -> Outcome {
        finish(self.start().expect("the run has slices"))
    }

    fn start(&self) -> Option<Box<dyn Run<Outcome>>> {
        Some(Box::new(Training::new(self.clone())))
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!("Distances of the test samples after {} steps", outcome.steps),
            &[
                "embedding",
                "within a class",
                "between classes",
                "ratio",
                "nearest neighbor",
            ],
        );
        for (name, quality) in [
            ("network, before", outcome.before),
            ("network, now", outcome.after),
            ("principal components", outcome.pca),
        ] {
            table.row(vec![
                name.into(),
                Cell::number(quality.within, 2),
                Cell::number(quality.between, 2),
                Cell::number(quality.ratio, 1),
                Cell::Number(format!("{:.1} %", 100.0 * quality.accuracy)),
            ]);
        }
        table
    }
}

struct Training {
    config: Config,
    loss: Contrastive,
    network: MultilayerPerceptron,
    data: EmbeddingData,
    theta: Array1<f64>,
    optimizer: Adam,
    random: Pcg64,
    /// The picture as far as it does not change, and the curves so far.
    so_far: Outcome,
}

impl Training {
    fn new(config: Config) -> Self {
        let mut random = seeded(config.seed);
        let source = Source {
            classes: 5,
            train: 200,
            test: 40,
            dimensions: 50,
            center_spread: config.center_spread,
            nuisance: config.nuisance,
        };
        let data = source.draw(&mut random);
        let network = MultilayerPerceptron::new(&[50, 16, 2]);
        let theta = network.initial(&mut random);
        let components = PrincipalComponents::fit(&data.train, 2).project(&data.test);
        let embedding = network.predict(&theta, &data.test);
        let before = EmbeddingQuality::of(&embedding, &data.test_labels);
        let so_far = Outcome {
            margin: config.margin,
            steps: 0,
            steps_in_all: config.steps,
            labels: data.test_labels.to_vec(),
            embedding: points(&embedding),
            pca: EmbeddingQuality::of(&components, &data.test_labels),
            components: points(&components),
            before,
            after: before,
            beyond: share_beyond(&embedding, &data.test_labels, config.margin),
            ratios: vec![(0.0, before.ratio)],
            losses: Vec::new(),
        };
        Self {
            loss: Contrastive::new(config.margin).expect("the settings keep m from 0 on"),
            optimizer: Adam::default(),
            config,
            network,
            data,
            theta,
            random,
            so_far,
        }
    }

    // ANCHOR: contrastive_step
    /// One step on pairs drawn from the labels of the training samples.
    fn step(&mut self) {
        let pairs = balanced_pairs(&self.data.train_labels, PAIRS, &mut self.random);
        let [first, second] = [&pairs.first, &pairs.second]
            .map(|rows| self.data.train.select(Axis(0), rows));
        let (value, gradient) = siamese_gradient(
            &self.network,
            &self.loss,
            &self.theta,
            [&first, &second],
            &pairs.similar,
        );
        self.optimizer.step(RATE, &mut self.theta, &gradient);
        self.so_far.losses.push((self.so_far.steps as f64, value));
        self.so_far.steps += 1;
    }
    // ANCHOR_END: contrastive_step
}

impl Run<Outcome> for Training {
    fn advance(&mut self) {
        for _ in 0..SLICE.min(self.config.steps - self.so_far.steps) {
            self.step();
        }
        let embedding = self.network.predict(&self.theta, &self.data.test);
        let labels = &self.data.test_labels;
        let picture = &mut self.so_far;
        picture.after = EmbeddingQuality::of(&embedding, labels);
        picture.beyond = share_beyond(&embedding, labels, self.config.margin);
        picture.ratios.push((picture.steps as f64, picture.after.ratio));
        picture.embedding = points(&embedding);
    }

    fn progress(&self) -> f64 {
        self.so_far.steps as f64 / self.config.steps as f64
    }

    fn outcome(&self) -> Outcome {
        self.so_far.clone()
    }
}

fn points(rows: &Array2<f64>) -> Vec<(f64, f64)> {
    rows.rows().into_iter().map(|row| (row[0], row[1])).collect()
}

/// The share of the pairs of two classes that are at least the margin apart.
pub fn share_beyond(
    embeddings: &Array2<f64>,
    labels: &Array1<usize>,
    margin: f64,
) -> f64 {
    let distances = pairwise_distances(embeddings, Distance::Euclidean);
    let (mut beyond, mut pairs) = (0, 0);
    for ((i, j), &distance) in distances.indexed_iter() {
        if labels[i] != labels[j] {
            pairs += 1;
            beyond += usize::from(distance >= margin);
        }
    }
    beyond as f64 / f64::from(pairs)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    #[test]
    fn training_separates_the_classes_and_the_margin_sets_the_scale() {
        let outcome = Config::default().run();
        assert_eq!(outcome.steps, 400);
        assert!(outcome.after.ratio > 3.0 * outcome.before.ratio, "{:?}", outcome.after);
        let wide = Config { margin: 5.0, ..Config::default() }.run();
        assert!(wide.after.between > 1.5 * outcome.after.between);
    }

    #[test]
    fn without_a_margin_everything_shrinks() {
        let outcome = Config { margin: 0.0, ..Config::default() }.run();
        // Only similar pairs pull, and the classes follow because they share the weights.
        assert!(outcome.after.within < 0.2 * outcome.before.within);
        assert!(outcome.after.between < 0.3 * outcome.before.between);
        assert_eq!(outcome.beyond, 1.0);
    }

    #[test]
    fn the_share_beyond_counts_dissimilar_pairs_alone() {
        let embeddings = array![[0.0], [0.1], [1.0], [3.0]];
        let labels = array![0, 0, 1, 1];
        // 1.0, 0.9, 3.0 and 2.9 away.
        assert_eq!(share_beyond(&embeddings, &labels, 1.0), 0.75);
    }
}
