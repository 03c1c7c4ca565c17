//! A small transformer with and without warm-up, its norm before and after each part.
//!
//! Sequences of random tokens; the class is the first token. Every batch is new.

use super::warmup_peaks::warmed;
use super::{Experiment, Run, Setting, finish};
use crate::data::seeded;
use crate::losses::{CrossEntropy, Loss};
use crate::models::{NormPlace, Transformer};
use crate::optimizers::{Adam, Optimizer};
use crate::report::{Cell, Table};
use crate::schedules::Schedule;
use crate::statistics::median;
use ndarray::{Array1, Array2};
use rand::RngExt;
use rand_pcg::Pcg64;
use serde::Serialize;

/// Peaks of Adam's rate.
pub const PEAKS: [f64; 2] = [0.03, 0.1];

/// Tokens, and as many classes.
const TOKENS: usize = 4;

/// Tokens of a sequence.
const LENGTH: usize = 4;

/// Sequences of a batch.
const BATCH: usize = 8;

/// Sequences that judge a network in the end.
const JUDGES: usize = 128;

/// A loss above this is a failure: half of the ln 4 of a network that knows nothing.
pub const FAILED: f64 = std::f64::consts::LN_2;

/// Length of the warm-up and of training.
#[derive(Clone, Debug)]
pub struct Config {
    /// W.
    pub warmup: usize,
    /// T.
    pub steps: usize,
    /// How many starts: seeds 1, 2, ….
    pub seeds: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { warmup: 15, steps: 60, seeds: 10 }
    }
}

/// One row for each place of the norm and peak.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// W.
    pub warmup: usize,
    /// T.
    pub steps: usize,
    /// Starts that are done.
    pub seeds: usize,
    /// Layers.
    pub layers: usize,
    /// The norm after, by peak, and the norm before, by peak.
    pub rows: Vec<Row>,
}

/// A place of the norm and a peak.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// Where the norm stands.
    pub norm: &'static str,
    /// The peak.
    pub peak: f64,
    /// Without warm-up.
    pub cold: Tried,
    /// With.
    pub warm: Tried,
}

/// What became of the starts.
#[derive(Clone, Debug, Serialize)]
pub struct Tried {
    /// The median loss in the end, on sequences of their own; that of a network that has
    /// diverged counts as ln 4.
    pub loss: f64,
    /// Starts that ended above half of ln 4.
    pub failed: usize,
}

fn transformer(norm: NormPlace) -> Transformer {
    Transformer {
        tokens: TOKENS,
        length: LENGTH,
        width: 8,
        hidden: 16,
        layers: LAYERS,
        classes: TOKENS,
        norm,
    }
}

/// Layers.
const LAYERS: usize = 2;

/// So many sequences and their first tokens.
fn draw(sequences: usize, random: &mut Pcg64) -> (Array2<usize>, Array1<usize>) {
    let drawn = Array2::from_shape_simple_fn((sequences, LENGTH), || {
        random.random_range(0..TOKENS)
    });
    let classes = drawn.column(0).to_owned();
    (drawn, classes)
}

/// The loss in the end of a training.
fn train(norm: NormPlace, schedule: &dyn Schedule, steps: usize, seed: u64) -> f64 {
    let sizes = transformer(norm);
    let mut random = seeded(seed);
    let mut theta = sizes.initial(&mut random);
    let (mut adam, loss) = (Adam::default(), CrossEntropy::default());
    for step in 0..steps {
        let (sequences, classes) = draw(BATCH, &mut random);
        let pass = sizes.forward(&theta, &sequences);
        let pull = loss.gradient(pass.scores(), &classes);
        let gradient = sizes.backward(&theta, &pass, &pull);
        adam.step(schedule.rate(step), &mut theta, &gradient);
    }
    let (sequences, classes) = draw(JUDGES, &mut random);
    let end = loss.value(sizes.forward(&theta, &sequences).scores(), &classes);
    if end.is_finite() { end } else { (TOKENS as f64).ln() }
}

