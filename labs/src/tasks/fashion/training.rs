//! A run: trained, judged by the validation part on the way, and by the test part if it is
//! for that.

use super::parts::{Parts, Pixels};
use crate::models::{Flat, FlatTask, Network, Samples};
use crate::run::{Run, Stopped, Watch};
use listings::data::{batches, seeded};
use listings::evaluation::argmax_rows;
use listings::labs::fashion::{Config, Model, Outcome, Quality, Stage};
use listings::labs::rounded;
use listings::losses::{CrossEntropy, Loss};
use listings::schedules::{Cosine, Schedule};
use listings::training::{Task, check_finite, epoch_random};
use ndarray::{Array1, Array2};

/// A network, cross-entropy, and images.
type Classifying<N> = FlatTask<N, CrossEntropy, Pixels>;

/// θ at the end, if training came there, and validation accuracies on the way.
struct Trained {
    theta: Option<Array1<f64>>,
    curve: Vec<f64>,
}

// ANCHOR: train
/// Trains from θ by the optimizer and the rate of `config`; ends early where a loss or a
/// gradient is not finite.
fn train<N>(
    task: &Classifying<N>,
    mut theta: Array1<f64>,
    config: &Config,
    seed: u64,
    watch: &Watch,
) -> Result<Trained, Stopped>
where
    N: Network<Batch = Array2<f64>>,
{
    let Config { rate, epochs, batch, .. } = *config;
    let mut optimizer = config.method.optimizer();
    let steps = epochs * task.samples().div_ceil(batch);
    let schedule =
        Cosine::new(rate, 0.0, steps).unwrap_or_else(|error| panic!("{error}"));
    let (mut step, mut curve) = (0, Vec::new());
    for epoch in 0..epochs {
        let mut random = epoch_random(seed, epoch);
        let is_finite = watch.time("training", || {
            for batch in batches(task.samples(), batch, &mut random) {
                let (loss, gradient) = task.gradient(&theta, &batch, &mut random);
                if check_finite(loss, &gradient).is_err() {
                    return false;
                }
                watch.time("step", || {
                    optimizer.step(schedule.rate(step), &mut theta, &gradient);
                });
                step += 1;
            }
            true
        });
        watch.trained_on(task.samples())?;
        let quality = watch.time("evaluation", || judge(task, &theta, &task.validation));
        match quality.filter(|_| is_finite) {
            Some(quality) => curve.push(quality.accuracy),
            None => return Ok(Trained { theta: None, curve }),
        }
    }
    Ok(Trained { theta: Some(theta), curve })
}
// ANCHOR_END: train

/// Accuracy and loss; `None` where an output is not finite.
fn judge<N>(task: &Classifying<N>, theta: &Array1<f64>, part: &Pixels) -> Option<Quality>
where
    N: Network<Batch = Array2<f64>>,
{
    let outputs = task.outputs(theta, part);
    if outputs.iter().any(|output| !output.is_finite()) {
        return None;
    }
    let found = argmax_rows(&outputs);
    let hits = found.iter().zip(&part.labels).filter(|(found, label)| found == label);
    Some(Quality {
        accuracy: rounded(hits.count() as f64 / part.len() as f64),
        loss: rounded(task.loss.value(&outputs, &part.labels)),
    })
}

/// A run of one network: trained, and judged by the test part if it is for that.
pub(super) fn run<N>(
    network: N,
    parts: Parts,
    Run { config, seed }: &Run<Config>,
    watch: &Watch,
) -> Result<Outcome, Stopped>
where
    N: Network<Batch = Array2<f64>>,
{
    let Parts { train: training, validation, test } = parts;
    let theta = match config.model {
        // Convex: where it starts decides nothing but how far it has to go.
        Model::Softmax => Array1::zeros(network.layout().parameters()),
        _ => network.layout().initial(&mut seeded(*seed)),
    };
    let (flat, loss) = (Flat::new(network), CrossEntropy::default());
    let task = FlatTask { flat, loss, training, validation };
    let Trained { theta, curve } = train(&task, theta, config, *seed, watch)?;
    let theta = theta.filter(|_| config.stage == Stage::Final);
    let judged =
        |part: &Pixels| watch.time("evaluation", || judge(&task, theta.as_ref()?, part));
    Ok(Outcome {
        parameters: task.flat.parameters(),
        curve,
        train: judged(&task.training),
        test: judged(&test),
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{config, lab};
    use super::*;
    use crate::models::TableNetwork;
    use crate::run::once;
    use listings::optimizers::Momentum;
    use listings::training::{EachUpdate, Recipe, Training};
    use std::sync::atomic::AtomicBool;

    #[test]
    fn softmax_regression_learns_and_the_seed_decides() {
        let lab = lab();
        let tuning = config(Model::Softmax, 0.003);
        let found = once(&lab, tuning, 1);
        // Ten classes: chance is 0.1.
        assert!(found.curve.iter().all(|&accuracy| accuracy > 0.3), "{found:?}");
        assert_eq!(found.parameters, 1970);
        assert_ne!(once(&lab, tuning, 2), found);
    }

    #[test]
    fn what_diverges_ends_early_and_is_not_judged() {
        let run = Config { stage: Stage::Final, ..config(Model::Perceptron(8), 1e200) };
        let found = once(&lab(), run, 1);
        assert_eq!((found.train, found.test), (None, None));
        assert!(found.curve.len() < 2, "{found:?}");
    }

    #[test]
    fn the_loop_is_that_of_the_book() {
        let config = config(Model::Perceptron(8), 0.01);
        let Parts { train: training, validation, .. } = lab().parts(&config, 3);
        let (flat, loss) =
            (Flat::new(TableNetwork::new(&[196, 8, 10])), CrossEntropy::default());
        let task = FlatTask { flat, loss, training, validation };
        let start = task.flat.network().layout().initial(&mut seeded(3));
        // Two epochs of ten batches.
        let rates = EachUpdate(Cosine::new(0.01, 0.0, 20).unwrap());
        let recipe = Recipe::new(2, 64, 3).unwrap();
        let mut book = Training::new(recipe, start.clone(), Momentum::default(), rates);
        book.train(&task, |_| ()).unwrap();
        let stop = AtomicBool::new(false);
        let found =
            crate::run::alone(|| train(&task, start, &config, 3, &Watch::new(&stop)));
        // The same operations in the same order.
        assert_eq!(found.unwrap().theta.as_ref(), Some(book.theta()));
    }
}
