//! Every optimizer on every surface, each at its own best rate there.

use super::race_rates;
use super::race_sweep::{RATES, Sweep, TARGET, expected_steps, least, starts};
use super::racer::Racer;
use super::{Experiment, Setting};
use crate::optimizers::{Evaluation, Lbfgs};
use crate::report::{Cell, Table};
use crate::surfaces::{Surface, all};
use ndarray::Array1;
use serde::Serialize;
use std::ops::Range;

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
    /// L-BFGS, which looks for its rate itself: one a surface.
    pub lbfgs: Vec<Search>,
}

/// L-BFGS on a surface.
#[derive(Clone, Debug, Serialize)]
pub struct Search {
    /// The starts from which it arrives.
    pub successes: usize,
    /// Evaluations of value and gradient a success, the trials of its line search among
    /// them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evaluations: Option<f64>,
}

/// Pairs that L-BFGS remembers.
const PAIRS: usize = 10;

/// The evaluations until L − L* is below the target.
fn evaluations(
    surface: &dyn Surface,
    start: &Array1<f64>,
    limit: usize,
) -> Option<usize> {
    let goal = least(surface) + TARGET;
    let mut lbfgs = Lbfgs::new(PAIRS).expect("ten pairs are at least one");
    let mut here = Evaluation::at(surface, start.clone());
    let mut evaluations = 1;
    while here.value >= goal {
        let step = lbfgs.advance(surface, &mut here).ok()?;
        evaluations += step.evaluations;
        if step.evaluations == 0 || evaluations > limit {
            return None;
        }
    }
    Some(evaluations)
}

/// L-BFGS from all starts.
fn search(surface: &dyn Surface, config: &Config) -> Search {
    let runs: Vec<_> = starts(surface, config.starts, config.seed)
        .iter()
        .map(|start| evaluations(surface, start, config.steps))
        .collect();
    Search {
        successes: runs.iter().flatten().count(),
        evaluations: expected_steps(&runs, config.steps),
    }
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
        self.on(0..all().len())
    }

    /// The first half, which fits on a phone; `race-other-surfaces` shows the second.
    fn table(outcome: &Outcome) -> Table {
        outcome.costs(0..HALF)
    }
}

/// Surfaces in one table.
pub(super) const HALF: usize = 3;

impl Config {
    /// The race on some of [`all`] surfaces.
    pub(super) fn on(&self, surfaces: Range<usize>) -> Outcome {
        let Self { starts, steps, seed } = *self;
        let lbfgs = all()[surfaces.clone()]
            .iter()
            .map(|surface| search(surface.as_ref(), self))
            .collect();
        let on =
            |index| race_rates::Config { surface: index + 1, starts, steps, seed }.run();
        let surfaces: Vec<_> = surfaces.map(on).collect();
        let totals = Racer::ALL.map(|racer| total(racer, &surfaces, starts)).to_vec();
        Outcome { surfaces, starts, limit: steps, totals, lbfgs }
    }
}

impl Outcome {
    /// A table of some of its surfaces.
    pub(super) fn costs(&self, surfaces: Range<usize>) -> Table {
        let (lbfgs, surfaces) = (&self.lbfgs[surfaces.clone()], &self.surfaces[surfaces]);
        let mut headings = vec!["optimizer"];
        headings.extend(surfaces.iter().map(|surface| surface.surface));
        let title = format!(
            "Steps a success costs at the best of {} rates ({} starts, at most {} steps), \
             and the rate",
            RATES.len(),
            self.starts,
            self.limit
        );
        let mut table = Table::new(title, &headings);
        for (index, total) in self.totals.iter().enumerate() {
            let mut row = vec![total.name.into()];
            row.extend(surfaces.iter().map(|surface| {
                let best = surface.sweeps[index].best;
                let cost =
                    best.and_then(|best| Some((best.expected?, best.rate_in_words())));
                // The space before the parenthesis is the only one that breaks.
                Cell::Text(match cost {
                    Some((steps, rate)) => format!("{steps:.0} (η\u{a0}{rate})"),
                    None => "none".to_string(),
                })
            }));
            table.row(row);
        }
        let mut row = vec!["L-BFGS, evaluations".into()];
        row.extend(lbfgs.iter().map(|search| {
            Cell::Text(match search.evaluations {
                Some(evaluations) => format!("{evaluations:.0}"),
                None => "none".to_string(),
            })
        }));
        table.row(row);
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiments::race_sweep::steps_to_target;

    #[test]
    fn a_curvature_learned_is_worth_more_than_a_rate_swept() {
        let outcome = Config { starts: 1, steps: 500, seed: 1 }.run();
        // From the textbook's start in Rosenbrock's valley.
        let lbfgs = outcome.lbfgs[2].evaluations.unwrap();
        for sweep in &outcome.surfaces[2].sweeps {
            assert!(sweep.steps().is_none_or(|steps| lbfgs < steps), "{}", sweep.name);
        }
    }

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

    #[test]
    fn only_the_leaps_of_rmsprop_are_best_at_an_end_of_the_grid_and_it_is_told() {
        let outcome = Config::default().run();
        let mut at_an_end = Vec::new();
        for surface in &outcome.surfaces {
            for sweep in &surface.sweeps {
                let rate = sweep.best.map(|best| best.rate_in_words());
                if rate.is_some_and(|rate| rate.contains(['≤', '≥'])) {
                    at_an_end.push((surface.surface, sweep.name));
                }
            }
        }
        assert_eq!(at_an_end, [("bowl", "RMSprop"), ("ravine", "RMSprop")]);
        let rmsprop = &Config::table(&outcome).rows[4];
        assert!(rmsprop[1].text().ends_with("(η\u{a0}≥\u{a0}10)"), "{rmsprop:?}");
        // A rate ten times larger is at most a step better.
        for surface in [1, 2] {
            let bowl = all().swap_remove(surface - 1);
            let goal = least(bowl.as_ref()) + TARGET;
            for start in starts(bowl.as_ref(), 5, 1) {
                let steps = |rate: f64| {
                    let mut rmsprop = Racer::RmsProp.optimizer();
                    steps_to_target(
                        bowl.as_ref(),
                        rmsprop.as_mut(),
                        rate,
                        &start,
                        goal,
                        9,
                    )
                };
                let (ten, hundred) = (steps(10.0).unwrap(), steps(100.0).unwrap());
                assert!(hundred <= ten && ten <= hundred + 1, "{ten} {hundred}");
            }
        }
    }
}
