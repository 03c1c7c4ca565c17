//! The staircase of step decay beside the exponential through its corners, and the
//! milestones of a published training.

use super::schedule_curve::{Curve, sampled, written};
use super::{Experiment, Setting};
use crate::report::{Cell, Table};
use crate::schedules::{ExponentialDecay, MultiStepDecay, Schedule, StepDecay};
use serde::Serialize;

/// η₀, γ, N and the length of the run.
#[derive(Clone, Debug)]
pub struct Config {
    /// η₀.
    pub initial: f64,
    /// γ.
    pub factor: f64,
    /// N.
    pub period: usize,
    /// T.
    pub epochs: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { initial: 0.1, factor: 0.1, period: 30, epochs: 90 }
    }
}

/// Three schedules.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// γ.
    pub factor: f64,
    /// N.
    pub period: usize,
    /// T.
    pub epochs: usize,
    /// Step decay.
    pub staircase: Curve,
    /// Exponential decay by γ in N epochs.
    pub smooth: Curve,
    /// Cuts by γ at a half and at three quarters of the run.
    pub milestones: Curve,
    /// The epochs at which step decay cuts.
    pub cuts: Vec<usize>,
    /// Those of the milestones.
    pub chosen: Vec<usize>,
    /// (epoch, rate) of step decay around its cuts.
    pub corners: Vec<(usize, f64)>,
}

impl Experiment for Config {
    const NAME: &'static str = "step-decay-curve";
    const QUESTION: &'static str = "Which rates does step decay give?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let Self { initial, factor, period, epochs } = self;
        vec![
            Setting::real("initial", "initial rate η₀", initial, 0.001..=1.0, 0.001)
                .logarithmic(),
            Setting::real("factor", "factor γ", factor, 0.05..=1.0, 0.05),
            Setting::count("period", "period N", period, 1..=100),
            Setting::count("epochs", "epochs T", epochs, 10..=150),
        ]
    }

    fn run(&self) -> Outcome {
        let Self { initial, factor, period, epochs } = *self;
        let range = "the ranges of the settings";
        let staircase = StepDecay::new(initial, factor, period).expect(range);
        let smooth = ExponentialDecay::every(initial, factor, period).expect(range);
        let chosen = vec![epochs / 2, 3 * epochs / 4];
        let milestones =
            MultiStepDecay::new(initial, factor, chosen.clone()).expect(range);
        let cuts: Vec<usize> = (period..epochs).step_by(period).collect();
        let around = cuts.iter().take(3).flat_map(|&cut| [cut - 1, cut]);
        let mut shown: Vec<usize> = [0].into_iter().chain(around).collect();
        shown.push(epochs - 1);
        shown.dedup();
        Outcome {
            factor,
            period,
            epochs,
            corners: shown.iter().map(|&at| (at, staircase.rate(at))).collect(),
            staircase: sampled(&staircase, epochs),
            smooth: sampled(&smooth, epochs),
            milestones: sampled(&milestones, epochs),
            cuts,
            chosen,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let Outcome { factor, period, .. } = outcome;
        let title = format!("Step decay with γ = {factor} and N = {period}");
        let mut table = Table::new(title, &["epoch", "rate η"]);
        for &(epoch, rate) in &outcome.corners {
            table.row(vec![Cell::Text(epoch.to_string()), Cell::Number(written(rate))]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_smooth_fall_meets_the_staircase_at_its_cuts() {
        let Outcome { staircase, smooth, cuts, .. } = Config::default().run();
        assert_eq!(cuts, [30, 60]);
        for at in [0, 30, 60] {
            // The same power of γ.
            assert!((staircase.rates[at] - smooth.rates[at]).abs() < 1e-17);
        }
        assert!(staircase.rates.iter().zip(&smooth.rates).all(|(a, b)| *a >= b - 1e-17));
        // (0.1 + 0.01 + 0.001)/3.
        assert!((staircase.mean - 0.037).abs() < 1e-15);
    }
}
