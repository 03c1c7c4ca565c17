//! Weight decay beside Adam's step, from none to 10, on few points or many.

use super::choosing_sweep::{Method, cells_of, percent};
use super::choosing_task::{Kind, Task, Trial};
use super::{Experiment, Run, Setting, finish};
use crate::optimizers::{Adam, AdamW, Optimizer};
use crate::report::{Cell, Format, Table};
use crate::schedules::Constant;
use crate::statistics::Paired;
use crate::statistics::mean;
use serde::Serialize;
use std::rc::Rc;

/// λ: none, and six powers of ten.
pub const DECAYS: [f64; 7] = [0.0, 1e-4, 1e-3, 1e-2, 0.1, 1.0, 10.0];

/// Points of a batch, or all where there are fewer.
const BATCH: usize = 32;

/// Updates in a slice.
const SLICE: usize = 100;

/// How much there is to learn from, and how far training goes.
#[derive(Clone, Debug)]
pub struct Config {
    /// Training points.
    pub points: usize,
    /// η.
    pub rate: f64,
    /// T.
    pub updates: usize,
    /// Seeds 1, 2, …
    pub seeds: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { points: 30, rate: 0.01, updates: 300, seeds: 10 }
    }
}

/// One row a λ, as far as they are measured.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Runs so far.
    pub done: usize,
    /// Runs in all.
    pub runs: usize,
    /// Training points.
    pub points: usize,
    /// η.
    pub rate: f64,
    /// T.
    pub updates: usize,
    /// Seeds.
    pub seeds: usize,
    /// In the order of [`DECAYS`].
    pub rows: Vec<Row>,
    /// The λ of the least mean test loss.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub best: Option<f64>,
    /// The λ that takes the share 1 − 1/e from a weight which no gradient pulls: 1/(ηT).
    pub scale: f64,
}

/// One λ.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// λ.
    pub decay: f64,
    /// (1 − ηλ)ᵀ, what is left of a weight that no gradient pulls.
    pub left: f64,
    /// The test loss of each seed.
    pub losses: Vec<f64>,
    /// Their mean.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub test_loss: Option<f64>,
    /// The mean training loss.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub training_loss: Option<f64>,
    /// The difference of the test loss to that without decay, in percent of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub difference: Option<Paired>,
}

struct Sweep {
    config: Config,
    tasks: Vec<Rc<Task>>,
    /// Test and training losses by λ.
    ends: Vec<Vec<(f64, f64)>>,
    current: Option<(Trial, usize)>,
    done: usize,
}

fn optimizer(decay: f64) -> Box<dyn Optimizer> {
    if decay == 0.0 {
        return Method::Adam.optimizer();
    }
    Box::new(AdamW::new(Adam::default(), decay).expect("the grid is above zero"))
}

impl Sweep {
    fn runs(&self) -> usize {
        DECAYS.len() * self.tasks.len()
    }
}

impl Run<Outcome> for Sweep {
    fn advance(&mut self) {
        let index = self.done / self.tasks.len();
        let Some(&decay) = DECAYS.get(index) else { return };
        let Config { rate, updates, .. } = self.config;
        let task = &self.tasks[self.done % self.tasks.len()];
        let (mut trial, so_far) = self.current.take().unwrap_or_else(|| {
            (Trial::new(task, optimizer(decay), BATCH.min(task.points())), 0)
        });
        let constant = Constant::new(rate).expect("the settings keep it above zero");
        let now = SLICE.min(updates - so_far);
        trial.train(&constant, now);
        if so_far + now < updates {
            self.current = Some((trial, so_far + now));
            return;
        }
        let or_constant =
            |loss: Option<f64>| loss.unwrap_or_else(|| task.constant_loss());
        let end = (or_constant(trial.test_loss()), or_constant(trial.training_loss()));
        self.ends[index].push(end);
        self.done += 1;
    }

    fn progress(&self) -> f64 {
        let so_far = self.current.as_ref().map_or(0, |(_, so_far)| *so_far);
        let part = so_far as f64 / self.config.updates as f64;
        (self.done as f64 + part) / self.runs() as f64
    }

