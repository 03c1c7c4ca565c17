//! A step on the cross-entropy of one sample, line by line.

use super::by_hand_lines::{factor, short, table_of};
use super::{Experiment, Setting};
use crate::by_hand::LogisticStep;
use crate::report::Table;
use serde::Serialize;

/// A sample, a logistic model, a rate.
#[derive(Clone, Debug)]
pub struct Config {
    /// x.
    pub x: f64,
    /// Whether the label is 1.
    pub positive: bool,
    /// w.
    pub weight: f64,
    /// b.
    pub bias: f64,
    /// η.
    pub rate: f64,
}

impl Default for Config {
    fn default() -> Self {
        Self { x: 1.0, positive: true, weight: 0.0, bias: 0.0, rate: 0.5 }
    }
}

/// The step, and what it started from.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// x, y, w, b and η.
    pub given: [f64; 5],
    /// Every number of it.
    pub step: LogisticStep,
}

impl Experiment for Config {
    const NAME: &'static str = "by-hand-logistic";
    const QUESTION: &'static str =
        "What are the numbers of one step of logistic regression on one sample?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let Self { x, positive, weight, bias, rate } = self;
        vec![
            Setting::real("x", "input x", x, -3.0..=3.0, 0.1),
            Setting::switch("positive", "label 1", positive),
            Setting::real("weight", "weight w", weight, -3.0..=3.0, 0.1),
            Setting::real("bias", "bias b", bias, -3.0..=3.0, 0.1),
            Setting::real("rate", "rate η", rate, 0.01..=2.0, 0.01),
        ]
    }

    fn run(&self) -> Outcome {
        let Self { x, positive, weight, bias, rate } = *self;
        let y = if positive { 1.0 } else { 0.0 };
        let step = LogisticStep::take((x, y), (weight, bias), rate);
        Outcome { given: [x, y, weight, bias, rate], step }
    }

    fn table(outcome: &Outcome) -> Table {
        let Outcome { given: [x, y, weight, bias, rate], step } = outcome;
        let moved = |from: f64, slope: f64| {
            format!("{} − {} · {}", short(from), short(*rate), factor(slope))
        };
        let p = short(step.probability);
        let right = if *y == 1.0 { p.clone() } else { format!("(1 − {p})") };
        let lines = [
            (
                "z",
                "wx + b",
                format!("{} · {} + {}", short(*weight), factor(*x), factor(*bias)),
                step.logit,
            ),
            (
                "p",
                "1/(1 + e⁻ᶻ)",
                format!("1/(1 + exp({}))", short(-step.logit)),
                step.probability,
            ),
            ("L", "−y ln p − (1 − y) ln(1 − p)", format!("−ln {right}"), step.loss),
            (
                "∂L/∂p",
                "(p − y)/(p(1 − p))",
                format!("({p} − {})/({p} · (1 − {p}))", short(*y)),
                step.probability_slope,
            ),
            ("∂p/∂z", "p(1 − p)", format!("{p} · (1 − {p})"), step.sigmoid_slope),
            (
                "∂L/∂z",
                "∂L/∂p · ∂p/∂z = p − y",
                format!(
                    "{} · {}",
                    short(step.probability_slope),
                    factor(step.sigmoid_slope)
                ),
                step.logit_slope,
            ),
            (
                "∂L/∂w",
                "∂L/∂z · x",
                format!("{} · {}", short(step.logit_slope), factor(*x)),
                step.weight_slope,
            ),
            (
                "∂L/∂b",
                "∂L/∂z · 1",
                format!("{} · 1", short(step.logit_slope)),
                step.bias_slope,
            ),
            ("w′", "w − η ∂L/∂w", moved(*weight, step.weight_slope), step.next_weight),
            ("b′", "b − η ∂L/∂b", moved(*bias, step.bias_slope), step.next_bias),
            (
                "p′",
                "σ(w′x + b′)",
                format!(
                    "σ({} · {} + {})",
                    short(step.next_weight),
                    factor(*x),
                    factor(step.next_bias)
                ),
                step.next_probability,
            ),
        ];
        table_of("A step of logistic regression on one sample", &lines)
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
        let expected = [
            "0", "0.5", "0.6931", "−2", "0.25", "−0.5", "−0.5", "−0.5", "0.25", "0.25",
            "0.6225",
        ];
        assert_eq!(values, expected);
    }
}
