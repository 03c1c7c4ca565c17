//! Three of the five rates on several seeds, in full batches and in batches of 50.

use super::rate_five::{self, SAMPLES};
use super::{Experiment, Setting};
use crate::report::{Cell, Table, number};
use serde::Serialize;

/// Batch sizes.
const BATCHES: [usize; 2] = [SAMPLES, 50];

/// The network of [`rate_five`] on several seeds.
#[derive(Clone, Debug)]
pub struct Config {
    /// Passes over the samples.
    pub epochs: usize,
    /// Seeds.
    pub seeds: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { epochs: 20, seeds: 5 }
    }
}

/// A row for each batch size and rate.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Passes over the samples.
    pub epochs: usize,
    /// Seeds.
    pub seeds: usize,
    /// Full batches first, the rates in their order.
    pub rows: Vec<Row>,
    /// On how many seeds the best of the five rates is 0.01, by batch size.
    pub hundredth_best: Vec<usize>,
    /// On how many it is 0.1.
    pub tenth_best: Vec<usize>,
}

/// One rate at one batch size.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// b.
    pub batch: usize,
    /// η.
    pub rate: f64,
    /// How many seeds diverged.
    pub diverged: usize,
    /// How many ended with all units off.
    pub dead: usize,
    /// The mean loss of the others; absent where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub loss: Option<f64>,
}

impl Experiment for Config {
    const NAME: &'static str = "rate-seeds";
    const QUESTION: &'static str = "Are the five rates the same story on every seed?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::count("epochs", "epochs", &mut self.epochs, 20..=60),
            Setting::count("seeds", "seeds", &mut self.seeds, 1..=10),
        ]
    }

    fn run(&self) -> Outcome {
        let mut outcome = Outcome {
            epochs: self.epochs,
            seeds: self.seeds,
            rows: Vec::new(),
            hundredth_best: Vec::new(),
            tenth_best: Vec::new(),
        };
        for batch in BATCHES {
            let runs: Vec<rate_five::Outcome> = (1..=self.seeds as u64)
                .map(|seed| {
                    let epochs = self.epochs;
                    let config =
                        rate_five::Config { batch, epochs, seed, ..Default::default() };
                    config.run()
                })
                .collect();
            for (index, rate) in rate_five::RATES.into_iter().enumerate() {
                let rows = || runs.iter().map(|run| (&run.rows[index], run.constant));
                let fell: Vec<f64> = rows()
                    .filter(|(row, constant)| {
                        row.diverged_at.is_none() && !row.is_dead(*constant)
                    })
                    .map(|(row, _)| row.loss)
                    .collect();
                let mean = fell.iter().sum::<f64>() / fell.len() as f64;
                outcome.rows.push(Row {
                    batch,
                    rate,
                    diverged: rows().filter(|(row, _)| row.diverged_at.is_some()).count(),
                    dead: rows().filter(|(row, constant)| row.is_dead(*constant)).count(),
                    loss: (!fell.is_empty()).then_some(mean),
                });
            }
            let best = |index| runs.iter().filter(|run| run.best == index).count();
            outcome.hundredth_best.push(best(2));
            outcome.tenth_best.push(best(3));
        }
        outcome
    }

    fn table(outcome: &Outcome) -> Table {
        let title = format!("{} seeds after {} epochs", outcome.seeds, outcome.epochs);
        let headings =
            ["batch", "rate η", "diverged", "all units off", "mean loss of the rest"];
        let mut table = Table::new(title, &headings);
        for row in &outcome.rows {
            let batch =
                if row.batch == SAMPLES { "all".into() } else { row.batch.to_string() };
            table.row(vec![
                Cell::Text(batch),
                Cell::Number(row.rate.to_string()),
                Cell::count(row.diverged),
                Cell::count(row.dead),
                Cell::Number(row.loss.map_or("none".into(), |loss| number(loss, 3))),
            ]);
        }
        table
    }
}
