//! A step on the squared error of one sample, line by line.

use super::by_hand_lines::{factor, short, table_of};
use super::{Experiment, Setting};
use crate::by_hand::LinearStep;
use crate::report::Table;
use serde::Serialize;

/// A sample, a line, a rate.
#[derive(Clone, Debug)]
pub struct Config {
    /// x.
    pub x: f64,
    /// y.
    pub y: f64,
    /// w.
    pub weight: f64,
    /// b.
    pub bias: f64,
    /// η.
    pub rate: f64,
}

impl Default for Config {
    fn default() -> Self {
        Self { x: 2.0, y: 5.0, weight: 1.0, bias: 0.0, rate: 0.1 }
    }
}

/// The step, and what it started from.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// x, y, w, b and η.
    pub given: [f64; 5],
    /// Every number of it.
    pub step: LinearStep,
}

impl Experiment for Config {
    const NAME: &'static str = "by-hand-linear";
    const QUESTION: &'static str =
        "What are the numbers of one step on the squared error of one sample?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let Self { x, y, weight, bias, rate } = self;
        vec![
            Setting::real("x", "input x", x, -5.0..=5.0, 0.1),
            Setting::real("y", "target y", y, -10.0..=10.0, 0.1),
            Setting::real("weight", "weight w", weight, -5.0..=5.0, 0.1),
            Setting::real("bias", "bias b", bias, -5.0..=5.0, 0.1),
            Setting::real("rate", "rate η", rate, 0.01..=0.5, 0.01),
        ]
    }

    fn run(&self) -> Outcome {
        let Self { x, y, weight, bias, rate } = *self;
        let step = LinearStep::take((x, y), (weight, bias), rate);
        Outcome { given: [x, y, weight, bias, rate], step }
    }

    fn table(outcome: &Outcome) -> Table {
        let Outcome { given: [x, y, weight, bias, rate], step } = outcome;
        let [fx, fy, fb] = [x, y, bias].map(|&number| factor(number));
        let moved = |from: f64, slope: f64| {
            format!("{} − {} · {}", short(from), short(*rate), factor(slope))
        };
        let line = |w: f64, b: String| format!("{} · {fx} + {b}", short(w));
        let lines = [
            ("ŷ", "wx + b", line(*weight, fb), step.prediction),
            ("r", "ŷ − y", format!("{} − {fy}", short(step.prediction)), step.residual),
            ("L", "r²", format!("{}²", factor(step.residual)), step.loss),
            (
                "∂L/∂ŷ",
                "2r",
                format!("2 · {}", factor(step.residual)),
                step.prediction_slope,
            ),
            (
                "∂L/∂w",
                "∂L/∂ŷ · x",
                format!("{} · {fx}", short(step.prediction_slope)),
                step.weight_slope,
            ),
            (
                "∂L/∂b",
                "∂L/∂ŷ · 1",
                format!("{} · 1", short(step.prediction_slope)),
                step.bias_slope,
            ),
            ("w′", "w − η ∂L/∂w", moved(*weight, step.weight_slope), step.next_weight),
            ("b′", "b − η ∂L/∂b", moved(*bias, step.bias_slope), step.next_bias),
            (
                "L′",
                "(w′x + b′ − y)²",
                format!("({} − {fy})²", line(step.next_weight, factor(step.next_bias))),
                step.next_loss,
            ),
        ];
        table_of("A step on the squared error of one sample", &lines)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lecture_s_numbers() {
        let outcome = Config::default().run();
        let table = Config::table(&outcome);
        let values: Vec<&str> = table.rows.iter().map(|row| row[3].text()).collect();
        let expected = ["2", "−3", "9", "−6", "−12", "−6", "2.2", "0.6", "0"];
        assert_eq!(values, expected);
        assert_eq!(table.rows[6][2].text(), "1 − 0.1 · (−12)");
        assert_eq!(table.rows[8][2].text(), "(2.2 · 2 + 0.6 − 5)²");
    }
}
