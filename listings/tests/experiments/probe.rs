//! An experiment with a setting of each kind, and one with none.

use listings::experiments::{Experiment, Setting};
use listings::report::Table;

/// A setting of each kind; its outcome is nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct Probe {
    pub rate: f64,
    pub samples: usize,
    pub seed: u64,
    pub shuffled: bool,
}

impl Default for Probe {
    fn default() -> Self {
        Self { rate: 0.5, samples: 10, seed: 1, shuffled: false }
    }
}

impl Experiment for Probe {
    const NAME: &'static str = "probe";
    const QUESTION: &'static str = "What do settings do?";
    type Outcome = ();

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real("rate", "rate η", &mut self.rate, 0.1..=2.0, 0.1).logarithmic(),
            Setting::count("samples", "values", &mut self.samples, 3..=201),
            Setting::seed(&mut self.seed),
            Setting::switch("shuffled", "shuffled", &mut self.shuffled),
        ]
    }

    fn run(&self) {}

    fn table(_: &()) -> Table {
        Table::default()
    }
}

/// No settings at all.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fixed;

impl Experiment for Fixed {
    const NAME: &'static str = "fixed";
    const QUESTION: &'static str = "What happens without settings?";
    type Outcome = ();

    fn settings(&mut self) -> Vec<Setting<'_>> {
        Vec::new()
    }

    fn run(&self) {}

    fn table(_: &()) -> Table {
        Table::default()
    }
}
