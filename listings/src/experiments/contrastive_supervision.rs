//! Where the pairs come from: labels, noise, or a nuisance drawn anew.

use super::contrastive_embedding::share_beyond;
use super::embedding_data::{EmbeddingData, Source};
use super::{Experiment, Setting};
use crate::data::{balanced_pairs, gaussian, seeded};
use crate::evaluation::EmbeddingQuality;
use crate::linear_algebra::PrincipalComponents;
use crate::losses::Contrastive;
use crate::models::{Model, MultilayerPerceptron};
use crate::optimizers::{Adam, Optimizer};
use crate::report::{Cell, Table};
use crate::training::siamese_gradient;
use ndarray::{Array1, Array2, Axis};
use rand::RngExt;
use rand_pcg::Pcg64;
use serde::Serialize;

/// The same network and loss on pairs of three origins, over several data sets.
#[derive(Clone, Debug)]
pub struct Config {
    /// The margin m.
    pub margin: f64,
    /// Standard deviation of the two nuisance factors, in the data sets that have them.
    pub nuisance: f64,
    /// Training steps of a network.
    pub steps: usize,
    /// How many data sets.
    pub seeds: usize,
}

const PAIRS: usize = 32;
const RATE: f64 = 0.003;
/// What a view by noise adds to each standardized feature.
const VIEW_NOISE: f64 = 0.3;

impl Default for Config {
    fn default() -> Self {
        Self { margin: 2.0, nuisance: 30.0, steps: 300, seeds: 3 }
    }
}

/// Each way on data without and with nuisance.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// How many data sets.
    pub seeds: usize,
    /// The margin m.
    pub margin: f64,
    /// Deviation of the nuisance factors.
    pub nuisance: f64,
    /// On classes alone.
    pub plain: Ways,
    /// On classes with nuisance.
    pub disturbed: Ways,
}

/// The ways to embed.
#[derive(Clone, Debug, Serialize)]
pub struct Ways {
    /// The first two principal components.
    pub pca: Summary,
    /// Pairs from the labels.
    pub labels: Summary,
    /// Two views of one sample, by noise, against two samples.
    pub noise: Summary,
    /// Two views of one sample, with the nuisance drawn anew, against two samples.
    pub redrawn: Summary,
}

/// What the test samples show, over the data sets.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct Summary {
    /// Mean ratio of the distances between and within classes.
    pub ratio: f64,
    /// Mean share of nearest neighbors of the same class.
    pub accuracy: f64,
    /// The lowest such share.
    pub worst_accuracy: f64,
    /// Mean share of dissimilar pairs at least the margin apart.
    pub beyond: f64,
    /// The lowest such share.
    pub worst_beyond: f64,
    /// On how many data sets every dissimilar pair is.
    pub all_beyond: usize,
}

/// Where the pairs of a step come from.
#[derive(Clone, Copy)]
enum Origin {
    Labels,
    Noise,
    Redrawn,
}

impl Experiment for Config {
    const NAME: &'static str = "contrastive-supervision";
    const QUESTION: &'static str = "What do pairs have to know about the classes?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real("margin", "margin m", &mut self.margin, 0.5..=5.0, 0.5),
            Setting::real("nuisance", "nuisance", &mut self.nuisance, 1.0..=60.0, 1.0),
            Setting::count("seeds", "data sets", &mut self.seeds, 1..=10),
        ]
    }

    fn run(&self) -> Outcome {
        Outcome {
            seeds: self.seeds,
            margin: self.margin,
            nuisance: self.nuisance,
            plain: self.compare(0.0),
            disturbed: self.compare(self.nuisance),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!("Test samples, mean over {} data sets", outcome.seeds),
            &[
                "embedding",
                "ratio",
                "nearest neighbor",
                "ratio, nuisance",
                "nearest neighbor, nuisance",
            ],
        );
        let (plain, disturbed) = (&outcome.plain, &outcome.disturbed);
        for (name, plain, disturbed) in [
            ("principal components", plain.pca, disturbed.pca),
            ("pairs from labels", plain.labels, disturbed.labels),
            ("views: noise", plain.noise, disturbed.noise),
            ("views: nuisance drawn anew", plain.redrawn, disturbed.redrawn),
        ] {
            let cells = |way: Summary| {
                let percent = format!("{:.1} %", 100.0 * way.accuracy);
                vec![Cell::number(way.ratio, 1), Cell::Number(percent)]
            };
            table.row([vec![name.into()], cells(plain), cells(disturbed)].concat());
        }
        table
    }
}

