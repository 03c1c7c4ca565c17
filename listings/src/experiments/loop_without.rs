//! The pipeline with one line left out, or written wrong.

use super::iris_training::{BATCH, Samples, decay_on_weights, divided, measure, parts};
use super::{Experiment, Setting};
use crate::data::{batches, iris, seeded};
use crate::losses::{CrossEntropy, Loss};
use crate::models::MultilayerPerceptron;
use crate::optimizers::{Adam, AdamW, Optimizer};
use crate::report::{Cell, Table};
use crate::schedules::{Cosine, Schedule};
use crate::statistics::mean;
use crate::training::{clip_norm, epoch_random};
use ndarray::{Array1, Axis};
use serde::Serialize;

const EPOCHS: usize = 60;

/// How often.
#[derive(Clone, Debug)]
pub struct Config {
    /// Seeds 1, 2, …
    pub seeds: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { seeds: 10 }
    }
}

/// One row a fault.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The complete loop first.
    pub rows: Vec<Row>,
    /// How many seeds.
    pub seeds: usize,
    /// Epochs, without early stopping.
    pub epochs: usize,
}

/// What a fault costs.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// What is left out or wrong.
    pub name: &'static str,
    /// The mean training loss of the last weights, without dropout.
    pub train_loss: f64,
    /// The mean test loss of the weights that are used.
    pub test_loss: f64,
    /// Their mean test accuracy.
    pub test_accuracy: f64,
    /// On how many seeds the test loss is higher than that of the complete loop.
    pub worse: usize,
}

/// A fault.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Fault {
    Nothing,
    Unshuffled,
    Unscaled,
    Accumulated,
    Unclipped,
    SteppedTwice,
    EvaluatedWithDropout,
    Last,
    SparedBiases,
}

use Fault::*;

const FAULTS: [(Fault, &str); 9] = [
    (Nothing, "nothing: the complete loop"),
    (Unshuffled, "the shuffle; flowers sorted by species"),
    (Unscaled, "the standardization"),
    (Accumulated, "the fresh gradient; it adds up over an epoch"),
    (Unclipped, "the clipping"),
    (SteppedTwice, "one clock; the schedule is stepped twice"),
    (EvaluatedWithDropout, "the switch; dropout also when the network is used"),
    (Last, "the best weights; the last are used"),
    (SparedBiases, "the decay of the biases, by parameter groups"),
];

fn sorted((inputs, classes): &Samples) -> Samples {
    let mut order: Vec<usize> = (0..classes.len()).collect();
    order.sort_by_key(|&index| classes[index]);
    (inputs.select(Axis(0), &order), classes.select(Axis(0), &order))
}

