//! Training that may be stopped at any time: a constant rate, a schedule-free walk, and a
//! rate that falls to zero, which has to know when.

use super::newer_sweep::{Plan, Summary, Sweep};
use super::newer_training::{Contestant, RATES, least, moons};
use super::{Experiment, Run, Setting, finish};
use crate::report::{Cell, Format, Table};
use serde::Serialize;

/// Training and test points.
const POINTS: [usize; 2] = [200, 400];

/// Where one may want to stop.
pub const STOPS: [usize; 4] = [50, 100, 200, 400];

/// Losses are noted after so many steps.
pub const EVERY: usize = 10;

/// Rates that are tried for each.
const TRIED: usize = 5;

/// The position of momentum's first rate and of the schedule-free one's.
const FIRST: [usize; 2] = [4, 6];

/// The task.
#[derive(Clone, Debug)]
pub struct Config {
    /// Points a step.
    pub batch: usize,
    /// The standard deviation of the points about the moons.
    pub noise: f64,
    /// Data sets and first weights.
    pub seeds: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { batch: 4, noise: 0.3, seeds: 5 }
    }
}

/// Three ways to train.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Points a step.
    pub batch: usize,
    /// Training points.
    pub points: usize,
    /// Data sets.
    pub seeds: usize,
    /// The share of the work that is done.
    pub progress: f64,
    /// Momentum at a constant rate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub constant: Option<Walk>,
    /// Schedule-free SGD.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub free: Option<Walk>,
    /// Momentum whose rate falls to zero at each stop: a run for each.
    pub falling: Vec<Stop>,
    /// At how many of the stops schedule-free is lower than the constant rate, and than
    /// the falling one.
    pub free_below: [usize; 2],
}

/// One run, at the rate with the least loss at the last stop.
#[derive(Clone, Debug, Serialize)]
pub struct Walk {
    /// η.
    pub rate: f64,
    /// Mean training losses, every ten steps.
    #[serde(skip)]
    pub losses: Vec<f64>,
    /// Those at the stops.
    pub stops: Vec<f64>,
    /// The mean test loss at the last.
    pub test_loss: f64,
    /// Whether the rate is the first or last that was tried.
    pub at_edge: bool,
}

/// A run that ends at a stop, at its own best rate.
#[derive(Clone, Debug, Serialize)]
pub struct Stop {
    /// T.
    pub steps: usize,
    /// η₀.
    pub rate: f64,
    /// The mean training loss at the end.
    pub loss: f64,
    /// The mean test loss at the end.
    pub test_loss: f64,
    /// Whether the rate is the first or last that was tried.
    pub at_edge: bool,
}

impl Experiment for Config {
    const NAME: &'static str = "schedule-free-stops";
    const QUESTION: &'static str =
        "Is a schedule-free run as good, wherever you stop it, as one that was planned?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::count("batch", "points a step", &mut self.batch, 1..=32),
            Setting::real("noise", "noise of the data", &mut self.noise, 0.1..=0.5, 0.05),
            Setting::count("seeds", "data sets", &mut self.seeds, 2..=10),
        ]
    }

    fn run(&self) -> Outcome {
        finish(self.start().expect("it has slices"))
    }

    fn start(&self) -> Option<Box<dyn Run<Outcome>>> {
        let data = (1..=self.seeds as u64).map(|seed| moons(POINTS, self.noise, seed));
        let mut plans = Vec::new();
        let mut add = |contestant, first: usize, falls, steps| {
            plans.extend(RATES[first..first + TRIED].iter().map(|&rate| Plan {
                contestant,
                rate,
                falls,
                batch: self.batch,
                steps,
                note_every: if falls { 0 } else { EVERY },
            }));
        };
        let last = STOPS[STOPS.len() - 1];
        add(Contestant::Momentum, FIRST[0], false, last);
        add(Contestant::ScheduleFree, FIRST[1], false, last);
        STOPS.iter().for_each(|&stop| add(Contestant::Momentum, FIRST[0], true, stop));
        let sweep = Sweep::new(&[2, 16, 8, 2], data.collect(), plans);
        Some(Box::new(Training { config: self.clone(), sweep }))
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!(
                "Mean training losses of {} data sets, {} points a step",
                outcome.seeds, outcome.batch
            ),
            &["stopped after", "constant rate", "schedule-free", "falling to zero then"],
        );
        let at = |walk: &Option<Walk>, index: usize| match walk {
            Some(walk) => Cell::number(walk.stops[index], 3),
            None => Cell::Number("not yet".into()),
        };
        for (index, stop) in STOPS.iter().enumerate() {
            let falling = outcome.falling.iter().find(|falling| falling.steps == *stop);
            let falling = falling.map(|falling| {
                let rate = Format::default().apply(falling.rate);
                let loss = Format::fixed(3).apply(falling.loss);
                Cell::Number(format!("{loss} (η₀ = {rate})"))
            });
            table.row(vec![
                Cell::Text(format!("{stop} steps")),
                at(&outcome.constant, index),
                at(&outcome.free, index),
                falling.unwrap_or_else(|| Cell::Number("not yet".into())),
            ]);
        }
        table
    }
}

