//! A check that meets a kink: the slope that the code gives, and the slope that a
//! central difference finds.

use super::{Experiment, Setting};
use crate::by_hand::central_difference;
use crate::report::{Cell, Table};
use serde::Serialize;

/// A function with a kink at 0, a place beside it, a step.
#[derive(Clone, Debug)]
pub struct Config {
    /// Which function: one of [`FUNCTIONS`], counted from 1.
    pub function: usize,
    /// Where the check is made.
    pub place: f64,
    /// h.
    pub step: f64,
}

impl Default for Config {
    fn default() -> Self {
        Self { function: 1, place: 0.1, step: 0.2 }
    }
}

/// The functions to choose from.
pub const FUNCTIONS: [&str; 3] = ["ReLU", "absolute error", "Huber at its threshold"];

/// What code and check say.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The function, in words.
    pub function: &'static str,
    /// x.
    pub place: f64,
    /// h.
    pub step: f64,
    /// f(x).
    pub value: f64,
    /// f(x − h) and f(x + h).
    pub ends: [f64; 2],
    /// The slope that the code gives.
    pub code: f64,
    /// The central difference.
    pub check: f64,
    /// How far they are apart.
    pub error: f64,
    /// Whether the kink is within h of x.
    pub meets: bool,
    /// (x, f(x)).
    pub curve: Vec<(f64, f64)>,
    /// (x, slope of the code), left of the kink and right of it.
    pub codes: [Vec<(f64, f64)>; 2],
    /// (x, central difference).
    pub checks: Vec<(f64, f64)>,
}

/// f, with its kink at 0.
fn value(function: usize, x: f64) -> f64 {
    match function {
        1 => x.max(0.0),
        2 => x.abs(),
        // δ = 1, r = 1 + x, less its value at the join.
        _ if x <= 0.0 => 0.5 * (1.0 + x) * (1.0 + x) - 0.5,
        _ => x,
    }
}

/// Its slope as code gives it, at the kink too.
fn slope(function: usize, x: f64) -> f64 {
    match function {
        1 if x > 0.0 => 1.0,
        1 => 0.0,
        2 if x == 0.0 => 0.0,
        2 => x.signum(),
        _ => 1.0 + x.min(0.0),
    }
}

impl Experiment for Config {
    const NAME: &'static str = "gradient-check-kink";
    const QUESTION: &'static str = "What does a gradient check say near a kink?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let Self { function, place, step } = self;
        vec![
            Setting::count(
                "function",
                "function (1 ReLU, 2 absolute error, 3 Huber)",
                function,
                1..=3,
            ),
            Setting::real("place", "place x", place, -0.5..=0.5, 0.02),
            Setting::real("step", "step h", step, 0.001..=0.5, 0.001).logarithmic(),
        ]
    }

    fn run(&self) -> Outcome {
        let Self { function, place, step } = *self;
        let f = |x: f64| value(function, x);
        let check_at = |x: f64| central_difference(f, x, step);
        let (code, check) = (slope(function, place), check_at(place));
        let places: Vec<f64> = (-60..=60).map(|i| f64::from(i) / 100.0).collect();
        // The slope as two curves, so that a jump is seen as one.
        let before = places.iter().filter(|&&x| x <= 0.0);
        let after = places.iter().filter(|&&x| x >= 0.0);
        let below = before.map(|&x| (x, slope(function, x.min(-1e-9))));
        let above = after.map(|&x| (x, slope(function, x.max(1e-9))));
        Outcome {
            function: FUNCTIONS[function - 1],
            place,
            step,
            value: f(place),
            ends: [f(place - step), f(place + step)],
            code,
            check,
            error: (code - check).abs(),
            meets: place.abs() < step,
            curve: places.iter().map(|&x| (x, f(x))).collect(),
            codes: [below.collect(), above.collect()],
            checks: places.iter().map(|&x| (x, check_at(x))).collect(),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let headings = ["function", "x", "h", "slope of the code", "central difference"];
        let mut table = Table::new("A check near a kink", &headings);
        table.row(vec![
            outcome.function.into(),
            Cell::number(outcome.place, 2),
            Cell::number(outcome.step, 3),
            Cell::number(outcome.code, 2),
            Cell::number(outcome.check, 2),
        ]);
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn across_the_kink_of_the_absolute_value_the_check_gives_the_place_over_h() {
        for (place, step) in [(0.1, 0.2), (-0.3, 0.4), (0.0, 0.01)] {
            let outcome = Config { function: 2, place, step }.run();
            // (x + h − (h − x)) / 2h.
            assert!((outcome.check - place / step).abs() < 1e-14);
            assert!(outcome.meets);
        }
    }

    #[test]
    fn away_from_the_kink_code_and_check_agree() {
        for function in 1..=3 {
            for place in [-0.5, -0.1, 0.1, 0.5] {
                let outcome = Config { function, place, step: 0.05 }.run();
                // Quadratics and lines: rounding over h.
                assert!(outcome.error < 1e-14 && !outcome.meets, "{outcome:?}");
            }
        }
    }

    #[test]
    fn at_its_kink_a_rectifier_is_said_to_be_wrong_with_any_step() {
        for step in [0.5, 0.001] {
            let outcome = Config { function: 1, place: 0.0, step }.run();
            assert_eq!((outcome.code, outcome.check), (0.0, 0.5));
        }
        // Huber's slope has no jump: h/4 is left.
        let huber = Config { function: 3, place: 0.0, step: 0.1 }.run();
        assert!((huber.error - 0.025).abs() < 1e-14);
    }
}
