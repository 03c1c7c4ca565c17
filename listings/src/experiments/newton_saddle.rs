//! Newton's method near a saddle: pure, damped, and gradient descent.

use super::{Experiment, Setting};
use crate::optimizers::{Evaluation, GradientDescent, Newton};
use crate::report::{Cell, Landscape, Table};
use crate::surfaces::{Saddle, Surface, walk};
use ndarray::{Array1, array};
use serde::Serialize;

/// Steps of each walk.
const STEPS: usize = 60;

/// A start near the saddle.
#[derive(Clone, Debug)]
pub struct Config {
    /// The first coordinate of the start.
    pub x: f64,
    /// The second.
    pub y: f64,
}

impl Default for Config {
    fn default() -> Self {
        Self { x: -1.5, y: 0.3 }
    }
}

/// The three walks, and where each would end from a grid of starts.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The start.
    pub start: [f64; 2],
    /// The surface.
    #[serde(skip)]
    pub landscape: Landscape,
    /// α = 1, whatever the Hessian is.
    pub pure: Way,
    /// With shift and line search.
    pub damped: Way,
    /// Gradient descent at the rate 0.2.
    pub descent: Way,
    /// The starts of the grid.
    pub starts: usize,
    /// The eigenvalue of the Hessian along y at the start.
    pub curvature: f64,
}

/// One walk.
#[derive(Clone, Debug, Serialize)]
pub struct Way {
    /// θ₀, θ₁, ….
    #[serde(skip)]
    pub points: Vec<[f64; 2]>,
    /// Where it ends.
    pub end: [f64; 2],
    /// Which kind of place that is.
    pub place: &'static str,
    /// Starts of the grid from which it ends at the saddle.
    pub at_the_saddle: usize,
}

type Step = fn(&mut Evaluation);

fn pure(here: &mut Evaluation) {
    let hessian = Saddle.hessian(&here.theta);
    // A singular Hessian leaves it where it is.
    let _ = Newton::pure().advance(&Saddle, &hessian, here);
}

fn damped(here: &mut Evaluation) {
    let hessian = Saddle.hessian(&here.theta);
    let _ = Newton::damped().advance(&Saddle, &hessian, here);
}

fn descent(here: &mut Evaluation) {
    let theta = here.theta.clone();
    let walk = walk(&Saddle, &mut GradientDescent, 0.2, theta, 1, 0.0).expect("a rate");
    *here = Evaluation::at(&Saddle, walk.theta().clone());
}

fn points(start: Array1<f64>, step: Step) -> Vec<[f64; 2]> {
    let mut here = Evaluation::at(&Saddle, start);
    let mut points = vec![[here.theta[0], here.theta[1]]];
    for _ in 0..STEPS {
        step(&mut here);
        points.push([here.theta[0], here.theta[1]]);
        if here.steepest() < 1e-9 {
            break;
        }
    }
    points
}

fn place(&[x, y]: &[f64; 2]) -> &'static str {
    let is_at = |height: f64| x.abs() < 1e-3 && (y - height).abs() < 1e-3;
    if is_at(0.0) {
        "the saddle"
    } else if is_at(1.0) || is_at(-1.0) {
        "a minimum"
    } else {
        "neither"
    }
}

fn way(start: &Array1<f64>, step: Step) -> Way {
    let points = points(start.clone(), step);
    let end = *points.last().expect("a start");
    let at_the_saddle = grid().filter(|theta| {
        let points = self::points(theta.clone(), step);
        place(points.last().expect("a start")) == "the saddle"
    });
    Way { at_the_saddle: at_the_saddle.count(), place: place(&end), end, points }
}

/// 5 × 14 starts over the domain, none of them on the ridge y = 0.
fn grid() -> impl Iterator<Item = Array1<f64>> {
    (0..5).flat_map(|i| {
        (0..14)
            .map(move |j| array![-1.6 + 0.8 * f64::from(i), -1.625 + 0.25 * f64::from(j)])
    })
}

impl Experiment for Config {
    const NAME: &'static str = "newton-saddle";
    const QUESTION: &'static str = "Where does Newton's method end near a saddle?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real("x", "start x", &mut self.x, -1.9..=1.9, 0.1),
            Setting::real("y", "start y", &mut self.y, -1.7..=1.7, 0.05),
        ]
    }

    fn run(&self) -> Outcome {
        let start = array![self.x, self.y];
        Outcome {
            start: [self.x, self.y],
            landscape: Landscape::of(&Saddle),
            pure: way(&start, pure),
            damped: way(&start, damped),
            descent: way(&start, descent),
            starts: grid().count(),
            curvature: Saddle.hessian(&start)[[1, 1]],
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let headings =
            ["method", "steps", "ends at", "starts of the grid that end at the saddle"];
        let mut table = Table::new("Three walks beside a saddle", &headings);
        for (name, way) in [
            ("Newton, pure", &outcome.pure),
            ("Newton, damped", &outcome.damped),
            ("gradient descent", &outcome.descent),
        ] {
            table.row(vec![
                name.into(),
                Cell::count(way.points.len() - 1),
                way.place.into(),
                Cell::Number(format!("{} of {}", way.at_the_saddle, outcome.starts)),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pure_newton_ends_at_the_saddle() {
        let outcome = Config::default().run();
        assert_eq!(outcome.pure.place, "the saddle");
        assert_eq!(outcome.damped.place, "a minimum");
        assert_eq!(outcome.descent.place, "a minimum");
        assert!(outcome.pure.at_the_saddle > 0);
        assert_eq!(outcome.damped.at_the_saddle + outcome.descent.at_the_saddle, 0);
        // Far enough up, the Hessian is positive definite and all agree.
        let above = Config { y: 1.2, ..Config::default() }.run();
        assert_eq!(above.pure.place, "a minimum");
    }
}
