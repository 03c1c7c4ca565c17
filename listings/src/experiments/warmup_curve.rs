//! A warm-up, and four ways to go on.

use super::schedule_curve::{Curve, sampled};
use super::{Experiment, Setting};
use crate::report::{Cell, Table};
use crate::schedules::{
    Constant, Cosine, InverseSquareRoot, Linear, Schedule, Then, Warmup,
};
use serde::Serialize;

/// The highest rate.
pub const PEAK: f64 = 0.1;

/// The share of the steps in which warmup–stable–decay falls.
const DECAY_SHARE: f64 = 0.2;

/// W, T and f.
#[derive(Clone, Debug)]
pub struct Config {
    /// W, the steps of the warm-up.
    pub warmup: usize,
    /// T, all steps.
    pub steps: usize,
    /// f, the share of the peak at step 0.
    pub from: f64,
}

impl Default for Config {
    fn default() -> Self {
        Self { warmup: 20, steps: 200, from: 0.0 }
    }
}

/// Four schedules of one peak.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// W.
    pub warmup: usize,
    /// T.
    pub steps: usize,
    /// In the order of the table, each with what follows the warm-up.
    pub curves: Vec<(&'static str, Curve)>,
}

impl Experiment for Config {
    const NAME: &'static str = "warmup-curve";
    const QUESTION: &'static str = "What follows a warm-up?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::count("warmup", "warm-up W", &mut self.warmup, 1..=60),
            Setting::count("steps", "steps T", &mut self.steps, 100..=400),
            Setting::real("from", "f, share at step 0", &mut self.from, 0.0..=1.0, 0.05),
        ]
    }

    fn run(&self) -> Outcome {
        let Self { warmup, steps, from } = *self;
        let left = steps - warmup;
        let decay = ((steps as f64 * DECAY_SHARE) as usize).min(left);
        let valid = "settings in range";
        let peak = Constant::new(PEAK).expect(valid);
        let cosine = Cosine::new(PEAK, 0.0, left).expect(valid);
        let line = |steps| Linear::new(PEAK, 0.0, steps).expect(valid);
        let stable = Then::new(peak, left - decay, line(decay));
        let warmed: [(&'static str, Box<dyn Schedule>); 4] = [
            ("cosine", Box::new(Warmup::new(warmup, from, cosine).expect(valid))),
            ("line", Box::new(Warmup::new(warmup, from, line(left)).expect(valid))),
            (
                "stable, then decay",
                Box::new(Warmup::new(warmup, from, stable).expect(valid)),
            ),
            (
                "inverse root",
                Box::new(InverseSquareRoot::new(PEAK, warmup).expect(valid)),
            ),
        ];
        let curve = |(name, schedule): (&'static str, Box<dyn Schedule>)| {
            (name, sampled(&schedule, steps))
        };
        Outcome { warmup, steps, curves: warmed.into_iter().map(curve).collect() }
    }

    fn table(outcome: &Outcome) -> Table {
        let title = format!(
            "A warm-up of {} steps to {PEAK}, of {} in all",
            outcome.warmup, outcome.steps
        );
        let headings = ["after it", "first rate", "last rate", "mean rate"];
        let mut table = Table::new(title, &headings);
        for (name, curve) in &outcome.curves {
            table.row(vec![
                (*name).into(),
                Cell::number(curve.initial, 4),
                Cell::number(curve.last, 5),
                Cell::number(curve.mean, 4),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_cosines_have_the_mean_of_half_the_peak() {
        let outcome = Config::default().run();
        for (_, curve) in &outcome.curves[..2] {
            // Trapezoids: half of the peak over T steps, exactly, from 0 to 0.
            assert!((curve.mean - PEAK / 2.0).abs() < 1e-15, "{curve:?}");
        }
        assert_eq!(outcome.curves[0].1.initial, 0.0);
        // The paper counts from 1. One rounding of a product, one of a quotient.
        assert!((outcome.curves[3].1.initial - PEAK / 20.0).abs() < 1e-17);
    }

    #[test]
    fn at_full_share_there_is_no_warm_up() {
        let outcome = Config { from: 1.0, ..Config::default() }.run();
        assert!(outcome.curves[..3].iter().all(|(_, curve)| curve.initial == PEAK));
    }
}
