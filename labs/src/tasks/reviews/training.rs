//! The transformer, and how it is trained.

use super::judgement::{CLASSES, judge};
use super::parts::{Part, Parts};
use crate::models::{Flat, FlatTask, Network, ReviewTransformer};
use crate::run::{Run, Stopped, Watch};
use listings::data::{batches, seeded};
use listings::labs::reviews::{Config, Norm, Outcome, Predictor, schedule};
use listings::losses::CrossEntropy;
use listings::models::{NormPlace, Transformer};
use listings::optimizers::{Adam, Optimizer};
use listings::training::{Task, check_finite, epoch_random};

/// In so many pieces of equal length the losses of the batches are averaged.
const PIECES: usize = 10;

/// A transformer that learns classes.
type Reading = FlatTask<ReviewTransformer, CrossEntropy, Part>;

fn transformer(predictor: &Predictor, length: usize, tokens: usize) -> ReviewTransformer {
    let Predictor::Transformer { norm, width, hidden, layers, heads, .. } = *predictor
    else {
        panic!("{predictor:?} is no transformer")
    };
    let norm = match norm {
        Norm::Before => NormPlace::Before,
        Norm::After => NormPlace::After,
    };
    let classes = CLASSES;
    let sizes = Transformer { tokens, length, width, hidden, layers, classes, norm };
    ReviewTransformer::new(sizes, heads)
}

// ANCHOR: train
/// Trains a transformer; fills in what came out.
pub(super) fn train(
    run: &Run<Config>,
    parts: Parts,
    watch: &Watch,
    outcome: &mut Outcome,
) -> Result<(), Stopped> {
    let Run { config, seed } = run;
    let Predictor::Transformer { fall, warmup, peak, epochs, batch, .. } =
        config.predictor
    else {
        panic!("{:?} is no transformer", config.predictor)
    };
    let network = transformer(&config.predictor, config.length, parts.tokens);
    let mut theta = network.layout().initial(&mut seeded(*seed));
    let Parts { train, held_out, test, .. } = parts;
    let task = Reading {
        flat: Flat::new(network),
        loss: CrossEntropy::default(),
        training: train,
        validation: held_out,
    };
    let steps = epochs * task.samples().div_ceil(batch);
    let schedule = schedule(fall, warmup, peak, steps).expect("a valid schedule");
    let (mut adam, mut losses) = (Adam::default(), Vec::new());
    for epoch in 0..epochs {
        let mut random = epoch_random(*seed, epoch);
        let order = batches(task.samples(), batch, &mut random);
        let is_finite = watch.time("training", || {
            order.iter().all(|batch| {
                let (loss, gradient) = task.gradient(&theta, batch, &mut random);
                if check_finite(loss, &gradient).is_err() {
                    return false;
                }
                adam.step(schedule.rate(losses.len()), &mut theta, &gradient);
                losses.push(loss);
                true
            })
        });
        watch.trained_on(task.samples())?;
        if !is_finite || theta.iter().any(|entry| !entry.is_finite()) {
            break;
        }
        let held_out = &task.validation;
        let scores = watch.time("evaluation", || task.outputs(&theta, held_out));
        outcome.validation.push(judge(&scores, held_out));
    }
    let piece = steps.div_ceil(PIECES);
    let mean = |piece: &[f64]| piece.iter().sum::<f64>() / piece.len() as f64;
    let brief = |value: f64| format!("{value:.2e}").parse().expect("a number");
    outcome.training = losses.chunks(piece).map(|piece| brief(mean(piece))).collect();
    if outcome.validation.len() == epochs {
        let scores = watch.time("evaluation", || task.outputs(&theta, &test));
        outcome.test = Some(judge(&scores, &test));
    }
    Ok(())
}
// ANCHOR_END: train

#[cfg(test)]
mod tests {
    use super::super::tests::{cosine, lab, small};
    use super::*;
    use crate::run::once;

    #[test]
    fn a_transformer_learns_and_one_that_overflows_says_so() {
        let lab = lab();
        for norm in [Norm::Before, Norm::After] {
            let outcome = once(&lab, small(cosine(norm, 0.02)), 1);
            assert_eq!((outcome.training.len(), outcome.validation.len()), (10, 3));
            // Of 48 steps the last pieces are below the first.
            let (first, last) = (outcome.training[0], outcome.training[9]);
            assert!(last < first - 0.1, "{norm:?}: {:?}", outcome.training);
            assert_eq!(outcome.last(), outcome.validation.last().copied());
        }
        let outcome = once(&lab, small(cosine(Norm::Before, 1e300)), 1);
        assert_eq!((outcome.last(), outcome.validation.len()), (None, 0));
        let json = serde_json::to_string(&outcome).unwrap();
        assert!(!json.contains("null"), "{json}");
        assert_eq!(serde_json::from_str::<Outcome>(&json).unwrap(), outcome);
    }
}
