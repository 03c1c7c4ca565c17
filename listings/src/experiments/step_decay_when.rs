//! When to cut: the expected loss of two noisy directions, a steep and a flat one, after
//! one cut.

use super::noisy_quadratic::STEEP_AND_FLAT;
use super::{Experiment, Setting};
use crate::report::{Cell, Table};
use crate::schedules::MultiStepDecay;
use serde::Serialize;

/// The rate before the cut.
pub const RATE: f64 = 0.5;

/// Steps after a cut at which a hasty reader looks.
pub const SOON: usize = 20;

/// Points of a curve.
const POINTS: usize = 120;

/// The cut and the length of the run.
#[derive(Clone, Debug)]
pub struct Config {
    /// The step of the cut.
    pub cut: usize,
    /// γ.
    pub factor: f64,
    /// T.
    pub steps: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { cut: 60, factor: 0.1, steps: 600 }
    }
}

/// Expected losses.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The step of the cut, at most T.
    pub cut: usize,
    /// γ.
    pub factor: f64,
    /// T.
    pub steps: usize,
    /// Without a cut.
    pub never: Course,
    /// With the reader's.
    pub chosen: Course,
    /// With the best one.
    pub best: Course,
    /// (step of the cut, loss after T steps).
    #[serde(skip)]
    pub sweep: Vec<(usize, f64)>,
    /// How much lower the loss is 20 steps after the reader's cut than without it, as a
    /// share.
    pub gained_soon: f64,
    /// The loss after T steps over that of the best cut.
    pub lost: f64,
}

/// A run with one cut.
#[derive(Clone, Debug, Serialize)]
pub struct Course {
    /// The step of its cut; T for none.
    pub cut: usize,
    /// The loss every few steps, both ends included.
    #[serde(skip)]
    pub losses: Vec<(usize, f64)>,
    /// The part of the steep direction in the last loss.
    pub steep: f64,
    /// The part of the flat one.
    pub flat: f64,
    /// Their sum.
    pub last: f64,
}

impl Config {
    /// The losses of both directions under a cut at a step.
    fn losses(&self, cut: usize) -> [Vec<f64>; 2] {
        let schedule = MultiStepDecay::new(RATE, self.factor, vec![cut])
            .expect("the ranges of the settings");
        STEEP_AND_FLAT.map(|direction| direction.expected_losses(&schedule, self.steps))
    }

    fn course(&self, cut: usize) -> Course {
        let [steep, flat] = self.losses(cut);
        let last = self.steps;
        let every = self.steps.div_ceil(POINTS).max(1);
        // Both ends of the curve, and both sides of the cut.
        let wanted = |step: usize| {
            step.is_multiple_of(every) || step == last || step == cut || step == cut + 1
        };
        Course {
            cut,
            losses: (0..=last)
                .filter(|&step| wanted(step))
                .map(|step| (step, steep[step] + flat[step]))
                .collect(),
            steep: steep[last],
            flat: flat[last],
            last: steep[last] + flat[last],
        }
    }
}

impl Experiment for Config {
    const NAME: &'static str = "step-decay-when";
    const QUESTION: &'static str = "When should the rate be cut?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let Self { cut, factor, steps } = self;
        vec![
            Setting::count("cut", "step of the cut", cut, 0..=1000),
            Setting::real("factor", "factor γ", factor, 0.05..=1.0, 0.05),
            Setting::count("steps", "steps T", steps, 100..=1000),
        ]
    }

    fn run(&self) -> Outcome {
        let cut = self.cut.min(self.steps);
        let last = |cut: usize| {
            let [steep, flat] = self.losses(cut);
            steep[self.steps] + flat[self.steps]
        };
        let sweep: Vec<(usize, f64)> = (0..=100)
            .map(|share| share * self.steps / 100)
            .map(|cut| (cut, last(cut)))
            .collect();
        let best = sweep.iter().min_by(|a, b| a.1.total_cmp(&b.1)).expect("a sweep").0;
        let at = |cut: usize, step: usize| {
            let [steep, flat] = self.losses(cut);
            steep[step] + flat[step]
        };
        let soon = self.steps.min(cut + SOON);
        let (chosen, best) = (self.course(cut), self.course(best));
        Outcome {
            cut,
            factor: self.factor,
            steps: self.steps,
            gained_soon: 1.0 - at(cut, soon) / at(self.steps, soon),
            lost: chosen.last / best.last,
            never: self.course(self.steps),
            chosen,
            best,
            sweep,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let title = format!("Expected loss after {} steps", outcome.steps);
        let headings = ["cut", "at step", "steep direction", "flat direction", "loss"];
        let mut table = Table::new(title, &headings);
        let rows = [
            ("none", &outcome.never),
            ("yours", &outcome.chosen),
            ("the best", &outcome.best),
        ];
        for (name, course) in rows {
            let at = if course.cut == outcome.steps {
                "–".to_string()
            } else {
                course.cut.to_string()
            };
            table.row(vec![
                name.into(),
                Cell::Number(at),
                Cell::number(course.steep, 4),
                Cell::number(course.flat, 4),
                Cell::number(course.last, 4),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_early_cut_pays_at_once_and_costs_in_the_end() {
        let early = Config::default().run();
        assert!(early.gained_soon > 0.1, "{}", early.gained_soon);
        assert!(early.lost > 5.0, "{}", early.lost);
        let best = Config { cut: early.best.cut, ..Config::default() }.run();
        assert_eq!(best.lost, 1.0);
        assert!(best.chosen.last < 0.2 * early.never.last);
    }

    #[test]
    fn a_cut_behind_the_end_is_none() {
        let late = Config { cut: 1000, ..Config::default() }.run();
        assert_eq!(late.chosen.last, late.never.last);
        assert_eq!(late.cut, 600);
    }
}
