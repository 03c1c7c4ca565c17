//! Lion and AdamW over rates and decays: which pairs are best on new data.

use super::newer_training::{
    Learner, RATES, Samples, adamw, least, mean_and_error, moons,
};
use super::{Experiment, Setting};
use crate::optimizers::{DecoupledDecay, Lion};
use crate::report::{Cell, Format, Table};
use serde::Serialize;

/// λ, two a decade, and none.
pub const DECAYS: [f64; 6] = [0.0, 0.1, 0.32, 1.0, 3.2, 10.0];

/// Training, validation and test points: few to train on, so that decay has something to
/// do.
const POINTS: [usize; 3] = [40, 200, 400];

/// Points a step.
const BATCH: usize = 8;

/// The task.
#[derive(Clone, Debug)]
pub struct Config {
    /// Steps.
    pub steps: usize,
    /// Data sets and first weights.
    pub seeds: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { steps: 150, seeds: 5 }
    }
}

/// Both at their best pairs.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Steps.
    pub steps: usize,
    /// Data sets.
    pub seeds: usize,
    /// AdamW.
    pub adamw: Best,
    /// Lion.
    pub lion: Best,
    /// AdamW's rate over Lion's.
    pub rate_ratio: f64,
    /// AdamW's ηλ over Lion's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub strength_ratio: Option<f64>,
    /// Lion's λ over AdamW's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decay_ratio: Option<f64>,
}

/// The pair with the least validation loss.
#[derive(Clone, Debug, Serialize)]
pub struct Best {
    /// Whose.
    pub name: &'static str,
    /// η.
    pub rate: f64,
    /// λ.
    pub decay: f64,
    /// The mean validation loss.
    pub validation_loss: f64,
    /// The mean test loss.
    pub test_loss: f64,
    /// Its standard error.
    pub test_error: f64,
    /// The least mean validation loss without decay, at any rate.
    pub without: f64,
    /// Whether rate or decay are at an edge of what was tried.
    pub at_edge: bool,
}

/// Which of the rates are tried.
const TRIED: [std::ops::Range<usize>; 2] = [4..8, 3..7];

fn learner(is_lion: bool, decay: f64, seed: u64) -> Learner {
    const WIDTHS: [usize; 4] = [2, 16, 8, 2];
    if is_lion {
        let lion = DecoupledDecay::new(Lion::default(), decay);
        Learner::of(lion.expect("a decay from zero on"), &WIDTHS, seed)
    } else {
        Learner::of(adamw(decay), &WIDTHS, seed)
    }
}

impl Config {
    /// Validation and test losses by seed; none where one diverged.
    fn losses(
        &self,
        is_lion: bool,
        rate: f64,
        decay: f64,
        data: &[[Samples; 3]],
    ) -> Option<[Vec<f64>; 2]> {
        let mut losses = [Vec::new(), Vec::new()];
        for (seed, [train, validation, test]) in (1..).zip(data) {
            let mut learner = learner(is_lion, decay, seed);
            (0..self.steps).for_each(|_| learner.step(rate, train, BATCH));
            losses[0].push(learner.measure(validation)?.0);
            losses[1].push(learner.measure(test)?.0);
        }
        Some(losses)
    }

    fn best(&self, is_lion: bool, data: &[[Samples; 3]]) -> Best {
        let tried = TRIED[usize::from(is_lion)].clone();
        let mut pairs = Vec::new();
        for (at, decay) in DECAYS.into_iter().enumerate() {
            for index in tried.clone() {
                let losses = self.losses(is_lion, RATES[index], decay, data);
                pairs.push((index, at, losses));
            }
        }
        let mean = |losses: &Option<[Vec<f64>; 2]>| {
            losses.as_ref().map(|[validation, _]| mean_and_error(validation).0)
        };
        let means: Vec<Option<f64>> =
            pairs.iter().map(|(_, _, losses)| mean(losses)).collect();
        let at = least(&means).expect("some rate trains");
        let (index, decay, losses) = &pairs[at];
        let [validation, test] = losses.as_ref().expect("the best is finite");
        let (test_loss, test_error) = mean_and_error(test);
        let without = means[..tried.len()].iter().flatten();
        Best {
            name: if is_lion { "Lion" } else { "AdamW" },
            rate: RATES[*index],
            decay: DECAYS[*decay],
            validation_loss: mean_and_error(validation).0,
            test_loss,
            test_error,
            without: without.fold(f64::MAX, |least, &loss| least.min(loss)),
            at_edge: *index == tried.start
                || *index == tried.end - 1
                || *decay == DECAYS.len() - 1,
        }
    }
}

impl Experiment for Config {
    const NAME: &'static str = "lion-decay";
    const QUESTION: &'static str =
        "Does Lion want a decay that is larger by as much as its rate is smaller?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::count("steps", "steps", &mut self.steps, 50..=200),
            Setting::count("seeds", "data sets", &mut self.seeds, 2..=10),
        ]
    }

    fn run(&self) -> Outcome {
        let data: Vec<[Samples; 3]> = (1..=self.seeds as u64)
            .map(|seed| {
                let [train, validation] = moons([POINTS[0], POINTS[1]], 0.3, seed);
                let [test, _] = moons([POINTS[2], 0], 0.3, 500 + seed);
                [train, validation, test]
            })
            .collect();
        let (adamw, lion) = (self.best(false, &data), self.best(true, &data));
        let both = adamw.decay > 0.0 && lion.decay > 0.0;
        Outcome {
            steps: self.steps,
            seeds: self.seeds,
            rate_ratio: adamw.rate / lion.rate,
            strength_ratio: both
                .then(|| adamw.rate * adamw.decay / (lion.rate * lion.decay)),
            decay_ratio: both.then(|| lion.decay / adamw.decay),
            adamw,
            lion,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!(
                "The best pair of rate and decay, {} steps, means of {} data sets",
                outcome.steps, outcome.seeds
            ),
            &[
                "optimizer",
                "rate η",
                "decay λ",
                "ηλ",
                "validation loss",
                "without decay",
                "test loss",
                "standard error",
            ],
        );
        for best in [&outcome.adamw, &outcome.lion] {
            let exact = |value: f64| Cell::Number(Format::default().apply(value));
            table.row(vec![
                best.name.into(),
                exact(best.rate),
                exact(best.decay),
                Cell::number(best.rate * best.decay, 4),
                Cell::number(best.validation_loss, 3),
                Cell::number(best.without, 3),
                Cell::number(best.test_loss, 3),
                Cell::number(best.test_error, 3),
            ]);
        }
        table
    }
}
