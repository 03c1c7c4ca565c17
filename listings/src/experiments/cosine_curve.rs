//! A cosine's rates, what they sum to in each quarter, and where they fall.

use super::schedule_curve::{Curve, sampled};
use super::{Experiment, Setting};
use crate::report::{Cell, Format, Table};
use crate::schedules::{Cosine, Linear, Schedule};
use serde::Serialize;

/// A cosine over T steps, and a run of n.
#[derive(Clone, Debug)]
pub struct Config {
    /// η₀.
    pub initial: f64,
    /// η_min.
    pub least: f64,
    /// T.
    pub horizon: usize,
    /// n.
    pub steps: usize,
    /// Whether the rate swings up again after T.
    pub swings: bool,
}

impl Default for Config {
    fn default() -> Self {
        Self { initial: 0.1, least: 0.0, horizon: 100, steps: 100, swings: false }
    }
}

/// The schedule, and a straight line beside it.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// T.
    pub horizon: usize,
    /// n.
    pub steps: usize,
    /// The cosine over the run.
    pub cosine: Curve,
    /// The straight line from η₀ to η_min over T.
    pub line: Curve,
    /// The share of all of Σ η that is spent before a step.
    #[serde(skip)]
    pub spent: Vec<(f64, f64)>,
    /// The same of the straight line.
    #[serde(skip)]
    pub straight_spent: Vec<(f64, f64)>,
    /// η_min.
    pub least: f64,
    /// The largest fall from a step to the next, and the step it starts from.
    pub steepest: (f64, usize),
    /// π(η₀ − η_min)/(2T), the largest slope of the curve.
    pub slope: f64,
    /// The four quarters of the run.
    pub quarters: [Quarter; 4],
}

/// A quarter of the run.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Quarter {
    /// By how much the rate falls in it.
    pub fall: f64,
    /// The share of all of Σ η that is spent in it.
    pub spent: f64,
    /// The same of the straight line.
    pub straight: f64,
}

/// Σ η before each step, as shares of all of it.
fn shares(schedule: &dyn Schedule, steps: usize) -> Vec<f64> {
    let mut sums = vec![0.0];
    for step in 0..steps {
        sums.push(sums[step] + schedule.rate(step));
    }
    let all = sums[steps];
    sums.iter().map(|sum| sum / all).collect()
}

/// At most 101 points of them, the last included.
fn thinned(values: &[f64]) -> Vec<(f64, f64)> {
    let last = values.len() - 1;
    let points = last.clamp(1, 100);
    let index = |point: usize| point * last / points;
    (0..=points).map(|point| (index(point) as f64, values[index(point)])).collect()
}

