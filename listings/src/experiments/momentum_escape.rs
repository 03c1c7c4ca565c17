//! Two valleys, one deeper: what rolls into which.

use super::{Experiment, Setting};
use crate::data::seeded;
use crate::optimizers::{GradientDescent, Momentum, Optimizer};
use crate::report::{Cell, Table};
use crate::surfaces::{Noisy, Objective, walk};
use ndarray::{Array1, array};
use serde::Serialize;

/// Steps of every walk.
const STEPS: usize = 600;

/// Steps that are drawn: nothing to see happens after them.
const SHOWN: usize = 200;

/// Starts of the sweep, from −2.2 to 2.2.
const STARTS: usize = 56;

/// Where a walk starts, and how it steps.
#[derive(Clone, Debug)]
pub struct Config {
    /// θ₀.
    pub start: f64,
    /// η.
    pub rate: f64,
    /// β.
    pub beta: f64,
}

impl Default for Config {
    fn default() -> Self {
        Self { start: 1.9, rate: 0.02, beta: 0.9 }
    }
}

/// Two walks, and where all the others end.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// (θ, L(θ)) of the landscape.
    #[serde(skip)]
    pub landscape: Vec<(f64, f64)>,
    /// Gradient descent from the start, (θ, L).
    #[serde(skip)]
    pub descent: Vec<(f64, f64)>,
    /// Momentum from the start.
    #[serde(skip)]
    pub momentum: Vec<(f64, f64)>,
    /// Where the start is.
    pub start: f64,
    /// The valley in which gradient descent ends.
    pub descent_ends: String,
    /// The valley in which momentum ends.
    pub momentum_ends: String,
    /// θ of the deep valley, the hill and the shallow valley.
    pub places: [f64; 3],
    /// The sweep of starts.
    pub sweep: Sweep,
}

/// Where walks end whose starts cover both valleys.
#[derive(Clone, Debug, Serialize)]
pub struct Sweep {
    /// Starts on the side of the shallow valley.
    pub shallow_starts: usize,
    /// Of these, those from which momentum ends in the deep one.
    pub escaped: usize,
    /// Starts on the side of the deep valley.
    pub deep_starts: usize,
    /// Of these, those from which momentum ends in the shallow one.
    pub lost: usize,
    /// Starts from which gradient descent ends on the other side.
    pub descent_crossed: usize,
    /// Each start of the sweep: θ₀, and whether momentum ends in the deep valley.
    #[serde(skip)]
    pub ends: Vec<(f64, bool)>,
}

// ANCHOR: two_valleys
/// L(θ) = ¼(θ² − 1)² + θ/10: a deep valley on the left, a shallow one on the right.
#[derive(Clone, Copy, Debug)]
pub struct TwoValleys;

impl Objective for TwoValleys {
    fn value(&self, theta: &Array1<f64>) -> f64 {
        0.25 * (theta[0] * theta[0] - 1.0).powi(2) + 0.1 * theta[0]
    }

    fn gradient(&self, theta: &Array1<f64>) -> Array1<f64> {
        theta.mapv(|x| x * (x * x - 1.0) + 0.1)
    }
}
// ANCHOR_END: two_valleys

/// The roots of θ³ − θ + 0.1, by bisection: valley, hill, valley.
fn places() -> [f64; 3] {
    [(-2.0, -0.6), (-0.5, 0.5), (0.6, 2.0)].map(|(mut low, mut high): (f64, f64)| {
        let slope = |x: f64| TwoValleys.gradient(&array![x])[0];
        let rising = slope(high) > 0.0;
        for _ in 0..60 {
            let middle = 0.5 * (low + high);
            if (slope(middle) > 0.0) == rising {
                high = middle;
            } else {
                low = middle;
            }
        }
        0.5 * (low + high)
    })
}

fn path(optimizer: &mut dyn Optimizer, rate: f64, start: f64) -> Vec<(f64, f64)> {
    let walk = walk(&TwoValleys, optimizer, rate, array![start], STEPS, 0.0);
    let walk = walk.expect("the range of the setting");
    walk.path.iter().map(|theta| theta[0]).zip(walk.values).collect()
}

