//! One network under seven schedules, each at a peak of its own from a sweep of the same
//! size, over seeds that no sweep has seen.

use super::compare_shapes::Shape;
use super::compare_task::{Learner, TRAINING_POINTS, Trial};
use super::{Experiment, Run, Setting, finish};
use crate::report::{Cell, Table, number};
use crate::statistics::Paired;
use serde::Serialize;

/// Seeds of the sweeps; those of the evaluation are 1, 2, …
const SWEEP_SEEDS: [u64; 3] = [1001, 1002, 1003];

/// What a run that diverged counts with: the loss of a coin, ln 2.
const COIN: f64 = std::f64::consts::LN_2;

/// Parts of a run: one a slice, and a point of a curve.
pub const PARTS: usize = 20;

/// The training, and how often it is repeated.
#[derive(Clone, Debug)]
pub struct Config {
    /// Points of a batch.
    pub batch: usize,
    /// T, the updates of a run.
    pub updates: usize,
    /// Seeds of the evaluation.
    pub seeds: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { batch: 5, updates: 600, seeds: 10 }
    }
}

/// Both optimizers, as far as they are tuned and measured.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Runs so far.
    pub done: usize,
    /// Runs in all.
    pub runs: usize,
    /// Points of a batch.
    pub batch: usize,
    /// Training points.
    pub samples: usize,
    /// T, the updates of a run.
    pub updates: usize,
    /// Seeds of the evaluation.
    pub seeds: usize,
    /// Seeds of each rate of a sweep.
    pub sweep_seeds: usize,
    /// Rates of a sweep.
    pub rates: usize,
    /// SGD with momentum.
    pub momentum: Column,
    /// Adam.
    pub adam: Column,
}

/// One optimizer.
#[derive(Clone, Debug, Serialize)]
pub struct Column {
    /// Its name.
    pub optimizer: &'static str,
    /// One a schedule, the constant rate first.
    pub rows: Vec<Row>,
    /// The best that a schedule does to the loss, in percent of the constant rate's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub largest_gain: Option<f64>,
}

/// One schedule.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// Its name.
    pub schedule: &'static str,
    /// The mean test loss of the sweep's seeds by peak.
    pub sweep: Vec<Price>,
    /// The best peak of the sweep.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub peak: Option<f64>,
    /// Whether the best peak is the first or the last of the grid.
    pub at_the_edge: bool,
    /// Peaks of the grid whose mean loss is within a tenth of the best.
    pub forgiving: usize,
    /// The test loss of each seed at the end.
    pub losses: Vec<f64>,
    /// Their mean.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub loss: Option<f64>,
    /// The mean training loss at the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub training_loss: Option<f64>,
    /// Runs of the evaluation that diverged.
    pub diverged: usize,
    /// The differences to the constant rate, in percent of its mean loss.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub difference: Option<Paired>,
    /// The first update, of those measured, after which the mean test loss is at or below that of the constant
    /// rate at its end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reached: Option<usize>,
    /// (updates, mean test loss), after each part of the run.
    #[serde(skip)]
    pub curve: Vec<(usize, f64)>,
}

/// What a peak leads to.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Price {
    /// η₀.
    pub rate: f64,
    /// The mean loss; none where a run diverged.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub loss: Option<f64>,
}

impl Outcome {
    /// Both optimizers.
    pub fn columns(&self) -> [&Column; 2] {
        [&self.momentum, &self.adam]
    }
}

impl Experiment for Config {
    const NAME: &'static str = "compare-tuned";
    const QUESTION: &'static str =
        "Which schedule trains best when each has a peak of its own?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::count("batch", "batch", &mut self.batch, 5..=20),
            Setting::count("updates", "updates T", &mut self.updates, 100..=600),
            Setting::count("seeds", "seeds", &mut self.seeds, 5..=12),
        ]
    }

    fn run(&self) -> Outcome {
        finish(self.start().expect("it has slices"))
    }

    fn start(&self) -> Option<Box<dyn Run<Outcome>>> {
        let tuning = Learner::ALL.map(|learner| Shape::ALL.map(|_| Tuning::new(learner)));
        Some(Box::new(Comparison {
            config: self.clone(),
            tuning,
            done: 0,
            current: None,
        }))
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!(
                "{} updates on batches of {} of {} points: mean test loss over {} seeds, each \
                 schedule at its own peak",
                outcome.updates, outcome.batch, outcome.samples, outcome.seeds
            ),
            &[
                "optimizer, schedule",
                "peak η₀",
                "test loss",
                "against constant, %",
                "95 % interval",
                "seeds with a lower loss",
                "so it is",
                "as low after update",
            ],
        );
        for column in outcome.columns() {
            for row in &column.rows {
                let absent = || Cell::Number("–".to_string());
                let mut cells =
                    vec![Cell::Text(format!("{}, {}", column.optimizer, row.schedule))];
                cells.push(
                    row.peak.map_or_else(absent, |peak| Cell::Number(peak.to_string())),
                );
                cells.push(row.loss.map_or_else(absent, |loss| Cell::number(loss, 3)));
                match row.difference.filter(|_| row.schedule != Shape::Constant.name()) {
                    Some(paired) => {
                        let Paired { mean, half_width, lower, pairs } = paired;
                        let [low, high] = [mean - half_width, mean + half_width];
                        let interval =
                            format!("{} to {}", number(low, 1), number(high, 1));
                        cells.push(Cell::number(mean, 1));
                        cells.push(Cell::Number(interval));
                        cells.push(Cell::Number(format!("{lower} of {pairs}")));
                        cells.push(paired.verdict().into());
                    }
                    None => {
                        cells.extend([absent(), absent(), absent(), "–".into()]);
                    }
                }
                cells.push(row.reached.map_or_else(absent, Cell::count));
                table.row(cells);
            }
        }
        table
    }
}

