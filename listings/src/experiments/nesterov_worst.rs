//! Nesterov's hard function: what gradient descent, momentum and his method make of it,
//! and what no method of their kind can do better.

use super::{Experiment, Setting};
use crate::optimizers::{
    AcceleratedGradient, GradientDescent, Momentum, Nesterov, Optimizer,
};
use crate::report::{Cell, Format, Table};
use crate::surfaces::Objective;
use ndarray::Array1;
use serde::Serialize;

/// The dimension.
#[derive(Clone, Debug)]
pub struct Config {
    /// d.
    pub dimension: usize,
    /// β of momentum and of Nesterov at a constant β.
    pub beta: f64,
}

impl Default for Config {
    fn default() -> Self {
        Self { dimension: 201, beta: 0.9 }
    }
}

/// The gaps L(θₜ) − L* over L ‖θ₀ − θ*‖², at t = 1, 2, …
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// d.
    pub dimension: usize,
    /// β.
    pub beta: f64,
    /// The steps t at which the gaps are recorded.
    #[serde(skip)]
    pub steps: Vec<usize>,
    /// Gradient descent at η = 1/λ_max.
    pub descent: Gaps,
    /// Momentum at η = 1/λ_max and β.
    pub momentum: Gaps,
    /// Nesterov momentum with constant β.
    pub nesterov: Gaps,
    /// Nesterov's method of 1983.
    pub accelerated: Gaps,
    /// What no method can beat at these steps that has seen t gradients from zero, and so
    /// t coordinates only: ⅛ (1/(t + 1) − 1/(d + 1)) in the same units; 0 from t = d on.
    #[serde(skip)]
    pub bound: Vec<f64>,
    /// How often any method was below it.
    pub below_the_bound: usize,
    /// How often gradient descent was above its guarantee, 1/(2t).
    pub descent_above: usize,
    /// How often the method of 1983 was above its guarantee, 2/(t + 1)².
    pub accelerated_above: usize,
    /// What gradient descent leaves of the function that is worst for it, at T = 100; its
    /// guarantee is attained there, 1/(4T + 2).
    pub descent_at_its_worst: f64,
    /// What the method of 1983 leaves of that function.
    pub accelerated_there: f64,
}

/// The gaps of one method.
#[derive(Clone, Debug, Serialize)]
pub struct Gaps {
    /// At each recorded step.
    #[serde(skip)]
    pub gaps: Vec<f64>,
    /// After 10 steps.
    pub after_10: f64,
    /// After 100 steps.
    pub after_100: f64,
    /// After 1000 steps.
    pub after_1000: f64,
}

// ANCHOR: hard_function
/// L(θ) = ⅛ (θ₁² + Σ (θᵢ − θᵢ₊₁)² + θ_d²) − ¼ θ₁, whose largest curvature is below 1.
/// From zero, a gradient sees one coordinate more at each step.
#[derive(Clone, Copy, Debug)]
pub struct HardFunction {
    /// d.
    pub dimension: usize,
}

impl HardFunction {
    /// θ*ᵢ = 1 − i/(d + 1).
    pub fn minimum(&self) -> Array1<f64> {
        let d = self.dimension;
        Array1::from_iter((1..=d).map(|i| 1.0 - i as f64 / (d + 1) as f64))
    }

    /// L(θ*) = −⅛ (1 − 1/(d + 1)).
    pub fn least(&self) -> f64 {
        -0.125 * (1.0 - 1.0 / (self.dimension + 1) as f64)
    }
}

impl Objective for HardFunction {
    fn value(&self, theta: &Array1<f64>) -> f64 {
        let last = theta.len() - 1;
        let between: f64 =
            theta.windows(2).into_iter().map(|pair| (pair[0] - pair[1]).powi(2)).sum();
        0.125 * (theta[0].powi(2) + between + theta[last].powi(2)) - 0.25 * theta[0]
    }

    fn gradient(&self, theta: &Array1<f64>) -> Array1<f64> {
        let at = |i: usize| theta.get(i).copied().unwrap_or(0.0);
        Array1::from_shape_fn(theta.len(), |i| {
            let before = if i == 0 { 1.0 } else { at(i - 1) };
            0.25 * (2.0 * at(i) - before - at(i + 1))
        })
    }
}
// ANCHOR_END: hard_function

/// Steps in all.
const STEPS: usize = 1000;

/// The steps at which a gap is recorded: evenly spread on a logarithmic axis.
fn recorded() -> Vec<usize> {
    let mut steps: Vec<usize> =
        (0..=60).map(|i| 10f64.powf(f64::from(i) / 20.0).round() as usize).collect();
    steps.dedup();
    steps
}

fn gaps(dimension: usize, optimizer: &mut dyn Optimizer, steps: &[usize]) -> Gaps {
    let function = HardFunction { dimension };
    let minimum = function.minimum();
    let scale = minimum.dot(&minimum);
    let mut theta = Array1::zeros(dimension);
    let mut gaps = Vec::new();
    for step in 1..=STEPS {
        let gradient = function.gradient(&theta);
        optimizer.step(1.0, &mut theta, &gradient);
        if steps.contains(&step) {
            // The guarantee of 1983 is for x, which is what it remembers.
            let state = optimizer.state();
            let x = state.iter().find(|(name, _)| *name == "x").map_or(&theta, |x| x.1);
            gaps.push((function.value(x) - function.least()) / scale);
        }
    }
    let after = |step: usize| gaps[steps.iter().position(|&at| at == step).expect("10ⁿ")];
    Gaps { after_10: after(10), after_100: after(100), after_1000: after(1000), gaps }
}

