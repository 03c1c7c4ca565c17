//! A minimum that goes around, in a loss that grows louder and softer: who follows.

use super::{Experiment, Setting};
use crate::data::{gaussian, seeded};
use crate::optimizers::{AdaGrad, GradientDescent, Momentum, Optimizer, RmsProp};
use crate::report::{Cell, Table, number};
use crate::surfaces::{Drifting, Objective, Quadratic, Surface};
use ndarray::array;
use serde::Serialize;
use std::f64::consts::TAU;

/// The radius of the circle.
pub const RADIUS: f64 = 2.0;

/// Steps of each run; the second half counts.
pub const STEPS: usize = 1000;

/// Steps in which the loss goes from loud to soft and back.
const SWELL_PERIOD: f64 = 250.0;

/// Every so many steps a point is kept.
pub const EVERY: usize = 5;

/// Curvatures 1 and 10 around a minimum on a circle.
#[derive(Clone, Debug)]
pub struct Config {
    /// P, the steps of one lap.
    pub period: f64,
    /// k: the loss is multiplied by k at its loudest, and by 1/k at its softest.
    pub swell: f64,
    /// σ, the noise of the gradient's entries.
    pub noise: f64,
    /// ρ of RMSprop.
    pub decay: f64,
    /// The seed of the noise.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self { period: 400.0, swell: 10.0, noise: 0.0, decay: 0.9, seed: 1 }
    }
}

/// Each method at its best rate.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// P.
    pub period: f64,
    /// k.
    pub swell: f64,
    /// σ.
    pub noise: f64,
    /// ρ.
    pub decay: f64,
    /// Gradient descent.
    pub descent: Follower,
    /// Momentum 0.9.
    pub momentum: Follower,
    /// AdaGrad.
    pub adagrad: Follower,
    /// RMSprop.
    pub rmsprop: Follower,
}

/// One method at the rate that follows best.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Follower {
    /// That rate, of four a decade.
    pub rate: f64,
    /// The root mean square distance to the minimum in the second half.
    pub error: f64,
    /// Where it was, every five steps.
    pub path: Vec<[f64; 2]>,
    /// Its distance to the minimum then.
    pub distances: Vec<f64>,
}

impl Follower {
    /// Its rate; with ≤ or ≥ where it is the first or the last of the grid.
    fn rate_in_words(&self) -> String {
        let written = number(self.rate, 4);
        let mut rates = rates().map(portable);
        match self.rate {
            rate if rates.next() == Some(rate) => format!("≤\u{a0}{written}"),
            rate if rates.last() == Some(rate) => format!("≥\u{a0}{written}"),
            _ => written,
        }
    }
}

impl Outcome {
    /// The methods with their names.
    pub fn followers(&self) -> [(&'static str, &Follower); 4] {
        [
            ("gradient descent", &self.descent),
            ("momentum", &self.momentum),
            ("AdaGrad", &self.adagrad),
            ("RMSprop", &self.rmsprop),
        ]
    }
}

impl Experiment for Config {
    const NAME: &'static str = "drifting-minimum";
    const QUESTION: &'static str =
        "Who follows a minimum that moves, and a loss whose scale changes?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        // Without noise, as by default, the seed would change nothing.
        let Self { period, swell, noise, decay, .. } = self;
        vec![
            Setting::real("period", "steps of a lap P", period, 50.0..=2000.0, 50.0)
                .logarithmic(),
            Setting::real("swell", "swell k of the loss", swell, 1.0..=100.0, 0.5)
                .logarithmic(),
            Setting::real("noise", "noise σ", noise, 0.0..=3.0, 0.1),
            Setting::real("decay", "decay ρ of RMSprop", decay, 0.0..=0.999, 0.001),
        ]
    }

