//! One budget of steps, four schedules, each at many peaks: which is ahead, and what the
//! others have to do with it.

use super::cyclical_training::{Policy, Task, Trained};
use super::{Experiment, Run, Setting, finish};
use crate::report::{Cell, Table};
use serde::Serialize;

/// The peaks that are tried, each twice the one before.
pub const PEAKS: [f64; 6] = [0.05, 0.1, 0.2, 0.4, 0.8, 1.6];

/// Seeds that are averaged.
pub const SEEDS: usize = 5;

/// Looks at the training loss in a run.
const LOOKS: usize = 25;

/// The budget.
#[derive(Clone, Debug)]
pub struct Config {
    /// T.
    pub steps: usize,
    /// The first of the seeds.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self { steps: 100, seed: 1 }
    }
}

/// The runs so far.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// T.
    pub steps: usize,
    /// Seeds that are averaged.
    pub seeds: usize,
    /// Runs so far.
    pub runs: usize,
    /// Runs in all.
    pub all_runs: usize,
    /// No schedule.
    pub constant: Sweep,
    /// Step decay.
    pub decay: Sweep,
    /// Linear to zero.
    pub linear: Sweep,
    /// 1cycle.
    pub one_cycle: Sweep,
}

/// One schedule at the peaks so far.
#[derive(Clone, Debug, Serialize)]
pub struct Sweep {
    /// Its name.
    pub name: &'static str,
    /// One for each peak that all seeds have been trained at.
    pub peaks: Vec<AtPeak>,
    /// Which of them has the lowest training loss.
    pub best: usize,
    /// That one, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub best_peak: Option<AtPeak>,
}

/// Means over the seeds.
#[derive(Clone, Debug, Serialize)]
pub struct AtPeak {
    /// The largest rate.
    pub peak: f64,
    /// The training loss in the end.
    pub train_loss: f64,
    /// The test loss in the end.
    pub test_loss: f64,
    /// The standard deviation of the training loss over the seeds.
    pub deviation: f64,
    /// Seeds whose run was lost.
    pub lost: usize,
    /// (step, mean training loss).
    #[serde(skip)]
    pub curve: Vec<(f64, f64)>,
}

impl Outcome {
    /// All four, in the order of the table.
    pub fn all(&self) -> [&Sweep; 4] {
        [&self.constant, &self.decay, &self.linear, &self.one_cycle]
    }
}

impl AtPeak {
    /// Of all seeds at one peak.
    pub fn of(peak: f64, runs: &[Trained]) -> Self {
        let count = runs.len() as f64;
        let mean =
            |value: &dyn Fn(&Trained) -> f64| runs.iter().map(value).sum::<f64>() / count;
        let train_loss = mean(&|run| run.train_loss);
        let variance = mean(&|run| (run.train_loss - train_loss).powi(2));
        // A lost run has fewer looks: the curve ends with the shortest.
        let looks = runs.iter().map(|run| run.curve.len()).min().unwrap_or(0);
        let look = |at: usize| (runs[0].curve[at].0, mean(&|run| run.curve[at].1));
        Self {
            peak,
            train_loss,
            test_loss: mean(&|run| run.test_loss),
            deviation: variance.sqrt(),
            lost: runs.iter().filter(|run| run.is_lost).count(),
            curve: (0..looks).map(look).collect(),
        }
    }
}

/// Trains one schedule from one peak, on all seeds.
pub fn at_peak(policy: Policy, peak: f64, steps: usize, tasks: &[Task]) -> AtPeak {
    let run = |task: &Task| {
        let (schedule, betas) = policy.of(peak, steps);
        task.train(&*schedule, betas, steps, 0)
    };
    AtPeak::of(peak, &tasks.iter().map(run).collect::<Vec<_>>())
}

/// The tasks of `count` seeds from `seed` on.
pub fn tasks(seed: u64, count: usize) -> Vec<Task> {
    (seed..seed + count as u64).map(Task::new).collect()
}