/// (training loss of the last weights, test loss, test accuracy).
fn train(fault: Fault, seed: u64) -> [f64; 3] {
    let divide = if fault == Unscaled { divided } else { parts };
    let [training, validation, test] = divide(&iris(), seed);
    let (x, y) = sorted(&training);
    let network = MultilayerPerceptron::new(&[4, 16, 8, 3]).with_dropout(0.2);
    let network = network.expect("a share");
    let mut theta = network.initial(&mut seeded(1000 + seed));
    let mut optimizer: Box<dyn Optimizer> = if fault == SparedBiases {
        Box::new(decay_on_weights(&network, 0.01))
    } else {
        Box::new(AdamW::new(Adam::default(), 0.01).expect("a decay"))
    };
    let updates = EPOCHS * y.len().div_ceil(BATCH);
    let cosine = Cosine::new(0.01, 0.0, updates).expect("a rate");
    let (mut step, mut best) = (0, (f64::INFINITY, theta.clone()));
    for epoch in 0..EPOCHS {
        let mut random = epoch_random(seed, epoch);
        let mut order = batches(y.len(), BATCH, &mut random);
        if fault == Unshuffled {
            let sorted: Vec<usize> = (0..y.len()).collect();
            order = sorted.chunks(BATCH).map(<[usize]>::to_vec).collect();
        }
        let mut sum = Array1::zeros(theta.len());
        for batch in order {
            let (x, y) = (x.select(Axis(0), &batch), y.select(Axis(0), &batch));
            let pass = network.forward_training(&theta, &x, &mut random);
            let pull = CrossEntropy::default().gradient(pass.output(), &y);
            let mut gradient = network.backward_through(&theta, &pass, &pull);
            if fault == Accumulated {
                sum += &gradient;
                gradient.assign(&sum);
            }
            if fault != Unclipped {
                clip_norm(&mut gradient, 1.0);
            }
            optimizer.step(cosine.rate(step), &mut theta, &gradient);
            step += if fault == SteppedTwice { 2 } else { 1 };
        }
        let loss = measure(&network, &theta, &validation).0;
        if loss < best.0 || fault == Last {
            best = (loss, theta.clone());
        }
    }
    let train_loss = measure(&network, &theta, &(x, y)).0;
    if fault == EvaluatedWithDropout {
        let pass = network.forward_training(&best.1, &test.0, &mut seeded(seed));
        let guesses = crate::evaluation::argmax_rows(pass.output());
        let right = guesses.iter().zip(&test.1).filter(|(a, b)| a == b).count();
        let loss = CrossEntropy::default().value(pass.output(), &test.1);
        return [train_loss, loss, right as f64 / test.1.len() as f64];
    }
    let (test_loss, accuracy) = measure(&network, &best.1, &test);
    [train_loss, test_loss, accuracy]
}

impl Experiment for Config {
    const NAME: &'static str = "loop-without";
    const QUESTION: &'static str = "What breaks when a line of the loop is left out?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![Setting::count("seeds", "seeds", &mut self.seeds, 1..=20)]
    }

    fn run(&self) -> Outcome {
        let of = |fault| -> Vec<[f64; 3]> {
            (1..=self.seeds as u64).map(|seed| train(fault, seed)).collect()
        };
        let complete = of(Nothing);
        let row = |(fault, name): (Fault, &'static str)| {
            let runs = if fault == Nothing { complete.clone() } else { of(fault) };
            let column = |which: usize| {
                mean(&runs.iter().map(|run| run[which]).collect::<Vec<f64>>())
            };
            let pairs = runs.iter().zip(&complete);
            Row {
                name,
                train_loss: column(0),
                test_loss: column(1),
                test_accuracy: column(2),
                worse: pairs.filter(|(run, complete)| run[1] > complete[1]).count(),
            }
        };
        let rows = FAULTS.into_iter().map(row).collect();
        Outcome { rows, seeds: self.seeds, epochs: EPOCHS }
    }

    fn table(outcome: &Outcome) -> Table {
        let headings = [
            "left out",
            "training loss",
            "test loss",
            "test accuracy",
            "seeds with a higher test loss",
        ];
        let title = format!(
            "{} epochs on irises, means of {} seeds",
            outcome.epochs, outcome.seeds
        );
        let mut table = Table::new(title, &headings);
        for row in &outcome.rows {
            table.row(vec![
                row.name.into(),
                Cell::number(row.train_loss, 3),
                Cell::number(row.test_loss, 3),
                Cell::number(row.test_accuracy, 3),
                Cell::Number(format!("{} of {}", row.worse, outcome.seeds)),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_losses_show_what_an_accuracy_on_thirty_flowers_cannot() {
        let outcome = Config::default().run();
        let complete = outcome.rows[0].test_accuracy;
        for ((fault, name), row) in FAULTS.into_iter().zip(&outcome.rows) {
            // A flower, and a rounding of the means.
            let apart = (row.test_accuracy - complete).abs();
            assert!(apart < 1.0 / 30.0 + 1e-9, "{name}: {apart}");
            if matches!(
                fault,
                Unshuffled | Unscaled | SteppedTwice | EvaluatedWithDropout
            ) {
                // Eight or more of ten by chance: 1 in 18.
                assert!(row.worse >= 8, "{name}: {}", row.worse);
            }
        }
    }
}
