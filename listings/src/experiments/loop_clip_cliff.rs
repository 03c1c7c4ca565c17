//! Gradient descent at the foot of a cliff: as it is, clipped by norm, and by value.

use super::{Experiment, Setting};
use crate::report::{Cell, Field, Table};
use crate::training::{clip_norm, clip_value};
use ndarray::{Array1, array};
use serde::Serialize;

/// How often the state is multiplied by w: the length of the sequence.
pub const LENGTH: i32 = 20;

/// Where w and u are drawn.
pub const PLANE: [(f64, f64); 2] = [(0.6, 1.3), (-0.5, 2.0)];

/// Start, rate, threshold.
#[derive(Clone, Debug)]
pub struct Config {
    /// w at the start.
    pub w: f64,
    /// u at the start.
    pub u: f64,
    /// η.
    pub rate: f64,
    /// c, of both ways of clipping.
    pub clip: f64,
    /// Steps.
    pub steps: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { w: 1.15, u: 1.2, rate: 0.004, clip: 1.0, steps: 200 }
    }
}

/// Three walks from one place.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// u wᵀ − 1: the loss is half of its square.
    #[serde(skip)]
    pub residual: Field,
    /// Without clipping.
    pub plain: Walk,
    /// Clipped by norm.
    pub by_norm: Walk,
    /// Clipped by value.
    pub by_value: Walk,
    /// ‖g‖ at the start.
    pub norm: f64,
    /// Where they start.
    pub start: (f64, f64),
    /// c.
    pub clip: f64,
    /// η.
    pub rate: f64,
    /// Steps.
    pub steps: usize,
}

/// A walk.
#[derive(Clone, Debug, Serialize)]
pub struct Walk {
    /// Whose.
    pub name: &'static str,
    /// Where it has been: w and u.
    #[serde(skip)]
    pub path: Vec<(f64, f64)>,
    /// The losses there.
    #[serde(skip)]
    pub losses: Vec<f64>,
    /// The length of the first step.
    pub first_step: f64,
    /// The angle between the first step and −g, in degrees.
    pub turned: f64,
    /// The step after which it was outside of the plane, if it ever was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left_at: Option<usize>,
    /// The loss at the end, or beyond 10⁶ at the last place that was.
    pub last: f64,
    /// How many gradients were clipped.
    pub clipped: usize,
}

/// L(w, u) = ½ (u wᵀ − 1)², T = 20: a linear recurrence that is to end at 1.
fn loss(theta: &Array1<f64>) -> f64 {
    0.5 * (theta[1] * theta[0].powi(LENGTH) - 1.0).powi(2)
}

fn gradient(theta: &Array1<f64>) -> Array1<f64> {
    let (w, u) = (theta[0], theta[1]);
    let residual = u * w.powi(LENGTH) - 1.0;
    array![
        residual * u * f64::from(LENGTH) * w.powi(LENGTH - 1),
        residual * w.powi(LENGTH)
    ]
}

/// The angle between two arrows in degrees; 0 where one has no length.
fn angle(a: &Array1<f64>, b: &Array1<f64>) -> f64 {
    let lengths = (a.dot(a) * b.dot(b)).sqrt();
    if lengths == 0.0 {
        0.0
    } else {
        (a.dot(b) / lengths).clamp(-1.0, 1.0).acos().to_degrees()
    }
}

impl Config {
    /// `clip` changes a gradient, and says whether it did.
    fn walk(&self, name: &'static str, clip: impl Fn(&mut Array1<f64>) -> bool) -> Walk {
        let mut theta = array![self.w, self.u];
        let mut walk = Walk {
            name,
            path: vec![(self.w, self.u)],
            losses: vec![loss(&theta)],
            first_step: 0.0,
            turned: 0.0,
            left_at: None,
            last: 0.0,
            clipped: 0,
        };
        for step in 0..self.steps {
            let before = gradient(&theta);
            let mut clipped = before.clone();
            walk.clipped += usize::from(clip(&mut clipped));
            if step == 0 {
                walk.first_step = self.rate * clipped.dot(&clipped).sqrt();
                walk.turned = angle(&before, &clipped);
            }
            theta.scaled_add(-self.rate, &clipped);
            let value = loss(&theta);
            let [w, u] = PLANE;
            let is_inside =
                (w.0..=w.1).contains(&theta[0]) && (u.0..=u.1).contains(&theta[1]);
            if !is_inside && walk.left_at.is_none() {
                walk.left_at = Some(step + 1);
            }
            if value.is_nan() || value > 1e6 {
                break;
            }
            walk.path.push((theta[0], theta[1]));
            walk.losses.push(value);
        }
        walk.last = *walk.losses.last().expect("the start");
        walk
    }
}

