//! AdaGrad and gradient descent on a quadratic whose axes can be turned.

use super::{Experiment, Setting};
use crate::optimizers::{AdaGrad, GradientDescent, Optimizer};
use crate::report::{Cell, Landscape, Table};
use crate::surfaces::{End, Objective, Surface, Tilted, Walk, walk};
use serde::Serialize;

/// A walk counts as arrived when L is below this part of where it started.
pub const ARRIVED: f64 = 1e-6;

/// After so many steps a walk counts as not arrived.
pub const MOST_STEPS: usize = 20_000;

/// A tilted quadratic with curvatures 1 and κ.
#[derive(Clone, Debug)]
pub struct Config {
    /// κ, the condition number.
    pub condition: f64,
    /// φ, how far the axes are turned, in degrees.
    pub angle: f64,
    /// η, the rate of AdaGrad.
    pub rate: f64,
    /// Steps that are shown.
    pub steps: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { condition: 30.0, angle: 0.0, rate: 1.0, steps: 8 }
    }
}

/// Both walks, and AdaGrad's rates along its own.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The surface.
    #[serde(skip)]
    pub landscape: Landscape,
    /// κ.
    pub condition: f64,
    /// φ in degrees.
    pub angle: f64,
    /// η of AdaGrad.
    pub rate: f64,
    /// 2/(1 + κ): the rate of gradient descent that is best on a quadratic.
    pub descent_rate: f64,
    /// Steps that are shown.
    pub steps: usize,
    /// The points of AdaGrad.
    pub adagrad: Vec<[f64; 2]>,
    /// The points of gradient descent.
    pub descent: Vec<[f64; 2]>,
    /// η/√G of both coordinates at each step of AdaGrad.
    pub rates: Vec<[f64; 2]>,
    /// The last step of AdaGrad that is shown.
    pub last: LastStep,
    /// How long AdaGrad takes to L below a millionth of the start.
    pub adagrad_arrival: Arrival,
    /// How long gradient descent takes.
    pub descent_arrival: Arrival,
}

/// One step in numbers.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct LastStep {
    /// g.
    pub gradient: [f64; 2],
    /// G, this gradient included.
    pub squares: [f64; 2],
    /// η/√G.
    pub rates: [f64; 2],
    /// What is added to θ.
    pub change: [f64; 2],
}

/// The steps a walk needed, or all it may take.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Arrival {
    /// Whether it arrived.
    pub arrived: bool,
    /// The steps.
    pub steps: usize,
}

impl Arrival {
    /// The steps in words.
    pub fn words(&self) -> String {
        if self.arrived {
            format!("{}", self.steps)
        } else {
            format!("more than {MOST_STEPS}")
        }
    }
}

/// Until L is below a part of the start.
pub fn arrival(surface: &Tilted, optimizer: &mut dyn Optimizer, rate: f64) -> Arrival {
    let mut theta = surface.start();
    let target = ARRIVED * surface.value(&theta);
    for steps in 1..=MOST_STEPS {
        let gradient = surface.gradient(&theta);
        optimizer.step(rate, &mut theta, &gradient);
        let value = surface.value(&theta);
        if value < target {
            return Arrival { arrived: true, steps };
        }
        if !value.is_finite() {
            break;
        }
    }
    Arrival { arrived: false, steps: MOST_STEPS }
}

