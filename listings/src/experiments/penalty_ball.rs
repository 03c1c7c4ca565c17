//! The best point of a ball: where contours of a loss first touch it.

use super::{Experiment, Setting};
use crate::report::{Cell, Field, Table};
use serde::Serialize;

/// Half the side of the square that is looked at.
pub const SIDE: f64 = 3.2;

/// A quadratic with its minimum where the reader puts it, and two balls around zero.
#[derive(Clone, Debug)]
pub struct Config {
    /// The minimum: its w₁.
    pub minimum_x: f64,
    /// The minimum: its w₂.
    pub minimum_y: f64,
    /// The radius of both balls.
    pub radius: f64,
    /// The exponent of the second ball's norm.
    pub p: f64,
    /// The correlation of the two features, which tilts the contours.
    pub tilt: f64,
}

impl Default for Config {
    fn default() -> Self {
        Self { minimum_x: 0.8, minimum_y: 2.4, radius: 1.2, p: 2.0, tilt: 0.4 }
    }
}

/// Both constrained minima.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The radius of both balls.
    pub radius: f64,
    /// The exponent of the second ball's norm.
    pub p: f64,
    /// The minimum without a constraint.
    pub minimum: (f64, f64),
    /// The quadratic over the square.
    #[serde(skip)]
    pub quadratic: Field,
    /// The best point of the L1 ball.
    pub l1: Solution,
    /// The best point of the other ball.
    pub other: Solution,
    /// Above zero where a minimum leads to a corner of the L1 ball.
    #[serde(skip)]
    pub to_a_corner: Field,
    /// Of the minima outside of the L1 ball, in the square: the share that leads to a
    /// corner.
    pub corner_share: f64,
}

/// The best point of a ball.
#[derive(Clone, Debug, Serialize)]
pub struct Solution {
    /// Where it is.
    pub at: (f64, f64),
    /// The quadratic there.
    pub value: f64,
    /// How many of its two weights are exactly zero.
    pub zeros: usize,
    /// The boundary of the ball.
    #[serde(skip)]
    pub boundary: Vec<(f64, f64)>,
}

impl Experiment for Config {
    const NAME: &'static str = "penalty-ball";
    const QUESTION: &'static str = "When does the best point of a ball have a zero?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real(
                "minimum_x",
                "minimum: w₁",
                &mut self.minimum_x,
                -3.0..=3.0,
                0.1,
            ),
            Setting::real(
                "minimum_y",
                "minimum: w₂",
                &mut self.minimum_y,
                -3.0..=3.0,
                0.1,
            ),
            Setting::real("radius", "radius", &mut self.radius, 0.2..=3.0, 0.1),
            Setting::real("p", "second norm p", &mut self.p, 1.0..=8.0, 0.1),
            Setting::real("tilt", "correlation", &mut self.tilt, -0.9..=0.9, 0.1),
        ]
    }

    fn run(&self) -> Outcome {
        let quadratic =
            Quadratic { minimum: (self.minimum_x, self.minimum_y), tilt: self.tilt };
        let to_a_corner = field(|x, y| self.toward_corner((x, y)));
        let inside = field(|x, y| self.radius - x.abs() - y.abs());
        let outside =
            inside.values.iter().zip(&to_a_corner.values).filter(|(i, _)| **i < 0.0);
        let (mut count, mut corners) = (0.0, 0.0);
        for (_, toward) in outside {
            count += 1.0;
            corners += f64::from(u8::from(*toward >= 0.0));
        }
        Outcome {
            radius: self.radius,
            p: self.p,
            minimum: quadratic.minimum,
            quadratic: field(|x, y| quadratic.at((x, y))),
            l1: solve(&quadratic, self.radius, 1.0),
            other: solve(&quadratic, self.radius, self.p),
            to_a_corner,
            corner_share: corners / f64::max(count, 1.0),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            "The best points",
            &["constraint", "w₁", "w₂", "quadratic there", "weights that are zero"],
        );
        let rows = [
            ("none".to_string(), outcome.minimum, 0.0, None),
            (
                "L1 ball".to_string(),
                outcome.l1.at,
                outcome.l1.value,
                Some(outcome.l1.zeros),
            ),
            (
                format!("ball of the norm p = {}", outcome.p),
                outcome.other.at,
                outcome.other.value,
                Some(outcome.other.zeros),
            ),
        ];
        for (name, at, value, zeros) in rows {
            let zeros = zeros
                .unwrap_or_else(|| usize::from(at.0 == 0.0) + usize::from(at.1 == 0.0));
            table.row(vec![
                Cell::Text(name),
                Cell::number(at.0, 3),
                Cell::number(at.1, 3),
                Cell::number(value, 3),
                Cell::count(zeros),
            ]);
        }
        table
    }
}

/// ½ (w − m)ᵀ H (w − m) with ones on the diagonal of H and the tilt beside it.
struct Quadratic {
    minimum: (f64, f64),
    tilt: f64,
}

impl Quadratic {
    fn at(&self, w: (f64, f64)) -> f64 {
        let (x, y) = (w.0 - self.minimum.0, w.1 - self.minimum.1);
        0.5 * (x * x + y * y) + self.tilt * x * y
    }
}

