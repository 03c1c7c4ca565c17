//! Adam first and momentum at the end, against either of them alone, and against Adam that
//! only changes its rate at the same moment.

use super::choosing_sweep::{
    Method, Tasks, best, cells_of, judged, percent, schedule, sweep,
};
use super::choosing_task::{Kind, Task, Trial};
use super::{Experiment, Setting};
use crate::report::{Cell, Table};
use crate::statistics::Paired;
use crate::statistics::mean;
use serde::Serialize;
use std::rc::Rc;

/// Points of a batch.
const BATCH: usize = 16;

/// The grid of every sweep.
const RATES: [f64; 5] = [0.003, 0.01, 0.03, 0.1, 0.3];

/// The tasks.
const TASKS: [Kind; 3] = [Kind::Moons, Kind::Classes, Kind::Friedman];

/// The training, and how often it is repeated.
#[derive(Clone, Debug)]
pub struct Config {
    /// T, the updates of a run; the optimizer changes after half of them.
    pub updates: usize,
    /// Whether all rates fall to zero in a straight line.
    pub falls: bool,
    /// Seeds that judge.
    pub seeds: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { updates: 200, falls: false, seeds: 10 }
    }
}

/// Three tasks.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// T.
    pub updates: usize,
    /// Whether the rates fall.
    pub falls: bool,
    /// Seeds that judge.
    pub seeds: usize,
    /// One a task.
    pub tasks: Vec<OfTask>,
}

/// One task.
#[derive(Clone, Debug, Serialize)]
pub struct OfTask {
    /// Its name.
    pub task: &'static str,
    /// Adam, momentum, Adam and then momentum, Adam and then Adam at a second rate.
    pub rows: Vec<Row>,
    /// The switch to momentum against the better of Adam and momentum, in percent of its loss.
    pub against_better: Paired,
    /// The switch to momentum against Adam at a second rate, in percent of its loss.
    pub against_cut: Paired,
}

/// One way to train.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// What trains.
    pub name: &'static str,
    /// η, or that of the first half.
    pub rate: f64,
    /// η of the second half, where it is another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub second: Option<f64>,
    /// The mean test loss.
    pub loss: f64,
    /// The test loss of each seed.
    pub losses: Vec<f64>,
    /// The difference to Adam alone, in percent of its mean loss.
    pub difference: Paired,
}

impl Config {
    fn first_half(&self, task: &Rc<Task>, method: Method, rate: f64) -> Trial {
        let mut trial = Trial::new(task, method.optimizer(), BATCH);
        trial.train(&schedule(rate, self.falls, self.updates), self.updates / 2);
        trial
    }

    fn second_half(&self, mut trial: Trial, rate: f64) -> Option<f64> {
        let rest = self.updates - self.updates / 2;
        trial.train(&schedule(rate, self.falls, self.updates), rest);
        trial.test_loss()
    }

    /// One optimizer throughout: its rate and its losses.
    fn alone(&self, tasks: &Tasks, method: Method) -> (f64, Vec<f64>) {
        let run = |task: &Rc<Task>, rate: f64| {
            self.second_half(self.first_half(task, method, rate), rate)
        };
        let rate = best(&sweep(&tasks.choosing, &RATES, run));
        (rate, judged(&tasks.judging, |task| run(task, rate)))
    }

    /// Adam at its rate for the first half, then another optimizer at a rate of a second
    /// sweep: that rate and the losses.
    fn switched(&self, tasks: &Tasks, first: f64, method: Method) -> (f64, Vec<f64>) {
        let halves = |tasks: &[Rc<Task>]| -> Vec<Trial> {
            let half = |task| self.first_half(task, Method::Adam, first);
            tasks.iter().map(half).collect()
        };
        let finish = |half: &Trial, rate: f64| {
            self.second_half(half.handed_to(method.optimizer()), rate)
        };
        let choosing = halves(&tasks.choosing);
        // The sweep goes through the tasks in their order, again and again.
        let mut next = choosing.iter().cycle();
        let prices = sweep(&tasks.choosing, &RATES, |_, rate| {
            finish(next.next().expect("it has no end"), rate)
        });
        let rate = best(&prices);
        let judging = halves(&tasks.judging);
        let mut next = judging.iter();
        let losses =
            judged(&tasks.judging, |_| finish(next.next().expect("one a task"), rate));
        (rate, losses)
    }

