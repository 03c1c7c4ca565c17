//! One normal distribution fitted to a mixture of two, by each direction of the
//! divergence.

use super::{Experiment, Setting};
use crate::losses::Normal;
use crate::report::{Cell, Table};
use ndarray::Array1;
use serde::Serialize;

/// A mixture P of two normal distributions, and the reader's Q.
#[derive(Clone, Debug)]
pub struct Config {
    /// The distance of the two centers.
    pub separation: f64,
    /// The standard deviation of each.
    pub spread: f64,
    /// The weight of the left one.
    pub weight: f64,
    /// The mean of the reader's Q.
    pub mean: f64,
    /// The standard deviation of the reader's Q.
    pub deviation: f64,
}

impl Default for Config {
    fn default() -> Self {
        Self { separation: 5.0, spread: 0.7, weight: 0.4, mean: 1.0, deviation: 1.0 }
    }
}

/// Densities, fits and divergences.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The weight of the left one.
    pub weight: f64,
    /// Its center; the right one is at the opposite number.
    pub left: f64,
    /// Where the densities are computed.
    pub positions: Vec<f64>,
    /// The density of P.
    pub target: Vec<f64>,
    /// The Q of least KL(P‖Q).
    pub covering: Fit,
    /// The Q of least KL(Q‖P).
    pub seeking: Fit,
    /// The reader's Q.
    pub yours: Fit,
    /// Means of Q along which the next two are computed, at the reader's deviation.
    pub means: Vec<f64>,
    /// KL(P‖Q) along the means.
    pub forward: Vec<f64>,
    /// KL(Q‖P) along the means.
    pub reverse: Vec<f64>,
}

/// A normal distribution with both of its divergences.
#[derive(Clone, Debug, Serialize)]
pub struct Fit {
    /// Its mean.
    pub mean: f64,
    /// Its standard deviation.
    pub deviation: f64,
    /// Its density at the positions.
    pub density: Vec<f64>,
    /// KL(P‖Q).
    pub forward: f64,
    /// KL(Q‖P).
    pub reverse: f64,
}

/// P.
struct Mixture {
    parts: [(f64, Normal); 2],
    /// Eight of these from 0 leave out nothing of either part.
    reach: f64,
}

fn normal(mean: f64, deviation: f64) -> Normal {
    Normal::new(mean, deviation).expect("a deviation above zero")
}

/// The trapezoidal rule over eight deviations on either side of a center, for a density
/// that vanishes at both ends.
fn integral(center: f64, deviation: f64, f: impl Fn(f64) -> f64) -> f64 {
    const STEP: f64 = 0.05;
    let index = |x: f64| (x / STEP).round() as i32;
    let (first, last) =
        (index(center - 8.0 * deviation), index(center + 8.0 * deviation));
    STEP * (first..=last).map(|i| f(f64::from(i) * STEP)).sum::<f64>()
}

impl Mixture {
    fn new(config: &Config) -> Self {
        let half = config.separation / 2.0;
        let part = |weight, mean| (weight, normal(mean, config.spread));
        Self {
            parts: [part(config.weight, -half), part(1.0 - config.weight, half)],
            reach: half + config.spread,
        }
    }

    /// ln p(x), by log-sum-exp.
    fn log_density(&self, x: f64) -> f64 {
        let [a, b] = self.parts.map(|(weight, part)| weight.ln() + part.log_density(x));
        a.max(b) + (-(a - b).abs()).exp().ln_1p()
    }

    /// KL(P‖Q).
    fn forward(&self, q: &Normal) -> f64 {
        integral(0.0, self.reach, |x| {
            let log_p = self.log_density(x);
            log_p.exp() * (log_p - q.log_density(x))
        })
    }

    /// KL(Q‖P) for Q = N(mean, deviation²).
    fn reverse(&self, mean: f64, deviation: f64) -> f64 {
        let q = normal(mean, deviation);
        integral(mean, deviation, |x| {
            let log_q = q.log_density(x);
            log_q.exp() * (log_q - self.log_density(x))
        })
    }
}

// ANCHOR: fits
/// The Q of least KL(P‖Q) has the mean and the variance of P.
fn covering(config: &Config) -> (f64, f64) {
    let Config { separation, spread, weight, .. } = config;
    let mean = (0.5 - weight) * separation;
    let variance = spread.powi(2) + weight * (1.0 - weight) * separation.powi(2);
    (mean, variance.sqrt())
}

/// The Q of least KL(Q‖P), by a search over mean and deviation that halves its steps,
/// from either center and from between.
fn seeking(config: &Config, p: &Mixture) -> (f64, f64) {
    let loss = |mean: f64, log_deviation: f64| p.reverse(mean, log_deviation.exp());
    let half = config.separation / 2.0;
    let between = (0.0, half.max(config.spread).ln());
    let starts = [(-half, config.spread.ln()), (half, config.spread.ln()), between];
    let descend = |(mut mean, mut log_deviation): (f64, f64)| {
        let mut least = loss(mean, log_deviation);
        let mut step = 0.25;
        while step > 1e-4 {
            let moves = [(step, 0.0), (-step, 0.0), (0.0, step), (0.0, -step)];
            let tried = moves.map(|(a, b)| (loss(mean + a, log_deviation + b), a, b));
            match tried.into_iter().min_by(|a, b| a.0.total_cmp(&b.0)) {
                Some((loss, a, b)) if loss < least => {
                    (least, mean, log_deviation) = (loss, mean + a, log_deviation + b);
                }
                _ => step /= 2.0,
            }
        }
        (least, mean, log_deviation.exp())
    };
    let fits = starts.map(descend);
    let [first, second, third] = fits;
    let best = if second.0 < first.0 { second } else { first };
    // Where a center and the middle lead to one place, rounding must not decide.
    let (_, mean, deviation) = if third.0 < best.0 - 1e-6 { third } else { best };
    (mean, deviation)
}
// ANCHOR_END: fits