impl Experiment for Config {
    const NAME: &'static str = "loop-clip-cliff";
    const QUESTION: &'static str = "What does a clipped step do at a cliff?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real("w", "w at the start", &mut self.w, 0.7..=1.25, 0.01),
            Setting::real("u", "u at the start", &mut self.u, -0.4..=1.9, 0.05),
            Setting::real("rate", "rate η", &mut self.rate, 0.0005..=0.2, 0.0005)
                .logarithmic(),
            Setting::real("clip", "threshold c", &mut self.clip, 0.1..=100.0, 0.1)
                .logarithmic(),
            Setting::count("steps", "steps", &mut self.steps, 1..=400),
        ]
    }

    fn run(&self) -> Outcome {
        let most = self.clip;
        let [w, u] = PLANE;
        let start = gradient(&array![self.w, self.u]);
        Outcome {
            residual: Field::sample(w.0..w.1, u.0..u.1, 61, 31, |w, u| {
                u * w.powi(LENGTH) - 1.0
            }),
            plain: self.walk("as it is", |_| false),
            by_norm: self.walk("clipped by norm", |g| clip_norm(g, most) > most),
            by_value: self.walk("clipped by value", |g| clip_value(g, most) > 0),
            norm: start.dot(&start).sqrt(),
            start: (self.w, self.u),
            clip: most,
            rate: self.rate,
            steps: self.steps,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let headings = [
            "gradient",
            "length of the first step",
            "turned by (degrees)",
            "clipped",
            "outside of the picture after",
            "last loss",
        ];
        let mut table = Table::new("Three walks from the cliff", &headings);
        for walk in [&outcome.plain, &outcome.by_norm, &outcome.by_value] {
            let last = if walk.losses.len() > outcome.steps {
                Cell::number(walk.last, 5)
            } else {
                "above a million".into()
            };
            let left = walk.left_at.map_or("never".into(), |step| step.to_string());
            table.row(vec![
                walk.name.into(),
                Cell::number(walk.first_step, 3),
                Cell::number(walk.turned, 1),
                Cell::count(walk.clipped),
                Cell::Number(left),
                last,
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_gradient_is_that_of_central_differences() {
        for theta in [array![1.15, 1.2], array![0.8, -0.3], array![1.0, 1.5]] {
            for i in 0..2 {
                let at = |shift: f64| {
                    let mut moved = theta.clone();
                    moved[i] += shift;
                    loss(&moved)
                };
                let slope = (at(1e-6) - at(-1e-6)) / 2e-6;
                let exact = gradient(&theta)[i];
                // h² times the third derivative, some 20³ times the loss.
                assert!((slope - exact).abs() < 1e-6 * (1.0 + exact.abs()), "{theta}");
            }
        }
    }

    #[test]
    fn the_loss_is_half_of_the_square_of_the_residual() {
        let field = Config::default().run().residual;
        for (row, column) in [(0, 0), (30, 60), (12, 40)] {
            let (w, u) = field.point(row, column);
            let expected = loss(&array![w, u]);
            let found = 0.5 * field.values[[row, column]].powi(2);
            assert!((found - expected).abs() < 1e-12 * (1.0 + expected), "{w} {u}");
        }
    }

    #[test]
    fn only_the_norm_keeps_the_direction() {
        let outcome = Config::default().run();
        assert!(outcome.by_norm.turned < 1e-5 && outcome.by_value.turned > 10.0);
        assert!((outcome.by_norm.first_step - 0.004).abs() < 1e-12);
    }

    #[test]
    fn a_clipped_walk_at_a_large_rate_does_not_come_to_rest() {
        let outcome = Config { rate: 0.02, ..Config::default() }.run();
        for walk in [&outcome.by_norm, &outcome.by_value] {
            assert!(walk.left_at.is_none() && walk.last > 0.01 && walk.clipped > 190);
        }
        // And a large threshold as well: beyond the wall in one step.
        let outcome = Config { rate: 0.02, clip: 50.0, ..Config::default() }.run();
        assert_eq!([outcome.by_norm.left_at, outcome.by_value.left_at], [Some(1); 2]);
    }

    #[test]
    fn a_threshold_above_every_gradient_changes_nothing() {
        let config = Config { w: 0.9, clip: 100.0, ..Config::default() };
        let outcome = config.run();
        assert_eq!(outcome.plain.path, outcome.by_norm.path);
        assert_eq!(outcome.plain.path, outcome.by_value.path);
        assert_eq!(outcome.by_norm.clipped + outcome.by_value.clipped, 0);
    }
}
