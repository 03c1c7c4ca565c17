//! Gradient descent along a right gradient and along six wrong ones: which losses fall?

use super::gradient_check_network::{Mistake, Place};
use super::{Experiment, Setting};
use crate::report::{Cell, Table};
use serde::Serialize;

/// Full-batch steps.
pub const STEPS: usize = 500;

/// A loss above this has diverged.
const TOO_LARGE: f64 = 1e6;

/// A second run starts from parameters that are larger by this part of themselves.
const NUDGE: f64 = 1e-10;

/// Where both runs differ by more than this part of the loss, rounding is about to decide
/// what happens, and the run is called erratic.
const APART: f64 = 1e-3;

/// A rate, a batch and a seed.
#[derive(Clone, Debug)]
pub struct Config {
    /// η.
    pub rate: f64,
    /// n.
    pub samples: usize,
    /// The seed of parameters and data.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self { rate: 0.02, samples: 20, seed: 1 }
    }
}

/// A run for each backward pass.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// η.
    pub rate: f64,
    /// n.
    pub samples: usize,
    /// The loss that all of them start from.
    pub start: f64,
    /// The runs, the one without a mistake first.
    pub runs: Vec<Trained>,
}

/// What descent along a gradient leads to.
#[derive(Clone, Debug, Serialize)]
pub struct Trained {
    /// What is wrong with the gradient.
    pub mistake: &'static str,
    /// The loss before each step and after the last one, up to where it has diverged or
    /// has become erratic.
    #[serde(skip)]
    pub losses: Vec<f64>,
    /// How it ended.
    pub ending: Ending,
    /// The loss after ten steps, if it came that far.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub early: Option<f64>,
    /// The loss after all steps, if it came that far.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<f64>,
}

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Ending {
    /// With a loss after all steps.
    Arrived,
    /// The loss has grown above 10⁶.
    Diverged,
    /// A nudge of 10⁻¹⁰ at the start has become a thousandth of the loss.
    Erratic,
}

/// The losses of gradient descent along a gradient with this mistake, as far as they
/// mean something.
fn descend(mut place: Place, mistake: Mistake, rate: f64) -> (Vec<f64>, Ending) {
    let mut nudged = place.clone();
    nudged.theta *= 1.0 + NUDGE;
    let step = |place: &mut Place| {
        let gradient = place.gradient(mistake);
        place.theta.scaled_add(-rate, &gradient);
        place.loss(&place.theta)
    };
    let mut losses = vec![place.loss(&place.theta)];
    for _ in 0..STEPS {
        let (loss, other) = (step(&mut place), step(&mut nudged));
        if loss.is_nan() || loss > TOO_LARGE {
            return (losses, Ending::Diverged);
        }
        if (loss - other).abs() > APART * loss {
            return (losses, Ending::Erratic);
        }
        losses.push(loss);
    }
    (losses, Ending::Arrived)
}

impl Ending {
    /// In a word.
    pub fn name(self) -> &'static str {
        match self {
            Self::Arrived => "arrived",
            Self::Diverged => "diverged",
            Self::Erratic => "erratic",
        }
    }
}

impl Experiment for Config {
    const NAME: &'static str = "gradient-mistakes-train";
    const QUESTION: &'static str =
        "Which mistakes in a backward pass let the loss fall all the same?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let Self { rate, samples, seed } = self;
        vec![
            Setting::real("rate", "rate η", rate, 0.001..=0.1, 0.001).logarithmic(),
            Setting::count("samples", "samples n", samples, 2..=50),
            Setting::seed(seed),
        ]
    }

    fn run(&self) -> Outcome {
        let place = Place::ordinary(self.samples, self.seed).with_larger_input();
        let run = |(mistake, name)| {
            let (losses, ending) = descend(place.clone(), mistake, self.rate);
            let at = |step: usize| losses.get(step).copied();
            Trained { mistake: name, ending, early: at(10), end: at(STEPS), losses }
        };
        Outcome {
            rate: self.rate,
            samples: self.samples,
            start: place.loss(&place.theta),
            runs: Mistake::ALL.map(run).to_vec(),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let after = format!("after {STEPS}");
        let headings = ["backward pass", "loss at the start", "after 10 steps", &after];
        let title = "A network trained along right and wrong gradients";
        let mut table = Table::new(title, &headings);
        let cell = |run: &Trained, loss: Option<f64>| {
            loss.map_or(run.ending.name().into(), |loss| Cell::number(loss, 4))
        };
        for run in &outcome.runs {
            table.row(vec![
                run.mistake.into(),
                Cell::number(outcome.start, 4),
                cell(run, run.early),
                cell(run, run.end),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_of_the_gradient_is_the_gradient_at_half_the_rate() {
        let half = Config { rate: 0.01, ..Config::default() }.run();
        let factor = Config::default().run();
        // A power of two: no rounding.
        assert_eq!(half.runs[0].losses, factor.runs[2].losses);
    }

    #[test]
    fn the_gradient_of_a_sum_is_that_of_the_mean_at_n_times_the_rate() {
        let config = Config { rate: 0.001, samples: 8, seed: 1 };
        let sum = config.run();
        let mean = Config { rate: 0.008, ..config }.run();
        // 2/8 and 2 are powers of two; 8 · 0.001 is rounded like 0.008.
        let pairs = sum.runs[3].losses.iter().zip(&mean.runs[0].losses);
        assert!(pairs.clone().count() > 100);
        for (sum, mean) in pairs.take(100) {
            assert!((sum / mean - 1.0).abs() < 1e-9, "{sum} {mean}");
        }
    }

    #[test]
    fn a_rate_far_too_large_is_erratic_and_a_small_one_is_not() {
        let at = |rate, seed| Config { rate, seed, ..Config::default() }.run();
        let small = at(0.001, 1);
        assert_eq!(small.runs[3].ending, Ending::Arrived);
        let endings = |seed| [0.02, 0.05, 0.1].map(|rate| at(rate, seed).runs[3].ending);
        assert!((1..=5).flat_map(endings).any(|ending| ending == Ending::Erratic));
        // Whatever is erratic has no end.
        for run in at(0.1, 1).runs.iter().chain(&small.runs) {
            assert_eq!(run.end.is_some(), run.ending == Ending::Arrived, "{run:?}");
        }
    }

    #[test]
    fn the_right_gradient_falls_and_its_opposite_rises() {
        for seed in 1..=3 {
            let outcome = Config { seed, ..Config::default() }.run();
            let losses = |run: usize| &outcome.runs[run].losses;
            assert!(losses(0)[1] < outcome.start && losses(1)[1] > outcome.start);
        }
    }
}
