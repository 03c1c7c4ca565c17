//! A regression on two columns, one of them in another unit: its contours and walks, as it
//! is and with both columns divided by their deviation.

use super::{Experiment, Setting};
use crate::optimizers::{Adam, GradientDescent, Optimizer};
use crate::report::{Cell, Field, Table, number};
use ndarray::array;
use serde::Serialize;

/// A walk has arrived where this part of the first excess is left.
const ARRIVED: f64 = 1e-3;

/// Steps of a walk at most.
pub const MOST_STEPS: usize = 1000;

/// Half a side of the square that is shown.
pub const HALF_SIDE: f64 = 1.5;

/// The weights to find, on columns of deviation 1.
const WEIGHTS: [f64; 2] = [1.0, 0.4];

/// The rates that Adam tries: three a decade.
const ADAM_RATES: [f64; 10] = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0];

/// Two columns x₁ and x₂ of mean 0 and deviations 1 and s, with the correlation ρ.
#[derive(Clone, Debug)]
pub struct Config {
    /// s.
    pub scale: f64,
    /// ρ.
    pub correlation: f64,
}

impl Default for Config {
    fn default() -> Self {
        Self { scale: 5.0, correlation: 0.5 }
    }
}

/// The regression in both units.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// s.
    pub scale: f64,
    /// ρ.
    pub correlation: f64,
    /// On the columns as they are.
    pub raw: Descent,
    /// On columns of deviation 1.
    pub normalized: Descent,
}

/// One regression.
#[derive(Clone, Debug, Serialize)]
pub struct Descent {
    /// L, the largest curvature.
    pub largest: f64,
    /// μ, the least.
    pub smallest: f64,
    /// κ = L/μ.
    pub condition: f64,
    /// 2/L: beyond it gradient descent diverges.
    pub border: f64,
    /// Gradient descent at η = 2/(μ + L).
    pub descent: Walk,
    /// Adam at the rate of the grid that arrives first.
    pub adam: Walk,
    /// The loss over the plane of both weights.
    #[serde(skip)]
    pub surface: Field,
}

/// A walk from zero weights.
#[derive(Clone, Debug, Serialize)]
pub struct Walk {
    /// η.
    pub rate: f64,
    /// Steps until a thousandth of the excess is left; none where it takes more than 1000.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub steps: Option<usize>,
    /// Its points.
    #[serde(skip)]
    pub path: Vec<(f64, f64)>,
}

/// ½(w − w*)ᵀH(w − w*), half the mean squared error above its least.
struct Regression {
    hessian: [[f64; 2]; 2],
    target: [f64; 2],
}

impl Regression {
    /// Deviations 1 and s: H = ((1, ρs), (ρs, s²)), w* = (1, 0.4/s).
    fn new(scale: f64, correlation: f64) -> Self {
        let product = correlation * scale;
        Self {
            hessian: [[1.0, product], [product, scale * scale]],
            target: [WEIGHTS[0], WEIGHTS[1] / scale],
        }
    }

    fn gradient(&self, [x, y]: [f64; 2]) -> [f64; 2] {
        let [a, b] = [x - self.target[0], y - self.target[1]];
        self.hessian.map(|row| row[0] * a + row[1] * b)
    }

    fn excess(&self, w: [f64; 2]) -> f64 {
        let g = self.gradient(w);
        0.5 * (g[0] * (w[0] - self.target[0]) + g[1] * (w[1] - self.target[1]))
    }

    /// L and μ.
    fn curvatures(&self) -> [f64; 2] {
        let [[a, b], [_, d]] = self.hessian;
        let root = ((a - d).powi(2) + 4.0 * b * b).sqrt();
        let largest = 0.5 * (a + d + root);
        // The determinant over L: no difference of numbers that are alike.
        [largest, (a * d - b * b) / largest]
    }

    fn walk(&self, optimizer: &mut dyn Optimizer, rate: f64, most: usize) -> Walk {
        let mut theta = array![0.0, 0.0];
        let first = self.excess([0.0, 0.0]);
        let mut path = vec![(0.0, 0.0)];
        let mut steps = None;
        for step in 1..=most {
            let [a, b] = self.gradient([theta[0], theta[1]]);
            optimizer.step(rate, &mut theta, &array![a, b]);
            path.push((theta[0], theta[1]));
            if self.excess([theta[0], theta[1]]) <= ARRIVED * first {
                steps = Some(step);
                break;
            }
        }
        Walk { rate, steps, path }
    }