// ANCHOR: tuning
/// What is known of one schedule under one optimizer: first a sweep of its peak, then the
/// runs at the best of the grid.
struct Tuning {
    rates: [f64; 6],
    /// The losses of the sweep, rate by rate and seed by seed; none of a run that diverged.
    sweep: Vec<Option<f64>>,
    /// The test losses of each evaluated seed after each part.
    curves: Vec<Vec<f64>>,
    training: Vec<f64>,
    diverged: usize,
}

impl Tuning {
    fn new(learner: Learner) -> Self {
        let (sweep, curves, training) = (Vec::new(), Vec::new(), Vec::new());
        Self { rates: learner.rates(), sweep, curves, training, diverged: 0 }
    }

    /// The mean loss at each rate of the grid that all of its seeds survive.
    fn prices(&self) -> Vec<Price> {
        let runs = self.sweep.chunks_exact(SWEEP_SEEDS.len());
        let price = |(&rate, runs): (&f64, &[Option<f64>])| {
            let sum: Option<f64> = runs.iter().copied().sum();
            Price { rate, loss: sum.map(|sum| sum / runs.len() as f64) }
        };
        self.rates.iter().zip(runs).map(price).collect()
    }

    /// The rate of the least mean loss; none before the sweep is over.
    fn best(&self) -> Option<f64> {
        let prices = self.prices();
        let all = prices.len() == self.rates.len();
        let losses =
            prices.iter().filter_map(|price| price.loss.map(|loss| (price.rate, loss)));
        losses.filter(|_| all).min_by(|a, b| a.1.total_cmp(&b.1)).map(|(rate, _)| rate)
    }

    /// The rate and the seed of the next run; none when all is done.
    fn next(&self, seeds: usize) -> Option<(f64, u64)> {
        let swept = self.sweep.len();
        if let Some(&rate) = self.rates.get(swept / SWEEP_SEEDS.len()) {
            return Some((rate, SWEEP_SEEDS[swept % SWEEP_SEEDS.len()]));
        }
        let rate = self.best().expect("the smallest rate of the grid does not diverge");
        (self.curves.len() < seeds).then(|| (rate, 1 + self.curves.len() as u64))
    }
}
// ANCHOR_END: tuning

/// A run that is not over.
struct Current {
    learner: usize,
    shape: usize,
    rate: f64,
    trial: Trial,
    curve: Vec<f64>,
    part: usize,
}

struct Comparison {
    config: Config,
    tuning: [[Tuning; 7]; 2],
    done: usize,
    current: Option<Current>,
}

impl Comparison {
    fn runs(&self) -> usize {
        let rates = Learner::Momentum.rates().len();
        Learner::ALL.len()
            * Shape::ALL.len()
            * (rates * SWEEP_SEEDS.len() + self.config.seeds)
    }

    fn begin(&self) -> Option<Current> {
        for (learner, shapes) in self.tuning.iter().enumerate() {
            for (shape, tuning) in shapes.iter().enumerate() {
                if let Some((rate, seed)) = tuning.next(self.config.seeds) {
                    let trial =
                        Trial::new(Learner::ALL[learner], self.config.batch, seed);
                    let curve = Vec::new();
                    return Some(Current { learner, shape, rate, trial, curve, part: 0 });
                }
            }
        }
        None
    }

    fn column(&self, learner: usize) -> Column {
        let mut rows: Vec<Row> = Vec::new();
        for (shape, tuning) in Shape::ALL.into_iter().zip(&self.tuning[learner]) {
            let row = self.row(shape, tuning, rows.first());
            rows.push(row);
        }
        let gains = rows[1..].iter().filter_map(|row| row.difference);
        let largest_gain = gains.map(|paired| -paired.mean).max_by(f64::total_cmp);
        Column { optimizer: Learner::ALL[learner].name(), rows, largest_gain }
    }

