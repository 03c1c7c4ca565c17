//! Fitting a line with batches of one, of 32 and of all points, and with the reader's.

use super::batch_line::{LineData, POINTS};
use super::{Experiment, Setting};
use crate::data::{batches, seeded};
use crate::losses::MeanSquaredError;
use crate::models::Linear;
use crate::optimizers::GradientDescent;
use crate::report::{Cell, Field, Table};
use crate::training::train_step;
use ndarray::{Axis, array};
use serde::Serialize;

/// The three usual suspects: batch size and rate.
pub const USUAL: [(usize, f64); 3] = [(1, 0.2), (32, 0.1), (POINTS, 0.05)];

/// The reader's batch size, rate and start.
#[derive(Clone, Debug)]
pub struct Config {
    /// b.
    pub batch: usize,
    /// η.
    pub rate: f64,
    /// w at the start.
    pub slope: f64,
    /// The intercept at the start.
    pub intercept: f64,
    /// Passes through the points.
    pub epochs: usize,
    /// The seed of points and order.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self { batch: 8, rate: 0.1, slope: -0.5, intercept: 1.0, epochs: 10, seed: 1 }
    }
}

/// All four descents.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Passes through the points.
    pub epochs: usize,
    /// How far the loss of a line is above the least, over (w, b).
    #[serde(skip)]
    pub surface: Field,
    /// The line of least squares.
    pub best: (f64, f64),
    /// The mean squared error there.
    pub least: f64,
    /// The excess loss at the start.
    pub first_excess: f64,
    /// The reader's.
    pub yours: Descent,
    /// b = 1, η = 0.2.
    pub one: Descent,
    /// b = 32, η = 0.1.
    pub thirty_two: Descent,
    /// b = 200, η = 0.05.
    pub all: Descent,
}

/// One descent.
#[derive(Clone, Debug, Serialize)]
pub struct Descent {
    /// b.
    pub batch: usize,
    /// η.
    pub rate: f64,
    /// Steps taken.
    pub steps: usize,
    /// Whether θ left the plane for good; it then ends at the last step within it.
    pub diverged: bool,
    /// Step, points seen and excess loss, thinned out evenly on a logarithmic scale.
    #[serde(skip)]
    pub excess: Vec<(usize, usize, f64)>,
    /// The points of the walk, thinned out where there are many.
    #[serde(skip)]
    pub path: Vec<(f64, f64)>,
    /// The excess loss after the last step.
    pub last_excess: f64,
    /// The mean excess loss over the last epoch.
    pub mean_last_epoch: f64,
    /// The excess loss after the first epoch.
    pub after_one_epoch: f64,
    /// Points seen until the excess is a hundredth of the first; 0 if it never is.
    pub seen_to_hundredth: usize,
    /// Steps until then.
    pub steps_to_hundredth: usize,
}

impl Config {
    fn descend(&self, data: &LineData, batch: usize, rate: f64) -> Descent {
        let mut random = seeded(self.seed + 1000);
        let mut theta = array![self.slope, self.intercept];
        let line = Linear { features: 1 };
        // After every step: points seen, θ.
        let mut walk = vec![(0, [theta[0], theta[1]])];
        let mut diverged = false;
        'training: for _ in 0..self.epochs {
            for batch in batches(POINTS, batch, &mut random) {
                let result = train_step(
                    &line,
                    &MeanSquaredError,
                    &data.inputs.select(Axis(0), &batch),
                    &data.target.select(Axis(0), &batch),
                    &mut theta,
                    &mut GradientDescent,
                    rate,
                );
                if result.is_err() {
                    diverged = true;
                    break 'training;
                }
                let seen = walk[walk.len() - 1].0 + batch.len();
                walk.push((seen, [theta[0], theta[1]]));
            }
        }
        let is_near = |(_, [w, b]): &(usize, [f64; 2])| w.abs() < 1e3 && b.abs() < 1e3;
        if let Some(far) = walk.iter().position(|at| !is_near(at)) {
            diverged = true;
            walk.truncate(far.max(1));
        }
        let steps = walk.len() - 1;
        let losses: Vec<f64> =
            walk.iter().map(|&(_, [w, b])| data.excess(w, b)).collect();
        let per_epoch = POINTS.div_ceil(batch).min(steps.max(1));
        let tail = &losses[(steps + 1).saturating_sub(per_epoch)..];
        let hundredth = losses.iter().position(|loss| *loss <= 0.01 * losses[0]);
        let kept = logarithmic(steps);
        let every = steps.div_ceil(250).max(1);
        Descent {
            batch,
            rate,
            steps,
            diverged,
            excess: kept.iter().map(|&t| (t, walk[t].0, losses[t])).collect(),
            path: walk.iter().step_by(every).map(|(_, [w, b])| (*w, *b)).collect(),
            last_excess: losses[steps],
            mean_last_epoch: tail.iter().sum::<f64>() / tail.len() as f64,
            after_one_epoch: losses[per_epoch.min(steps)],
            seen_to_hundredth: hundredth.map_or(0, |t| walk[t].0),
            steps_to_hundredth: hundredth.unwrap_or(0),
        }
    }
}

