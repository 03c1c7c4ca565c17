//! The budget that each schedule needs for what a constant rate reaches in the longest.

use super::cyclical_budget::{SEEDS, at_peak, tasks};
use super::cyclical_training::Policy;
use super::{Experiment, Setting};
use crate::report::{Cell, Table};
use serde::Serialize;

/// The budgets, each twice the one before.
pub const BUDGETS: [usize; 4] = [50, 100, 200, 400];

/// The peaks that are tried, each twice the one before.
const PEAKS: [f64; 5] = [0.05, 0.1, 0.2, 0.4, 0.8];

/// The seeds.
#[derive(Clone, Debug)]
pub struct Config {
    /// The first of the seeds.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self { seed: 1 }
    }
}

/// A row a schedule.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Seeds that are averaged.
    pub seeds: usize,
    /// No schedule.
    pub constant: Row,
    /// Step decay.
    pub decay: Row,
    /// Linear to zero.
    pub linear: Row,
    /// 1cycle.
    pub one_cycle: Row,
    /// What a constant rate reaches in the longest budget.
    pub goal: f64,
}

/// One schedule at its best peak for each budget.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// Its name.
    pub name: &'static str,
    /// The mean training loss for each of [`BUDGETS`].
    pub losses: Vec<f64>,
    /// The best peak for each.
    pub peaks: Vec<f64>,
    /// The first budget that comes to the goal, and 0 where none does.
    pub reaches: usize,
}

impl Outcome {
    /// All four, in the order of the table.
    pub fn all(&self) -> [&Row; 4] {
        [&self.constant, &self.decay, &self.linear, &self.one_cycle]
    }
}

impl Experiment for Config {
    const NAME: &'static str = "cyclical-steps";
    const QUESTION: &'static str =
        "How many steps does 1cycle save, when every schedule has its best peak?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![Setting::seed(&mut self.seed)]
    }

    fn run(&self) -> Outcome {
        let tasks = tasks(self.seed, SEEDS);
        let row = |policy: Policy| {
            let best = BUDGETS.map(|steps| {
                let each = PEAKS.map(|peak| at_peak(policy, peak, steps, &tasks));
                let lowest = |a, b| f64::total_cmp(&a, &b).is_le();
                each.into_iter()
                    .reduce(|a, b| if lowest(a.train_loss, b.train_loss) { a } else { b })
                    .expect("there are peaks")
            });
            Row {
                name: policy.name(),
                losses: best.iter().map(|at| at.train_loss).collect(),
                peaks: best.iter().map(|at| at.peak).collect(),
                reaches: 0,
            }
        };
        let mut rows = Policy::ALL.map(row);
        let goal = rows[0].losses[BUDGETS.len() - 1];
        for row in &mut rows {
            let first = row.losses.iter().position(|&loss| loss <= goal);
            row.reaches = first.map_or(0, |index| BUDGETS[index]);
        }
        let [constant, decay, linear, one_cycle] = rows;
        Outcome { seeds: SEEDS, constant, decay, linear, one_cycle, goal }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut headings = vec!["schedule".to_string()];
        headings.extend(BUDGETS.map(|steps| format!("{steps} steps")));
        let headings: Vec<&str> = headings.iter().map(String::as_str).collect();
        let mut table = Table::new(
            format!("Training loss at the best peak, means of {} seeds", outcome.seeds),
            &headings,
        );
        for row in outcome.all() {
            let mut cells = vec![row.name.into()];
            for (loss, peak) in row.losses.iter().zip(&row.peaks) {
                let peak = peak.to_string();
                cells.push(Cell::Number(format!("{loss:.3} at {peak}")));
            }
            table.row(cells);
        }
        table
    }
}
