//! AdaGrad on a minimum that stands still, one seen through noise, and one that moves.

use super::{Experiment, Setting};
use crate::data::seeded;
use crate::optimizers::{AdaGrad, Optimizer};
use crate::report::{Cell, Table};
use crate::surfaces::{Drifting, Noisy, Objective, Quadratic, Surface};
use ndarray::array;
use serde::Serialize;

/// The steps at which the walks are looked at: eight a decade.
pub const LAST_STEP: usize = 10_000;

/// The radius of the circle on which the moving minimum goes.
const RADIUS: f64 = 2.0;

/// Three problems with the curvatures 1 and 10.
#[derive(Clone, Debug)]
pub struct Config {
    /// η.
    pub rate: f64,
    /// σ, the noise of the second problem's gradient.
    pub noise: f64,
    /// P, the steps in which the third problem's minimum goes around.
    pub period: f64,
    /// The seed of the noise.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self { rate: 1.0, noise: 1.0, period: 100.0, seed: 1 }
    }
}

/// What became of AdaGrad on each problem.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// η.
    pub rate: f64,
    /// σ.
    pub noise: f64,
    /// P.
    pub period: f64,
    /// The last step of each stretch that is averaged.
    pub steps: Vec<usize>,
    /// A minimum that stands still.
    pub still: Course,
    /// The same, seen through noise.
    pub noisy: Course,
    /// One that goes around a circle of radius 2.
    pub drifting: Course,
}

/// One run.
#[derive(Clone, Debug, Serialize)]
pub struct Course {
    /// η/√G₁ after each of the steps.
    pub rates: Vec<f64>,
    /// The root mean square distance to the minimum in each stretch.
    pub distances: Vec<f64>,
    /// η/√G₁ after the last step.
    pub last_rate: f64,
    /// The last of the distances.
    pub last_distance: f64,
    /// The distance in the stretch that ends with step 1000.
    pub distance_at_1000: f64,
}

/// The ends of the stretches: 1, 2, … and from there on eight a decade.
fn checkpoints() -> Vec<usize> {
    let mut steps: Vec<usize> =
        (0..=32).map(|eighth| 10_f64.powf(f64::from(eighth) / 8.0) as usize).collect();
    // The power may end up a hair below.
    steps[24] = 1000;
    steps[32] = LAST_STEP;
    steps.dedup();
    steps
}

impl Experiment for Config {
    const NAME: &'static str = "adagrad-memory";
    const QUESTION: &'static str = "Does AdaGrad stop learning?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let Self { rate, noise, period, seed } = self;
        vec![
            Setting::real("rate", "rate η", rate, 0.1..=10.0, 0.1).logarithmic(),
            Setting::real("noise", "noise σ", noise, 0.01..=10.0, 0.01).logarithmic(),
            Setting::real("period", "period P in steps", period, 50.0..=5000.0, 50.0)
                .logarithmic(),
            Setting::seed(seed),
        ]
    }

    fn run(&self) -> Outcome {
        let expect = "the settings keep σ, R and P in their ranges";
        let still = Drifting::new([1.0, 10.0], 0.0, 1.0).expect(expect);
        let moving = Drifting::new([1.0, 10.0], RADIUS, self.period).expect(expect);
        Outcome {
            rate: self.rate,
            noise: self.noise,
            period: self.period,
            steps: checkpoints(),
            still: self.course(&still, 0.0),
            noisy: self.course(&still, self.noise),
            drifting: self.course(&moving, 0.0),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!("AdaGrad at η = {}, distance to the minimum", outcome.rate),
            &["minimum", "at step 1000", "at step 10 000", "rate η/√G₁ at the end"],
        );
        for (name, course) in outcome.courses() {
            table.row(vec![
                name.into(),
                Cell::number(course.distance_at_1000, 4),
                Cell::number(course.last_distance, 4),
                Cell::number(course.last_rate, 4),
            ]);
        }
        table
    }
}

impl Outcome {
    /// The three runs with their names.
    pub fn courses(&self) -> [(&'static str, &Course); 3] {
        [
            ("stands still", &self.still),
            ("seen through noise", &self.noisy),
            ("moves", &self.drifting),
        ]
    }
}

impl Config {
    fn course(&self, problem: &Drifting, noise: f64) -> Course {
        let mut random = seeded(self.seed);
        let (mut theta, mut adagrad) = (array![3.5, 3.5], AdaGrad::default());
        let mut course = Course {
            rates: Vec::new(),
            distances: Vec::new(),
            last_rate: 0.0,
            last_distance: 0.0,
            distance_at_1000: 0.0,
        };
        let (mut sum, mut count) = (0.0, 0);
        let ends = checkpoints();
        for step in 1..=LAST_STEP {
            let now: Quadratic = problem.at(step);
            let seen = Noisy::new(now, noise).expect("the settings keep σ above zero");
            let gradient = if noise > 0.0 {
                seen.noisy_gradient(&theta, &mut random)
            } else {
                seen.objective().gradient(&theta)
            };
            adagrad.step(self.rate, &mut theta, &gradient);
            let off = &theta - &seen.objective().minima()[0];
            sum += off.dot(&off);
            count += 1;
            if ends[course.rates.len()] == step {
                let squares = adagrad.state()[0].1[0];
                course.rates.push(self.rate / squares.sqrt());
                // Below 10⁻⁹ only rounding is left.
                course.distances.push((sum / f64::from(count)).sqrt().max(1e-9));
                (sum, count) = (0.0, 0);
                let distance = course.distances[course.distances.len() - 1];
                if step == 1000 {
                    course.distance_at_1000 = distance;
                }
                course.last_distance = distance;
                course.last_rate = course.rates[course.rates.len() - 1];
            }
        }
        course
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rate_only_falls() {
        let outcome = Config::default().run();
        for (name, course) in outcome.courses() {
            assert!(course.rates.is_sorted_by(|a, b| a >= b), "{name}");
            assert_eq!(course.rates.len(), outcome.steps.len());
        }
    }
}