    fn outcome(&self) -> Outcome {
        let Config { points, rate, updates, seeds } = self.config;
        let tests = |ends: &[(f64, f64)]| -> Vec<f64> {
            ends.iter().map(|(test, _)| *test).collect()
        };
        let free = tests(&self.ends[0]);
        let row = |(&decay, ends): (&f64, &Vec<(f64, f64)>)| {
            let losses = tests(ends);
            let trainings: Vec<f64> = ends.iter().map(|(_, train)| *train).collect();
            let difference = (losses.len() == seeds).then(|| percent(&losses, &free));
            Row {
                decay,
                left: (1.0 - rate * decay).max(0.0).powi(updates as i32),
                test_loss: (!losses.is_empty()).then(|| mean(&losses)),
                training_loss: (!losses.is_empty()).then(|| mean(&trainings)),
                losses,
                difference,
            }
        };
        let rows: Vec<Row> = DECAYS.iter().zip(&self.ends).map(row).collect();
        let is_whole = self.done == self.runs();
        let losses = rows.iter().filter_map(|row| Some((row.decay, row.test_loss?)));
        let best = losses.min_by(|a, b| a.1.total_cmp(&b.1)).filter(|_| is_whole);
        Outcome {
            done: self.done,
            runs: self.runs(),
            points,
            rate,
            updates,
            seeds,
            best: best.map(|(decay, _)| decay),
            scale: 1.0 / (rate * updates as f64),
            rows,
        }
    }
}

impl Experiment for Config {
    const NAME: &'static str = "choosing-decay";
    const QUESTION: &'static str =
        "Which weight decay is best, and what does that depend on?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::count("points", "training points", &mut self.points, 20..=400),
            Setting::real("rate", "rate η", &mut self.rate, 0.001..=0.1, 0.001)
                .logarithmic(),
            Setting::count("updates", "updates T", &mut self.updates, 100..=600),
            Setting::count("seeds", "seeds", &mut self.seeds, 5..=12),
        ]
    }

    fn run(&self) -> Outcome {
        finish(self.start().expect("it has slices"))
    }

    fn start(&self) -> Option<Box<dyn Run<Outcome>>> {
        let task = |seed| Rc::new(Task::with_points(Kind::Moons, self.points, seed));
        Some(Box::new(Sweep {
            config: self.clone(),
            tasks: (1..=self.seeds as u64).map(task).collect(),
            ends: vec![Vec::new(); DECAYS.len()],
            current: None,
            done: 0,
        }))
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!(
                "Two moons, {} points, AdamW at η = {}, {} updates: means of {} seeds",
                outcome.points, outcome.rate, outcome.updates, outcome.seeds
            ),
            &[
                "λ",
                "left of a weight",
                "training loss",
                "test loss",
                "against none, %",
                "95 % interval",
                "so it is",
            ],
        );
        let absent = || Cell::Number("–".to_string());
        for row in &outcome.rows {
            let mut cells = vec![
                Cell::Number(row.decay.to_string()),
                Cell::Number(Format::percent(1).apply(row.left)),
                row.training_loss.map_or_else(absent, |loss| Cell::number(loss, 3)),
                row.test_loss.map_or_else(absent, |loss| Cell::number(loss, 3)),
            ];
            cells.extend(cells_of(row.difference.filter(|_| row.decay > 0.0)));
            table.row(cells);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slices_add_up_and_more_change_nothing() {
        let config = Config { updates: 250, seeds: 5, ..Config::default() };
        let mut run = config.start().expect("it has slices");
        assert_eq!(run.progress(), 0.0);
        let mut slices = 0;
        while run.progress() < 1.0 {
            run.advance();
            slices += 1;
        }
        let outcome = run.outcome();
        // 7 · 5 runs of three slices: 100, 100 and 50 updates.
        assert_eq!((slices, outcome.done), (105, 35));
        run.advance();
        assert_eq!(run.outcome().rows[6].losses, outcome.rows[6].losses);
    }

    #[test]
    fn decay_costs_training_loss_and_the_least_of_it_changes_nothing() {
        let outcome = Config { updates: 200, seeds: 5, ..Config::default() }.run();
        let training: Vec<f64> =
            outcome.rows.iter().filter_map(|row| row.training_loss).collect();
        assert!(training[6] > training[5] && training[5] > training[0]);
        // ηλT = 0.0002: a five-thousandth of each weight.
        assert!((training[1] - training[0]).abs() < 1e-3);
        assert!((outcome.rows[5].left - 0.99_f64.powi(200)).abs() < 1e-12);
        assert_eq!(outcome.scale, 0.5);
    }
}
