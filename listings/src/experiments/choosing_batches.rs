//! Batches of 2 to 512 at equal samples and at equal updates, each size at its own best
//! rate, over seeds that no sweep has seen.

use super::choosing_sweep::{Method, Price, Tasks, best, cells_of, percent, schedule};
use super::choosing_task::{Kind, Task, Trial};
use super::{Experiment, Run, Setting, finish};
use crate::report::{Cell, Table};
use crate::statistics::Paired;
use crate::statistics::mean;
use serde::Serialize;
use std::rc::Rc;

/// Training points: the largest batch is all of them.
pub const POINTS: usize = 512;

/// Batch sizes.
pub const SIZES: [usize; 5] = [2, 8, 32, 128, POINTS];

/// The size with which the others are compared.
const USUAL: usize = 2;

/// The rates of a sweep.
pub const RATES: [f64; 6] = [0.01, 0.03, 0.1, 0.3, 1.0, 3.0];

/// Samples in a slice, and updates in it at most: small batches cost more each.
const SLICE: (usize, usize) = (2048, 128);

/// Two budgets, and an optimizer.
#[derive(Clone, Debug)]
pub struct Config {
    /// Passes over the points, where samples are equal.
    pub epochs: usize,
    /// Updates, where these are equal.
    pub updates: usize,
    /// Whether Adam trains, and not momentum.
    pub adam: bool,
    /// Seeds that judge.
    pub seeds: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { epochs: 6, updates: 48, adam: false, seeds: 10 }
    }
}

/// Both clocks, as far as they are measured.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Runs so far.
    pub done: usize,
    /// Runs in all.
    pub runs: usize,
    /// What trains.
    pub optimizer: &'static str,
    /// Training points.
    pub points: usize,
    /// Passes over the points, where samples are equal.
    pub epochs: usize,
    /// Samples seen, where these are equal.
    pub samples: usize,
    /// Updates, where these are equal.
    pub updates: usize,
    /// Seeds that judge.
    pub seeds: usize,
    /// One a batch size, at equal samples.
    pub by_samples: Vec<Row>,
    /// One a batch size, at equal updates.
    pub by_updates: Vec<Row>,
}

/// A batch size.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// b.
    pub batch: usize,
    /// Updates of a run.
    pub updates: usize,
    /// What the sweep found.
    pub sweep: Vec<Price>,
    /// The best rate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rate: Option<f64>,
    /// The mean test loss at it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub loss: Option<f64>,
    /// The test loss of each seed.
    pub losses: Vec<f64>,
    /// The difference to batches of 32, in percent of their loss.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub difference: Option<Paired>,
}

/// One batch size under one budget: first its sweep, then the runs at the best rate.
struct Tuning {
    batch: usize,
    updates: usize,
    /// Rate by rate, and seed by seed.
    sweep: Vec<Option<f64>>,
    losses: Vec<f64>,
}

impl Tuning {
    fn prices(&self, choosing: usize) -> Vec<Price> {
        let runs = self.sweep.chunks_exact(choosing);
        let price = |(&rate, runs): (&f64, &[Option<f64>])| {
            let sum: Option<f64> = runs.iter().copied().sum();
            Price { rate, loss: sum.map(|sum| sum / choosing as f64) }
        };
        RATES.iter().zip(runs).map(price).collect()
    }

    /// The rate and the task of the next run; none when all is done.
    fn next<'a>(&self, tasks: &'a Tasks) -> Option<(f64, &'a Rc<Task>)> {
        let choosing = tasks.choosing.len();
        let swept = self.sweep.len();
        if let Some(&rate) = RATES.get(swept / choosing) {
            return Some((rate, &tasks.choosing[swept % choosing]));
        }
        let task = tasks.judging.get(self.losses.len())?;
        Some((best(&self.prices(choosing)), task))
    }
}

/// A run that is not over.
struct Current {
    index: usize,
    rate: f64,
    trial: Trial,
    constant: f64,
    updates: usize,
}

struct Comparison {
    config: Config,
    tasks: Tasks,
    tunings: Vec<Tuning>,
    current: Option<Current>,
    done: usize,
}

impl Config {
    fn method(&self) -> Method {
        if self.adam { Method::Adam } else { Method::Momentum }
    }

    fn comparison(&self) -> Comparison {
        let tuning =
            |batch, updates| Tuning { batch, updates, sweep: vec![], losses: vec![] };
        let samples = SIZES.map(|b| tuning(b, self.epochs * POINTS.div_ceil(b)));
        let updates = SIZES.map(|b| tuning(b, self.updates));
        Comparison {
            tasks: Tasks::new(self.seeds, |seed| {
                Task::with_points(Kind::Moons, POINTS, seed)
            }),
            tunings: samples.into_iter().chain(updates).collect(),
            config: self.clone(),
            current: None,
            done: 0,
        }
    }
}

impl Comparison {
    fn runs(&self) -> usize {
        let each = RATES.len() * self.tasks.choosing.len() + self.tasks.judging.len();
        self.tunings.len() * each
    }

    fn begin(&self) -> Option<Current> {
        self.tunings.iter().enumerate().find_map(|(index, tuning)| {
            let (rate, task) = tuning.next(&self.tasks)?;
            let optimizer = self.config.method().optimizer();
            let trial = Trial::new(task, optimizer, tuning.batch);
            let constant = task.constant_loss();
            Some(Current { index, rate, trial, constant, updates: 0 })
        })
    }