    fn of_task(&self, kind: Kind) -> OfTask {
        let tasks = Tasks::of(kind, self.seeds);
        let (adam_rate, adam) = self.alone(&tasks, Method::Adam);
        let (momentum_rate, momentum) = self.alone(&tasks, Method::Momentum);
        let (finish_rate, finish) = self.switched(&tasks, adam_rate, Method::Momentum);
        let (cut_rate, cut) = self.switched(&tasks, adam_rate, Method::Adam);
        let better = if mean(&momentum) < mean(&adam) { &momentum } else { &adam };
        let row = |name, rate, second, losses: &[f64]| Row {
            name,
            rate,
            second,
            loss: mean(losses),
            losses: losses.to_vec(),
            difference: percent(losses, &adam),
        };
        OfTask {
            task: kind.name(),
            against_better: percent(&finish, better),
            against_cut: percent(&finish, &cut),
            rows: vec![
                row("Adam", adam_rate, None, &adam),
                row("momentum", momentum_rate, None, &momentum),
                row("Adam, then momentum", adam_rate, Some(finish_rate), &finish),
                row("Adam, then a new Adam", adam_rate, Some(cut_rate), &cut),
            ],
        }
    }
}

impl Experiment for Config {
    const NAME: &'static str = "choosing-finish";
    const QUESTION: &'static str =
        "Does it pay to start with Adam and to finish with momentum?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::count("updates", "updates T", &mut self.updates, 100..=400),
            Setting::switch("falls", "rates fall to zero", &mut self.falls),
            Setting::count("seeds", "seeds", &mut self.seeds, 5..=12),
        ]
    }

    fn run(&self) -> Outcome {
        let Self { updates, falls, seeds } = *self;
        let tasks = TASKS.into_iter().map(|kind| self.of_task(kind)).collect();
        Outcome { updates, falls, seeds, tasks }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!(
                "{} updates on batches of {BATCH}, {}: mean test loss of {} seeds",
                outcome.updates,
                if outcome.falls {
                    "all rates falling to zero"
                } else {
                    "constant rates"
                },
                outcome.seeds
            ),
            &[
                "task, optimizer",
                "rate",
                "rate of the second half",
                "test loss",
                "against Adam alone, %",
                "95 % interval",
                "so it is",
            ],
        );
        for of_task in &outcome.tasks {
            for (index, row) in of_task.rows.iter().enumerate() {
                let mut cells = vec![
                    Cell::Text(format!("{}: {}", of_task.task, row.name)),
                    Cell::Number(row.rate.to_string()),
                    row.second.map_or_else(
                        || Cell::Number("–".to_string()),
                        |rate| Cell::Number(rate.to_string()),
                    ),
                    Cell::number(row.loss, 3),
                ];
                cells.extend(cells_of((index > 0).then_some(row.difference)));
                table.row(cells);
            }
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_switch_from_momentum_to_the_same_run_would_be_seen() {
        // Handing over to a new optimizer at the same rate is not the run without: Adam's
        // means start anew. If the halves were mixed up between tasks, the losses of the
        // switch would belong to other data.
        let config = Config { updates: 40, seeds: 5, ..Config::default() };
        let tasks = Tasks::of(Kind::Moons, 5);
        let (_, switched) = config.switched(&tasks, 0.03, Method::Momentum);
        let rate = config.switched(&tasks, 0.03, Method::Momentum).0;
        for (task, loss) in tasks.judging.iter().zip(switched) {
            let half = config.first_half(task, Method::Adam, 0.03);
            let whole =
                config.second_half(half.handed_to(Method::Momentum.optimizer()), rate);
            assert_eq!(whole, Some(loss));
        }
    }

    #[test]
    fn every_arm_is_judged_on_the_same_seeds() {
        let outcome = Config { updates: 100, seeds: 5, ..Config::default() }.run();
        assert_eq!(outcome.tasks.len(), 3);
        for task in &outcome.tasks {
            assert!(task.rows.iter().all(|row| row.losses.len() == 5));
            assert_eq!(task.rows[0].difference.mean, 0.0);
            assert_eq!(task.rows[2].rate, task.rows[0].rate);
        }
    }
}
