//! The race on the surfaces for which [`race_surfaces`] has no room in its table.

use super::race_surfaces::{self, HALF, Outcome};
use super::{Experiment, Setting};
use crate::report::Table;
use crate::surfaces::all;

/// Starts on each surface, and steps at most.
#[derive(Clone, Debug, Default)]
pub struct Config {
    race: race_surfaces::Config,
}

impl Experiment for Config {
    const NAME: &'static str = "race-other-surfaces";
    const QUESTION: &'static str = "Which optimizer is fastest on Himmelblau's and Beale's functions and at a saddle?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        self.race.settings()
    }

    fn run(&self) -> Outcome {
        self.race.on(HALF..all().len())
    }

    fn table(outcome: &Outcome) -> Table {
        outcome.costs(0..outcome.surfaces.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_tables_together_have_every_surface_once() {
        let race = race_surfaces::Config { starts: 1, steps: 200, seed: 1 };
        let other = Config { race: race.clone() }.run();
        let mut headings = race_surfaces::Config::table(&race.run()).headings;
        headings.extend(Config::table(&other).headings.split_off(1));
        let names: Vec<_> = all().iter().map(|surface| surface.name()).collect();
        assert_eq!(headings[1..], names);
    }
}