impl Config {
    fn compare(&self, nuisance: f64) -> Ways {
        let source = Source {
            classes: 5,
            train: 60,
            test: 20,
            dimensions: 50,
            center_spread: 5.0,
            nuisance,
        };
        let mut found = [(); 4].map(|()| Vec::new());
        for seed in 1..=self.seeds as u64 {
            let mut random = seeded(seed);
            let data = source.draw(&mut random);
            let components = PrincipalComponents::fit(&data.train, 2).project(&data.test);
            let mut note = |way: usize, embedding: &Array2<f64>| {
                let quality = EmbeddingQuality::of(embedding, &data.test_labels);
                let beyond = share_beyond(embedding, &data.test_labels, self.margin);
                found[way].push((quality, beyond));
            };
            note(0, &components);
            for (way, origin) in
                [Origin::Labels, Origin::Noise, Origin::Redrawn].into_iter().enumerate()
            {
                note(way + 1, &self.train(origin, &data, &mut random));
            }
        }
        let [pca, labels, noise, redrawn] = found.map(|found| Summary::of(&found));
        Ways { pca, labels, noise, redrawn }
    }

    /// Trains on pairs of that origin; gives the embedding of the test samples.
    fn train(
        &self,
        origin: Origin,
        data: &EmbeddingData,
        random: &mut Pcg64,
    ) -> Array2<f64> {
        let loss = Contrastive::new(self.margin).expect("the settings keep m above 0");
        let network = MultilayerPerceptron::new(&[50, 16, 2]);
        let (mut theta, mut adam) = (network.initial(random), Adam::default());
        for _ in 0..self.steps {
            let ([first, second], similar) = origin.pairs(data, random);
            let inputs = [&first, &second];
            let (_, gradient) =
                siamese_gradient(&network, &loss, &theta, inputs, &similar);
            adam.step(RATE, &mut theta, &gradient);
        }
        network.predict(&theta, &data.test)
    }
}

// ANCHOR: origins
impl Origin {
    /// The inputs of as many similar as dissimilar pairs.
    fn pairs(
        self,
        data: &EmbeddingData,
        random: &mut Pcg64,
    ) -> ([Array2<f64>; 2], Array1<bool>) {
        let rows = |samples: &[usize]| data.train.select(Axis(0), samples);
        if let Self::Labels = self {
            let pairs = balanced_pairs(&data.train_labels, PAIRS, random);
            return ([rows(&pairs.first), rows(&pairs.second)], pairs.similar);
        }
        // Without labels: a pair is one sample twice, or any two samples, of which some
        // are of one class and are pushed apart all the same.
        let similar = Array1::from_shape_fn(PAIRS, |i| i % 2 == 0);
        let samples = data.train.nrows();
        let first: Vec<usize> =
            (0..PAIRS).map(|_| random.random_range(0..samples)).collect();
        let other = |i: usize| (first[i] + random.random_range(1..samples)) % samples;
        let drawn: Vec<usize> = (0..PAIRS).map(other).collect();
        let second: Vec<usize> =
            (0..PAIRS).map(|i| if similar[i] { first[i] } else { drawn[i] }).collect();
        let views = [&first, &second].map(|samples| match self {
            Self::Redrawn => data.seen_anew(samples, random),
            _ => rows(samples) + gaussian(PAIRS, data.train.ncols(), VIEW_NOISE, random),
        });
        (views, similar)
    }
}
// ANCHOR_END: origins

impl Summary {
    fn of(found: &[(EmbeddingQuality, f64)]) -> Self {
        let mean = |of: fn(&(EmbeddingQuality, f64)) -> f64| {
            found.iter().map(of).sum::<f64>() / found.len() as f64
        };
        let least = |of: fn(&(EmbeddingQuality, f64)) -> f64| {
            found.iter().map(of).fold(f64::INFINITY, f64::min)
        };
        Self {
            ratio: mean(|found| found.0.ratio),
            accuracy: mean(|found| found.0.accuracy),
            worst_accuracy: least(|found| found.0.accuracy),
            beyond: mean(|found| found.1),
            worst_beyond: least(|found| found.1),
            all_beyond: found.iter().filter(|found| found.1 == 1.0).count(),
        }
    }
}