/// Steps from 1 to the last, each at least a twentieth farther than the one before.
fn logarithmic(last: usize) -> Vec<usize> {
    let mut kept = vec![];
    let mut next = 1;
    while next <= last {
        kept.push(next);
        next = (next + 1).max(next + next / 20);
    }
    kept
}

impl Experiment for Config {
    const NAME: &'static str = "batch-paths";
    const QUESTION: &'static str = "What does the size of a batch do to the way down?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let Self { batch, rate, slope, intercept, epochs, seed } = self;
        vec![
            Setting::count("batch", "batch size b", batch, 1..=200).logarithmic(),
            Setting::real("rate", "rate η", rate, 0.002..=0.5, 0.001).logarithmic(),
            Setting::real("slope", "start w", slope, -1.0..=3.0, 0.1),
            Setting::real("intercept", "start b", intercept, -2.5..=1.5, 0.1),
            Setting::count("epochs", "epochs", epochs, 1..=20),
            Setting::seed(seed),
        ]
    }

    fn run(&self) -> Outcome {
        let data = LineData::new(self.seed);
        let [one, thirty_two, all] =
            USUAL.map(|(batch, rate)| self.descend(&data, batch, rate));
        Outcome {
            epochs: self.epochs,
            surface: Field::sample(-1.0..3.0, -2.5..1.5, 37, 37, |w, b| {
                data.excess(w, b)
            }),
            best: data.best,
            least: data.least,
            first_excess: data.excess(self.slope, self.intercept),
            yours: self.descend(&data, self.batch, self.rate),
            one,
            thirty_two,
            all,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!("Excess loss after {} epochs", outcome.epochs),
            &[
                "batch size and rate",
                "steps",
                "after one epoch",
                "after the last step",
                "mean of the last epoch",
                "steps to a hundredth",
                "points seen until then",
            ],
        );
        for descent in [&outcome.one, &outcome.thirty_two, &outcome.all, &outcome.yours] {
            let count = |count: usize| {
                Cell::Number(if count == 0 { "never".into() } else { count.to_string() })
            };
            table.row(vec![
                Cell::Text(format!("b = {}, η = {}", descent.batch, descent.rate)),
                Cell::count(descent.steps),
                Cell::number(descent.after_one_epoch, 5),
                Cell::number(descent.last_excess, 5),
                Cell::number(descent.mean_last_epoch, 5),
                count(descent.steps_to_hundredth),
                count(descent.seen_to_hundredth),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_epoch_has_as_many_steps_as_batches() {
        let outcome = Config::default().run();
        assert_eq!(outcome.one.steps, 10 * 200);
        assert_eq!(outcome.thirty_two.steps, 10 * 7);
        assert_eq!((outcome.all.steps, outcome.yours.steps), (10, 10 * 25));
    }

    #[test]
    fn small_batches_are_far_along_when_the_whole_batch_takes_its_first_step() {
        for seed in 1..=10 {
            let outcome = Config { seed, ..Config::default() }.run();
            let first = outcome.first_excess;
            assert!(outcome.one.after_one_epoch < 0.05 * first, "{seed}");
            assert!(outcome.all.after_one_epoch > 0.5 * first, "{seed}");
        }
    }

    #[test]
    fn a_rate_that_is_too_large_for_single_points_is_said_to_diverge() {
        let outcome = Config { batch: 1, rate: 0.5, ..Config::default() }.run();
        assert!(outcome.yours.last_excess.is_finite());
        let calm = Config { batch: 200, rate: 0.5, ..Config::default() }.run();
        assert!(!calm.yours.diverged);
    }
}
