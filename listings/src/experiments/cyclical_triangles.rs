//! The three cyclical rates of one pair of bounds: triangular, triangular2, exp_range.

use super::schedule_curve::{Curve, sampled, written};
use super::{Experiment, Setting};
use crate::report::{Cell, Table};
use crate::schedules::{Cyclic, Schedule};
use serde::Serialize;

/// Steps of every curve, 0 to 149.
pub const STEPS: usize = 150;

/// The bounds, half a cycle, and γ.
#[derive(Clone, Debug)]
pub struct Config {
    /// η_min.
    pub least: f64,
    /// η_max.
    pub most: f64,
    /// u, the steps from η_min to η_max: half a cycle.
    pub half: usize,
    /// γ of exp_range.
    pub factor: f64,
}

impl Default for Config {
    fn default() -> Self {
        Self { least: 1e-4, most: 0.1, half: 15, factor: 0.98 }
    }
}

/// Three curves.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// η_min.
    pub least: f64,
    /// η_max.
    pub most: f64,
    /// Half a cycle.
    pub half: usize,
    /// γ.
    pub factor: f64,
    /// The height does not change.
    pub triangular: Wave,
    /// It is halved with every cycle.
    pub triangular2: Wave,
    /// It is multiplied by γ at every step.
    pub exp_range: Wave,
}

/// The rates of one policy.
#[derive(Clone, Debug, Serialize)]
pub struct Wave {
    /// The rates, and the first, the last and the mean of them.
    #[serde(flatten)]
    pub curve: Curve,
    /// The rates at the tops of the cycles, u, 3u, 5u, …
    pub peaks: Vec<f64>,
}

impl Config {
    fn wave(&self, schedule: Cyclic) -> Wave {
        let curve = sampled(&schedule, STEPS);
        let tops = (self.half..STEPS).step_by(2 * self.half);
        Wave { curve, peaks: tops.map(|step| schedule.rate(step)).collect() }
    }
}

impl Experiment for Config {
    const NAME: &'static str = "cyclical-triangles";
    const QUESTION: &'static str = "What are triangular, triangular2 and exp_range?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let Self { least, most, half, factor } = self;
        vec![
            Setting::real("least", "lower bound η_min", least, 0.0..=0.05, 1e-3),
            Setting::real("most", "upper bound η_max", most, 0.05..=0.2, 5e-3),
            Setting::count("half", "steps up u", half, 5..=60),
            Setting::real("factor", "γ of exp_range", factor, 0.95..=1.0, 5e-3),
        ]
    }

    fn run(&self) -> Outcome {
        let Self { least, most, half, factor } = *self;
        let cyclic = Cyclic::new(least, most, half, half).expect("ordered bounds");
        let shrinking = cyclic.shrinking(factor).expect("the range of the setting");
        Outcome {
            least,
            most,
            half,
            factor,
            triangular: self.wave(cyclic),
            triangular2: self.wave(cyclic.halving()),
            exp_range: self.wave(shrinking),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!(
                "From {} to {} in {} steps and back, {STEPS} steps",
                outcome.least, outcome.most, outcome.half
            ),
            &["policy", "initial", "last", "mean", "second peak"],
        );
        for (name, wave) in [
            ("triangular", &outcome.triangular),
            ("triangular2", &outcome.triangular2),
            ("exp_range", &outcome.exp_range),
        ] {
            let second = wave.peaks.get(1).map_or("none".into(), |&peak| written(peak));
            let Curve { initial, last, mean, .. } = wave.curve;
            let mut cells = vec![name.into()];
            cells.extend([initial, last, mean].map(|rate| Cell::Number(written(rate))));
            cells.push(Cell::Number(second));
            table.row(cells);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tops_are_the_largest_rates_of_their_cycles() {
        for half in [5, 15, 60] {
            let outcome = Config { half, ..Config::default() }.run();
            for wave in [&outcome.triangular, &outcome.triangular2] {
                for (cycle, peak) in wave.peaks.iter().enumerate() {
                    let own =
                        wave.curve.rates.iter().skip(2 * half * cycle).take(2 * half);
                    assert_eq!(own.fold(0.0, |most: f64, &rate| most.max(rate)), *peak);
                }
            }
        }
    }

    #[test]
    fn over_whole_cycles_the_mean_is_the_middle_of_the_bounds() {
        // Five cycles of 30 steps: a triangle has as much above its middle as below.
        let outcome = Config::default().run();
        assert!((outcome.triangular.curve.mean - 0.5 * (1e-4 + 0.1)).abs() < 1e-15);
    }
}
