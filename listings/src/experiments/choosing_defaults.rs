//! Four tasks, three optimizers, seven rates: what a default loses against the best of
//! them, and what further trials gain.

use super::best_of::expected_value_of_best;
use super::choosing_sweep::{Method, Price, RATES, Tasks, falling, judged, sweep};
use super::choosing_task::{Kind, Task};
use super::{Experiment, Setting};
use crate::report::{Cell, Table, number};
use crate::statistics::mean;
use serde::Serialize;
use std::rc::Rc;

/// Points of a batch.
const BATCH: usize = 32;

/// Settings in all.
const SETTINGS: usize = Method::ALL.len() * RATES.len();

/// The numbers of trials that are told.
const TRIALS: [usize; 6] = [1, 2, 3, 6, 11, SETTINGS];

/// What to try first: Adam at 0.01, its neighbors, then momentum, from the middle outward.
const ORDER: [(Method, f64); 11] = [
    (Method::Adam, 0.01),
    (Method::Adam, 0.03),
    (Method::Adam, 0.003),
    (Method::Adam, 0.1),
    (Method::Momentum, 0.03),
    (Method::Momentum, 0.1),
    (Method::Momentum, 0.01),
    (Method::Adam, 0.001),
    (Method::Momentum, 0.3),
    (Method::Descent, 0.1),
    (Method::Descent, 0.3),
];

/// The training, and how often it is repeated.
#[derive(Clone, Debug)]
pub struct Config {
    /// T, the updates of a run.
    pub updates: usize,
    /// Seeds that judge.
    pub seeds: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { updates: 100, seeds: 5 }
    }
}

/// A row for each task, and what trials find.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// T.
    pub updates: usize,
    /// Seeds that judge.
    pub seeds: usize,
    /// Settings in all.
    pub settings: usize,
    /// η summed over a run at 0.001 that falls to zero: so far goes a parameter that Adam
    /// moves by its rate in each step.
    pub reach: f64,
    /// One a task.
    pub rows: Vec<Row>,
    /// On how many tasks 0.01 is within a quarter of the best loss, by optimizer.
    pub hundredth_works: [usize; 3],
    /// What trials find, on the mean of the tasks.
    pub trials: Vec<Trials>,
}

/// One task.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// Its name.
    pub task: &'static str,
    /// The optimizer of the best setting, as the seeds that choose have it.
    pub best: &'static str,
    /// Its rate.
    pub rate: f64,
    /// The mean test loss of the seeds that judge at the best setting.
    pub loss: f64,
    /// How much higher it is under Adam at 0.001, in percent.
    pub thousandth: f64,
    /// The same at 0.01, for gradient descent, momentum and Adam.
    pub hundredth: [f64; 3],
    /// How much higher it is under the best rate of each optimizer, in percent.
    pub tuned: [f64; 3],
    /// The best rate of each optimizer.
    pub rates: [f64; 3],
}

/// What so many trials find: the test loss above that of the best setting, in percent.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Trials {
    /// k.
    pub trials: usize,
    /// Of settings drawn at random.
    pub random: f64,
    /// Of rates of Adam drawn at random; none where there are not so many.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub adam: Option<f64>,
    /// In the order that begins with Adam at 0.01; none beyond it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ordered: Option<f64>,
}

/// What is known of the settings of a task: by method and rate, the loss that chooses and
/// the loss that judges.
struct Grid {
    kind: Kind,
    prices: Vec<f64>,
    values: Vec<f64>,
}

impl Grid {
    fn new(kind: Kind, config: &Config) -> Self {
        let tasks = Tasks::of(kind, config.seeds);
        let training = (BATCH, config.updates);
        let (mut prices, mut values) = (Vec::new(), Vec::new());
        for method in Method::ALL {
            let run = |task: &Rc<Task>, rate: f64| falling(task, method, rate, training);
            let found = sweep(&tasks.choosing, &RATES, run);
            // A setting at which a seed leaves is not chosen.
            let price = |price: &Price| price.loss.unwrap_or(f64::MAX);
            prices.extend(found.iter().map(price));
            for rate in RATES {
                values.push(mean(&judged(&tasks.judging, |task| run(task, rate))));
            }
        }
        Self { kind, prices, values }
    }

    /// Of these settings the one of the least price.
    fn chosen(&self, settings: impl Iterator<Item = usize>) -> usize {
        let least = settings.min_by(|&a, &b| self.prices[a].total_cmp(&self.prices[b]));
        least.expect("there is a setting")
    }

    fn best(&self) -> usize {
        self.chosen(0..SETTINGS)
    }

    /// How much higher the loss of a setting is than that of the best, in percent.
    fn above(&self, value: f64) -> f64 {
        100.0 * (value / self.values[self.best()] - 1.0)
    }

