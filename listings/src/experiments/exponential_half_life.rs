//! How fast to decay: the expected loss of a steep and a flat noisy direction after T
//! steps, against the half-life of the rate.

use super::noisy_quadratic::STEEP_AND_FLAT;
use super::schedule_curve::written;
use super::{Experiment, Setting};
use crate::report::{Cell, Table};
use crate::schedules::ExponentialDecay;
use serde::Serialize;

/// η₀.
pub const RATE: f64 = 0.5;

/// Points of a curve.
const POINTS: usize = 120;

/// Half-lives of the sweep, from 1 to 10 000.
const SWEEP: usize = 33;

/// The half-life and the length of the run.
#[derive(Clone, Debug)]
pub struct Config {
    /// Steps in which the rate halves.
    pub half_life: f64,
    /// T.
    pub steps: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { half_life: 20.0, steps: 1000 }
    }
}

/// Expected losses.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// T.
    pub steps: usize,
    /// At the reader's half-life.
    pub chosen: Course,
    /// At the best of the sweep.
    pub best: Course,
    /// At a hundred thousand steps: as good as constant.
    pub slow: Course,
    /// (half-life, loss after T steps).
    #[serde(skip)]
    pub sweep: Vec<(f64, f64)>,
    /// The chosen loss over the best.
    pub lost: f64,
}

/// A run at one half-life.
#[derive(Clone, Debug, Serialize)]
pub struct Course {
    /// Steps in which the rate halves.
    pub half_life: f64,
    /// γ.
    pub factor: f64,
    /// (t, loss) every few steps.
    #[serde(skip)]
    pub losses: Vec<(usize, f64)>,
    /// The part of the steep direction in the last loss.
    pub steep: f64,
    /// That of the flat one.
    pub flat: f64,
    /// Their sum.
    pub last: f64,
    /// The rate of the last step.
    pub last_rate: f64,
}

impl Config {
    fn course(&self, half_life: f64) -> Course {
        let factor = 0.5_f64.powf(1.0 / half_life);
        let decay =
            ExponentialDecay::per_step(RATE, factor).expect("a half-life above 0");
        let [steep, flat] =
            STEEP_AND_FLAT.map(|direction| direction.expected_losses(&decay, self.steps));
        let last = self.steps;
        let every = last.div_ceil(POINTS).max(1);
        let shown = (0..=last).filter(|step| step.is_multiple_of(every) || *step == last);
        Course {
            half_life,
            factor,
            losses: shown.map(|step| (step, steep[step] + flat[step])).collect(),
            steep: steep[last],
            flat: flat[last],
            last: steep[last] + flat[last],
            last_rate: RATE * factor.powf(last as f64 - 1.0),
        }
    }
}

impl Experiment for Config {
    const NAME: &'static str = "exponential-half-life";
    const QUESTION: &'static str = "Is a faster decay the safer one?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let Self { half_life, steps } = self;
        vec![
            Setting::real("half_life", "half-life", half_life, 1.0..=10_000.0, 1.0)
                .logarithmic(),
            Setting::count("steps", "steps T", steps, 100..=3000).logarithmic(),
        ]
    }

    fn run(&self) -> Outcome {
        let half_life =
            |index: usize| 10_f64.powf(4.0 * index as f64 / (SWEEP - 1) as f64);
        let sweep: Vec<(f64, f64)> = (0..SWEEP)
            .map(half_life)
            .map(|half_life| (half_life, self.course(half_life).last))
            .collect();
        let best = sweep.iter().min_by(|a, b| a.1.total_cmp(&b.1)).expect("a sweep").0;
        let (chosen, best) = (self.course(self.half_life), self.course(best));
        Outcome {
            steps: self.steps,
            lost: chosen.last / best.last,
            chosen,
            best,
            slow: self.course(100_000.0),
            sweep,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let title = format!("Expected loss after {} steps, η₀ = {RATE}", outcome.steps);
        let headings = [
            "decay",
            "half-life",
            "last rate",
            "steep direction",
            "flat direction",
            "loss",
        ];
        let mut table = Table::new(title, &headings);
        for (name, course) in [
            ("yours", &outcome.chosen),
            ("the best", &outcome.best),
            ("nearly none", &outcome.slow),
        ] {
            let mut cells = vec![name.into()];
            cells.extend(
                [
                    course.half_life,
                    course.last_rate,
                    course.steep,
                    course.flat,
                    course.last,
                ]
                .map(|value| Cell::Number(written(value))),
            );
            table.row(cells);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn too_fast_and_too_slow_are_both_worse() {
        for steps in [300, 1000, 3000] {
            let outcome = Config { steps, ..Config::default() }.run();
            assert!(outcome.lost > 5.0, "{steps}: {}", outcome.lost);
            assert!(outcome.slow.last > 2.0 * outcome.best.last, "{steps}");
            // Too fast: the flat direction is frozen. Too slow: both are noisy.
            assert!(outcome.chosen.flat > 10.0 * outcome.chosen.steep);
            assert!(outcome.slow.steep > 0.1);
        }
    }

    #[test]
    fn a_longer_run_wants_a_longer_half_life() {
        let best = |steps| Config { steps, ..Config::default() }.run().best.half_life;
        assert!(best(300) < best(1000) && best(1000) < best(3000));
    }
}