/// From rest at the bottom of the shallow valley, with gradients that are off by σ: the
/// share of walks that have crossed into the deep one.
pub fn escapes_with_noise(
    mut optimizer: impl FnMut() -> Box<dyn Optimizer>,
    rate: f64,
    deviation: f64,
    seeds: u64,
) -> usize {
    let [deep, _, shallow] = places();
    let noisy = Noisy::new(TwoValleys, deviation).expect("σ ≥ 0");
    let escapes = |seed: u64| {
        let (mut random, mut optimizer) = (seeded(seed), optimizer());
        let mut theta = array![shallow];
        (0..1000).any(|_| {
            let gradient = noisy.noisy_gradient(&theta, &mut random);
            optimizer.step(rate, &mut theta, &gradient);
            theta[0] < 0.5 * deep
        })
    };
    (1..=seeds).map(escapes).filter(|&escaped| escaped).count()
}

impl Experiment for Config {
    const NAME: &'static str = "momentum-escape";
    const QUESTION: &'static str = "Does momentum leave the wrong valley?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let Self { start, rate, beta } = self;
        vec![
            Setting::real("start", "start θ", start, -2.2..=2.2, 0.02),
            Setting::real("beta", "momentum β", beta, 0.0..=0.98, 0.01),
            Setting::real("rate", "rate η", rate, 0.005..=0.1, 0.005),
        ]
    }

    fn run(&self) -> Outcome {
        let Self { start, rate, beta } = *self;
        let momentum = || Momentum::new(beta).expect("the range of the setting");
        let places = places();
        let side = |path: &[(f64, f64)]| path[path.len() - 1].0 < places[1];
        let name = |is_deep| if is_deep { "deep" } else { "shallow" }.to_string();
        let along = |i: usize| -2.2 + 4.4 * i as f64 / (STARTS - 1) as f64;
        let mut sweep = Sweep {
            shallow_starts: 0,
            escaped: 0,
            deep_starts: 0,
            lost: 0,
            descent_crossed: 0,
            ends: vec![],
        };
        for at in (0..STARTS).map(along) {
            let started_deep = at < places[1];
            let is_deep = side(&path(&mut momentum(), rate, at));
            let descent_is_deep = side(&path(&mut GradientDescent, rate, at));
            let count = |is: bool| usize::from(is);
            sweep.deep_starts += count(started_deep);
            sweep.shallow_starts += count(!started_deep);
            sweep.escaped += count(!started_deep && is_deep);
            sweep.lost += count(started_deep && !is_deep);
            sweep.descent_crossed += count(started_deep != descent_is_deep);
            sweep.ends.push((at, is_deep));
        }
        let descent = path(&mut GradientDescent, rate, start);
        let momentum = path(&mut momentum(), rate, start);
        let shown = |path: &[(f64, f64)]| path[..path.len().min(SHOWN + 1)].to_vec();
        Outcome {
            landscape: (0..=110)
                .map(|i| -2.2 + 4.4 * f64::from(i) / 110.0)
                .map(|at| (at, TwoValleys.value(&array![at])))
                .collect(),
            start,
            descent_ends: name(side(&descent)),
            momentum_ends: name(side(&momentum)),
            descent: shown(&descent),
            momentum: shown(&momentum),
            places,
            sweep,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let headings = ["starts on the side of", "starts", "momentum ends on the other"];
        let mut table = Table::new("Walks that end in the other valley", &headings);
        let Sweep { shallow_starts, escaped, deep_starts, lost, .. } = outcome.sweep;
        for (name, starts, crossed) in [
            ("the shallow valley", shallow_starts, escaped),
            ("the deep valley", deep_starts, lost),
        ] {
            table.row(vec![name.into(), Cell::count(starts), Cell::count(crossed)]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_places_are_flat_and_in_order() {
        let [deep, hill, shallow] = places();
        assert!(deep < hill && hill < shallow);
        for place in places() {
            assert!(TwoValleys.gradient(&array![place])[0].abs() < 1e-15);
        }
        let height = |at: f64| TwoValleys.value(&array![at]);
        assert!(height(deep) < height(shallow) && height(shallow) < height(hill));
    }

    #[test]
    fn at_the_bottom_nothing_moves_and_without_momentum_nothing_crosses() {
        let start = places()[2];
        let resting = Config { start, beta: 0.98, ..Config::default() }.run();
        assert_eq!(resting.momentum_ends, "shallow");
        // A slope of 1e-16, at most.
        assert!(resting.momentum.iter().all(|(at, _)| (at - start).abs() < 1e-13));
        let still = Config { beta: 0.0, ..Config::default() }.run().sweep;
        assert_eq!((still.escaped, still.lost), (0, 0));
    }
}