    fn adam(&self) -> Walk {
        let mut best: Option<Walk> = None;
        for rate in ADAM_RATES {
            let most = best.as_ref().and_then(|walk| walk.steps).unwrap_or(MOST_STEPS);
            let walk = self.walk(&mut Adam::default(), rate, most);
            let steps = |walk: &Walk| walk.steps.unwrap_or(usize::MAX);
            if best.as_ref().is_none_or(|best| steps(&walk) < steps(best)) {
                best = Some(walk);
            }
        }
        best.expect("the grid is not empty")
    }

    fn descent(&self) -> Descent {
        let [largest, smallest] = self.curvatures();
        let rate = 2.0 / (largest + smallest);
        let side = -HALF_SIDE..HALF_SIDE;
        Descent {
            largest,
            smallest,
            condition: largest / smallest,
            border: 2.0 / largest,
            descent: self.walk(&mut GradientDescent, rate, MOST_STEPS),
            adam: self.adam(),
            surface: Field::sample(side.clone(), side, 41, 41, |x, y| {
                self.excess([x, y])
            }),
        }
    }
}

impl Experiment for Config {
    const NAME: &'static str = "choosing-contours";
    const QUESTION: &'static str = "What does it cost to leave a column in its own unit?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real(
                "scale",
                "deviation s of the second column",
                &mut self.scale,
                1.0..=100.0,
                1.0,
            )
            .logarithmic(),
            Setting::real(
                "correlation",
                "correlation ρ",
                &mut self.correlation,
                0.0..=0.95,
                0.05,
            ),
        ]
    }

    fn run(&self) -> Outcome {
        let Self { scale, correlation } = *self;
        Outcome {
            scale,
            correlation,
            raw: Regression::new(scale, correlation).descent(),
            normalized: Regression::new(1.0, correlation).descent(),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!(
                "Steps until a thousandth of the excess is left, with deviations 1 and {} and a \
                 correlation of {}",
                number(outcome.scale, 0),
                number(outcome.correlation, 2)
            ),
            &[
                "columns",
                "κ",
                "largest stable rate",
                "steps of gradient descent",
                "best rate of Adam",
                "steps of Adam",
            ],
        );
        for (name, descent) in
            [("as they are", &outcome.raw), ("normalized", &outcome.normalized)]
        {
            let steps = |walk: &Walk| match walk.steps {
                Some(steps) => Cell::count(steps),
                None => Cell::Number(format!("more than {MOST_STEPS}")),
            };
            table.row(vec![
                name.into(),
                Cell::number(descent.condition, 1),
                Cell::number(descent.border, 4),
                steps(&descent.descent),
                Cell::Number(descent.adam.rate.to_string()),
                steps(&descent.adam),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn curvatures_by_hand() {
        // Without correlation 1 and s²; with equal units 1 + ρ and 1 − ρ.
        assert_eq!(Regression::new(5.0, 0.0).curvatures(), [25.0, 1.0]);
        let [largest, smallest] = Regression::new(1.0, 0.5).curvatures();
        assert!((largest - 1.5).abs() < 1e-15 && (smallest - 0.5).abs() < 1e-15);
    }

    #[test]
    fn normalized_columns_are_the_same_problem_in_any_unit() {
        let at = |scale| Config { scale, ..Config::default() }.run();
        let (one, many) = (at(1.0), at(100.0));
        assert_eq!(one.raw.condition, one.normalized.condition);
        assert_eq!(one.normalized.condition, many.normalized.condition);
        assert!((one.normalized.condition - 3.0).abs() < 1e-12);
        assert!(many.raw.condition > 1e4 && many.raw.descent.steps.is_none());
        assert!((many.raw.border - 2.0 / many.raw.largest).abs() < 1e-18);
    }

    #[test]
    fn a_walk_ends_where_a_thousandth_is_left() {
        let regression = Regression::new(3.0, 0.2);
        let walk = regression.descent().descent;
        let steps = walk.steps.expect("it arrives");
        assert_eq!(walk.path.len(), steps + 1);
        let left = |step: usize| {
            let (x, y) = walk.path[step];
            regression.excess([x, y]) / regression.excess([0.0, 0.0])
        };
        assert!(left(steps) <= ARRIVED && left(steps - 1) > ARRIVED);
        assert_eq!(left(0), 1.0);
    }
}
