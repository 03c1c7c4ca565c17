//! Few points, a network that can learn them by heart, and points to see it by.

use super::iris_training::Samples;
use crate::data::{seeded, two_moons};
use crate::models::MultilayerPerceptron;
use crate::optimizers::Adam;
use crate::schedules::Constant;
use crate::training::{Classes, EachEpoch, Recipe, Training};

/// A run on them.
pub type Overfitting = Training<Adam, EachEpoch<Constant>>;

/// The task, test and fresh samples, and a run of so many epochs.
pub fn overfitting(
    points: [usize; 4],
    epochs: usize,
    seed: u64,
) -> (Classes, [Samples; 2], Overfitting) {
    let mut random = seeded(seed);
    let [training, validation, test, fresh] =
        points.map(|points| two_moons(points, 0.35, &mut random));
    let network = MultilayerPerceptron::new(&[2, 24, 24, 2]);
    let run = Training::new(
        Recipe::new(epochs, 10, seed).expect("there are epochs"),
        network.initial(&mut seeded(1000 + seed)),
        Adam::default(),
        EachEpoch(Constant::new(0.01).expect("a rate")),
    );
    (Classes { network, training, validation }, [test, fresh], run)
}
