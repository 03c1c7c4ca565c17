//! One network twice, from one start and on the same batches: with warm-up and without.

use super::race_training::moons;
use super::racer::Racer;
use super::schedule_curve::{Curve, sampled};
use super::scheduled_training::Pupil;
use super::warmup_peaks::{BATCH, NOISE, POINTS, WIDTHS, warmed};
use super::{Experiment, Run, Setting, finish};
use crate::report::{Cell, Table};
use crate::schedules::Schedule;
use serde::Serialize;

/// The optimizers, by their number.
const RACERS: [Racer; 3] = [Racer::GradientDescent, Racer::Momentum, Racer::Adam];

/// The peak and the warm-up.
#[derive(Clone, Debug)]
pub struct Config {
    /// 1 gradient descent, 2 momentum, 3 Adam.
    pub optimizer: usize,
    /// The highest rate.
    pub peak: f64,
    /// W of the run with warm-up.
    pub warmup: usize,
    /// T.
    pub steps: usize,
    /// The seed of points, first weights and batches.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self { optimizer: 3, peak: 0.3, warmup: 12, steps: 60, seed: 2 }
    }
}

/// Both runs as far as they have come.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The optimizer.
    pub optimizer: &'static str,
    /// The peak.
    pub peak: f64,
    /// W.
    pub warmup: usize,
    /// Steps so far.
    pub step: usize,
    /// T.
    pub steps: usize,
    /// Without warm-up.
    pub cold: Trained,
    /// With.
    pub warm: Trained,
}

/// One run.
#[derive(Clone, Debug, Serialize)]
pub struct Trained {
    /// The rates of the whole run.
    #[serde(skip)]
    pub rates: Curve,
    /// The loss of all training points before each step so far, and after the last.
    #[serde(skip)]
    pub losses: Vec<f64>,
    /// ‖Δθ‖ of each step so far.
    #[serde(skip)]
    pub ways: Vec<f64>,
    /// The highest of the losses.
    pub highest: f64,
    /// The last of them.
    pub loss: f64,
    /// Whether it stopped at numbers that are not finite.
    pub diverged: bool,
}

impl Experiment for Config {
    const NAME: &'static str = "warmup-training";
    const QUESTION: &'static str = "What does a warm-up change in the first steps?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::count(
                "optimizer",
                "optimizer (1 descent, 2 momentum, 3 Adam)",
                &mut self.optimizer,
                1..=3,
            ),
            Setting::real("peak", "peak rate", &mut self.peak, 0.01..=3.0, 0.01)
                .logarithmic(),
            Setting::count("warmup", "warm-up W", &mut self.warmup, 1..=40),
            Setting::count("steps", "steps T", &mut self.steps, 50..=150),
            Setting::seed(&mut self.seed),
        ]
    }

    fn run(&self) -> Outcome {
        finish(self.start().expect("it has slices"))
    }

    fn start(&self) -> Option<Box<dyn Run<Outcome>>> {
        let racer = RACERS[self.optimizer - 1];
        let [train, _] = moons([POINTS, 0], NOISE, self.seed);
        let walk = |warmup| {
            let pupil = Pupil::new(&WIDTHS, racer, train.clone(), BATCH, self.seed);
            let schedule = Box::new(warmed(self.peak, warmup, self.steps));
            let losses = pupil.training_loss().into_iter().collect();
            Walk { pupil, schedule, losses, ways: Vec::new() }
        };
        Some(Box::new(Training {
            cold: walk(0),
            warm: walk(self.warmup),
            optimizer: racer.name(),
            config: self.clone(),
            step: 0,
        }))
    }

    fn table(outcome: &Outcome) -> Table {
        let title = format!(
            "{} at a peak of {}, after {} of {} steps",
            outcome.optimizer, outcome.peak, outcome.step, outcome.steps
        );
        let headings = ["run", "highest loss", "loss", "longest step ‖Δθ‖"];
        let mut table = Table::new(title, &headings);
        for (name, run) in [("no warm-up", &outcome.cold), ("warm-up", &outcome.warm)] {
            let longest = run.ways.iter().copied().fold(0.0, f64::max);
            table.row(vec![
                name.into(),
                Cell::number(run.highest, 3),
                Cell::number(run.loss, 3),
                Cell::number(longest, 2),
            ]);
        }
        table
    }
}

struct Walk {
    pupil: Pupil,
    schedule: Box<dyn Schedule>,
    losses: Vec<f64>,
    ways: Vec<f64>,
}

impl Walk {
    fn step(&mut self, step: usize) {
        let way = self.pupil.step(self.schedule.rate(step));
        if let Some(loss) = self.pupil.training_loss() {
            self.losses.push(loss);
            self.ways.push(way);
        }
    }

    fn trained(&self, steps: usize) -> Trained {
        Trained {
            rates: sampled(&self.schedule, steps),
            highest: self.losses.iter().copied().fold(0.0, f64::max),
            loss: self.losses.last().copied().unwrap_or(0.0),
            losses: self.losses.clone(),
            ways: self.ways.clone(),
            diverged: self.pupil.diverged,
        }
    }
}

struct Training {
    cold: Walk,
    warm: Walk,
    optimizer: &'static str,
    config: Config,
    step: usize,
}

impl Run<Outcome> for Training {
    fn advance(&mut self) {
        if self.step < self.config.steps {
            self.cold.step(self.step);
            self.warm.step(self.step);
            self.step += 1;
        }
    }

    fn progress(&self) -> f64 {
        self.step as f64 / self.config.steps as f64
    }

    fn outcome(&self) -> Outcome {
        let Config { peak, warmup, steps, .. } = self.config;
        Outcome {
            optimizer: self.optimizer,
            peak,
            warmup,
            step: self.step,
            steps,
            cold: self.cold.trained(steps),
            warm: self.warm.trained(steps),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_start_from_one_network_and_the_warm_one_slowly() {
        let mut run = Config::default().start().unwrap();
        let before = run.outcome();
        assert_eq!(before.cold.losses, before.warm.losses);
        assert_eq!((before.step, before.cold.losses.len()), (0, 1));
        run.advance();
        let after = run.outcome();
        // Adam's first step has the rate in each coordinate but those whose gradient is 0.
        let ratio = after.cold.ways[0] / after.warm.ways[0];
        assert!((ratio - 12.0).abs() < 1e-3, "{ratio}");
    }

    #[test]
    fn on_most_seeds_the_loss_jumps_less_high_with_warm_up() {
        let lower = (1..=10).filter(|&seed| {
            let outcome = Config { seed, ..Config::default() }.run();
            outcome.warm.highest < outcome.cold.highest
        });
        assert!(lower.count() >= 8);
    }
}
