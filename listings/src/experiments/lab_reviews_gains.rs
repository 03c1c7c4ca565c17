//! Lab 3: what a warm-up adds, where each schedule has its own peak.

use super::{Experiment, Setting};
use crate::labs::reviews::{Gain, gains, gains_table, runs};
use crate::report::Table;
use serde::Serialize;

/// The recorded run; nothing to set.
#[derive(Clone, Debug, Default)]
pub struct Config;

/// A gain a schedule.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// In the order of the records.
    pub gains: Vec<Gain>,
}

impl Experiment for Config {
    const NAME: &'static str = "lab-reviews-gains";
    const QUESTION: &'static str =
        "What does a warm-up add, where every schedule has the peak that suits it?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        Vec::new()
    }

    fn run(&self) -> Outcome {
        Outcome { gains: gains(&runs()) }
    }

    fn table(outcome: &Outcome) -> Table {
        gains_table(&outcome.gains)
    }
}
