//! Step decay on a noisy parabola: the loss falls at each cut, because the noise ball is
//! as large as the rate.

use super::noisy_quadratic::Parabola;
use super::schedule_curve::written;
use super::{Experiment, Run, Setting, finish};
use crate::data::seeded;
use crate::report::{Cell, Table};
use crate::schedules::{Constant, Schedule, StepDecay};
use rand_distr::{Distribution, StandardNormal};
use rand_pcg::Pcg64;
use serde::Serialize;

/// Steps of a walk.
pub const STEPS: usize = 400;

/// Walks whose losses are averaged.
pub const WALKS: usize = 100;

/// A point of a curve every so many steps.
pub const EVERY: usize = 4;

/// Steps of a slice.
const SLICE: usize = 4;

/// Where every walk starts; the curvature is 1.
const START: f64 = 10.0;

/// η₀, γ, N and the noise.
#[derive(Clone, Debug)]
pub struct Config {
    /// η₀.
    pub initial: f64,
    /// γ.
    pub factor: f64,
    /// N.
    pub period: usize,
    /// σ.
    pub deviation: f64,
    /// The seed of the noise.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self { initial: 0.5, factor: 0.1, period: 100, deviation: 1.0, seed: 1 }
    }
}

/// The walks as far as they have come.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Steps so far.
    pub step: usize,
    /// η₀.
    pub initial: f64,
    /// γ.
    pub factor: f64,
    /// N.
    pub period: usize,
    /// σ.
    pub deviation: f64,
    /// Under step decay.
    pub decay: Way,
    /// At the rate η₀ throughout.
    pub high: Way,
    /// At the last rate of step decay throughout.
    pub low: Way,
    /// θ of one walk under step decay, every few steps.
    #[serde(skip)]
    pub walk: Vec<f64>,
    /// The stretches between two cuts.
    pub stages: Vec<Stage>,
}

/// A schedule, and where it leads.
#[derive(Clone, Debug, Serialize)]
pub struct Way {
    /// The rate of the last step.
    pub last_rate: f64,
    /// The mean loss of the walks every few steps, as far as they have come.
    #[serde(skip)]
    pub measured: Vec<f64>,
    /// The expected loss every few steps, all of them.
    #[serde(skip)]
    pub expected: Vec<f64>,
    /// The expected loss after the last step.
    pub last: f64,
    /// The mean loss of the walks where they are.
    pub mean: f64,
}

/// A stretch at one rate.
#[derive(Clone, Debug, Serialize)]
pub struct Stage {
    /// Its first step.
    pub from: usize,
    /// The first step behind it.
    pub to: usize,
    /// Its rate.
    pub rate: f64,
    /// The expected loss at which this rate comes to rest.
    pub rest: f64,
    /// The standard deviation of θ there.
    pub radius: f64,
    /// The expected loss at its end.
    pub reached: f64,
}

impl Config {
    fn parabola(&self) -> Parabola {
        Parabola { curvature: 1.0, deviation: self.deviation, start: START }
    }

    fn decay(&self) -> StepDecay {
        StepDecay::new(self.initial, self.factor, self.period)
            .expect("the ranges of the settings")
    }

    fn stages(&self) -> Vec<Stage> {
        let (parabola, decay) = (self.parabola(), self.decay());
        let losses = parabola.expected_losses(&decay, STEPS);
        (0..STEPS)
            .step_by(self.period)
            .map(|from| {
                let to = STEPS.min(from + self.period);
                let rate = decay.rate(from);
                let rest = parabola.resting_loss(rate);
                let radius = (2.0 * rest).sqrt();
                Stage { from, to, rate, rest, radius, reached: losses[to] }
            })
            .collect()
    }
}