struct Training {
    steps: usize,
    tasks: Vec<Task>,
    /// The runs of each policy, all seeds of a peak after each other.
    runs: [Vec<Trained>; 4],
}

impl Training {
    fn done(&self) -> usize {
        self.runs.iter().map(Vec::len).sum()
    }
}

impl Experiment for Config {
    const NAME: &'static str = "cyclical-budget";
    const QUESTION: &'static str =
        "With so many steps, which schedule gets farthest, each at its best peak?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::count("steps", "steps T", &mut self.steps, 20..=200),
            Setting::seed(&mut self.seed),
        ]
    }

    fn run(&self) -> Outcome {
        finish(self.start().expect("it has slices"))
    }

    fn start(&self) -> Option<Box<dyn Run<Outcome>>> {
        let tasks = tasks(self.seed, SEEDS);
        let runs = [(); 4].map(|()| Vec::new());
        Some(Box::new(Training { steps: self.steps, tasks, runs }))
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!(
                "After {} steps, each schedule at its best peak, means of {} seeds",
                outcome.steps, outcome.seeds
            ),
            &["schedule", "best peak", "training loss", "deviation", "test loss"],
        );
        for sweep in outcome.all() {
            let Some(best) = &sweep.best_peak else { continue };
            table.row(vec![
                sweep.name.into(),
                Cell::Number(best.peak.to_string()),
                Cell::number(best.train_loss, 3),
                Cell::number(best.deviation, 3),
                Cell::number(best.test_loss, 3),
            ]);
        }
        table
    }
}

impl Run<Outcome> for Training {
    fn advance(&mut self) {
        let done = self.done();
        // Peak by peak, and all schedules of a peak before the next.
        let (peak, within) = (done / (4 * SEEDS), done % (4 * SEEDS));
        let Some(&peak) = PEAKS.get(peak) else { return };
        let (policy, seed) = (within / SEEDS, within % SEEDS);
        let (schedule, betas) = Policy::ALL[policy].of(peak, self.steps);
        let every = self.steps.div_ceil(LOOKS);
        let trained = self.tasks[seed].train(&*schedule, betas, self.steps, every);
        self.runs[policy].push(trained);
    }

    fn progress(&self) -> f64 {
        self.done() as f64 / (4 * PEAKS.len() * SEEDS) as f64
    }

    fn outcome(&self) -> Outcome {
        let sweep = |index: usize| {
            let runs = self.runs[index].chunks_exact(SEEDS);
            let peaks: Vec<AtPeak> = PEAKS
                .iter()
                .zip(runs)
                .map(|(&peak, runs)| AtPeak::of(peak, runs))
                .collect();
            let lower = |best: usize, at: usize| {
                if peaks[at].train_loss < peaks[best].train_loss { at } else { best }
            };
            let best = (0..peaks.len()).fold(0, lower);
            let best_peak = peaks.get(best).cloned();
            Sweep { name: Policy::ALL[index].name(), peaks, best, best_peak }
        };
        Outcome {
            steps: self.steps,
            seeds: SEEDS,
            runs: self.done(),
            all_runs: 4 * PEAKS.len() * SEEDS,
            constant: sweep(0),
            decay: sweep(1),
            linear: sweep(2),
            one_cycle: sweep(3),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slice_is_a_run_and_a_peak_counts_when_all_seeds_have_it() {
        let mut run = Config { steps: 20, ..Config::default() }.start().unwrap();
        for _ in 0..SEEDS - 1 {
            run.advance();
        }
        assert!(run.outcome().constant.peaks.is_empty());
        assert!(run.outcome().constant.best_peak.is_none());
        run.advance();
        assert_eq!(run.outcome().constant.peaks.len(), 1);
        assert_eq!(run.outcome().runs, SEEDS);
    }

    #[test]
    fn the_best_is_the_lowest() {
        let outcome = Config { steps: 20, ..Config::default() }.run();
        for sweep in outcome.all() {
            let best = sweep.best_peak.as_ref().unwrap().train_loss;
            assert!(sweep.peaks.iter().all(|at| at.train_loss >= best), "{}", sweep.name);
        }
    }
}
