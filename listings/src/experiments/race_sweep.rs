//! One optimizer on one surface at many rates: how many steps a success costs.

use super::racer::Racer;
use crate::data::seeded;
use crate::optimizers::Optimizer;
use crate::surfaces::{Objective, Surface};
use ndarray::{Array1, array};
use rand::RngExt;
use serde::Serialize;

/// L − L* below this is a success.
pub const TARGET: f64 = 1e-4;

/// Rates a decade.
pub const A_DECADE: usize = 4;

/// From 10⁻⁴ to 10, four a decade, rounded: literals, because powers of ten differ in
/// the last bit from one machine to another.
pub const RATES: [f64; 21] = [
    1e-4, 1.8e-4, 3.2e-4, 5.6e-4, 1e-3, 1.8e-3, 3.2e-3, 5.6e-3, 0.01, 0.018, 0.032,
    0.056, 0.1, 0.18, 0.32, 0.56, 1.0, 1.8, 3.2, 5.6, 10.0,
];

/// What one rate is worth.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Cost {
    /// η.
    pub rate: f64,
    /// The starts from which the target was reached.
    pub successes: usize,
    /// Steps of all runs, over the successes; none without a success.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected: Option<f64>,
}

/// An optimizer at all rates.
#[derive(Clone, Debug, Serialize)]
pub struct Sweep {
    /// Who.
    #[serde(skip)]
    pub racer: Racer,
    /// Its name.
    pub name: &'static str,
    /// One a rate.
    pub costs: Vec<Cost>,
    /// The rate at which a success costs least.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub best: Option<Cost>,
    /// Decades of rates around the best at which a success costs at most twice as much.
    pub decades: f64,
}

impl Cost {
    /// Its rate; with ≤ or ≥ where it is the first or the last of [`RATES`], since
    /// rates beyond may cost no more.
    pub fn rate_in_words(&self) -> String {
        match self.rate {
            rate if rate <= RATES[0] => format!("≤\u{a0}{rate}"),
            rate if rate >= RATES[RATES.len() - 1] => format!("≥\u{a0}{rate}"),
            rate => rate.to_string(),
        }
    }
}

// ANCHOR: steps_to_target
/// The steps until L(θ) < `goal`; none where that takes more than `limit`, or the loss is
/// no longer finite. It keeps no path.
pub fn steps_to_target(
    surface: &dyn Objective,
    optimizer: &mut dyn Optimizer,
    rate: f64,
    start: &Array1<f64>,
    goal: f64,
    limit: usize,
) -> Option<usize> {
    let mut theta = start.clone();
    for step in 0..=limit {
        let value = surface.value(&theta);
        if value < goal {
            return Some(step);
        }
        if !value.is_finite() {
            return None;
        }
        let gradient = surface.gradient(&theta);
        optimizer.step(rate, &mut theta, &gradient);
    }
    None
}
// ANCHOR_END: steps_to_target

// ANCHOR: expected_steps
/// Steps a success: those of all runs, where a run without success counts in full, over
/// the successes.
pub fn expected_steps(runs: &[Option<usize>], limit: usize) -> Option<f64> {
    let successes = runs.iter().flatten().count();
    let steps: usize = runs.iter().map(|run| run.unwrap_or(limit)).sum();
    (successes > 0).then(|| steps as f64 / successes as f64)
}
// ANCHOR_END: expected_steps

/// The textbook's start, and others anywhere in the domain.
pub fn starts(surface: &dyn Surface, count: usize, seed: u64) -> Vec<Array1<f64>> {
    let mut random = seeded(seed);
    let [x, y] = surface.domain();
    let mut anywhere =
        || array![random.random_range(x.clone()), random.random_range(y.clone())];
    let mut starts = vec![surface.start()];
    starts.extend((1..count).map(|_| anywhere()));
    starts
}

/// L*, the value at the minima.
pub fn least(surface: &dyn Surface) -> f64 {
    let values = surface.minima().iter().map(|at| surface.value(at)).collect::<Vec<_>>();
    values.into_iter().fold(f64::INFINITY, f64::min)
}