impl Experiment for Config {
    const NAME: &'static str = "cosine-curve";
    const QUESTION: &'static str = "Where does a cosine fall, and where are its steps?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real("initial", "η₀", &mut self.initial, 0.02..=0.2, 0.01),
            Setting::real("least", "η_min", &mut self.least, 0.0..=0.02, 0.001),
            Setting::count("horizon", "T of the cosine", &mut self.horizon, 20..=400),
            Setting::count("steps", "steps trained", &mut self.steps, 20..=400),
            Setting::switch("swings", "swings up after T", &mut self.swings),
        ]
    }

    fn run(&self) -> Outcome {
        let Self { initial, least, horizon, steps, .. } = *self;
        let held = Cosine::new(initial, least, horizon).expect("rates of the settings");
        let cosine = if self.swings { held.swinging() } else { held };
        let line = Linear::new(initial, least, horizon).expect("rates of the settings");
        let own: Vec<f64> = (0..=steps).map(|step| cosine.rate(step)).collect();
        let (spent, straight_spent) = (shares(&cosine, steps), shares(&line, steps));
        let falls = own.windows(2).map(|pair| pair[0] - pair[1]).enumerate();
        let steepest = falls.fold((0.0, 0), |most: (f64, usize), (step, fall)| {
            // By more than a rounding: of two equal falls about the middle, the first.
            if fall > most.0 + 1e-15 { (fall, step) } else { most }
        });
        let quarter = |quarter: usize| {
            let (from, to) = (quarter * steps / 4, (quarter + 1) * steps / 4);
            Quarter {
                fall: own[from] - own[to],
                spent: spent[to] - spent[from],
                straight: straight_spent[to] - straight_spent[from],
            }
        };
        Outcome {
            horizon,
            steps,
            least,
            steepest,
            slope: std::f64::consts::PI * (initial - least) / (2 * horizon) as f64,
            quarters: [0, 1, 2, 3].map(quarter),
            cosine: sampled(&cosine, steps),
            line: sampled(&line, steps),
            spent: thinned(&spent),
            straight_spent: thinned(&straight_spent),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let title = format!(
            "A cosine over T = {} steps, and a run of {}",
            outcome.horizon, outcome.steps
        );
        let headings =
            ["quarter", "fall of the rate", "share of Σ η", "share of a straight line"];
        let mut table = Table::new(title, &headings);
        let names = ["first", "second", "third", "fourth"];
        let percent = |share: f64| Cell::Number(Format::percent(1).apply(share));
        for (name, quarter) in names.into_iter().zip(&outcome.quarters) {
            table.row(vec![
                name.into(),
                Cell::number(quarter.fall, 4),
                percent(quarter.spent),
                percent(quarter.straight),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quarters_are_those_of_the_integral() {
        let outcome = Config { horizon: 400, steps: 400, ..Config::default() }.run();
        // ∫ (1 + cos πx)/2 over the quarters, over ½. A sum over steps from the left has
        // half a step more, of 200 steps' worth: 1/400 in all.
        let side = 0.5_f64.sqrt() / std::f64::consts::PI;
        let middle = std::f64::consts::FRAC_1_PI - side;
        let expected = [0.25 + side, 0.25 + middle, 0.25 - middle, 0.25 - side];
        for (quarter, exact) in outcome.quarters.iter().zip(expected) {
            assert!((quarter.spent - exact).abs() < 1.0 / 400.0, "{quarter:?}, {exact}");
        }
        let falls = outcome.quarters.map(|quarter| quarter.fall);
        assert!((falls.iter().sum::<f64>() - 0.1).abs() < 1e-15);
        assert!((falls[0] - falls[3]).abs() < 1e-15, "symmetric about the middle");
    }

    #[test]
    fn it_is_steepest_in_the_middle() {
        let outcome = Config::default().run();
        let (fall, step) = outcome.steepest;
        assert!((49..=50).contains(&step), "{step}");
        // Half a step beside the middle the slope is a share (π/2T)²/2 lower, 1.2e-4, and
        // a difference over one step a sixth of (π/2T)², 4e-5.
        assert!((fall / outcome.slope - 1.0).abs() < 2e-4, "{fall}");
    }

    #[test]
    fn the_mean_is_half_way_and_the_last_step_is_not_at_the_least() {
        let outcome = Config { least: 0.01, ..Config::default() }.run();
        // The mean of steps 0 … T − 1 has η₀ and not η_min: half a step's share more.
        let (half_way, more) = ((0.1 + 0.01) / 2.0, (0.1 - 0.01) / 200.0);
        let mean = outcome.cosine.mean;
        assert!((mean - half_way - more).abs() < 1e-15, "{mean}");
        assert!(outcome.cosine.last > outcome.least);
    }

    #[test]
    fn beyond_its_horizon_it_holds_or_swings() {
        let held = Config { horizon: 50, ..Config::default() }.run();
        assert_eq!(held.cosine.last, 0.0);
        let swung = Config { horizon: 50, swings: true, ..Config::default() }.run();
        assert!(swung.cosine.last > 0.099 && swung.quarters[3].fall < 0.0);
    }
}
