//! Lion and AdamW over many rates: how far apart the best ones are, and how long a step
//! of AdamW is.

use super::newer_sweep::{Plan, Summary, Sweep};
use super::newer_training::{Contestant, least, moons};
use super::{Experiment, Run, Setting, finish};
use crate::report::{Cell, Format, Table};
use serde::Serialize;

/// Training and test points.
const POINTS: [usize; 2] = [64, 200];

/// Four a decade, rounded. Beyond 0.1 AdamW with all points a step amplifies a rounding
/// until it is seen.
pub const RATES: [f64; 12] = [
    1.8e-4, 3.2e-4, 5.6e-4, 1e-3, 1.8e-3, 3.2e-3, 5.6e-3, 0.01, 0.018, 0.032, 0.056, 0.1,
];

/// The two, in this order.
const CONTESTANTS: [Contestant; 2] = [Contestant::AdamW, Contestant::Lion];

/// The task.
#[derive(Clone, Debug)]
pub struct Config {
    /// Points a step; 64 are all.
    pub batch: usize,
    /// Steps.
    pub steps: usize,
    /// The standard deviation of the points about the moons.
    pub noise: f64,
    /// Data sets and first weights.
    pub seeds: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { batch: 4, steps: 200, noise: 0.3, seeds: 5 }
    }
}

/// Both, at all rates.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Points a step.
    pub batch: usize,
    /// All points.
    pub points: usize,
    /// Steps.
    pub steps: usize,
    /// Data sets.
    pub seeds: usize,
    /// The share of the work that is done.
    pub progress: f64,
    /// AdamW.
    pub adamw: Curve,
    /// Lion.
    pub lion: Curve,
    /// AdamW's best rate over Lion's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ratio: Option<f64>,
}

/// One optimizer.
#[derive(Clone, Debug, Serialize)]
pub struct Curve {
    /// Its name.
    pub name: &'static str,
    /// Mean training losses at the rates, as far as they are known and finite.
    #[serde(skip)]
    pub losses: Vec<Option<f64>>,
    /// The best.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub best: Option<Best>,
}

/// An optimizer at its best rate.
#[derive(Clone, Debug, Serialize)]
pub struct Best {
    /// η.
    pub rate: f64,
    /// The mean training loss in the end.
    pub loss: f64,
    /// The root mean square of the entries of its steps, in rates.
    pub step_size: f64,
    /// Whether it is the first or the last rate.
    pub at_edge: bool,
}

impl Experiment for Config {
    const NAME: &'static str = "lion-rates";
    const QUESTION: &'static str =
        "How many times smaller is Lion's best rate than AdamW's?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::count("batch", "points a step", &mut self.batch, 1..=64),
            Setting::count("steps", "steps", &mut self.steps, 50..=400),
            Setting::real(
                "noise",
                "noise of the data",
                &mut self.noise,
                0.05..=0.5,
                0.05,
            ),
            Setting::count("seeds", "data sets", &mut self.seeds, 2..=10),
        ]
    }

    fn run(&self) -> Outcome {
        finish(self.start().expect("it has slices"))
    }

    fn start(&self) -> Option<Box<dyn Run<Outcome>>> {
        let data = (1..=self.seeds as u64).map(|seed| moons(POINTS, self.noise, seed));
        let mut plans = Vec::new();
        for rate in RATES {
            plans.extend(CONTESTANTS.map(|contestant| Plan {
                contestant,
                rate,
                falls: false,
                batch: self.batch,
                steps: self.steps,
                note_every: 0,
            }));
        }
        let sweep = Sweep::new(&[2, 16, 8, 2], data.collect(), plans);
        Some(Box::new(Training { config: self.clone(), sweep }))
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!(
                "{} steps of {} of {} points; mean training losses of {} data sets",
                outcome.steps, outcome.batch, outcome.points, outcome.seeds
            ),
            &["rate", "AdamW", "Lion"],
        );
        let cell = |loss: Option<f64>| match loss {
            Some(loss) => Cell::number(loss, 3),
            None => Cell::Number("none".into()),
        };
        for (index, &rate) in RATES.iter().enumerate() {
            table.row(vec![
                Cell::Number(Format::default().apply(rate)),
                cell(outcome.adamw.losses[index]),
                cell(outcome.lion.losses[index]),
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
    fn curve(&self, contestant: usize) -> Curve {
        let plan = |index: usize| CONTESTANTS.len() * index + contestant;
        let tried: Vec<Option<Summary>> =
            (0..RATES.len()).map(|index| self.sweep.summary(plan(index))).collect();
        let losses: Vec<Option<f64>> =
            tried.iter().map(|summary| summary.as_ref().and_then(|s| s.loss)).collect();
        let best = least(&losses).and_then(|at| {
            Some(Best {
                rate: RATES[at],
                loss: losses[at]?,
                step_size: tried[at].as_ref()?.step_size,
                at_edge: at == 0 || at == RATES.len() - 1,
            })
        });
        Curve { name: CONTESTANTS[contestant].name(), losses, best }
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
        let (adamw, lion) = (self.curve(0), self.curve(1));
        let rate = |curve: &Curve| curve.best.as_ref().map(|best| best.rate);
        Outcome {
            batch: self.config.batch,
            points: POINTS[0],
            steps: self.config.steps,
            seeds: self.config.seeds,
            progress: self.progress(),
            ratio: rate(&adamw).zip(rate(&lion)).map(|(adamw, lion)| adamw / lion),
            adamw,
            lion,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_of_adamw_are_a_part_of_the_rate_and_those_of_lion_all_of_it() {
        let outcome = Config { seeds: 2, ..Config::default() }.run();
        let step = |curve: &Curve| curve.best.as_ref().unwrap().step_size;
        assert!(step(&outcome.adamw) < 0.4, "{}", step(&outcome.adamw));
        // Some units are off, and their gradients exactly zero.
        assert!((0.85..1.05).contains(&step(&outcome.lion)), "{}", step(&outcome.lion));
    }
}
