//! The pipeline of the chapter: three species of irises, from the table to a trained
//! network.

use crate::data::{Standardization, iris, seeded, stratified_split};
use crate::evaluation::argmax_rows;
use crate::losses::{CrossEntropy, Loss};
use crate::models::{Block, Model, MultilayerPerceptron};
use crate::optimizers::{Adam, AdamW, DecoupledDecay, Group, ParameterGroups};
use crate::schedules::Cosine;
use crate::training::{Classes, Clip, EachUpdate, EarlyStopping, Recipe, Training};
use ndarray::{Array1, Array2, Axis};

/// Inputs, one sample a row, and their classes.
pub type Samples = (Array2<f64>, Array1<usize>);

/// The training of this pipeline.
pub type IrisTraining = Training<AdamW, EachUpdate<Cosine>>;

/// Samples in a batch.
pub const BATCH: usize = 16;

/// The settings of the pipeline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settings {
    /// Epochs without progress until it stops.
    pub patience: usize,
    /// The largest norm of a gradient.
    pub clip: f64,
    /// The probability that a hidden unit is left out in training.
    pub dropout: f64,
    /// Epochs at most; the cosine ends with the last.
    pub epochs: usize,
    /// The seed of the split, the first weights, the batches and the masks.
    pub seed: u64,
}

impl Default for Settings {
    fn default() -> Self {
        Self { patience: 15, clip: 1.0, dropout: 0.2, epochs: 100, seed: 1 }
    }
}

// ANCHOR: parts
/// Training, validation and test samples: 64 %, 16 % and 20 %, in centimeters.
pub fn divided((inputs, classes): &Samples, seed: u64) -> [Samples; 3] {
    let select = |rows: &[usize]| -> Samples {
        (inputs.select(Axis(0), rows), classes.select(Axis(0), rows))
    };
    let mut random = seeded(seed);
    let (others, test) = stratified_split(classes, 0.2, &mut random);
    // The rest is divided once more, by positions in it.
    let kinds = classes.select(Axis(0), &others);
    let (train, validation) = stratified_split(&kinds, 0.2, &mut random);
    let rest = |part: Vec<usize>| -> Vec<usize> {
        part.into_iter().map(|position| others[position]).collect()
    };
    [select(&rest(train)), select(&rest(validation)), select(&test)]
}

/// The same, standardized.
pub fn parts(data: &Samples, seed: u64) -> [Samples; 3] {
    let parts = divided(data, seed);
    // Fitted to the training samples alone, applied to all.
    let scale = Standardization::fit(&parts[0].0);
    parts.map(|(inputs, classes)| (scale.apply(&inputs), classes))
}
// ANCHOR_END: parts

// ANCHOR: pipeline
/// The task, the test samples, and a run that has not begun.
pub fn pipeline(data: &Samples, settings: Settings) -> (Classes, Samples, IrisTraining) {
    let Settings { patience, clip, dropout, epochs, seed } = settings;
    let valid = "valid settings";
    let [training, validation, test] = parts(data, seed);
    let network =
        MultilayerPerceptron::new(&[4, 16, 8, 3]).with_dropout(dropout).expect(valid);
    let updates = epochs * training.1.len().div_ceil(BATCH);
    let recipe = Recipe::new(epochs, BATCH, seed).expect(valid);
    let run = Training::new(
        recipe.with_clipping(Clip::Norm(clip)).expect(valid),
        network.initial(&mut seeded(1000 + seed)),
        DecoupledDecay::new(Adam::default(), 0.01).expect(valid),
        EachUpdate(Cosine::new(0.01, 0.0, updates).expect(valid)),
    )
    .with_early_stopping(EarlyStopping::new(patience, 0.0).expect(valid));
    (Classes { network, training, validation }, test, run)
}
// ANCHOR_END: pipeline

// ANCHOR: groups
/// AdamW whose decay spares the biases: weights and biases are groups of their own.
pub fn decay_on_weights(
    network: &MultilayerPerceptron,
    decay: f64,
) -> ParameterGroups<AdamW> {
    let group = |block: Block| {
        let own = if block.matrix.is_some() { decay } else { 0.0 };
        let adamw =
            DecoupledDecay::new(Adam::default(), own).expect("a decay of at least 0");
        Group::of(block.range, adamw)
    };
    let groups = network.blocks().into_iter().map(group).collect();
    ParameterGroups::new(groups).expect("the blocks of a network cover it in order")
}
// ANCHOR_END: groups

/// The pipeline on the flowers.
pub fn iris_pipeline(settings: Settings) -> (Classes, Samples, IrisTraining) {
    pipeline(&iris(), settings)
}

/// The cross-entropy and the share of right answers, without dropout.
pub fn measure(
    network: &MultilayerPerceptron,
    theta: &Array1<f64>,
    (inputs, classes): &Samples,
) -> (f64, f64) {
    let logits = network.predict(theta, inputs);
    let guesses = argmax_rows(&logits);
    let right =
        guesses.iter().zip(classes).filter(|(guess, class)| guess == class).count();
    (CrossEntropy::default().value(&logits, classes), right as f64 / classes.len() as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_flower_is_in_one_part_and_only_the_training_part_is_centered() {
        let data = iris();
        for seed in 1..=3 {
            let [training, validation, test] = parts(&data, seed);
            let sizes = [&training, &validation, &test].map(|part| part.1.len());
            assert_eq!(sizes, [96, 24, 30]);
            for (part, of_a_kind) in [(&training, 32), (&validation, 8), (&test, 10)] {
                for class in 0..3 {
                    let count = part.1.iter().filter(|&&other| other == class).count();
                    assert_eq!(count, of_a_kind);
                }
            }
            let means = |part: &Samples| part.0.mean_axis(Axis(0)).expect("samples");
            // Rounding of numbers about 1.
            assert!(means(&training).iter().all(|mean| mean.abs() < 1e-13));
            assert!(means(&test).iter().any(|mean| mean.abs() > 1e-3));
        }
    }

    #[test]
    fn it_learns_the_flowers() {
        let (task, test, mut run) = iris_pipeline(Settings::default());
        run.train(&task, |_| ()).unwrap();
        // A third of the answers would be right by chance.
        assert!(measure(&task.network, run.weights(), &test).1 > 0.8);
    }
}
