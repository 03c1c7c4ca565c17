//! Binary cross-entropy over the two weights of logistic regression.

use super::{Experiment, Setting};
use crate::data::{blobs, seeded};
use crate::losses::{BinaryCrossEntropy, Loss};
use crate::models::{Logistic, Model};
use crate::report::{Cell, Field, Format, Table};
use ndarray::{Array1, Array2, array};
use serde::Serialize;

/// Two clouds of fifty points about ±(1.5, 1.5), and the reader's weights.
#[derive(Clone, Debug)]
pub struct Config {
    /// w₁.
    pub w1: f64,
    /// w₂.
    pub w2: f64,
    /// b, the same for the whole surface.
    pub bias: f64,
    /// The standard deviation of each cloud.
    pub spread: f64,
    /// The seed of the points.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self { w1: 3.0, w2: -0.6, bias: 0.0, spread: 0.6, seed: 1 }
    }
}

/// The surface, and what it says at the reader's weights.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// (w₁, w₂).
    pub weights: (f64, f64),
    /// b.
    pub bias: f64,
    /// The spread of each cloud.
    pub spread: f64,
    /// The points, class 0 first.
    pub points: Vec<(f64, f64)>,
    /// The loss over (w₁, w₂).
    #[serde(skip)]
    pub surface: Field,
    /// The logit over the inputs, at the reader's weights.
    #[serde(skip)]
    pub logit: Field,
    /// The loss at the reader's weights.
    pub loss: f64,
    /// ∂L/∂(w₁, w₂) there.
    pub gradient: (f64, f64),
    /// The share of points on the right side.
    pub accuracy: f64,
    /// The weights of least loss at this bias; none where the loss falls for ever.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub best: Option<(f64, f64)>,
    /// The loss at (t, t) for t = 1, 2, 4, 8, 16.
    pub outward: Vec<(f64, f64)>,
}

const MODEL: Logistic = Logistic { features: 2 };

/// The class, as a target.
fn targets(labels: &Array1<usize>) -> Array1<f64> {
    labels.mapv(|label| label as f64)
}

fn value_and_gradient(
    theta: &Array1<f64>,
    inputs: &Array2<f64>,
    target: &Array1<f64>,
) -> (f64, Array1<f64>) {
    let loss = BinaryCrossEntropy::default();
    let logits = MODEL.predict(theta, inputs);
    let pulls = loss.gradient(&logits, target);
    (loss.value(&logits, target), MODEL.backward(theta, inputs, &pulls))
}

/// Newton's method on (w₁, w₂): the surface is convex, so it is at the least value or on
/// its way to infinity.
fn best(bias: f64, inputs: &Array2<f64>, target: &Array1<f64>) -> Option<(f64, f64)> {
    let (mut w1, mut w2) = (0.0, 0.0);
    let samples = target.len() as f64;
    for _ in 0..40 {
        let theta = array![w1, w2, bias];
        let (loss, gradient) = value_and_gradient(&theta, inputs, target);
        if gradient[0].hypot(gradient[1]) < 1e-10 * loss.max(1.0) && loss > 1e-6 {
            return Some((w1, w2));
        }
        let [mut a, mut b, mut d] = [0.0; 3];
        for (x, p) in inputs.rows().into_iter().zip(&MODEL.probability(&theta, inputs)) {
            let weight = p * (1.0 - p) / samples;
            a += weight * x[0] * x[0];
            b += weight * x[0] * x[1];
            d += weight * x[1] * x[1];
        }
        let determinant = a * d - b * b;
        let step = (
            (d * gradient[0] - b * gradient[1]) / determinant,
            (a * gradient[1] - b * gradient[0]) / determinant,
        );
        // Half of the step until it descends; where it is not a number the surface is
        // flat to rounding.
        let mut share = 1.0;
        loop {
            let (next1, next2) = (w1 - share * step.0, w2 - share * step.1);
            let (next, _) =
                value_and_gradient(&array![next1, next2, bias], inputs, target);
            if next < loss {
                (w1, w2) = (next1, next2);
                break;
            }
            share /= 2.0;
            if !(share > 1e-9 && next.is_finite()) {
                return (loss > 1e-6).then_some((w1, w2));
            }
        }
        if w1.hypot(w2) > 1e3 {
            return None;
        }
    }
    None
}

