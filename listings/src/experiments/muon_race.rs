//! Muon against momentum and AdamW on a network with matrices.

use super::newer_sweep::{Plan, Summary, Sweep};
use super::newer_training::{Contestant, RATES, least, mean_and_error};
use super::three_classes::samples;
use super::{Experiment, Setting};
use crate::report::{Cell, Format, Table};
use serde::Serialize;

/// The widths of the network.
pub const WIDTHS: [usize; 4] = [20, 32, 16, 3];

/// Training samples.
const SAMPLES: usize = 100;

/// Samples a step.
const BATCH: usize = 25;

/// Losses are noted after so many steps.
const EVERY: usize = 5;

/// Rates that are tried for each.
const TRIED: usize = 5;

/// Who takes part, and the position of the first rate that is tried.
const CONTESTANTS: [(Contestant, usize); 3] =
    [(Contestant::Momentum, 4), (Contestant::AdamW, 3), (Contestant::Muon, 4)];

/// The goal and the limit.
#[derive(Clone, Debug)]
pub struct Config {
    /// The training loss to reach.
    pub target: f64,
    /// Steps at most.
    pub steps: usize,
    /// Data sets and first weights.
    pub seeds: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { target: 0.1, steps: 80, seeds: 5 }
    }
}

/// All three.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The training loss to reach.
    pub target: f64,
    /// Steps at most.
    pub limit: usize,
    /// Data sets.
    pub seeds: usize,
    /// Momentum.
    pub momentum: Row,
    /// AdamW.
    pub adamw: Row,
    /// Muon.
    pub muon: Row,
}

/// One optimizer.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// Its name.
    pub name: &'static str,
    /// The rate at which the mean training loss is soonest below the target, to stay
    /// there; the one with the least in the end where none is.
    pub rate: f64,
    /// The first noted step from which it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub steps: Option<usize>,
    /// The mean training loss in the end at that rate.
    pub loss: f64,
    /// The mean test loss.
    pub test_loss: f64,
    /// The mean test accuracy.
    pub accuracy: f64,
    /// Its standard error.
    pub error: f64,
    /// Whether the rate is the first or last that was tried.
    pub at_edge: bool,
}

impl Outcome {
    /// All rows.
    pub fn rows(&self) -> [&Row; 3] {
        [&self.momentum, &self.adamw, &self.muon]
    }
}

impl Config {
    fn row(&self, sweep: &Sweep, contestant: usize) -> Row {
        let tried: Vec<Summary> = (0..TRIED)
            .map(|at| sweep.summary(contestant * TRIED + at).expect("all is done"))
            .collect();
        let arrival = |summary: &Summary| {
            let is_below =
                |loss: &&Option<f64>| loss.is_some_and(|loss| loss < self.target);
            let stays = summary.notes.iter().rev().take_while(is_below).count();
            (stays > 0).then(|| (summary.notes.len() - stays + 1) * EVERY)
        };
        // Of two that arrive at one step, the one that ends lower.
        let price = |summary: &Summary| {
            let steps = arrival(summary).unwrap_or(self.steps + EVERY);
            summary.loss.map(|loss| steps as f64 + (loss / 100.0).min(1.0))
        };
        let prices: Vec<Option<f64>> = tried.iter().map(price).collect();
        let best = least(&prices).expect("some rate trains");
        let summary = &tried[best];
        let (accuracy, error) = mean_and_error(&summary.accuracies);
        let (contestant, first) = CONTESTANTS[contestant];
        Row {
            name: contestant.name(),
            rate: RATES[first + best],
            steps: arrival(summary),
            loss: summary.loss.expect("the best is finite"),
            test_loss: summary.test_loss.unwrap_or(f64::MAX),
            accuracy,
            error,
            at_edge: best == 0 || best == TRIED - 1,
        }
    }
}

impl Experiment for Config {
    const NAME: &'static str = "muon-race";
    const QUESTION: &'static str = "Does Muon need fewer steps than AdamW and momentum?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real("target", "loss to reach", &mut self.target, 0.1..=0.8, 0.1),
            Setting::count("steps", "steps at most", &mut self.steps, 40..=100),
            Setting::count("seeds", "data sets", &mut self.seeds, 2..=8),
        ]
    }

    fn run(&self) -> Outcome {
        let data = (1..=self.seeds as u64).map(|seed| {
            let (train, test) = samples(SAMPLES, seed);
            [train, test]
        });
        let mut plans = Vec::new();
        for (contestant, first) in CONTESTANTS {
            plans.extend(RATES[first..first + TRIED].iter().map(|&rate| Plan {
                contestant,
                rate,
                falls: false,
                batch: BATCH,
                steps: self.steps,
                note_every: EVERY,
            }));
        }
        let mut sweep = Sweep::new(&WIDTHS, data.collect(), plans);
        while sweep.progress() < 1.0 {
            sweep.advance();
        }
        let [momentum, adamw, muon] = [0, 1, 2].map(|index| self.row(&sweep, index));
        Outcome {
            target: self.target,
            limit: self.steps,
            seeds: self.seeds,
            momentum,
            adamw,
            muon,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!(
                "Three classes, {SAMPLES} samples in batches of {BATCH}, each at its best rate; means of {} data sets",
                outcome.seeds
            ),
            &[
                "optimizer",
                "rate",
                "steps to stay below the target",
                "training loss",
                "test loss",
                "test accuracy",
            ],
        );
        for row in outcome.rows() {
            let steps = row.steps.map_or("none".into(), |steps| steps.to_string());
            table.row(vec![
                row.name.into(),
                Cell::Number(Format::default().apply(row.rate)),
                Cell::Number(steps),
                Cell::number(row.loss, 2),
                Cell::number(row.test_loss, 2),
                Cell::Number(Format::percent(1).apply(row.accuracy)),
            ]);
        }
        table
    }
}
