//! Batches in the order of the data, shuffled once, and shuffled in every epoch.

use super::batch_line::{LineData, POINTS};
use super::{Experiment, Setting};
use crate::data::{batches, blobs, seeded};
use crate::losses::MeanSquaredError;
use crate::models::{Linear, Model};
use crate::optimizers::GradientDescent;
use crate::report::{Cell, Format, Table};
use crate::statistics::median;
use crate::training::epoch;
use ndarray::{Array1, Array2, Axis, array};
use serde::Serialize;

/// Samples of each class.
const PER_CLASS: usize = 100;

/// Samples of a batch.
const BATCH: usize = 10;

/// The same data in three orders.
#[derive(Clone, Debug)]
pub struct Config {
    /// η.
    pub rate: f64,
    /// Passes through the data.
    pub epochs: usize,
    /// How many data sets and orders are drawn.
    pub seeds: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { rate: 0.2, epochs: 10, seeds: 10 }
    }
}

/// Medians and extremes over the data sets.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Data sets.
    pub seeds: usize,
    /// Passes through the data.
    pub epochs: usize,
    /// Sorted by x, or by class; never shuffled.
    pub sorted: Order,
    /// Shuffled once, before the first epoch.
    pub once: Order,
    /// Shuffled before every epoch.
    pub every: Order,
    /// On how many data sets shuffling every time ends with a lower loss than the sorted
    /// order.
    pub every_beats_sorted: usize,
    /// The same against shuffling once.
    pub every_beats_once: usize,
}

/// One order.
#[derive(Clone, Debug, Serialize)]
pub struct Order {
    /// The line: the excess loss in the end, median over data sets.
    pub line_excess: f64,
    /// The worst of them.
    pub line_worst: f64,
    /// The two classes: the accuracy on all samples in the end, median.
    pub accuracy: f64,
    /// The worst of them.
    pub worst_accuracy: f64,
}

#[derive(Clone, Copy, PartialEq)]
enum Shuffle {
    Never,
    Once,
    Every,
}

impl Config {
    /// θ of a linear model under the squared error after all epochs.
    fn train(
        &self,
        (inputs, target): (&Array2<f64>, &Array1<f64>),
        shuffle: Shuffle,
        seed: u64,
    ) -> Array1<f64> {
        let model = Linear { features: inputs.ncols() };
        let mut theta = Array1::zeros(model.parameters());
        let mut random = seeded(seed);
        let n = target.len();
        let in_order: Vec<usize> = (0..n).collect();
        let mut cut: Vec<Vec<usize>> = in_order.chunks(BATCH).map(Into::into).collect();
        if shuffle == Shuffle::Once {
            cut = batches(n, BATCH, &mut random);
        }
        for _ in 0..self.epochs {
            if shuffle == Shuffle::Every {
                cut = batches(n, BATCH, &mut random);
            }
            epoch(
                &model,
                &MeanSquaredError,
                (inputs, target),
                &cut,
                &mut theta,
                &mut GradientDescent,
                self.rate,
            )
            .expect("the settings keep the rate below the border of every batch");
        }
        theta
    }

    /// The excess loss of the line of this seed.
    fn line(&self, shuffle: Shuffle, seed: u64) -> f64 {
        let data = LineData::new(seed);
        let mut order: Vec<usize> = (0..POINTS).collect();
        order.sort_by(|&i, &j| data.inputs[[i, 0]].total_cmp(&data.inputs[[j, 0]]));
        let inputs = data.inputs.select(Axis(0), &order);
        let target = data.target.select(Axis(0), &order);
        let theta = self.train((&inputs, &target), shuffle, seed + 1000);
        data.excess(theta[0], theta[1])
    }

    /// The accuracy on two overlapping blobs, the first class first.
    fn classes(&self, shuffle: Shuffle, seed: u64) -> f64 {
        let centers = array![[-1.0, -0.5], [1.0, 0.5]];
        let (inputs, classes) = blobs(&centers, 0.8, PER_CLASS, &mut seeded(seed));
        // The blobs may come in any order.
        let mut order: Vec<usize> = (0..classes.len()).collect();
        order.sort_by_key(|&i| classes[i]);
        let inputs = inputs.select(Axis(0), &order);
        let target = order.iter().map(|&i| if classes[i] == 1 { 1.0 } else { -1.0 });
        let target: Array1<f64> = target.collect();
        let theta = self.train((&inputs, &target), shuffle, seed + 1000);
        let prediction = Linear { features: 2 }.predict(&theta, &inputs);
        let right = prediction.iter().zip(&target).filter(|(p, y)| *p * *y > 0.0);
        right.count() as f64 / target.len() as f64
    }

    fn order(&self, shuffle: Shuffle) -> (Order, Vec<f64>) {
        let seeds = || 1..=self.seeds as u64;
        let excess: Vec<f64> = seeds().map(|seed| self.line(shuffle, seed)).collect();
        let accuracy: Vec<f64> =
            seeds().map(|seed| self.classes(shuffle, seed)).collect();
        let order = Order {
            line_excess: median(&excess),
            line_worst: excess.iter().copied().fold(0.0, f64::max),
            accuracy: median(&accuracy),
            worst_accuracy: accuracy.iter().copied().fold(1.0, f64::min),
        };
        (order, excess)
    }
}

impl Experiment for Config {
    const NAME: &'static str = "batch-order";
    const QUESTION: &'static str = "Does the order of the data matter?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real("rate", "rate η", &mut self.rate, 0.01..=0.2, 0.01),
            Setting::count("epochs", "epochs", &mut self.epochs, 1..=20),
            Setting::count("seeds", "data sets", &mut self.seeds, 3..=10),
        ]
    }

    fn run(&self) -> Outcome {
        let (sorted, sorted_excess) = self.order(Shuffle::Never);
        let (once, once_excess) = self.order(Shuffle::Once);
        let (every, excess) = self.order(Shuffle::Every);
        let beats = |other: &[f64]| {
            excess.iter().zip(other).filter(|(every, other)| every < other).count()
        };
        Outcome {
            seeds: self.seeds,
            epochs: self.epochs,
            every_beats_sorted: beats(&sorted_excess),
            every_beats_once: beats(&once_excess),
            sorted,
            once,
            every,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!(
                "Batches of {BATCH}, {} epochs, {} data sets",
                outcome.epochs, outcome.seeds
            ),
            &[
                "order",
                "line: excess loss, median",
                "worst",
                "classes: accuracy, median",
                "worst accuracy",
            ],
        );
        let percent = |share: f64| Cell::Number(Format::percent(1).apply(share));
        for (name, order) in [
            ("sorted by x or by class", &outcome.sorted),
            ("shuffled once", &outcome.once),
            ("shuffled in every epoch", &outcome.every),
        ] {
            table.row(vec![
                name.into(),
                Cell::number(order.line_excess, 5),
                Cell::number(order.line_worst, 5),
                percent(order.accuracy),
                percent(order.worst_accuracy),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sorted_order_costs_both_problems() {
        let outcome = Config::default().run();
        assert!(outcome.sorted.line_excess > 3.0 * outcome.every.line_excess);
        assert!(outcome.sorted.accuracy < outcome.every.accuracy - 0.1);
        assert!(outcome.every_beats_sorted >= 8);
    }
}
