//! RMSprop, AdaGrad and gradient descent on the bowl: who comes to rest.

use super::{Experiment, Setting};
use crate::optimizers::{AdaGrad, GradientDescent, Optimizer, RmsProp};
use crate::report::{Cell, Landscape, Table};
use crate::surfaces::{Objective, Quadratic};
use ndarray::array;
use serde::Serialize;

/// The rate of gradient descent: half of the largest that works on the bowl.
const DESCENT_RATE: f64 = 0.1;

/// The rate of AdaGrad.
const ADAGRAD_RATE: f64 = 1.0;

/// Distances are shown no smaller than this.
pub const FLOOR: f64 = 1e-9;

/// The bowl ½(θ₁² + 10θ₂²) from (3.5, 3.5).
#[derive(Clone, Debug)]
pub struct Config {
    /// η of RMSprop.
    pub rate: f64,
    /// ρ of RMSprop.
    pub decay: f64,
    /// Whether RMSprop's rate falls, as η/√(t + 1) in step t.
    pub falling: bool,
    /// Steps that are shown.
    pub steps: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { rate: 0.2, decay: 0.9, falling: false, steps: 150 }
    }
}

/// The walks.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The bowl.
    #[serde(skip)]
    pub landscape: Landscape,
    /// η of RMSprop.
    pub rate: f64,
    /// ρ of RMSprop.
    pub decay: f64,
    /// Whether it falls.
    pub falling: bool,
    /// Steps that are shown.
    pub steps: usize,
    /// RMSprop.
    pub rmsprop: Course,
    /// AdaGrad at the rate 1.
    pub adagrad: Course,
    /// Gradient descent at the rate 0.1.
    pub descent: Course,
    /// The last step of RMSprop.
    pub last_change: [f64; 2],
    /// The largest of RMSprop's coordinates in its last tenth of the steps, over η.
    pub hover: f64,
}

/// One walk.
#[derive(Clone, Debug, Serialize)]
pub struct Course {
    /// Its points.
    pub path: Vec<[f64; 2]>,
    /// The distance of each to the minimum, at least [`FLOOR`].
    pub distances: Vec<f64>,
    /// The last of them.
    pub last_distance: f64,
}

impl Experiment for Config {
    const NAME: &'static str = "rmsprop-settle";
    const QUESTION: &'static str = "Does RMSprop come to rest at a minimum?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let Self { rate, decay, falling, steps } = self;
        vec![
            Setting::count("steps", "steps shown", steps, 10..=500),
            Setting::real("rate", "rate η of RMSprop", rate, 0.01..=1.0, 0.01)
                .logarithmic(),
            Setting::real("decay", "decay ρ", decay, 0.0..=0.999, 0.001),
            Setting::switch("falling", "η falls as 1/√t", falling),
        ]
    }

    fn run(&self) -> Outcome {
        let rmsprop = RmsProp::new(self.decay, 1e-8);
        let mut rmsprop = rmsprop.expect("the settings keep ρ below 1");
        let rmsprop = self.course(&mut rmsprop, |step| {
            if self.falling { self.rate / (step as f64 + 1.0).sqrt() } else { self.rate }
        });
        let [.., before, last] = rmsprop.path[..] else {
            unreachable!("there are ten steps at least")
        };
        let late = &rmsprop.path[rmsprop.path.len() - self.steps / 10..];
        let largest = late.iter().flatten().fold(0.0, |most, x| x.abs().max(most));
        Outcome {
            landscape: Landscape::of(&Quadratic::bowl()),
            rate: self.rate,
            decay: self.decay,
            falling: self.falling,
            steps: self.steps,
            last_change: [last[0] - before[0], last[1] - before[1]],
            hover: largest / self.rate,
            rmsprop,
            adagrad: self.course(&mut AdaGrad::default(), |_| ADAGRAD_RATE),
            descent: self.course(&mut GradientDescent, |_| DESCENT_RATE),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let title = format!("Distance to the minimum after {} steps", outcome.steps);
        let mut table = Table::new(title, &["method", "distance"]);
        for (name, course) in [
            ("RMSprop", &outcome.rmsprop),
            ("AdaGrad, η = 1", &outcome.adagrad),
            ("gradient descent, η = 0.1", &outcome.descent),
        ] {
            table.row(vec![name.into(), Cell::number(course.last_distance, 7)]);
        }
        table
    }
}

impl Config {
    fn course(
        &self,
        optimizer: &mut dyn Optimizer,
        rate: impl Fn(usize) -> f64,
    ) -> Course {
        let bowl = Quadratic::bowl();
        let mut theta = array![3.5, 3.5];
        let mut path = vec![[theta[0], theta[1]]];
        for step in 0..self.steps {
            let gradient = bowl.gradient(&theta);
            optimizer.step(rate(step), &mut theta, &gradient);
            path.push([theta[0], theta[1]]);
        }
        let distances: Vec<f64> =
            path.iter().map(|[x, y]| (x * x + y * y).sqrt().max(FLOOR)).collect();
        Course { last_distance: distances[distances.len() - 1], path, distances }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// At ±η/2 the gradient is ±λη/2 and v is its square: the step is η, to the other
    /// side. It is a cycle at every curvature.
    #[test]
    fn it_ends_to_and_fro_at_half_the_rate() {
        for rate in [0.02, 0.1, 0.5] {
            let outcome = Config { rate, steps: 500, ..Config::default() }.run();
            assert!((outcome.hover - 0.5).abs() < 1e-3, "{rate}: {}", outcome.hover);
            for change in outcome.last_change {
                assert!((change.abs() / rate - 1.0).abs() < 1e-3, "{change}");
            }
        }
    }

    /// The hop is half of the rate of the moment, η/√t: largest at the first of the last
    /// tenth of the steps, step 450 of 500.
    #[test]
    fn with_a_falling_rate_the_hop_falls_with_it() {
        let config = Config { falling: true, steps: 500, rate: 0.5, ..Config::default() };
        let hop = config.run().hover * 450.0_f64.sqrt();
        // v is a mean over ten hops, of which the earlier were longer: by a hundredth.
        assert!((hop - 0.5).abs() < 0.02, "{hop}");
    }
}