impl Experiment for Config {
    const NAME: &'static str = "bce-surface";
    const QUESTION: &'static str =
        "What does cross-entropy look like over the weights, and where is it least?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let Self { w1, w2, bias, spread, seed } = self;
        vec![
            Setting::real("w1", "weight w₁", w1, -2.0..=6.0, 0.1),
            Setting::real("w2", "weight w₂", w2, -2.0..=6.0, 0.1),
            Setting::real("bias", "bias b", bias, -6.0..=6.0, 0.1),
            Setting::real("spread", "spread σ of the clouds", spread, 0.3..=3.0, 0.1),
            Setting::seed(seed),
        ]
    }

    fn run(&self) -> Outcome {
        let centers = array![[-1.5, -1.5], [1.5, 1.5]];
        let (inputs, labels) = blobs(&centers, self.spread, 50, &mut seeded(self.seed));
        let target = targets(&labels);
        let at = |w1: f64, w2: f64| {
            value_and_gradient(&array![w1, w2, self.bias], &inputs, &target)
        };
        let (loss, gradient) = at(self.w1, self.w2);
        let logits = MODEL.predict(&array![self.w1, self.w2, self.bias], &inputs);
        let right = logits.iter().zip(&target).filter(|&(&z, &y)| (z > 0.0) == (y > 0.5));
        let accuracy = right.count() as f64 / target.len() as f64;
        Outcome {
            weights: (self.w1, self.w2),
            bias: self.bias,
            spread: self.spread,
            points: inputs.rows().into_iter().map(|x| (x[0], x[1])).collect(),
            surface: Field::sample(-2.0..6.0, -2.0..6.0, 33, 33, |w1, w2| at(w1, w2).0),
            logit: Field::sample(-6.0..6.0, -6.0..6.0, 13, 13, |x1, x2| {
                self.w1 * x1 + self.w2 * x2 + self.bias
            }),
            loss,
            gradient: (gradient[0], gradient[1]),
            accuracy,
            best: best(self.bias, &inputs, &target),
            outward: [1.0, 2.0, 4.0, 8.0, 16.0].map(|t| (t, at(t, t).0)).to_vec(),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let title = format!(
            "Cross-entropy along w₁ = w₂, bias {}, spread {}",
            outcome.bias, outcome.spread
        );
        let mut table = Table::new(title, &["w₁ = w₂", "loss"]);
        for &(t, loss) in &outcome.outward {
            let shown = ".1e".parse::<Format>().expect("a format").apply(loss);
            table.row(vec![Cell::number(t, 0), Cell::Number(shown)]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separable_clouds_have_no_best_weights() {
        for seed in [1, 2, 3] {
            let outcome = Config { seed, ..Config::default() }.run();
            assert_eq!(outcome.best, None, "seed {seed}");
            let losses: Vec<f64> = outcome.outward.iter().map(|pair| pair.1).collect();
            assert!(losses.windows(2).all(|pair| pair[1] < pair[0]));
        }
    }

    #[test]
    fn overlapping_clouds_have_best_weights_where_the_gradient_vanishes() {
        for seed in [1, 2, 3] {
            let config = Config { spread: 2.0, seed, ..Config::default() };
            let (w1, w2) = config.run().best.expect("the clouds overlap");
            let gradient = Config { w1, w2, ..config }.run().gradient;
            // Newton's method ends at rounding: sums of a hundred numbers below five.
            assert!(gradient.0.hypot(gradient.1) < 1e-9, "seed {seed}: {gradient:?}");
        }
    }
}