impl Sweep {
    /// Runs `racer` from every start at every rate.
    pub fn of(
        surface: &dyn Surface,
        racer: Racer,
        starts: &[Array1<f64>],
        limit: usize,
    ) -> Self {
        let goal = least(surface) + TARGET;
        let cost = |&rate: &f64| {
            let runs: Vec<_> = starts
                .iter()
                .map(|start| {
                    let mut optimizer = racer.optimizer();
                    steps_to_target(surface, optimizer.as_mut(), rate, start, goal, limit)
                })
                .collect();
            Cost {
                rate,
                successes: runs.iter().flatten().count(),
                expected: expected_steps(&runs, limit),
            }
        };
        Self::from_costs(racer, RATES.iter().map(cost).collect(), A_DECADE)
    }

    /// The best of the costs, and the range around it.
    pub fn from_costs(racer: Racer, costs: Vec<Cost>, a_decade: usize) -> Self {
        let expected = |cost: &Cost| cost.expected.unwrap_or(f64::INFINITY);
        let best = (0..costs.len())
            .min_by(|&a, &b| expected(&costs[a]).total_cmp(&expected(&costs[b])))
            .filter(|&at| costs[at].expected.is_some());
        let decades = best.map_or(0.0, |best| {
            let works = |cost: &&Cost| expected(cost) <= 2.0 * expected(&costs[best]);
            let above = costs[best..].iter().take_while(works).count();
            let below = costs[..best].iter().rev().take_while(works).count();
            // Each rate stands for the step between two.
            (above + below) as f64 / a_decade as f64
        });
        Self { racer, name: racer.name(), best: best.map(|at| costs[at]), decades, costs }
    }

    /// What a success costs at its best rate.
    pub fn steps(&self) -> Option<f64> {
        self.best.and_then(|best| best.expected)
    }

    /// What it costs at another of the rates.
    ///
    /// # Panics
    /// Panics for a rate that was not tried.
    pub fn at(&self, rate: f64) -> Cost {
        let cost = self.costs.iter().find(|cost| cost.rate == rate);
        *cost.unwrap_or_else(|| panic!("the rate {rate} was not tried"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::surfaces::{End, Quadratic, Rosenbrock, walk};

    #[test]
    fn it_counts_the_steps_of_a_walk() {
        let bowl = Quadratic::bowl();
        let start = array![3.5, 3.5];
        for racer in Racer::ALL {
            let mut optimizer = racer.optimizer();
            let path = walk(&bowl, optimizer.as_mut(), 0.1, start.clone(), 2000, 0.0);
            let first = path.unwrap().values.iter().position(|&value| value < TARGET);
            let mut fresh = racer.optimizer();
            let steps = steps_to_target(&bowl, fresh.as_mut(), 0.1, &start, TARGET, 2000);
            assert_eq!(steps, first, "{}", racer.name());
        }
    }

    #[test]
    fn a_run_that_diverges_is_no_success() {
        let (valley, start) = (Rosenbrock::default(), array![-1.5, -1.5]);
        let racer = Racer::GradientDescent;
        let mut fresh = racer.optimizer();
        let steps = steps_to_target(&valley, fresh.as_mut(), 0.1, &start, TARGET, 2000);
        assert_eq!(steps, None);
        let diverged =
            walk(&valley, racer.optimizer().as_mut(), 0.1, start, 2000, 0.0).unwrap();
        assert_eq!(diverged.end, End::Diverged);
    }

    #[test]
    fn failures_are_paid_for_by_successes() {
        assert_eq!(expected_steps(&[Some(10), None, Some(30)], 100), Some(70.0));
        assert_eq!(expected_steps(&[None, None], 100), None);
    }

    #[test]
    fn the_range_is_what_surrounds_the_best_without_a_gap() {
        let expected = [
            Some(90.0),
            None,
            Some(70.0),
            Some(40.0),
            Some(50.0),
            Some(81.0),
            Some(60.0),
        ];
        let costs = expected.map(|expected| Cost { rate: 1.0, successes: 1, expected });
        let sweep = Sweep::from_costs(Racer::Adam, costs.to_vec(), 4);
        assert_eq!((sweep.steps(), sweep.decades), (Some(40.0), 0.75));
    }

    #[test]
    fn the_rates_are_evenly_spread_to_two_digits() {
        for (k, rate) in RATES.iter().enumerate() {
            let exact = 10_f64.powf(k as f64 / A_DECADE as f64 - 4.0);
            // Rounded to two digits: half of the last, 0.05 of at least 1.
            assert!((rate / exact - 1.0).abs() < 0.05, "{rate}");
        }
    }
}
