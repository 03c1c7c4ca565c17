//! Newton, BFGS, L-BFGS and gradient descent down one valley, step by step.

use super::{Experiment, Setting};
use crate::optimizers::{Bfgs, Evaluation, GradientDescent, Lbfgs, Newton, StrongWolfe};
use crate::report::{Cell, Landscape, Table};
use crate::surfaces::{Rosenbrock, Surface, walk};
use ndarray::{Array1, array};
use serde::Serialize;

/// The rate of gradient descent: twice this and it diverges from most starts.
pub const RATE: f64 = 1e-3;

/// A start in Rosenbrock's valley.
#[derive(Clone, Debug)]
pub struct Config {
    /// The first coordinate of the start.
    pub x: f64,
    /// The second.
    pub y: f64,
    /// m, the memory of L-BFGS.
    pub memory: usize,
    /// Steps that each method takes.
    pub steps: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { x: -1.5, y: -1.5, memory: 5, steps: 40 }
    }
}

/// The four walks.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Where they start.
    pub start: [f64; 2],
    /// m.
    pub memory: usize,
    /// Steps at most.
    pub steps: usize,
    /// The valley.
    #[serde(skip)]
    pub landscape: Landscape,
    /// θ ← θ − 0.001 g.
    pub descent: Path,
    /// Damped Newton.
    pub newton: Path,
    /// BFGS.
    pub bfgs: Path,
    /// L-BFGS.
    pub lbfgs: Path,
}

/// One walk.
#[derive(Clone, Debug, Serialize)]
pub struct Path {
    /// θ₀, θ₁, ….
    #[serde(skip)]
    pub points: Vec<[f64; 2]>,
    /// The distance to the minimum at each, at least 10⁻¹⁶.
    pub distances: Vec<f64>,
    /// The last of them.
    pub last_distance: f64,
    /// L at the end.
    pub last_value: f64,
    /// Steps that moved.
    pub steps: usize,
    /// Evaluations of L and g, the start included.
    pub evaluations: usize,
    /// Steps at which the Hessian had to be shifted; Newton alone.
    pub shifts: usize,
}

impl Path {
    /// From the start, with a step that gives its evaluations, 0 where it does not move.
    fn of(
        start: &Evaluation,
        steps: usize,
        mut step: impl FnMut(&mut Evaluation) -> usize,
    ) -> Self {
        let mut here = start.clone();
        let mut path = Self {
            points: Vec::new(),
            distances: Vec::new(),
            last_distance: 0.0,
            last_value: 0.0,
            steps: 0,
            evaluations: 1,
            shifts: 0,
        };
        path.arrive(&here);
        while path.steps < steps {
            let evaluations = step(&mut here);
            if evaluations == 0 {
                break;
            }
            path.evaluations += evaluations;
            path.steps += 1;
            path.arrive(&here);
        }
        path
    }

    fn arrive(&mut self, here: &Evaluation) {
        let offset: Array1<f64> = &here.theta - 1.0;
        self.points.push([here.theta[0], here.theta[1]]);
        self.last_distance = offset.dot(&offset).sqrt().max(1e-16);
        self.distances.push(self.last_distance);
        self.last_value = here.value;
    }
}

impl Experiment for Config {
    const NAME: &'static str = "second-order-paths";
    const QUESTION: &'static str =
        "How do Newton, BFGS and L-BFGS go down a curved valley?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let Self { x, y, memory, steps } = self;
        vec![
            Setting::real("x", "start x", x, -1.9..=1.9, 0.1),
            Setting::real("y", "start y", y, -1.9..=2.9, 0.1),
            Setting::count("memory", "memory m", memory, 1..=10),
            Setting::count("steps", "steps", steps, 1..=60),
        ]
    }

    fn run(&self) -> Outcome {
        let valley = Rosenbrock::default();
        let start = Evaluation::at(&valley, array![self.x, self.y]);
        // A search that ends for want of digits has arrived.
        let mut lbfgs = Lbfgs::new(self.memory)
            .and_then(|lbfgs| lbfgs.with_tolerances(1e-12, 0.0))
            .expect("m is at least one");
        let mut bfgs = Bfgs::new(StrongWolfe::default(), 1e-12).expect("a tolerance");
        let mut shifts = 0;
        let mut newton = Path::of(&start, self.steps, |here| {
            let hessian = valley.hessian(&here.theta);
            Newton::damped().advance(&valley, &hessian, here).map_or(0, |step| {
                shifts += usize::from(step.shift > 0.0);
                step.evaluations
            })
        });
        newton.shifts = shifts;
        let descent = walk(
            &valley,
            &mut GradientDescent,
            RATE,
            start.theta.clone(),
            self.steps,
            1e-12,
        )
        .expect("a rate");
        let mut walked = descent.path.iter().skip(1);
        Outcome {
            start: [self.x, self.y],
            memory: self.memory,
            steps: self.steps,
            landscape: Landscape::of(&valley),
            descent: Path::of(&start, self.steps, |here| {
                let Some(theta) = walked.next() else { return 0 };
                *here = Evaluation::at(&valley, theta.clone());
                1
            }),
            newton,
            bfgs: Path::of(&start, self.steps, |here| {
                bfgs.advance(&valley, here).map_or(0, |step| step.evaluations)
            }),
            lbfgs: Path::of(&start, self.steps, |here| {
                lbfgs.advance(&valley, here).map_or(0, |step| step.evaluations)
            }),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let headings =
            ["method", "steps", "evaluations", "distance to the minimum", "loss"];
        let title = format!("After at most {} steps", outcome.steps);
        let mut table = Table::new(title, &headings);
        for (name, path) in [
            ("gradient descent", &outcome.descent),
            ("Newton, damped", &outcome.newton),
            ("BFGS", &outcome.bfgs),
            ("L-BFGS", &outcome.lbfgs),
        ] {
            table.row(vec![
                name.into(),
                Cell::count(path.steps),
                Cell::count(path.evaluations),
                scientific(path.last_distance),
                scientific(path.last_value),
            ]);
        }
        table
    }
}

/// One digit: below 10⁻¹⁰ only "nothing left" is worth saying.
fn scientific(value: f64) -> Cell {
    if value < 1e-10 {
        return Cell::Number("< 10⁻¹⁰".to_string());
    }
    let format: crate::report::Format = ".0e".parse().expect("a format");
    Cell::Number(format.apply(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_but_gradient_descent_arrive_from_wherever_they_start() {
        for (x, y) in [(-1.5, -1.5), (-1.2, 1.0), (1.9, -1.9), (0.0, 2.9), (1.0, 1.0)] {
            let outcome = Config { x, y, steps: 60, ..Config::default() }.run();
            for path in [&outcome.newton, &outcome.bfgs, &outcome.lbfgs] {
                assert!(path.last_distance < 1e-6, "({x}, {y}): {path:?}");
            }
            assert!(x == 1.0 || outcome.descent.last_distance > 1e-2);
        }
    }

    #[test]
    fn fewer_steps_are_the_first_of_more() {
        let long = Config::default().run();
        let short = Config { steps: 7, ..Config::default() }.run();
        assert_eq!(short.lbfgs.points, long.lbfgs.points[..8]);
        assert_eq!(short.descent.points, long.descent.points[..8]);
    }
}