struct Training {
    config: Config,
    sweep: Sweep,
}

impl Training {
    /// The best of a block of plans, once all are done.
    fn best(&self, block: usize) -> Option<(usize, Summary)> {
        let tried: Option<Vec<Summary>> =
            (0..TRIED).map(|at| self.sweep.summary(block * TRIED + at)).collect();
        let mut tried = tried?;
        let losses: Vec<Option<f64>> = tried.iter().map(|summary| summary.loss).collect();
        let best = least(&losses)?;
        Some((best, tried.swap_remove(best)))
    }

    fn walk(&self, block: usize) -> Option<Walk> {
        let (best, summary) = self.best(block)?;
        let losses: Vec<f64> = summary.notes.iter().flatten().copied().collect();
        Some(Walk {
            rate: RATES[FIRST[block] + best],
            stops: STOPS.iter().map(|stop| losses[stop / EVERY - 1]).collect(),
            losses,
            test_loss: summary.test_loss?,
            at_edge: best == 0 || best == TRIED - 1,
        })
    }

    fn stop(&self, index: usize) -> Option<Stop> {
        let (best, summary) = self.best(2 + index)?;
        Some(Stop {
            steps: STOPS[index],
            rate: RATES[FIRST[0] + best],
            loss: summary.loss?,
            test_loss: summary.test_loss?,
            at_edge: best == 0 || best == TRIED - 1,
        })
    }
}

impl Run<Outcome> for Training {
    fn advance(&mut self) {
        self.sweep.advance();
    }

    fn progress(&self) -> f64 {
        self.sweep.progress()
    }

    fn outcome(&self) -> Outcome {
        let (constant, free) = (self.walk(0), self.walk(1));
        let falling: Vec<Stop> =
            (0..STOPS.len()).map_while(|index| self.stop(index)).collect();
        let below = |others: Vec<f64>| {
            let free = free.iter().flat_map(|walk| &walk.stops);
            free.zip(others).filter(|(free, other)| *free < other).count()
        };
        let constant_stops = constant.as_ref().map(|walk| walk.stops.clone());
        Outcome {
            batch: self.config.batch,
            points: POINTS[0],
            seeds: self.config.seeds,
            progress: self.progress(),
            free_below: [
                below(constant_stops.unwrap_or_default()),
                below(falling.iter().map(|stop| stop.loss).collect()),
            ],
            constant,
            free,
            falling,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_whole_at_the_end_and_empty_at_the_start() {
        let config = Config::default();
        let start = config.start().unwrap().outcome();
        assert!(start.constant.is_none() && start.falling.is_empty());
        let outcome = config.run();
        let constant = outcome.constant.unwrap();
        assert_eq!(constant.losses.len(), 40);
        assert_eq!(constant.stops[3], constant.losses[39]);
        // A rate that falls for the last stop ends below a constant one.
        assert!(outcome.falling[3].loss < constant.stops[3]);
    }
}