impl Experiment for Config {
    const NAME: &'static str = "warmup-transformer";
    const QUESTION: &'static str = "Does a transformer need a warm-up?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::count("warmup", "warm-up W", &mut self.warmup, 1..=30),
            Setting::count("steps", "steps T", &mut self.steps, 40..=120),
            Setting::count("seeds", "starts", &mut self.seeds, 1..=10),
        ]
    }

    fn run(&self) -> Outcome {
        finish(self.start().expect("it has slices"))
    }

    fn start(&self) -> Option<Box<dyn Run<Outcome>>> {
        Some(Box::new(Trials { config: self.clone(), losses: Vec::new() }))
    }

    fn table(outcome: &Outcome) -> Table {
        let title = format!(
            "A transformer of {} layers, {} steps of Adam, {} starts, without and with {} steps of warm-up",
            outcome.layers, outcome.steps, outcome.seeds, outcome.warmup
        );
        let headings = [
            "norm",
            "peak",
            "median loss without",
            "failures without",
            "median loss with",
            "failures with",
        ];
        let mut table = Table::new(title, &headings);
        for row in &outcome.rows {
            table.row(vec![
                row.norm.into(),
                Cell::Number(row.peak.to_string()),
                Cell::number(row.cold.loss, 3),
                Cell::count(row.cold.failed),
                Cell::number(row.warm.loss, 3),
                Cell::count(row.warm.failed),
            ]);
        }
        table
    }
}

/// A slice is a training: start after start, in each the rows, cold and warm.
struct Trials {
    config: Config,
    losses: Vec<f64>,
}

/// Trainings of a start.
const OF_A_START: usize = 4 * PEAKS.len();

/// The norm's place, the peak's index and whether it warms up, of a training of a start.
fn trial(number: usize) -> (NormPlace, usize, bool) {
    let row = number / 2;
    let norm = if row < PEAKS.len() { NormPlace::After } else { NormPlace::Before };
    (norm, row % PEAKS.len(), number % 2 == 1)
}

impl Run<Outcome> for Trials {
    fn advance(&mut self) {
        let Config { warmup, steps, seeds } = self.config;
        let number = self.losses.len();
        if number < seeds * OF_A_START {
            let (norm, peak, is_warm) = trial(number % OF_A_START);
            let schedule = warmed(PEAKS[peak], if is_warm { warmup } else { 0 }, steps);
            let seed = 1 + (number / OF_A_START) as u64;
            self.losses.push(train(norm, &schedule, steps, seed));
        }
    }

    fn progress(&self) -> f64 {
        self.losses.len() as f64 / (self.config.seeds * OF_A_START) as f64
    }

    fn outcome(&self) -> Outcome {
        let tried = |number: usize| {
            let own = self.losses.iter().skip(number).step_by(OF_A_START);
            let own: Vec<f64> = own.copied().collect();
            let loss = if own.is_empty() { (TOKENS as f64).ln() } else { median(&own) };
            Tried { loss, failed: own.iter().filter(|&&loss| loss > FAILED).count() }
        };
        let row = |row: usize| {
            let (norm, peak, _) = trial(2 * row);
            Row {
                norm: match norm {
                    NormPlace::After => "after",
                    NormPlace::Before => "before",
                },
                peak: PEAKS[peak],
                cold: tried(2 * row),
                warm: tried(2 * row + 1),
            }
        };
        Outcome {
            warmup: self.config.warmup,
            steps: self.config.steps,
            seeds: self.losses.len().div_ceil(OF_A_START),
            layers: LAYERS,
            rows: (0..2 * PEAKS.len()).map(row).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_trainings_of_a_start_are_all_different() {
        assert_eq!(trial(0), (NormPlace::After, 0, false));
        assert_eq!(trial(3), (NormPlace::After, 1, true));
        assert_eq!(trial(OF_A_START - 1), (NormPlace::Before, PEAKS.len() - 1, true));
    }

    #[test]
    fn the_class_is_the_first_token() {
        let (sequences, classes) = draw(5, &mut seeded(1));
        assert_eq!(sequences.dim(), (5, LENGTH));
        assert!((0..5).all(|i| classes[i] == sequences[[i, 0]] && classes[i] < TOKENS));
    }
}