impl Config {
    /// How far inside of a corner's cone a minimum lies; below zero outside of all four.
    ///
    /// The corner (r, 0) is best when the way down from it, −H(w − m), leads out of the
    /// ball there: its first component is at least as large as the size of its second.
    fn toward_corner(&self, minimum: (f64, f64)) -> f64 {
        let downhill = |w: (f64, f64)| {
            let (x, y) = (minimum.0 - w.0, minimum.1 - w.1);
            (x + self.tilt * y, self.tilt * x + y)
        };
        let mut most = f64::NEG_INFINITY;
        for sign in [-1.0, 1.0] {
            let (x, y) = downhill((sign * self.radius, 0.0));
            most = most.max(sign * x - y.abs());
            let (x, y) = downhill((0.0, sign * self.radius));
            most = most.max(sign * y - x.abs());
        }
        most
    }
}

/// The point of |w₁|ᵖ + |w₂|ᵖ ≤ rᵖ with the least value: the minimum itself, or the best
/// point of the boundary, found on a grid and then by shrinking the steps around it.
fn solve(quadratic: &Quadratic, radius: f64, p: f64) -> Solution {
    const STEPS: usize = 96;
    let boundary: Vec<_> = (0..=4 * STEPS)
        .map(|step| on_boundary(step as f64 / STEPS as f64, radius, p))
        .collect();
    let minimum = quadratic.minimum;
    let inside = minimum.0.abs().powf(p) + minimum.1.abs().powf(p) <= radius.powf(p);
    let at = if inside {
        minimum
    } else {
        let value = |turn: f64| quadratic.at(on_boundary(turn, radius, p));
        let grid = (0..4 * STEPS).map(|step| step as f64 / STEPS as f64);
        let mut best =
            grid.min_by(|a, b| value(*a).total_cmp(&value(*b))).expect("a grid");
        let mut step = 1.0 / STEPS as f64;
        // The corners are on the grid, and stay when neither side is better.
        while step > 1e-14 {
            match [best - step, best + step].into_iter().find(|t| value(*t) < value(best))
            {
                Some(better) => best = better,
                None => step *= 0.5,
            }
        }
        on_boundary(best, radius, p)
    };
    Solution {
        at,
        value: quadratic.at(at),
        zeros: usize::from(at.0 == 0.0) + usize::from(at.1 == 0.0),
        boundary,
    }
}

/// A point of the boundary; `turn` goes once around from 0 to 4, with a corner at each
/// whole number.
fn on_boundary(turn: f64, radius: f64, p: f64) -> (f64, f64) {
    let turn = turn.rem_euclid(4.0);
    let (quadrant, along) = (turn.floor(), turn.fract());
    let (x, y) = (radius * (1.0 - along).powf(1.0 / p), radius * along.powf(1.0 / p));
    match quadrant as u8 {
        0 => (x, y),
        1 => (-y, x),
        2 => (-x, -y),
        _ => (y, -x),
    }
}

/// A function on a grid over the square.
fn field(f: impl FnMut(f64, f64) -> f64) -> Field {
    Field::sample(-SIDE..SIDE, -SIDE..SIDE, 49, 49, f)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regularizers::{project_onto_l1_ball, project_onto_l2_ball};
    use ndarray::{Array1, array};

    type Project = fn(&Array1<f64>, f64) -> Array1<f64>;

    /// Many minima, tilts and radii.
    fn cases() -> impl Iterator<Item = Config> {
        let minima = [(1.2, 2.2), (-2.5, 0.3), (0.1, -3.0), (2.0, 2.0), (0.2, 0.1)];
        minima.into_iter().flat_map(|(minimum_x, minimum_y)| {
            [-0.9, 0.0, 0.4].into_iter().flat_map(move |tilt| {
                [0.5, 1.2, 3.0].map(|radius| {
                    let ball = Config { minimum_x, minimum_y, ..Config::default() };
                    Config { tilt, radius, ..ball }
                })
            })
        })
    }

    #[test]
    fn the_best_points_are_those_of_projected_gradient_descent() {
        for config in cases() {
            let outcome = config.run();
            let balls: [(_, Project); 2] = [
                (&outcome.l1, project_onto_l1_ball),
                (&outcome.other, project_onto_l2_ball),
            ];
            for (solution, project) in balls {
                let mut w = array![0.0, 0.0];
                let curvature = array![[1.0, config.tilt], [config.tilt, 1.0]];
                let minimum = array![config.minimum_x, config.minimum_y];
                // The curvature is at most 1.9 and at least 0.1.
                for _ in 0..2000 {
                    let gradient = curvature.dot(&(&w - &minimum));
                    w = project(&(w - gradient * 0.5), config.radius);
                }
                // A value that is least to within ε is at a point good to √ε or so.
                let off = (w[0] - solution.at.0).hypot(w[1] - solution.at.1);
                assert!(off < 1e-6, "{config:?}: {w} {:?}", solution.at);
                let l1_zeros = w.iter().filter(|weight| **weight == 0.0).count();
                assert_eq!(l1_zeros, solution.zeros, "{config:?}: {w} {:?}", solution.at);
            }
        }
    }

    #[test]
    fn a_minimum_leads_to_a_corner_where_the_field_says_so() {
        for config in cases() {
            let outcome = config.run();
            let (x, y) = outcome.minimum;
            let outside = x.abs() + y.abs() > config.radius;
            let corner = outside && config.toward_corner((x, y)) >= 0.0;
            assert_eq!(corner, outside && outcome.l1.zeros == 1, "{config:?}");
        }
    }

    #[test]
    fn a_minimum_inside_stays_where_it_is() {
        let config = Config { minimum_x: 0.3, minimum_y: -0.4, ..Config::default() };
        let outcome = config.run();
        assert_eq!((outcome.l1.at, outcome.other.at), ((0.3, -0.4), (0.3, -0.4)));
        assert_eq!((outcome.l1.value, outcome.other.value), (0.0, 0.0));
    }
}
