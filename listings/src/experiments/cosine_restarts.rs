//! A network under warm restarts, and under one cosine of the same length.

use super::race_training::{Samples, moons};
use super::racer::Racer;
use super::schedule_curve::{Curve, sampled};
use super::scheduled_training::{Pupil, distance};
use super::{Experiment, Run, Setting, finish};
use crate::report::{Cell, Table};
use crate::schedules::{Cosine, CosineRestarts, Schedule};
use ndarray::Array1;
use serde::Serialize;

/// Steps of one slice.
const SLICE: usize = 4;

const WIDTHS: [usize; 3] = [2, 16, 2];
const POINTS: usize = 200;
const NOISE: f64 = 0.2;
const BATCH: usize = 8;

/// The cycles.
#[derive(Clone, Debug)]
pub struct Config {
    /// η₀.
    pub rate: f64,
    /// T₀, the steps of the first cycle.
    pub first: usize,
    /// m, by which each is longer than the one before.
    pub growth: usize,
    /// Steps in all.
    pub steps: usize,
    /// The seed of points, first weights and batches.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self { rate: 1.0, first: 60, growth: 2, steps: 420, seed: 1 }
    }
}

/// Both runs as far as they have come.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Steps so far.
    pub step: usize,
    /// Steps in all.
    pub steps: usize,
    /// η₀.
    pub rate: f64,
    /// T₀.
    pub first: usize,
    /// m.
    pub growth: usize,
    /// With restarts.
    pub restarted: Trained,
    /// One cosine.
    pub single: Trained,
    /// The cycles that are over.
    pub cycles: Vec<Cycle>,
}

/// One run.
#[derive(Clone, Debug, Serialize)]
pub struct Trained {
    /// The rates of the whole run.
    #[serde(skip)]
    pub rates: Curve,
    /// Step and training loss, each fourth step so far.
    #[serde(skip)]
    pub losses: Vec<(f64, f64)>,
    /// Step and ‖θ − θ₀‖, each fourth step so far.
    #[serde(skip)]
    pub distances: Vec<(f64, f64)>,
    /// The training loss now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub loss: Option<f64>,
}

/// A cycle that is over.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Cycle {
    /// The step after its last.
    pub end: usize,
    /// Its steps.
    pub length: usize,
    /// The highest training loss in it, looked at every fourth step.
    pub highest: f64,
    /// The training loss at its end.
    pub loss: f64,
    /// That of the one cosine at the same step.
    pub single: f64,
    /// ‖θ − θ'‖, with θ' at its start.
    pub moved: f64,
}

impl Experiment for Config {
    const NAME: &'static str = "cosine-restarts";
    const QUESTION: &'static str = "What does a warm restart do to loss and weights?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real("rate", "η₀", &mut self.rate, 0.1..=2.0, 0.1),
            Setting::count("first", "T₀", &mut self.first, 20..=200),
            Setting::count("growth", "m, growth of a cycle", &mut self.growth, 1..=3),
            Setting::count("steps", "steps", &mut self.steps, 100..=600),
            Setting::seed(&mut self.seed),
        ]
    }

    fn run(&self) -> Outcome {
        finish(self.start().expect("it has slices"))
    }

    fn start(&self) -> Option<Box<dyn Run<Outcome>>> {
        let cycles = CosineRestarts::new(self.rate, 0.0, self.first, self.growth);
        let cosine = Cosine::new(self.rate, 0.0, self.steps);
        let [train, _] = moons([POINTS, 0], NOISE, self.seed);
        Some(Box::new(Training {
            restarted: Walk::new(&train, self.seed),
            single: Walk::new(&train, self.seed),
            cycles: cycles.expect("settings in range"),
            cosine: cosine.expect("settings in range"),
            config: self.clone(),
            step: 0,
            over: Vec::new(),
            cycle_start: Walk::new(&train, self.seed).pupil.theta().clone(),
            highest: 0.0,
        }))
    }

    fn table(outcome: &Outcome) -> Table {
        let title = format!("Cycles of the first {} steps", outcome.step);
        let headings = [
            "cycle",
            "steps",
            "highest loss in it",
            "loss at its end",
            "one cosine then",
            "‖Δθ‖ of the cycle",
        ];
        let mut table = Table::new(title, &headings);
        for (number, cycle) in outcome.cycles.iter().enumerate() {
            table.row(vec![
                Cell::Text(format!("{}", number + 1)),
                Cell::count(cycle.length),
                Cell::number(cycle.highest, 3),
                Cell::number(cycle.loss, 3),
                Cell::number(cycle.single, 3),
                Cell::number(cycle.moved, 2),
            ]);
        }
        let said = |loss: Option<f64>| {
            loss.map_or("–".into(), |loss: f64| Cell::number(loss, 3))
        };
        table.row(vec![
            "now".into(),
            Cell::count(outcome.step),
            "–".into(),
            said(outcome.restarted.loss),
            said(outcome.single.loss),
            "–".into(),
        ]);
        table
    }
}

