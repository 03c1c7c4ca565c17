//! False alarms and late ones: curves whose plateau begins at a known epoch.

use super::{Experiment, Setting};
use crate::data::seeded;
use crate::report::{Cell, Table};
use crate::schedules::{ReduceOnPlateau, Threshold};
use rand_distr::{Distribution, StandardNormal};
use serde::Serialize;

/// The epoch from which a curve is flat.
pub const FLAT_FROM: usize = 60;

/// Epochs of a curve.
pub const EPOCHS: usize = 120;

/// The largest patience that is tried.
pub const MOST_PATIENCE: usize = 24;

/// Curves.
const CURVES: usize = 150;

/// A loss that falls by a share an epoch and then stays, seen through noise.
#[derive(Clone, Debug)]
pub struct Config {
    /// The share by which it falls in an epoch, in percent.
    pub fall: f64,
    /// The standard deviation of the noise, in percent of the loss.
    pub noise: f64,
    /// The relative threshold, in percent.
    pub threshold: f64,
    /// The patience of the curve that is shown.
    pub patience: usize,
    /// The seed of the noise.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self { fall: 1.0, noise: 5.0, threshold: 0.01, patience: 5, seed: 1 }
    }
}

/// One curve, and what each patience makes of many.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The patience of the curve that is shown.
    pub patience: usize,
    /// How many curves there are.
    pub curves: usize,
    /// For each patience from 0 on, the share of curves that were cut while they fell.
    pub false_alarms: Vec<f64>,
    /// The share that was not cut in the 60 epochs of the plateau either.
    pub missed: Vec<f64>,
    /// Of those that were cut on the plateau, the median of the epochs that it took.
    pub delays: Vec<usize>,
    /// The patience with the least sum of false alarms and misses, the least of several.
    pub best: usize,
    /// That sum.
    pub least_errors: f64,
    /// The epochs at which the curve that is shown was cut.
    pub cuts: Vec<usize>,
    /// The curve that is shown.
    #[serde(skip)]
    pub values: Vec<f64>,
    /// The same without noise.
    #[serde(skip)]
    pub truth: Vec<f64>,
}

impl Config {
    fn truth(&self) -> Vec<f64> {
        let left: f64 = 1.0 - self.fall / 100.0;
        (0..EPOCHS).map(|epoch| left.powf(epoch.min(FLAT_FROM) as f64)).collect()
    }

    fn schedule(&self, patience: usize) -> ReduceOnPlateau {
        ReduceOnPlateau::new(1.0, 0.5)
            .and_then(|s| s.with_threshold(Threshold::Relative(self.threshold / 100.0)))
            .expect("the ranges of the settings are valid")
            .with_patience(patience)
    }

    /// The epochs of the cuts.
    fn cuts(&self, values: &[f64], patience: usize) -> Vec<usize> {
        let mut schedule = self.schedule(patience);
        values.iter().for_each(|&value| schedule.observe(value));
        schedule.cuts().iter().map(|cut| cut.step).collect()
    }

    /// The epoch of the first cut.
    fn first_cut(&self, values: &[f64], patience: usize) -> Option<usize> {
        let mut schedule = self.schedule(patience);
        values.iter().find_map(|&value| {
            schedule.observe(value);
            schedule.cuts().first().map(|cut| cut.step)
        })
    }
}

impl Experiment for Config {
    const NAME: &'static str = "plateau-alarms";
    const QUESTION: &'static str =
        "How often is a cut a false alarm, and how late is a true one?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let Self { fall, noise, threshold, patience, seed } = self;
        vec![
            Setting::real("fall", "fall in % an epoch", fall, 0.1..=5.0, 0.1),
            Setting::real("noise", "noise in %", noise, 0.0..=20.0, 0.5),
            Setting::real("threshold", "threshold in %", threshold, 0.0..=10.0, 0.01),
            Setting::count("patience", "patience", patience, 0..=MOST_PATIENCE),
            Setting::seed(seed),
        ]
    }

    fn run(&self) -> Outcome {
        let truth = self.truth();
        let mut random = seeded(self.seed);
        let curves: Vec<Vec<f64>> = (0..CURVES)
            .map(|_| {
                let noisy = truth.iter().map(|value| {
                    let normal: f64 = StandardNormal.sample(&mut random);
                    // Rounded, so that a comparison does not hang on the last bit of a power.
                    (value * (1.0 + self.noise / 100.0 * normal) * 1e9).round() / 1e9
                });
                noisy.collect()
            })
            .collect();
        let (mut false_alarms, mut missed, mut delays) = (vec![], vec![], vec![]);
        for patience in 0..=MOST_PATIENCE {
            let firsts: Vec<Option<usize>> =
                curves.iter().map(|curve| self.first_cut(curve, patience)).collect();
            let share = |count: usize| count as f64 / CURVES as f64;
            let early = |first: &&Option<usize>| first.is_some_and(|at| at <= FLAT_FROM);
            false_alarms.push(share(firsts.iter().filter(early).count()));
            missed.push(share(firsts.iter().filter(|first| first.is_none()).count()));
            let mut late: Vec<usize> = firsts
                .into_iter()
                .flatten()
                .filter(|&at| at > FLAT_FROM)
                .map(|at| at - FLAT_FROM)
                .collect();
            late.sort_unstable();
            delays.push(late.get(late.len() / 2).copied().unwrap_or(0));
        }
        let errors = |patience: usize| false_alarms[patience] + missed[patience];
        let best = (0..=MOST_PATIENCE)
            .min_by(|&a, &b| errors(a).total_cmp(&errors(b)))
            .expect("there are patiences");
        Outcome {
            patience: self.patience,
            curves: CURVES,
            least_errors: errors(best),
            best,
            cuts: self.cuts(&curves[0], self.patience),
            values: curves[0].clone(),
            truth,
            false_alarms,
            missed,
            delays,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let title = format!("{} curves, flat from epoch {FLAT_FROM}", outcome.curves);
        let headings =
            ["patience", "cut while it fell", "not cut at all", "median delay"];
        let mut table = Table::new(title, &headings);
        for patience in (0..=MOST_PATIENCE).step_by(4) {
            let percent = |share: f64| Cell::Number(format!("{:.0} %", 100.0 * share));
            table.row(vec![
                Cell::count(patience),
                percent(outcome.false_alarms[patience]),
                percent(outcome.missed[patience]),
                Cell::count(outcome.delays[patience]),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_noise_nothing_is_early_and_nothing_late() {
        let outcome = Config { noise: 0.0, ..Config::default() }.run();
        assert!(outcome.false_alarms.iter().chain(&outcome.missed).all(|&s| s == 0.0));
        // Epoch 60 is the last that is lower than the one before; patience + 1 values of
        // the plateau follow it, and the cut holds from the epoch after them.
        for (patience, delay) in outcome.delays.iter().enumerate() {
            assert_eq!(*delay, patience + 2);
        }
    }

    #[test]
    fn a_fall_slower_than_the_threshold_is_a_plateau() {
        // The threshold is against the best, which does not move below it: it is reached
        // after threshold/fall epochs, within the patience or not.
        let slow = Config { noise: 0.0, fall: 0.5, threshold: 3.0, ..Config::default() };
        let alarms = slow.run().false_alarms;
        assert_eq!((alarms[4], alarms[8]), (1.0, 0.0));
    }
}
