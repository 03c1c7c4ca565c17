//! Gradient descent, momentum and Adam on a bowl that the reader can make a ravine.

use super::{Experiment, Setting};
use crate::optimizers::{Adam, GradientDescent, MovingAverage, Optimizer};
use crate::report::{Cell, Landscape, Table};
use crate::surfaces::{End, Quadratic, walk};
use ndarray::array;
use serde::Serialize;

/// ½(a w₁² + b w₂²) from (3.5, 3.5).
#[derive(Clone, Debug)]
pub struct Config {
    /// a.
    pub flat: f64,
    /// b.
    pub steep: f64,
    /// β.
    pub beta: f64,
    /// η of gradient descent.
    pub descent_rate: f64,
    /// η of momentum, in its moving-average form.
    pub momentum_rate: f64,
    /// η of Adam.
    pub adam_rate: f64,
    /// How many steps are shown.
    pub steps: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            flat: 1.0,
            steep: 10.0,
            beta: 0.9,
            descent_rate: 0.15,
            momentum_rate: 0.3,
            adam_rate: 0.25,
            steps: 60,
        }
    }
}

/// The surface, and three walks.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Contours.
    #[serde(skip)]
    pub landscape: Landscape,
    /// b/a, or a/b where that is larger.
    pub kappa: f64,
    /// Gradient descent.
    pub descent: Path,
    /// Momentum.
    pub momentum: Path,
    /// Adam.
    pub adam: Path,
    /// Steps asked for.
    pub steps: usize,
}

/// One walk.
#[derive(Clone, Debug, Serialize)]
pub struct Path {
    /// The points.
    #[serde(skip)]
    pub points: Vec<[f64; 2]>,
    /// The loss at each.
    #[serde(skip)]
    pub values: Vec<f64>,
    /// The loss at the last.
    pub loss: f64,
    /// The distance of the last from the minimum.
    pub distance: f64,
    /// Whether it grows without bound: the loss is beyond a million times that of the
    /// start.
    pub diverged: bool,
    /// How often w₂ changed its sign.
    pub turns: usize,
}

impl Config {
    fn walk(&self, optimizer: &mut dyn Optimizer, rate: f64) -> Path {
        let bowl = Quadratic::new(array![self.flat, self.steep]);
        let bowl = bowl.expect("the range of the setting");
        let start = array![3.5, 3.5];
        let walk = walk(&bowl, optimizer, rate, start, self.steps, 0.0);
        let walk = walk.expect("the range of the setting");
        let points: Vec<[f64; 2]> = walk.path.iter().map(|at| [at[0], at[1]]).collect();
        let far = walk.values.iter().position(|value| *value > 1e6 * walk.values[0]);
        let loss = walk.values[walk.steps()];
        Path {
            loss,
            distance: walk.theta().dot(walk.theta()).sqrt(),
            diverged: walk.end == End::Diverged || far.is_some(),
            turns: points.windows(2).filter(|pair| pair[0][1] * pair[1][1] < 0.0).count(),
            points,
            values: walk.values,
        }
    }
}

impl Experiment for Config {
    const NAME: &'static str = "momentum-paths";
    const QUESTION: &'static str =
        "How do gradient descent, momentum and Adam walk down a bowl?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let Self { flat, steep, beta, descent_rate, momentum_rate, adam_rate, steps } =
            self;
        vec![
            Setting::real("steep", "curvature b", steep, 1.0..=100.0, 0.5).logarithmic(),
            Setting::real("flat", "curvature a", flat, 0.1..=10.0, 0.1).logarithmic(),
            Setting::real("beta", "momentum β", beta, 0.0..=0.99, 0.01),
            Setting::real(
                "descent_rate",
                "η of gradient descent",
                descent_rate,
                0.005..=0.5,
                0.005,
            ),
            Setting::real(
                "momentum_rate",
                "η of momentum",
                momentum_rate,
                0.01..=1.0,
                0.01,
            ),
            Setting::real("adam_rate", "η of Adam", adam_rate, 0.01..=1.0, 0.01),
            Setting::count("steps", "steps", steps, 1..=120),
        ]
    }

    fn run(&self) -> Outcome {
        let bowl = Quadratic::new(array![self.flat, self.steep]);
        let bowl = bowl.expect("the range of the setting");
        let mut average =
            MovingAverage::new(self.beta).expect("the range of the setting");
        Outcome {
            landscape: Landscape::of(&bowl),
            kappa: bowl.condition_number(),
            descent: self.walk(&mut GradientDescent, self.descent_rate),
            momentum: self.walk(&mut average, self.momentum_rate),
            adam: self.walk(&mut Adam::default(), self.adam_rate),
            steps: self.steps,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let headings = ["optimizer", "loss", "distance", "turns across"];
        let title = format!("Three walks after {} steps", outcome.steps);
        let mut table = Table::new(title, &headings);
        for (name, path) in [
            ("gradient descent", &outcome.descent),
            ("momentum", &outcome.momentum),
            ("Adam", &outcome.adam),
        ] {
            let number = |value: f64| {
                if path.diverged { "diverged".into() } else { Cell::number(value, 4) }
            };
            table.row(vec![
                name.into(),
                number(path.loss),
                number(path.distance),
                Cell::count(path.turns),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_above_two_over_the_curvature_diverges() {
        let at = |steep| Config { steep, ..Config::default() }.run();
        // 2/0.15 = 13.3.
        assert!(!at(13.0).descent.diverged);
        assert!(at(40.0).descent.diverged);
        // 2(1 + β)/((1 − β)η) = 126.7: momentum does not, up to the end of the slider.
        assert!(!at(100.0).momentum.diverged);
    }

    #[test]
    fn fewer_steps_are_the_first_of_more() {
        let short = Config { steps: 7, ..Config::default() }.run();
        let long = Config::default().run();
        assert_eq!(short.momentum.points, long.momentum.points[..8]);
    }
}