impl Experiment for Config {
    const NAME: &'static str = "step-decay-noise";
    const QUESTION: &'static str = "Why does the loss fall when the rate is cut?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let Self { initial, factor, period, deviation, seed } = self;
        vec![
            Setting::real("initial", "initial rate η₀", initial, 0.02..=1.5, 0.01)
                .logarithmic(),
            Setting::real("factor", "factor γ", factor, 0.05..=1.0, 0.05),
            Setting::count("period", "period N", period, 20..=400),
            Setting::real("deviation", "noise σ", deviation, 0.1..=3.0, 0.1),
            Setting::seed(seed),
        ]
    }

    fn run(&self) -> Outcome {
        finish(self.start().expect("it has slices"))
    }

    fn start(&self) -> Option<Box<dyn Run<Outcome>>> {
        let decay = self.decay();
        let constant = |rate| Constant::new(rate).expect("a rate of the decay");
        let schedules: [Box<dyn Schedule>; 3] = [
            Box::new(decay),
            Box::new(constant(self.initial)),
            Box::new(constant(decay.rate(STEPS - 1))),
        ];
        let parabola = self.parabola();
        let ways = schedules.map(|schedule| Walking {
            expected: parabola.expected_losses(&schedule, STEPS),
            schedule,
            thetas: vec![START; WALKS],
            measured: vec![0.5 * START * START],
        });
        Some(Box::new(Walks {
            ways,
            stages: self.stages(),
            walk: vec![START],
            random: seeded(self.seed),
            step: 0,
            config: self.clone(),
        }))
    }

    fn table(outcome: &Outcome) -> Table {
        let title = format!(
            "A noisy parabola under step decay, η₀ = {}, γ = {}, N = {}",
            outcome.initial, outcome.factor, outcome.period
        );
        let headings =
            ["steps", "rate η", "loss at rest, formula", "expected loss at the end"];
        let mut table = Table::new(title, &headings);
        for stage in &outcome.stages {
            table.row(vec![
                Cell::Text(format!("{} to {}", stage.from, stage.to - 1)),
                Cell::Number(written(stage.rate)),
                Cell::Number(written(stage.rest)),
                Cell::Number(written(stage.reached)),
            ]);
        }
        table
    }
}

struct Walking {
    schedule: Box<dyn Schedule>,
    thetas: Vec<f64>,
    measured: Vec<f64>,
    expected: Vec<f64>,
}

struct Walks {
    ways: [Walking; 3],
    stages: Vec<Stage>,
    walk: Vec<f64>,
    random: Pcg64,
    step: usize,
    config: Config,
}

/// The mean of ½θ².
fn mean_loss(thetas: &[f64]) -> f64 {
    0.5 * thetas.iter().map(|theta| theta * theta).sum::<f64>() / thetas.len() as f64
}

impl Walks {
    /// One noisy step of every walk; the three schedules see the same noise.
    fn step(&mut self) {
        let deviation = self.config.deviation;
        let rates = self.ways.each_ref().map(|way| way.schedule.rate(self.step));
        for walk in 0..WALKS {
            let normal: f64 = StandardNormal.sample(&mut self.random);
            for (way, rate) in self.ways.iter_mut().zip(rates) {
                let gradient = way.thetas[walk] + deviation * normal;
                way.thetas[walk] -= rate * gradient;
            }
        }
        self.step += 1;
        if self.step.is_multiple_of(EVERY) {
            for way in &mut self.ways {
                way.measured.push(mean_loss(&way.thetas));
            }
            self.walk.push(self.ways[0].thetas[0]);
        }
    }
}

impl Run<Outcome> for Walks {
    fn advance(&mut self) {
        for _ in 0..SLICE.min(STEPS - self.step) {
            self.step();
        }
    }

    fn progress(&self) -> f64 {
        self.step as f64 / STEPS as f64
    }

    fn outcome(&self) -> Outcome {
        let Config { initial, factor, period, deviation, .. } = self.config;
        let [decay, high, low] = self.ways.each_ref().map(|way| Way {
            last_rate: way.schedule.rate(STEPS - 1),
            measured: way.measured.clone(),
            expected: way.expected.iter().copied().step_by(EVERY).collect(),
            last: way.expected[STEPS],
            mean: mean_loss(&way.thetas),
        });
        Outcome {
            step: self.step,
            initial,
            factor,
            period,
            deviation,
            decay,
            high,
            low,
            walk: self.walk.clone(),
            stages: self.stages.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_walks_have_the_expected_losses() {
        for seed in 1..=3 {
            let outcome = Config { seed, ..Config::default() }.run();
            for way in [&outcome.decay, &outcome.high, &outcome.low] {
                // The mean of 100 squares of a normal has a relative standard error of
                // √(2/100); four of them.
                let error = way.mean / way.last - 1.0;
                assert!(error.abs() < 4.0 * 0.02_f64.sqrt(), "{seed}: {error}");
            }
        }
    }

    #[test]
    fn every_stage_but_the_first_begins_above_its_rest() {
        let stages = Config::default().run().stages;
        assert_eq!(stages.len(), 4);
        assert_eq!((stages[3].from, stages[3].to), (300, 400));
        for pair in stages.windows(2) {
            assert!(pair[1].rest < 0.12 * pair[0].rest);
            assert!(pair[1].reached < pair[0].reached);
        }
        // η σ²/(2 (2 − η)) with η = 0.5.
        assert!((stages[0].rest - 0.5 / 3.0).abs() < 1e-15);
    }

    #[test]
    fn a_slice_is_drawn_before_the_first_step() {
        let run = Config::default().start().unwrap();
        assert_eq!(run.progress(), 0.0);
        assert_eq!(run.outcome().decay.measured, [50.0]);
    }
}
