//! The ways to choose pairs and triplets, each training a network of its own: what the
//! experiments on mining have in common.

use super::embedding_data::{EmbeddingData, Source};
use crate::data::{balanced_pairs, seeded};
use crate::evaluation::EmbeddingQuality;
use crate::losses::mining::{
    all_triplets, batch_hard, mined_gradient, pairwise_distances, semi_hard,
};
use crate::losses::{Contrastive, Distance, Triplet};
use crate::models::Model;
use crate::models::MultilayerPerceptron;
use crate::optimizers::{Adam, Optimizer};
use ndarray::{Array1, Array2, Axis};
use rand::seq::{IndexedRandom, SliceRandom};
use rand_pcg::Pcg64;

/// How the pairs or triplets of a step are chosen. Every step embeds 30 samples.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// 15 pairs drawn from the labels, contrastive loss.
    DrawnPairs,
    /// All 435 pairs of a batch of 30, contrastive loss.
    AllPairs,
    /// 10 triplets drawn from the labels.
    DrawnTriplets,
    /// All valid triplets of a batch of 30.
    AllTriplets,
    /// The semi-hard triplets of a batch of 30.
    SemiHard,
    /// The hardest triplet of each anchor in a batch of 30.
    Hardest,
    /// 10 triplets drawn from the semi-hard ones of all training samples, mined anew every
    /// 50 steps.
    Offline,
}

impl Way {
    /// Every way.
    pub const ALL: [Self; 7] = [
        Self::DrawnPairs,
        Self::AllPairs,
        Self::DrawnTriplets,
        Self::AllTriplets,
        Self::SemiHard,
        Self::Hardest,
        Self::Offline,
    ];

    /// The way in a few words.
    pub fn name(self) -> &'static str {
        match self {
            Self::DrawnPairs => "contrastive, pairs drawn",
            Self::AllPairs => "contrastive, all pairs of a batch",
            Self::DrawnTriplets => "triplets drawn",
            Self::AllTriplets => "all triplets of a batch",
            Self::SemiHard => "semi-hard of a batch",
            Self::Hardest => "hardest of a batch",
            Self::Offline => "semi-hard, offline",
        }
    }
}

/// Training samples of a class; ten classes.
const TRAIN: usize = 30;
const CLASSES: usize = 10;
/// Samples of each class in a batch.
const OF_A_CLASS: usize = 3;
const BATCH: usize = CLASSES * OF_A_CLASS;
/// Pairs and triplets that embed as many samples as a batch.
const DRAWN_PAIRS: usize = BATCH / 2;
const DRAWN_TRIPLETS: usize = BATCH / 3;
/// Steps between two rounds of offline mining.
const REFRESH: usize = 50;
const RATE: f64 = 0.003;
const WIDTHS: [usize; 3] = [30, 32, 4];

/// The data of a race: ten classes about centers that are N(0, center_spread²) in each
/// of 30 dimensions, each sample N(0, 1) about its center.
pub fn source(center_spread: f64) -> Source {
    Source {
        classes: CLASSES,
        train: TRAIN,
        test: 20,
        dimensions: WIDTHS[0],
        center_spread,
        nuisance: 0.0,
    }
}

/// One way with its network.
pub struct Racer {
    /// Its way.
    pub way: Way,
    distance: Distance,
    margin: f64,
    network: MultilayerPerceptron,
    theta: Array1<f64>,
    adam: Adam,
    random: Pcg64,
    steps: usize,
    /// Mined offline, in random order.
    pool: Vec<[usize; 3]>,
    /// Samples embedded for training so far.
    pub embeddings: usize,
    /// Distances computed so far.
    pub distances: usize,
}

impl Racer {
    /// All racers of a seed start from one θ.
    pub fn new(way: Way, margin: f64, distance: Distance, seed: u64) -> Self {
        let network = MultilayerPerceptron::new(&WIDTHS);
        let theta = network.initial(&mut seeded(seed));
        Self {
            way,
            distance,
            margin,
            network,
            theta,
            adam: Adam::default(),
            random: seeded(1000 + seed),
            steps: 0,
            pool: Vec::new(),
            embeddings: 0,
            distances: 0,
        }
    }

    /// The embeddings of these inputs.
    pub fn embed(&self, inputs: &Array2<f64>) -> Array2<f64> {
        self.network.predict(&self.theta, inputs)
    }

    /// What the embedding is worth on the test samples.
    pub fn quality(&self, data: &EmbeddingData) -> EmbeddingQuality {
        EmbeddingQuality::of(&self.embed(&data.test), &data.test_labels)
    }

    /// One step of training.
    pub fn step(&mut self, data: &EmbeddingData) {
        let samples = self.samples(data);
        let inputs = data.train.select(Axis(0), &samples);
        let labels = data.train_labels.select(Axis(0), &samples);
        let pass = self.network.forward(&self.theta, &inputs);
        self.embeddings += samples.len();
        let of_embeddings = self.embedding_gradient(pass.output(), &labels);
        let gradient = self.network.backward_through(&self.theta, &pass, &of_embeddings);
        self.adam.step(RATE, &mut self.theta, &gradient);
        self.steps += 1;
    }