impl Experiment for Config {
    const NAME: &'static str = "adagrad-walk";
    const QUESTION: &'static str =
        "Does AdaGrad straighten a ravine, and one that does not lie along an axis?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let Self { condition, angle, rate, steps } = self;
        vec![
            Setting::count("steps", "steps shown", steps, 1..=100),
            Setting::real("angle", "tilt φ in degrees", angle, 0.0..=90.0, 1.0),
            Setting::real("condition", "condition number κ", condition, 1.0..=200.0, 1.0)
                .logarithmic(),
            Setting::real("rate", "rate η of AdaGrad", rate, 0.05..=5.0, 0.05)
                .logarithmic(),
        ]
    }

    fn run(&self) -> Outcome {
        let surface = Tilted::new([1.0, self.condition], self.angle)
            .expect("the settings keep κ above zero");
        let descent_rate = 2.0 / (1.0 + self.condition);
        let take = |optimizer: &mut dyn Optimizer, rate| -> Walk {
            walk(&surface, optimizer, rate, surface.start(), self.steps, 0.0)
                .expect("the settings keep rates above zero")
        };
        let of_adagrad = take(&mut AdaGrad::default(), self.rate);
        let of_descent = take(&mut GradientDescent, descent_rate);
        assert_ne!(of_adagrad.end, End::Diverged, "AdaGrad's steps are at most η");
        let (rates, last) = self.along(&surface, &of_adagrad);
        let points = |walk: &Walk| walk.path.iter().map(|at| [at[0], at[1]]).collect();
        Outcome {
            landscape: Landscape::of(&surface),
            condition: self.condition,
            angle: self.angle,
            rate: self.rate,
            descent_rate,
            steps: self.steps,
            adagrad: points(&of_adagrad),
            descent: points(&of_descent),
            rates,
            last,
            adagrad_arrival: arrival(&surface, &mut AdaGrad::default(), self.rate),
            descent_arrival: arrival(&surface, &mut GradientDescent, descent_rate),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let title = format!("AdaGrad's walk at η = {}", outcome.rate);
        let headings = ["step", "θ₁", "θ₂", "η/√G₁", "η/√G₂"];
        let mut table = Table::new(title, &headings);
        // A row for each of the first five steps, then for every fifth.
        for (step, (point, rates)) in
            outcome.adagrad.iter().zip(&outcome.rates).enumerate()
        {
            if step < 5 || step % 5 == 0 {
                table.row(vec![
                    Cell::count(step),
                    Cell::number(point[0], 3),
                    Cell::number(point[1], 3),
                    Cell::number(rates[0], 3),
                    Cell::number(rates[1], 3),
                ]);
            }
        }
        table
    }
}

impl Config {
    /// AdaGrad's rates at each step of its walk, and the last step.
    fn along(&self, surface: &Tilted, walk: &Walk) -> (Vec<[f64; 2]>, LastStep) {
        let mut squares = [0.0, 0.0];
        let mut last =
            LastStep { gradient: [0.0; 2], squares, rates: [0.0; 2], change: [0.0; 2] };
        let mut rates = Vec::new();
        for pair in walk.path.windows(2) {
            let gradient = surface.gradient(&pair[0]);
            last.gradient = [gradient[0], gradient[1]];
            for (square, g) in squares.iter_mut().zip(last.gradient) {
                *square += g * g;
            }
            last.squares = squares;
            // A coordinate that has seen no slope has no rate; 0 stands for it.
            last.rates = squares
                .map(|square| if square > 0.0 { self.rate / square.sqrt() } else { 0.0 });
            last.change = [pair[1][0] - pair[0][0], pair[1][1] - pair[0][1]];
            rates.push(last.rates);
        }
        (rates, last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rates_that_are_shown_are_those_of_the_steps() {
        let outcome = Config { angle: 20.0, ..Config::default() }.run();
        let LastStep { gradient, rates, change, .. } = outcome.last;
        for i in 0..2 {
            // ε is 10⁻¹⁰ beside roots above 1; θ is of size one.
            assert!((change[i] + rates[i] * gradient[i]).abs() < 1e-9);
        }
        assert_eq!(outcome.rates.len(), outcome.steps);
    }

    /// The condition number stretches one coordinate only; AdaGrad does not feel it.
    #[test]
    fn along_the_axes_the_condition_number_does_not_count() {
        let at = |condition| Config { condition, ..Config::default() }.run();
        let (round, long) = (at(1.0), at(200.0));
        // L differs, and so does where it is small; the points are the same, up to ε.
        assert!(long.adagrad_arrival.steps <= round.adagrad_arrival.steps);
        for (a, b) in round.adagrad.iter().zip(&long.adagrad) {
            assert!((a[0] - b[0]).abs() < 1e-9 && (a[1] - b[1]).abs() < 1e-9);
        }
        assert!(long.descent_arrival.steps > 100 * round.descent_arrival.steps);
    }
}