    fn row(&self, shape: Shape, tuning: &Tuning, constant: Option<&Row>) -> Row {
        let sweep = tuning.prices();
        let peak = tuning.best();
        let least = sweep.iter().filter_map(|price| price.loss).fold(f64::MAX, f64::min);
        let close = |price: &&Price| price.loss.is_some_and(|loss| loss <= 1.1 * least);
        let losses: Vec<f64> =
            tuning.curves.iter().map(|curve| curve[curve.len() - 1]).collect();
        let curve: Vec<(usize, f64)> = (0..PARTS)
            .filter(|_| !tuning.curves.is_empty())
            .map(|part| {
                let losses: Vec<f64> =
                    tuning.curves.iter().map(|curve| curve[part]).collect();
                ((part + 1) * self.config.updates / PARTS, mean(&losses))
            })
            .collect();
        let constant_losses = constant.map_or(&losses, |row| &row.losses);
        let complete =
            losses.len() == self.config.seeds && constant_losses.len() == losses.len();
        let difference = complete.then(|| {
            let percent = 100.0 / mean(constant_losses);
            let scaled = |values: &[f64]| -> Vec<f64> {
                values.iter().map(|value| percent * value).collect()
            };
            Paired::of(&scaled(&losses), &scaled(constant_losses))
        });
        let goal = if complete { mean(constant_losses) } else { 0.0 };
        Row {
            schedule: shape.name(),
            at_the_edge: peak.is_some_and(|peak| {
                peak == tuning.rates[0] || peak == tuning.rates[tuning.rates.len() - 1]
            }),
            forgiving: sweep.iter().filter(close).count(),
            sweep,
            peak,
            loss: (!losses.is_empty()).then(|| mean(&losses)),
            training_loss: (!losses.is_empty()).then(|| mean(&tuning.training)),
            diverged: tuning.diverged,
            difference,
            // Of means that are equal but for the order of a sum.
            reached: curve
                .iter()
                .find(|(_, loss)| *loss <= goal + 1e-12)
                .map(|(updates, _)| *updates),
            losses,
            curve,
        }
    }
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

impl Run<Outcome> for Comparison {
    fn advance(&mut self) {
        if self.current.is_none() {
            self.current = self.begin();
        }
        let Some(current) = &mut self.current else { return };
        let (learner, shape) = (current.learner, current.shape);
        let schedule = Shape::ALL[shape].schedule(current.rate, self.config.updates);
        let tuning = &mut self.tuning[learner][shape];
        let is_sweep = tuning.sweep.len() < tuning.rates.len() * SWEEP_SEEDS.len();
        let updates = |part: usize| part * self.config.updates / PARTS;
        let now = updates(current.part);
        current.part += 1;
        current.trial.train(&schedule, updates(current.part) - now);
        if !is_sweep {
            current.curve.push(current.trial.test_loss().unwrap_or(COIN));
        }
        if current.part == PARTS {
            let end = current.trial.test_loss();
            if is_sweep {
                tuning.sweep.push(end);
            } else {
                tuning.curves.push(std::mem::take(&mut current.curve));
                tuning.training.push(current.trial.training_loss().unwrap_or(COIN));
                tuning.diverged += usize::from(end.is_none());
            }
            self.done += 1;
            self.current = None;
        }
    }

    fn progress(&self) -> f64 {
        let part = self.current.as_ref().map_or(0, |current| current.part);
        (self.done * PARTS + part) as f64 / (self.runs() * PARTS) as f64
    }

    fn outcome(&self) -> Outcome {
        Outcome {
            done: self.done,
            runs: self.runs(),
            batch: self.config.batch,
            samples: TRAINING_POINTS,
            updates: self.config.updates,
            seeds: self.config.seeds,
            sweep_seeds: SWEEP_SEEDS.len(),
            rates: Learner::Momentum.rates().len(),
            momentum: self.column(0),
            adam: self.column(1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slices_add_up_to_all_runs_and_more_change_nothing() {
        let config = Config { batch: 50, updates: 100, seeds: 5 };
        let mut run = config.start().expect("it has slices");
        assert_eq!(run.progress(), 0.0);
        assert_eq!(run.outcome().done, 0);
        let mut slices = 0;
        while run.progress() < 1.0 {
            run.advance();
            slices += 1;
        }
        let outcome = run.outcome();
        // 2 · 7 · (6 · 3 + 5) runs.
        assert_eq!((outcome.done, slices), (322, PARTS * 322));
        run.advance();
        assert_eq!(run.outcome().adam.rows[6].losses, outcome.adam.rows[6].losses);
        for column in outcome.columns() {
            let constant = &column.rows[0];
            assert_eq!(constant.difference.unwrap().mean, 0.0);
            for row in &column.rows {
                let lengths = (row.losses.len(), row.curve.len());
                assert_eq!(lengths, (5, PARTS), "{}", row.schedule);
                let (updates, last) = row.curve[PARTS - 1];
                assert!(updates == 100 && (last - row.loss.unwrap()).abs() < 1e-15);
            }
        }
    }

    #[test]
    fn the_constant_rate_of_the_composer_is_the_one_found_here() {
        let outcome = Config { seeds: 5, ..Config::default() }.run();
        let composer = super::super::compare_composer::Config::default();
        assert_eq!(outcome.momentum.rows[0].peak, Some(composer.constant));
    }
}