impl Experiment for Config {
    const NAME: &'static str = "two-modes";
    const QUESTION: &'static str =
        "Which one hill do the two directions of the divergence fit to two?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let Self { separation, spread, weight, mean, deviation } = self;
        vec![
            Setting::real(
                "separation",
                "distance of the hills",
                separation,
                0.0..=8.0,
                0.1,
            ),
            Setting::real("spread", "width of each", spread, 0.4..=1.5, 0.1),
            Setting::real("weight", "weight of the left", weight, 0.05..=0.95, 0.05),
            Setting::real("mean", "your Q: mean", mean, -6.0..=6.0, 0.1),
            Setting::real("deviation", "your Q: σ", deviation, 0.3..=4.0, 0.1),
        ]
    }

    fn run(&self) -> Outcome {
        let p = Mixture::new(self);
        let positions = Array1::linspace(-7.0, 7.0, 141);
        let fit = |(mean, deviation): (f64, f64)| {
            let q = normal(mean, deviation);
            Fit {
                mean,
                deviation,
                density: positions.iter().map(|&x| q.log_density(x).exp()).collect(),
                forward: p.forward(&q),
                reverse: p.reverse(mean, deviation),
            }
        };
        let means = Array1::linspace(-6.0, 6.0, 61);
        let along = |divergence: &dyn Fn(f64) -> f64| {
            means.iter().map(|&mean| divergence(mean)).collect()
        };
        Outcome {
            weight: self.weight,
            left: -self.separation / 2.0,
            target: positions.iter().map(|&x| p.log_density(x).exp()).collect(),
            covering: fit(covering(self)),
            seeking: fit(seeking(self, &p)),
            yours: fit((self.mean, self.deviation)),
            forward: along(&|mean| p.forward(&normal(mean, self.deviation))),
            reverse: along(&|mean| p.reverse(mean, self.deviation)),
            means: means.to_vec(),
            positions: positions.to_vec(),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let headings = ["Q", "mean", "deviation", "KL(P‖Q)", "KL(Q‖P)"];
        let mut table = Table::new("One normal distribution for two", &headings);
        for (name, fit) in [
            ("least KL(P‖Q)", &outcome.covering),
            ("least KL(Q‖P)", &outcome.seeking),
            ("yours", &outcome.yours),
        ] {
            table.row(vec![
                name.into(),
                Cell::number(fit.mean, 2),
                Cell::number(fit.deviation, 2),
                Cell::number(fit.forward, 2),
                Cell::number(fit.reverse, 2),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_fit_is_best_in_its_own_direction() {
        for (separation, weight) in [(5.0, 0.4), (2.0, 0.5), (8.0, 0.9)] {
            let config = Config { separation, weight, ..Config::default() };
            let outcome = config.run();
            for (mean, deviation) in
                [(-0.05, 0.0), (0.05, 0.0), (0.0, -0.05), (0.0, 0.05)]
            {
                let near = |fit: &Fit| Config {
                    mean: fit.mean + mean,
                    deviation: fit.deviation + deviation,
                    ..config.clone()
                };
                let forward = near(&outcome.covering).run().yours.forward;
                assert!(forward > outcome.covering.forward);
                let reverse = near(&outcome.seeking).run().yours.reverse;
                assert!(reverse > outcome.seeking.reverse);
            }
            assert!(outcome.seeking.reverse <= outcome.covering.reverse);
            assert!(outcome.covering.forward <= outcome.seeking.forward);
        }
    }

    #[test]
    fn one_hill_is_fitted_exactly_by_both() {
        let outcome = Config { separation: 0.0, ..Config::default() }.run();
        for fit in [outcome.covering, outcome.seeking] {
            // The search ends at steps of 1e-4; the divergence is flat there.
            assert!(fit.mean.abs() < 1e-3 && (fit.deviation - 0.7).abs() < 1e-3);
            assert!(fit.forward.abs() < 1e-6 && fit.reverse.abs() < 1e-6);
        }
    }

    #[test]
    fn the_integral_of_a_density_is_one() {
        let p = Mixture::new(&Config::default());
        let mass = integral(0.0, p.reach, |x| p.log_density(x).exp());
        // Eight deviations leave 1e-15 of a normal distribution.
        assert!((mass - 1.0).abs() < 1e-12);
        let (p, q) = (normal(0.5, 0.7), normal(-1.0, 2.0));
        let twice = Mixture { parts: [(0.5, p), (0.5, p)], reach: 1.2 };
        assert!((twice.forward(&q) - p.divergence_from(&q)).abs() < 1e-12);
        assert!((twice.reverse(-1.0, 2.0) - q.divergence_from(&p)).abs() < 1e-12);
    }
}