    fn row(&self) -> Row {
        let best = self.best();
        let tuned = Method::ALL
            .map(|method| self.chosen(RATES.map(|r| index(method, r)).into_iter()));
        let at = |method, rate| self.above(self.values[index(method, rate)]);
        Row {
            task: self.kind.name(),
            best: Method::ALL[best / RATES.len()].name(),
            rate: RATES[best % RATES.len()],
            loss: self.values[best],
            thousandth: at(Method::Adam, 0.001),
            hundredth: Method::ALL.map(|method| at(method, 0.01)),
            tuned: tuned.map(|setting| self.above(self.values[setting])),
            rates: tuned.map(|setting| RATES[setting % RATES.len()]),
        }
    }
}

/// The place of a setting.
fn index(method: Method, rate: f64) -> usize {
    let row = Method::ALL.iter().position(|&other| other == method);
    let column = RATES.iter().position(|&other| other == rate);
    row.expect("one of the methods") * RATES.len() + column.expect("a rate of the grid")
}

fn trials(grids: &[Grid], k: usize) -> Trials {
    let over_tasks = |value: &dyn Fn(&Grid) -> f64| {
        mean(&grids.iter().map(|grid| grid.above(value(grid))).collect::<Vec<_>>())
    };
    let adam = index(Method::Adam, RATES[0])..SETTINGS;
    Trials {
        trials: k,
        random: over_tasks(&|grid| expected_value_of_best(&grid.prices, &grid.values, k)),
        adam: (k <= RATES.len()).then(|| {
            over_tasks(&|grid| {
                let (prices, values) =
                    (&grid.prices[adam.clone()], &grid.values[adam.clone()]);
                expected_value_of_best(prices, values, k)
            })
        }),
        ordered: (k <= ORDER.len()).then(|| {
            over_tasks(&|grid| {
                let first = ORDER[..k].iter().map(|&(method, rate)| index(method, rate));
                grid.values[grid.chosen(first)]
            })
        }),
    }
}

impl Experiment for Config {
    const NAME: &'static str = "choosing-defaults";
    const QUESTION: &'static str =
        "How much does a default lose against tuning, and what do more trials gain?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::count("updates", "updates T", &mut self.updates, 60..=300),
            Setting::count("seeds", "seeds", &mut self.seeds, 3..=10),
        ]
    }

    fn run(&self) -> Outcome {
        let grids = Kind::ALL.map(|kind| Grid::new(kind, self));
        let rows: Vec<Row> = grids.iter().map(Grid::row).collect();
        let works = |method: usize| {
            rows.iter().filter(|row| row.hundredth[method] <= 25.0).count()
        };
        Outcome {
            updates: self.updates,
            seeds: self.seeds,
            settings: SETTINGS,
            // A straight fall from step 0 to T: the rates sum to η(T + 1)/2.
            reach: 0.001 * (self.updates + 1) as f64 / 2.0,
            hundredth_works: [0, 1, 2].map(works),
            trials: TRIALS.map(|k| trials(&grids, k)).to_vec(),
            rows,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!(
                "Test loss above that of the best of {} settings, in percent; {} updates, rates \
                 falling to zero, {} seeds",
                outcome.settings, outcome.updates, outcome.seeds
            ),
            &[
                "task",
                "best setting",
                "its test loss",
                "Adam 0.001",
                "Adam 0.01",
                "momentum 0.01",
                "gradient descent 0.01",
                "Adam tuned",
                "momentum tuned",
                "gradient descent tuned",
            ],
        );
        let percent = |value: f64| Cell::Number(number(value, 0));
        for row in &outcome.rows {
            let [descent, momentum, adam] = row.hundredth;
            let [tuned_descent, tuned_momentum, tuned_adam] = row.tuned;
            table.row(vec![
                row.task.into(),
                Cell::Text(format!("{}, {}", row.best, row.rate)),
                Cell::number(row.loss, 3),
                percent(row.thousandth),
                percent(adam),
                percent(momentum),
                percent(descent),
                percent(tuned_adam),
                percent(tuned_momentum),
                percent(tuned_descent),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_setting_of_the_order_is_one_of_the_grid_and_none_is_there_twice() {
        let mut places: Vec<usize> =
            ORDER.iter().map(|&(method, rate)| index(method, rate)).collect();
        places.sort_unstable();
        places.dedup();
        assert_eq!(places.len(), ORDER.len());
        assert_eq!((index(Method::Descent, 0.001), index(Method::Adam, 1.0)), (0, 20));
    }

    #[test]
    fn all_trials_find_the_best_and_one_is_the_first_of_the_order() {
        let outcome = Config { updates: 60, seeds: 3 }.run();
        let all = outcome.trials[5];
        // A mean of quotients that are 1 up to rounding.
        assert!(all.trials == 21 && all.random.abs() < 1e-9);
        let first = outcome.trials[0].ordered.expect("one trial is in the order");
        let hundredths: Vec<f64> =
            outcome.rows.iter().map(|row| row.hundredth[2]).collect();
        assert!((first - mean(&hundredths)).abs() < 1e-9);
        assert!(outcome.trials[0].random > outcome.trials[3].random);
    }
}
