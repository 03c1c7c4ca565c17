//! Every optimizer at every rate on one surface: which rate is its own, and how many do.

use super::race_sweep::{Sweep, starts};
use super::racer::Racer;
use super::{Experiment, Setting};
use crate::report::{Cell, Table};
use crate::surfaces::all;
use serde::Serialize;

/// A surface, starts, and steps at most.
#[derive(Clone, Debug)]
pub struct Config {
    /// Which of [`all`] surfaces, counted from 1.
    pub surface: usize,
    /// Starts: the textbook's, and others at random.
    pub starts: usize,
    /// Steps of a walk at most.
    pub steps: usize,
    /// The seed of the starts.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self { surface: 4, starts: 5, steps: 2000, seed: 1 }
    }
}

/// The sweeps of all.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The surface's name.
    pub surface: &'static str,
    /// The starts.
    pub starts: usize,
    /// Steps at most.
    pub limit: usize,
    /// One for each optimizer.
    pub sweeps: Vec<Sweep>,
    /// Whoever pays least for a success at its own best rate.
    pub fastest: &'static str,
    /// Whoever pays least where all have the same rate.
    pub winners: Vec<Winner>,
    /// How many different optimizers are among them.
    pub different_winners: usize,
}

/// The winner of a race in which all have the same rate.
#[derive(Clone, Debug, Serialize)]
pub struct Winner {
    /// The rate of all.
    pub rate: f64,
    /// Who pays least for a success; nobody where there is none.
    pub name: &'static str,
}

/// Rates of textbooks.
pub const FIXED: [f64; 4] = [1e-3, 0.01, 0.1, 1.0];

impl Outcome {
    /// The sweep of an optimizer.
    ///
    /// # Panics
    /// Panics when it did not take part.
    pub fn of(&self, racer: Racer) -> &Sweep {
        let sweep = self.sweeps.iter().find(|sweep| sweep.racer == racer);
        sweep.unwrap_or_else(|| panic!("{} did not take part", racer.name()))
    }
}

/// The name that goes with the least cost; "nobody" where there is no success.
fn cheapest(costs: impl Iterator<Item = (&'static str, Option<f64>)>) -> &'static str {
    let paid = costs.filter_map(|(name, cost)| cost.map(|cost| (name, cost)));
    paid.min_by(|a, b| a.1.total_cmp(&b.1)).map_or("nobody", |(name, _)| name)
}

impl Experiment for Config {
    const NAME: &'static str = "race-rates";
    const QUESTION: &'static str =
        "How much does each optimizer depend on its rate, on one surface?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let surfaces = all().len();
        vec![
            Setting::count("surface", "surface", &mut self.surface, 1..=surfaces),
            Setting::count("starts", "starts", &mut self.starts, 1..=8),
            Setting::count("steps", "steps at most", &mut self.steps, 200..=3000),
            Setting::seed(&mut self.seed),
        ]
    }

    fn run(&self) -> Outcome {
        let surface = all().swap_remove(self.surface - 1);
        let starts = starts(surface.as_ref(), self.starts, self.seed);
        let sweeps: Vec<Sweep> = Racer::ALL
            .iter()
            .map(|&racer| Sweep::of(surface.as_ref(), racer, &starts, self.steps))
            .collect();
        let winners: Vec<Winner> = FIXED
            .iter()
            .map(|&rate| {
                let costs = sweeps.iter().map(|s| (s.name, s.at(rate).expected));
                Winner { rate, name: cheapest(costs) }
            })
            .collect();
        let mut names: Vec<_> = winners.iter().map(|winner| winner.name).collect();
        names.retain(|&name| name != "nobody");
        names.sort_unstable();
        names.dedup();
        Outcome {
            surface: surface.name(),
            starts: self.starts,
            limit: self.steps,
            fastest: cheapest(sweeps.iter().map(|sweep| (sweep.name, sweep.steps()))),
            winners,
            different_winners: names.len(),
            sweeps,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!("Steps a success costs: {}", outcome.surface),
            &[
                "optimizer",
                "best rate",
                "successes",
                "steps a success",
                "decades of rates within 2×",
                "at η = 0.001",
                "at η = 0.01",
                "at η = 0.1",
            ],
        );
        for sweep in &outcome.sweeps {
            let best = sweep.best;
            let steps = |expected: Option<f64>| match expected {
                Some(expected) => Cell::number(expected, 0),
                None => Cell::Number("none".to_string()),
            };
            table.row(vec![
                sweep.name.into(),
                Cell::Number(best.map_or("none".to_string(), |b| b.rate_in_words())),
                Cell::Number(format!(
                    "{} of {}",
                    best.map_or(0, |b| b.successes),
                    outcome.starts
                )),
                steps(sweep.steps()),
                Cell::number(sweep.decades, 2),
                steps(sweep.at(1e-3).expected),
                steps(sweep.at(0.01).expected),
                steps(sweep.at(0.1).expected),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn on_a_quadratic_the_best_rate_of_gradient_descent_is_near_the_one_of_theory() {
        // The bowl has curvatures 1 and 10: 2/(1 + 10) = 0.18, and 2/10 diverges.
        let outcome = Config { surface: 1, ..Config::default() }.run();
        let descent = outcome.of(Racer::GradientDescent);
        assert_eq!(descent.best.unwrap().rate, 0.18);
        assert_eq!(descent.best.unwrap().successes, outcome.starts);
        assert_eq!(descent.at(0.32).successes, 0);
    }

    #[test]
    fn nobody_is_cheaper_than_the_fastest() {
        for surface in 1..=all().len() {
            let outcome = Config { surface, starts: 2, ..Config::default() }.run();
            let least = outcome.sweeps.iter().filter_map(Sweep::steps);
            let least = least.fold(f64::INFINITY, f64::min);
            let fastest = outcome.sweeps.iter().find(|s| s.name == outcome.fastest);
            assert_eq!(fastest.unwrap().steps(), Some(least));
        }
    }
}