    /// The training samples of a step; drawn pairs and triplets in order of their role.
    fn samples(&mut self, data: &EmbeddingData) -> Vec<usize> {
        match self.way {
            Way::DrawnPairs => {
                let pairs =
                    balanced_pairs(&data.train_labels, DRAWN_PAIRS, &mut self.random);
                [pairs.first, pairs.second].concat()
            }
            Way::DrawnTriplets => {
                let triplets: Vec<_> =
                    (0..DRAWN_TRIPLETS).map(|_| self.draw_triplet(data)).collect();
                by_role(&triplets)
            }
            Way::Offline => {
                if self.steps.is_multiple_of(REFRESH) || self.pool.len() < DRAWN_TRIPLETS
                {
                    self.mine_offline(data);
                }
                let mut triplets: Vec<_> =
                    self.pool.drain(..DRAWN_TRIPLETS.min(self.pool.len())).collect();
                while triplets.len() < DRAWN_TRIPLETS {
                    triplets.push(self.draw_triplet(data));
                }
                by_role(&triplets)
            }
            _ => {
                let mut batch = Vec::new();
                for class in 0..CLASSES {
                    let of_class: Vec<usize> =
                        (class * TRAIN..(class + 1) * TRAIN).collect();
                    let chosen: [usize; OF_A_CLASS] = of_class
                        .sample_array(&mut self.random)
                        .expect("enough of a class");
                    batch.extend(chosen);
                }
                batch
            }
        }
    }

    fn draw_triplet(&mut self, data: &EmbeddingData) -> [usize; 3] {
        let pairs = balanced_pairs(&data.train_labels, 1, &mut self.random);
        let (anchor, positive) = (pairs.first[0], pairs.second[0]);
        let other = |&i: &usize| data.train_labels[i] != data.train_labels[anchor];
        let others: Vec<usize> = (0..data.train_labels.len()).filter(other).collect();
        let negative = *others.choose(&mut self.random).expect("there are ten classes");
        [anchor, positive, negative]
    }

    /// Mines all training samples with the network as it is now.
    fn mine_offline(&mut self, data: &EmbeddingData) {
        let samples = data.train_labels.len();
        let distances = pairwise_distances(&self.embed(&data.train), self.distance);
        self.embeddings += samples;
        self.distances += samples * (samples - 1) / 2;
        self.pool = semi_hard(&distances, &data.train_labels, self.margin);
        self.pool.shuffle(&mut self.random);
    }

    // ANCHOR: ways
    /// ∂L/∂x of the embeddings x of a step's samples.
    fn embedding_gradient(
        &mut self,
        x: &Array2<f64>,
        labels: &Array1<usize>,
    ) -> Array2<f64> {
        let triplet = Triplet::new(self.margin).expect("the settings keep m from 0 on");
        let triplet = triplet.with_distance(self.distance);
        let samples = x.nrows();
        let in_order = |roles: usize| -> Vec<Vec<usize>> {
            let part = samples / roles;
            (0..part).map(|i| (0..roles).map(|role| role * part + i).collect()).collect()
        };
        let triplets = match self.way {
            Way::DrawnPairs | Way::AllPairs => {
                let pairs: Vec<[usize; 2]> = if self.way == Way::DrawnPairs {
                    in_order(2).iter().map(|pair| [pair[0], pair[1]]).collect()
                } else {
                    (0..samples).flat_map(|i| (0..i).map(move |j| [i, j])).collect()
                };
                self.distances += pairs.len();
                return pair_gradient(x, labels, &pairs, self.margin);
            }
            Way::DrawnTriplets | Way::Offline => {
                let triplets = in_order(3);
                self.distances += 2 * triplets.len();
                triplets.iter().map(|t| [t[0], t[1], t[2]]).collect()
            }
            _ => {
                self.distances += samples * (samples - 1) / 2;
                let distances = pairwise_distances(x, self.distance);
                match self.way {
                    Way::SemiHard => semi_hard(&distances, labels, self.margin),
                    Way::Hardest => batch_hard(&distances, labels),
                    _ => all_triplets(labels),
                }
            }
        };
        mined_gradient(&triplet, x, &triplets)
    }
    // ANCHOR_END: ways
}

/// Anchors, then positives, then negatives.
fn by_role(triplets: &[[usize; 3]]) -> Vec<usize> {
    (0..3).flat_map(|role| triplets.iter().map(move |triplet| triplet[role])).collect()
}

/// The gradient of the contrastive loss: the mean over similar pairs and the mean over
/// dissimilar ones, half and half.
fn pair_gradient(
    x: &Array2<f64>,
    labels: &Array1<usize>,
    pairs: &[[usize; 2]],
    margin: f64,
) -> Array2<f64> {
    let loss = Contrastive::new(margin).expect("the settings keep m from 0 on");
    let mut gradient = Array2::zeros(x.raw_dim());
    for kind in [true, false] {
        let of_kind = |pair: &&[usize; 2]| (labels[pair[0]] == labels[pair[1]]) == kind;
        let pairs: Vec<&[usize; 2]> = pairs.iter().filter(of_kind).collect();
        let rows = |place: usize| -> Vec<usize> {
            pairs.iter().map(|pair| pair[place]).collect()
        };
        let [first, second] = [0, 1].map(|place| x.select(Axis(0), &rows(place)));
        let similar = Array1::from_elem(pairs.len(), kind);
        let gradients = loss.gradients(&first, &second, &similar);
        for (place, of_place) in gradients.iter().enumerate() {
            for (pair, of_row) in pairs.iter().zip(of_place.rows()) {
                gradient.row_mut(pair[place]).scaled_add(0.5, &of_row);
            }
        }
    }
    gradient
}