/// Gradient descent's worst function for T steps: a slope with a parabola at its end,
/// Drori & Teboulle (2014). Returns the gap that an optimizer leaves from θ = 1.
fn on_the_slope(optimizer: &mut dyn Optimizer, steps: usize) -> f64 {
    let knee = 1.0 / (2 * steps + 1) as f64;
    let mut theta = Array1::from_elem(1, 1.0);
    for _ in 0..steps {
        let gradient = theta.mapv(|at: f64| at.clamp(-knee, knee));
        optimizer.step(1.0, &mut theta, &gradient);
    }
    let state = optimizer.state();
    let at = state.iter().find(|(name, _)| *name == "x").map_or(&theta, |x| x.1)[0];
    let size = at.abs();
    if size <= knee { 0.5 * at * at } else { knee * size - 0.5 * knee * knee }
}

impl Experiment for Config {
    const NAME: &'static str = "nesterov-worst";
    const QUESTION: &'static str =
        "How fast can a method be that sees gradients only, and who is?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let Self { dimension, beta } = self;
        vec![
            Setting::count("dimension", "dimension d", dimension, 21..=401),
            Setting::real("beta", "constant β", beta, 0.0..=0.99, 0.01),
        ]
    }

    fn run(&self) -> Outcome {
        let Self { dimension, beta } = *self;
        let steps = recorded();
        let momentum = &mut Momentum::new(beta).expect("the range of the setting");
        let nesterov = &mut Nesterov::new(beta).expect("the range of the setting");
        let descent = gaps(dimension, &mut GradientDescent, &steps);
        let momentum = gaps(dimension, momentum, &steps);
        let nesterov = gaps(dimension, nesterov, &steps);
        let accelerated = gaps(dimension, &mut AcceleratedGradient::default(), &steps);
        let minimum = HardFunction { dimension }.minimum();
        let share = |count: usize| 1.0 / (count + 1) as f64;
        let bound = |t: usize| {
            0.125 * (share(t) - share(dimension)).max(0.0) / minimum.dot(&minimum)
        };
        let bound: Vec<f64> = steps.iter().map(|&t| bound(t)).collect();
        let count = |gaps: &Gaps, is: fn(f64, f64) -> bool| {
            let pairs = steps.iter().zip(&gaps.gaps);
            pairs.filter(|(step, gap)| is(**step as f64, **gap)).count()
        };
        let below = |gaps: &Gaps| {
            let pairs = gaps.gaps.iter().zip(&bound);
            pairs.filter(|(gap, bound)| **bound > 0.0 && gap < bound).count()
        };
        Outcome {
            dimension,
            beta,
            below_the_bound: [&descent, &momentum, &nesterov, &accelerated]
                .map(below)
                .iter()
                .sum(),
            bound,
            descent_above: count(&descent, |t, gap| gap > 0.5 / t),
            accelerated_above: count(&accelerated, |t, gap| {
                gap > 2.0 / (t + 1.0).powi(2)
            }),
            descent_at_its_worst: on_the_slope(&mut GradientDescent, 100),
            accelerated_there: on_the_slope(&mut AcceleratedGradient::default(), 100),
            descent,
            momentum,
            nesterov,
            accelerated,
            steps,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let headings = ["method", "after 10", "after 100", "after 1000"];
        let title = format!(
            "Loss above the least, in units of λ_max ‖θ₀ − θ*‖², d = {}",
            outcome.dimension
        );
        let mut table = Table::new(title, &headings);
        let scientific: Format = ".1e".parse().expect("a format");
        let cell = |gap: f64| Cell::Number(scientific.apply(gap));
        for (name, gaps) in [
            ("gradient descent", &outcome.descent),
            ("momentum", &outcome.momentum),
            ("Nesterov, constant β", &outcome.nesterov),
            ("Nesterov 1983", &outcome.accelerated),
        ] {
            table.row(vec![
                name.into(),
                cell(gaps.after_10),
                cell(gaps.after_100),
                cell(gaps.after_1000),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hard_function_has_its_minimum_and_its_slope() {
        let function = HardFunction { dimension: 21 };
        let minimum = function.minimum();
        // Sums of a few numbers below one.
        assert!(function.gradient(&minimum).iter().all(|slope| slope.abs() < 1e-15));
        assert!((function.value(&minimum) - function.least()).abs() < 1e-15);
        let at = Array1::from_shape_fn(21, |i| (i as f64).sin());
        let slope = function.gradient(&at);
        for i in [0, 7, 20] {
            let shifted = |by: f64| {
                let mut theta = at.clone();
                theta[i] += by;
                function.value(&theta)
            };
            // A quadratic: the central difference is exact but for roundings over 2h.
            let difference = (shifted(1e-3) - shifted(-1e-3)) / 2e-3;
            assert!((difference - slope[i]).abs() < 1e-11);
        }
    }

    #[test]
    fn guarantees_and_the_lower_bound_hold() {
        for dimension in [21, 201] {
            let outcome = Config { dimension, ..Config::default() }.run();
            assert_eq!(outcome.below_the_bound, 0);
            assert_eq!((outcome.descent_above, outcome.accelerated_above), (0, 0));
        }
    }

    #[test]
    fn half_way_the_bound_is_that_of_the_theorem() {
        // t = 10, d = 21: at least 3/(32(t + 1)²), and by less than a tenth more.
        let outcome = Config { dimension: 21, ..Config::default() }.run();
        let at = outcome.steps.iter().position(|&step| step == 10).unwrap();
        let ratio = outcome.bound[at] / (3.0 / (32.0 * 121.0));
        assert!((1.0..1.1).contains(&ratio), "{ratio}");
    }

    #[test]
    fn on_its_worst_function_descent_attains_its_guarantee() {
        let outcome = Config::default().run();
        assert!((outcome.descent_at_its_worst - 1.0 / 402.0).abs() < 1e-15);
        assert!(outcome.accelerated_there < 0.1 / 402.0);
    }
}