    fn run(&self) -> Outcome {
        let rmsprop =
            RmsProp::new(self.decay, 1e-8).expect("the settings keep ρ below 1");
        Outcome {
            period: self.period,
            swell: self.swell,
            noise: self.noise,
            decay: self.decay,
            descent: self.best(|| Box::new(GradientDescent)),
            momentum: self.best(|| Box::<Momentum>::default()),
            adagrad: self.best(|| Box::<AdaGrad>::default()),
            rmsprop: self.best(|| Box::new(rmsprop.clone())),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!(
                "Distance to a minimum that goes around in {} steps, swell {}, noise {}",
                outcome.period, outcome.swell, outcome.noise
            ),
            &["method", "best rate", "distance"],
        );
        for (name, follower) in outcome.followers() {
            table.row(vec![
                name.into(),
                Cell::Number(follower.rate_in_words()),
                Cell::number(follower.error, 3),
            ]);
        }
        table
    }
}

/// The rates that are tried: four a decade from 10⁻⁴ to 100.
fn rates() -> impl Iterator<Item = f64> {
    (-16..=8).map(|fourth| 10_f64.powf(f64::from(fourth) / 4.0))
}

impl Config {
    /// The run at the best of the rates.
    fn best(&self, new: impl Fn() -> Box<dyn Optimizer>) -> Follower {
        rates()
            .filter_map(|rate| self.follow(new().as_mut(), rate))
            .min_by(|a, b| a.error.total_cmp(&b.error))
            .expect("at the least rate no method diverges in a thousand steps")
    }

    /// One run, or nothing where it diverges.
    fn follow(&self, optimizer: &mut dyn Optimizer, rate: f64) -> Option<Follower> {
        let rate = portable(rate);
        let drifting = Drifting::new([1.0, 10.0], RADIUS, self.period)
            .expect("the settings keep P above zero");
        let mut random = seeded(self.seed);
        let mut theta = array![RADIUS, 0.0];
        let mut follower = Follower { rate, ..Follower::default() };
        let mut sum = 0.0;
        for step in 0..STEPS {
            let center = drifting.at(step).minima()[0].mapv(portable);
            let problem = Quadratic::new(array![1.0, 10.0])
                .expect("both curve up")
                .around(center.clone());
            let swing = (TAU * step as f64 / SWELL_PERIOD).sin();
            let loudness = portable(self.swell.powf(swing));
            // The noise does not swell: it is not of the loss.
            let noise = gaussian(1, 2, self.noise, &mut random);
            let gradient = problem.gradient(&theta) * loudness + noise.row(0);
            optimizer.step(rate, &mut theta, &gradient);
            let off = &theta - &center;
            let square = off.dot(&off);
            // A thousand away it will not come back in time, and may overflow.
            if square.is_nan() || square > 1e6 {
                return None;
            }
            if step >= STEPS / 2 {
                sum += square;
            }
            if step % EVERY == 0 {
                follower.path.push([theta[0], theta[1]]);
                follower.distances.push(square.sqrt());
            }
        }
        follower.error = (sum / (STEPS - STEPS / 2) as f64).sqrt();
        Some(follower)
    }
}

/// Rounded to a billionth. Sines and powers differ in the last bit from one platform to
/// another, and RMSprop, which hops near a minimum, makes that bit visible.
fn portable(value: f64) -> f64 {
    (value * 1e9).round() / 1e9
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_minimum_that_hardly_moves_is_followed_by_all() {
        let outcome = Config { period: 2000.0, swell: 1.0, ..Config::default() }.run();
        for (name, follower) in outcome.followers() {
            assert!(follower.error < 0.05, "{name}: {}", follower.error);
        }
    }

    #[test]
    fn no_best_rate_is_at_an_end_of_the_grid_or_the_table_says_so() {
        let at_an_end = |config: Config| -> Vec<_> {
            let outcome = config.run();
            let followers = outcome.followers().into_iter();
            followers
                .filter(|(_, follower)| follower.rate_in_words().contains(['≤', '≥']))
                .map(|(name, _)| name)
                .collect()
        };
        assert!(at_an_end(Config::default()).is_empty());
        // Where the loss keeps its scale, the leap of AdaGrad cannot be too long.
        assert_eq!(at_an_end(Config { swell: 1.0, ..Config::default() }), ["AdaGrad"]);
    }
}