    fn rows(&self, tunings: &[Tuning]) -> Vec<Row> {
        let usual = &tunings[USUAL].losses;
        let row = |tuning: &Tuning| {
            let sweep = tuning.prices(self.tasks.choosing.len());
            let losses = tuning.losses.clone();
            let is_whole = losses.len() == self.tasks.judging.len();
            let is_compared = is_whole && usual.len() == losses.len();
            let difference = is_compared.then(|| percent(&losses, usual));
            Row {
                batch: tuning.batch,
                updates: tuning.updates,
                rate: (sweep.len() == RATES.len()).then(|| best(&sweep)),
                sweep,
                loss: (!losses.is_empty()).then(|| mean(&losses)),
                losses,
                difference,
            }
        };
        tunings.iter().map(row).collect()
    }
}

impl Run<Outcome> for Comparison {
    fn advance(&mut self) {
        if self.current.is_none() {
            self.current = self.begin();
        }
        let Some(current) = &mut self.current else { return };
        let choosing = self.tasks.choosing.len();
        let tuning = &mut self.tunings[current.index];
        let slice = (SLICE.0 / tuning.batch).clamp(1, SLICE.1);
        let updates = slice.min(tuning.updates - current.updates);
        let fall = schedule(current.rate, true, tuning.updates);
        current.trial.train(&fall, updates);
        current.updates += updates;
        if current.updates == tuning.updates {
            let end = current.trial.test_loss();
            if tuning.sweep.len() < RATES.len() * choosing {
                tuning.sweep.push(end);
            } else {
                tuning.losses.push(end.unwrap_or(current.constant));
            }
            self.done += 1;
            self.current = None;
        }
    }

    fn progress(&self) -> f64 {
        let part = self.current.as_ref().map_or(0.0, |current| {
            current.updates as f64 / self.tunings[current.index].updates as f64
        });
        (self.done as f64 + part) / self.runs() as f64
    }

    fn outcome(&self) -> Outcome {
        let Config { epochs, updates, seeds, .. } = self.config;
        let (by_samples, by_updates) = self.tunings.split_at(SIZES.len());
        Outcome {
            done: self.done,
            runs: self.runs(),
            optimizer: self.config.method().name(),
            points: POINTS,
            epochs,
            samples: epochs * POINTS,
            updates,
            seeds,
            by_samples: self.rows(by_samples),
            by_updates: self.rows(by_updates),
        }
    }
}

impl Experiment for Config {
    const NAME: &'static str = "choosing-batches";
    const QUESTION: &'static str =
        "Which batch size is best, at equal samples and at equal updates?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::count("epochs", "epochs at equal samples", &mut self.epochs, 4..=16),
            Setting::count("updates", "equal updates", &mut self.updates, 20..=64),
            Setting::switch("adam", "Adam", &mut self.adam),
            Setting::count("seeds", "seeds", &mut self.seeds, 5..=12),
        ]
    }

    fn run(&self) -> Outcome {
        finish(self.start().expect("it has slices"))
    }

    fn start(&self) -> Option<Box<dyn Run<Outcome>>> {
        Some(Box::new(self.comparison()))
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!(
                "Two moons, {} points, {}: mean test loss of {} seeds, each batch size at its \
                 own rate, which falls to zero",
                outcome.points, outcome.optimizer, outcome.seeds
            ),
            &[
                "what is equal",
                "batch",
                "updates",
                "samples seen",
                "best rate",
                "test loss",
                "against 32, %",
                "95 % interval",
                "so it is",
            ],
        );
        let absent = || Cell::Number("–".to_string());
        for (equal, rows) in
            [("samples", &outcome.by_samples), ("updates", &outcome.by_updates)]
        {
            for row in rows {
                let mut cells = vec![
                    equal.into(),
                    Cell::count(row.batch),
                    Cell::count(row.updates),
                    Cell::count(row.updates * row.batch),
                    row.rate.map_or_else(absent, |rate| Cell::Number(rate.to_string())),
                    row.loss.map_or_else(absent, |loss| Cell::number(loss, 3)),
                ];
                let difference = row.difference.filter(|_| row.batch != SIZES[USUAL]);
                cells.extend(cells_of(difference));
                table.row(cells);
            }
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn short() -> Config {
        Config { epochs: 4, updates: 20, seeds: 5, ..Config::default() }
    }

    #[test]
    fn slices_add_up_to_all_runs_and_more_change_nothing() {
        let mut run = short().start().expect("it has slices");
        assert_eq!((run.progress(), run.outcome().done), (0.0, 0));
        let mut before = 0.0;
        while run.progress() < 1.0 {
            run.advance();
            assert!(run.progress() > before);
            before = run.progress();
        }
        let outcome = run.outcome();
        // Two budgets, five sizes, 6 · 3 + 5 runs.
        assert_eq!((outcome.done, outcome.runs), (230, 230));
        run.advance();
        assert_eq!(run.outcome().by_updates[4].losses, outcome.by_updates[4].losses);
        for rows in [&outcome.by_samples, &outcome.by_updates] {
            assert_eq!(rows[USUAL].difference.expect("it is whole").mean, 0.0);
            assert!(rows.iter().all(|row| row.losses.len() == 5));
        }
    }

    #[test]
    fn budgets_are_what_they_are_called() {
        let outcome = short().comparison().outcome();
        for row in &outcome.by_samples {
            assert_eq!(row.updates * row.batch, outcome.samples);
        }
        assert!(outcome.by_updates.iter().all(|row| row.updates == 20));
    }
}
