//! Every optimizer on every surface, each at its own best rate there.

use super::race_rates;
use super::race_sweep::Sweep;
use super::racer::Racer;
use super::{Experiment, Setting};
use crate::report::{Cell, Table};
use crate::surfaces::all;
use serde::Serialize;

/// Starts on each surface, and steps at most.
#[derive(Clone, Debug)]
pub struct Config {
    /// Starts on each surface.
    pub starts: usize,
    /// Steps of a walk at most.
    pub steps: usize,
    /// The seed of the starts.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self { starts: 5, steps: 2000, seed: 1 }
    }
}

/// A race for each surface.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// One a surface, in the order of [`all`].
    pub surfaces: Vec<race_rates::Outcome>,
    /// The starts of a surface.
    pub starts: usize,
    /// Steps at most.
    pub limit: usize,
    /// One an optimizer.
    pub totals: Vec<Total>,
}

/// An optimizer over all surfaces.
#[derive(Clone, Debug, Serialize)]
pub struct Total {
    /// Its name.
    pub name: &'static str,
    /// Surfaces on which nobody pays less for a success.
    pub wins: usize,
    /// The share of all starts from which it arrives.
    pub success: f64,
    /// The mean of its decades of working rates.
    pub decades: f64,
    /// The decades between the lowest and the highest of its best rates.
    pub spread: f64,
    /// Bytes it remembers for each parameter.
    pub bytes: usize,
}

impl Outcome {
    /// What an optimizer did over all surfaces.
    ///
    /// # Panics
    /// Panics when it did not take part.
    pub fn of(&self, racer: Racer) -> &Total {
        let total = self.totals.iter().find(|total| total.name == racer.name());
        total.unwrap_or_else(|| panic!("{} did not take part", racer.name()))
    }
}

fn total(racer: Racer, surfaces: &[race_rates::Outcome], starts: usize) -> Total {
    let sweeps: Vec<&Sweep> = surfaces.iter().map(|outcome| outcome.of(racer)).collect();
    let count = sweeps.len() as f64;
    let best = || sweeps.iter().filter_map(|sweep| sweep.best);
    let successes: usize = best().map(|best| best.successes).sum();
    let rates = || best().map(|best| best.rate);
    let (low, high) =
        (rates().fold(f64::INFINITY, f64::min), rates().fold(0.0, f64::max));
    Total {
        name: racer.name(),
        wins: surfaces.iter().filter(|outcome| outcome.fastest == racer.name()).count(),
        success: successes as f64 / (count * starts as f64),
        decades: sweeps.iter().map(|sweep| sweep.decades).sum::<f64>() / count,
        spread: if low < high { (high / low).log10() } else { 0.0 },
        bytes: racer.bytes(),
    }
}

impl Experiment for Config {
    const NAME: &'static str = "race-surfaces";
    const QUESTION: &'static str =
        "Which optimizer is fastest on which surface, each at its own best rate?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::count("starts", "starts", &mut self.starts, 1..=6),
            Setting::count("steps", "steps at most", &mut self.steps, 200..=2000),
            Setting::seed(&mut self.seed),
        ]
    }

    fn run(&self) -> Outcome {
        let Self { starts, steps, seed } = *self;
        let on = |surface| race_rates::Config { surface, starts, steps, seed }.run();
        let surfaces: Vec<_> = (1..=all().len()).map(on).collect();
        let totals = Racer::ALL.map(|racer| total(racer, &surfaces, starts)).to_vec();
        Outcome { surfaces, starts, limit: steps, totals }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut headings = vec!["optimizer"];
        headings.extend(outcome.surfaces.iter().map(|surface| surface.surface));
        headings.extend(["arrives", "decades of rates", "bytes a parameter"]);
        let title = format!(
            "Steps a success costs at the best of 21 rates ({} starts, at most {} steps), and the \
             rate",
            outcome.starts, outcome.limit
        );
        let mut table = Table::new(title, &headings);
        for (index, total) in outcome.totals.iter().enumerate() {
            let mut row = vec![total.name.into()];
            for surface in &outcome.surfaces {
                let best = surface.sweeps[index].best;
                let cell = best.and_then(|best| Some((best.expected?, best.rate)));
                row.push(Cell::Number(match cell {
                    Some((steps, rate)) => format!("{steps:.0} (η {rate})"),
                    None => "none".to_string(),
                }));
            }
            row.push(Cell::Number(format!("{:.0} %", 100.0 * total.success)));
            row.push(Cell::number(total.decades, 2));
            row.push(Cell::count(total.bytes));
            table.row(row);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_surface_has_one_winner_and_totals_are_of_all() {
        let outcome = Config { starts: 2, steps: 500, seed: 3 }.run();
        assert_eq!(outcome.surfaces.len(), all().len());
        let wins: usize = outcome.totals.iter().map(|total| total.wins).sum();
        assert_eq!(wins, all().len());
        for total in &outcome.totals {
            assert!((0.0..=1.0).contains(&total.success) && total.decades >= 0.0);
        }
    }
}