struct Walk {
    pupil: Pupil,
    start: Array1<f64>,
    losses: Vec<(f64, f64)>,
    distances: Vec<(f64, f64)>,
}

impl Walk {
    fn new(train: &Samples, seed: u64) -> Self {
        let descent = Racer::GradientDescent;
        let pupil = Pupil::new(&WIDTHS, descent, train.clone(), BATCH, seed);
        let start = pupil.theta().clone();
        Self { pupil, start, losses: Vec::new(), distances: Vec::new() }
    }

    /// Looks at loss and weights before a step.
    fn look(&mut self, step: usize) -> f64 {
        let loss = self.pupil.training_loss();
        if let Some(loss) = loss {
            self.losses.push((step as f64, loss));
            let away = distance(self.pupil.theta(), &self.start);
            self.distances.push((step as f64, away));
        }
        loss.unwrap_or(0.0)
    }

    fn trained(&self, schedule: &dyn Schedule, steps: usize) -> Trained {
        Trained {
            rates: sampled(schedule, steps),
            losses: self.losses.clone(),
            distances: self.distances.clone(),
            loss: self.pupil.training_loss(),
        }
    }
}

struct Training {
    restarted: Walk,
    single: Walk,
    cycles: CosineRestarts,
    cosine: Cosine,
    config: Config,
    step: usize,
    over: Vec<Cycle>,
    cycle_start: Array1<f64>,
    highest: f64,
}

impl Training {
    /// Closes the cycle if the step that comes next begins another.
    fn close_cycle(&mut self) {
        let (into, _) = self.cycles.cycle(self.step);
        if into > 0 {
            return;
        }
        let (_, length) = self.cycles.cycle(self.step - 1);
        let pupil = &self.restarted.pupil;
        let losses = (pupil.training_loss(), self.single.pupil.training_loss());
        let (Some(loss), Some(single)) = losses else { return };
        let moved = distance(pupil.theta(), &self.cycle_start);
        let highest = self.highest.max(loss);
        self.over.push(Cycle { end: self.step, length, highest, loss, single, moved });
        self.cycle_start = pupil.theta().clone();
        self.highest = 0.0;
    }
}

impl Run<Outcome> for Training {
    fn advance(&mut self) {
        for _ in 0..SLICE {
            if self.step == self.config.steps {
                return;
            }
            if self.step.is_multiple_of(SLICE) {
                self.highest = self.highest.max(self.restarted.look(self.step));
                self.single.look(self.step);
            }
            self.restarted.pupil.step(self.cycles.rate(self.step));
            self.single.pupil.step(self.cosine.rate(self.step));
            self.step += 1;
            self.close_cycle();
        }
    }

    fn progress(&self) -> f64 {
        self.step as f64 / self.config.steps as f64
    }

    fn outcome(&self) -> Outcome {
        let Config { rate, first, growth, steps, .. } = self.config;
        Outcome {
            step: self.step,
            steps,
            rate,
            first,
            growth,
            restarted: self.restarted.trained(&self.cycles, steps),
            single: self.single.trained(&self.cosine, steps),
            cycles: self.over.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slice_is_a_few_steps_and_the_outcome_is_there_before_the_first() {
        let mut run = Config::default().start().unwrap();
        assert_eq!((run.progress(), run.outcome().cycles.len()), (0.0, 0));
        run.advance();
        assert_eq!((run.outcome().step, run.outcome().single.losses.len()), (4, 1));
    }

    #[test]
    fn cycles_end_where_the_schedule_restarts() {
        let outcome = Config { steps: 600, ..Config::default() }.run();
        let ends: Vec<usize> = outcome.cycles.iter().map(|cycle| cycle.end).collect();
        assert_eq!(ends, [60, 180, 420]);
        assert_eq!(outcome.restarted.losses.len(), 150);
    }

    #[test]
    fn one_cycle_of_all_steps_is_one_cosine() {
        let config = Config { first: 200, steps: 200, ..Config::default() };
        let outcome = config.run();
        assert_eq!(outcome.restarted.losses, outcome.single.losses);
    }
}
