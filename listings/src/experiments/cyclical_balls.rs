//! A hundred balls in two wells, step by step, under three schedules.

use super::cyclical_crowd::{Crowd, Policy, wells};
use super::{Experiment, Run, Setting, finish};
use crate::report::{Cell, Format, Table};
use crate::schedules::Schedule;
use crate::surfaces::{DoubleWell, Objective};
use ndarray::array;
use serde::Serialize;

/// Balls of each schedule.
pub const BALLS: usize = 100;

/// Steps of the whole run.
pub const STEPS: usize = 1000;

/// Steps of a slice; after each the share of escaped balls is noted.
const SLICE: usize = 10;

/// The policies, in the order of the outcome.
const POLICIES: [Policy; 3] = [Policy::Cycles, Policy::Fall, Policy::Half];

/// The cycle and the noise.
#[derive(Clone, Debug)]
pub struct Config {
    /// η_max.
    pub most: f64,
    /// Half a cycle.
    pub half: usize,
    /// σ.
    pub noise: f64,
    /// The seed of the noise.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self { most: 0.1, half: 100, noise: 1.2, seed: 1 }
    }
}

/// The balls as far as they have come.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Steps so far.
    pub step: usize,
    /// η_max.
    pub most: f64,
    /// Half a cycle.
    pub half: usize,
    /// σ.
    pub noise: f64,
    /// (θ, L(θ)) of the landscape.
    #[serde(skip)]
    pub landscape: Vec<(f64, f64)>,
    /// Under cycles.
    pub cycles: Balls,
    /// Under a straight fall.
    pub fall: Balls,
    /// At the constant mean rate.
    pub constant: Balls,
}

/// The balls of one schedule.
#[derive(Clone, Debug, Serialize)]
pub struct Balls {
    /// (θ, L(θ)) of each.
    #[serde(skip)]
    pub places: Vec<(f64, f64)>,
    /// The rate, by step, of the whole run.
    #[serde(skip)]
    pub rates: Vec<(f64, f64)>,
    /// The rate of this step.
    pub rate: f64,
    /// The share in the deep well, by step so far.
    #[serde(skip)]
    pub shares: Vec<(f64, f64)>,
    /// How many of the balls are in the deep well.
    pub deep: usize,
}

impl Outcome {
    /// All three.
    pub fn all(&self) -> [&Balls; 3] {
        [&self.cycles, &self.fall, &self.constant]
    }
}

struct Rolling {
    config: Config,
    wells: DoubleWell,
    crowds: [(Box<dyn Schedule>, Crowd, Vec<f64>); 3],
    step: usize,
}

impl Experiment for Config {
    const NAME: &'static str = "cyclical-balls";
    const QUESTION: &'static str = "When does a cyclic rate kick a ball out of its well?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let Self { most, half, noise, seed } = self;
        vec![
            Setting::real("most", "largest rate η_max", most, 0.02..=0.3, 0.01),
            Setting::count("half", "steps up u", half, 10..=250),
            Setting::real("noise", "noise σ", noise, 0.0..=3.0, 0.1),
            Setting::seed(seed),
        ]
    }

    fn run(&self) -> Outcome {
        finish(self.start().expect("it has slices"))
    }

    fn start(&self) -> Option<Box<dyn Run<Outcome>>> {
        let wells = wells();
        let crowds = POLICIES.map(|policy| {
            let schedule = policy.schedule(self.most, self.half, STEPS);
            (schedule, Crowd::new(BALLS, wells.shallow(), self.seed), vec![0.0])
        });
        Some(Box::new(Rolling { config: self.clone(), wells, crowds, step: 0 }))
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!(
                "{BALLS} balls from the shallow well after {} of {STEPS} steps, σ = {}",
                outcome.step, outcome.noise
            ),
            &["schedule", "rate now", "in the deep well"],
        );
        let format: Format = ".3".parse().expect("a format");
        for (policy, balls) in POLICIES.into_iter().zip(outcome.all()) {
            table.row(vec![
                policy.name().into(),
                Cell::Number(format.apply(balls.rate)),
                Cell::count(balls.deep),
            ]);
        }
        table
    }
}

impl Rolling {
    fn balls(&self, index: usize) -> Balls {
        let (schedule, crowd, shares) = &self.crowds[index];
        let value = |x: f64| self.wells.value(&array![x]);
        let along = |(slice, &share): (usize, &f64)| ((slice * SLICE) as f64, share);
        Balls {
            places: crowd.places().iter().map(|&x| (x, value(x))).collect(),
            rates: (0..=STEPS)
                .step_by(SLICE)
                .map(|step| (step as f64, schedule.rate(step)))
                .collect(),
            rate: schedule.rate(self.step),
            shares: shares.iter().enumerate().map(along).collect(),
            deep: (crowd.share_deep(self.wells.pass()) * BALLS as f64).round() as usize,
        }
    }
}

impl Run<Outcome> for Rolling {
    fn advance(&mut self) {
        if self.step == STEPS {
            return;
        }
        let (noise, pass) = (self.config.noise, self.wells.pass());
        for (schedule, crowd, shares) in &mut self.crowds {
            for step in self.step..self.step + SLICE {
                crowd.step(schedule.rate(step), noise);
            }
            shares.push(crowd.share_deep(pass));
        }
        self.step += SLICE;
    }

    fn progress(&self) -> f64 {
        self.step as f64 / STEPS as f64
    }

    fn outcome(&self) -> Outcome {
        Outcome {
            step: self.step,
            most: self.config.most,
            half: self.config.half,
            noise: self.config.noise,
            landscape: (0..=80)
                .map(|i| -1.9 + 3.8 * f64::from(i) / 80.0)
                .map(|x| (x, self.wells.value(&array![x])))
                .collect(),
            cycles: self.balls(0),
            fall: self.balls(1),
            constant: self.balls(2),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_start_in_the_shallow_well_and_a_slice_is_ten_steps() {
        let mut run = Config::default().start().unwrap();
        let start = run.outcome();
        assert!(start.all().iter().all(|balls| balls.deep == 0));
        run.advance();
        assert_eq!((run.outcome().step, run.progress()), (10, 0.01));
        // At the lowest point of its cycle a ball has hardly moved, at the largest rate
        // it has.
        let spread = |balls: &Balls| {
            let from = start.cycles.places[0].0;
            let squares = balls.places.iter().map(|(x, _)| (x - from).powi(2));
            squares.sum::<f64>()
        };
        let outcome = run.outcome();
        assert!(spread(&outcome.fall) > 10.0 * spread(&outcome.cycles));
    }

    #[test]
    fn a_run_that_is_done_stays() {
        let mut run = Config::default().start().unwrap();
        while run.progress() < 1.0 {
            run.advance();
        }
        let deep = run.outcome().cycles.deep;
        run.advance();
        assert_eq!((run.progress(), run.outcome().cycles.deep), (1.0, deep));
        assert_eq!(run.outcome().cycles.shares.len(), STEPS / SLICE + 1);
    }
}
