//! The best fixed rate against the best pair of rates, in expectation, with and without
//! noise.

use super::{Experiment, Setting};
use crate::report::{Cell, Format, Table, number};
use serde::Serialize;

/// Where each coordinate starts.
const START: f64 = 5.0;

/// σ, where there is noise.
const NOISE: f64 = 3.0;

/// Quadratics of one and of two curvatures.
#[derive(Clone, Debug)]
pub struct Config {
    /// Steps.
    pub steps: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { steps: 100 }
    }
}

/// A row for each problem.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Steps.
    pub steps: usize,
    /// Exact and noisy gradients of one curvature and of two.
    pub rows: Vec<Row>,
}

/// One problem.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// The curvatures.
    pub curvatures: Vec<f64>,
    /// σ.
    pub noise: f64,
    /// The best fixed rate.
    pub fixed_rate: f64,
    /// The expected loss after all steps at that rate.
    pub fixed: f64,
    /// The best two rates, in their order.
    pub pair_rates: [f64; 2],
    /// The step of the switch between them.
    pub switch: usize,
    /// The expected loss after all steps.
    pub pair: f64,
    /// How many times lower that is; 1 where both are zero.
    pub gain: f64,
}

/// The rates that are tried: from 1 down to 0.002, ten a decade. Of several that are
/// equally good the largest counts.
fn rates() -> Vec<f64> {
    (0..=27).map(|i| 10_f64.powf(f64::from(-i) / 10.0)).collect()
}

/// E[θ²] after `steps` steps of one rate, in closed form.
fn square(square: f64, curvature: f64, noise: f64, rate: f64, steps: usize) -> f64 {
    let factor = (1.0 - rate * curvature).powi(2);
    let rest = (rate * noise).powi(2);
    let power = factor.powf(steps as f64);
    if (factor - 1.0).abs() < 1e-12 {
        square + rest * steps as f64
    } else {
        power * square + rest * (1.0 - power) / (1.0 - factor)
    }
}

impl Row {
    fn new(curvatures: &[f64], noise: f64, steps: usize) -> Self {
        let loss = |first: f64, switch: usize, second: f64| -> f64 {
            let of = |&curvature: &f64| {
                let early = square(START * START, curvature, noise, first, switch);
                let late = square(early, curvature, noise, second, steps - switch);
                0.5 * curvature * late
            };
            let loss: f64 = curvatures.iter().map(of).sum();
            // What a rounding leaves of a start of 25 counts as nothing.
            if loss < 1e-25 { 0.0 } else { loss }
        };
        let mut fixed = (f64::INFINITY, 0.0);
        let mut pair = (f64::INFINITY, [0.0; 2], 0);
        for first in rates() {
            let alone = loss(first, steps, first);
            if alone < fixed.0 {
                fixed = (alone, first);
            }
            for second in rates() {
                for switch in (0..steps).step_by((steps / 50).max(1)) {
                    let together = loss(first, switch, second);
                    if together < pair.0 {
                        pair = (together, [first, second], switch);
                    }
                }
            }
        }
        Self {
            curvatures: curvatures.to_vec(),
            noise,
            fixed_rate: fixed.1,
            fixed: fixed.0,
            pair_rates: pair.1,
            switch: pair.2,
            pair: pair.0,
            gain: if pair.0 > 0.0 { fixed.0 / pair.0 } else { 1.0 },
        }
    }
}

impl Experiment for Config {
    const NAME: &'static str = "rate-fixed";
    const QUESTION: &'static str = "Is a fixed rate worse than a schedule?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![Setting::count("steps", "steps", &mut self.steps, 10..=1000)]
    }

    fn run(&self) -> Outcome {
        let problems: [(&[f64], f64); 4] =
            [(&[1.0], 0.0), (&[1.0, 10.0], 0.0), (&[1.0], NOISE), (&[1.0, 10.0], NOISE)];
        let row =
            |(curvatures, noise): (&[f64], f64)| Row::new(curvatures, noise, self.steps);
        Outcome { steps: self.steps, rows: problems.map(row).to_vec() }
    }

    fn table(outcome: &Outcome) -> Table {
        let title =
            format!("Expected loss after {} steps, at the best rates", outcome.steps);
        let headings =
            ["curvatures", "noise σ", "fixed rate", "loss", "two rates", "loss"];
        let mut table = Table::new(title, &headings);
        let loss = |loss: f64| {
            let format: Format = ".1e".parse().expect("a format");
            let text = match loss {
                0.0 => "0".to_string(),
                loss if loss < 1e-3 => format.apply(loss),
                loss => number(loss, 3),
            };
            Cell::Number(text)
        };
        for row in &outcome.rows {
            let curvatures: Vec<String> =
                row.curvatures.iter().map(f64::to_string).collect();
            let pair = match row.pair {
                _ if row.fixed == row.pair => "the same".to_string(),
                _ => format!(
                    "{}, from step {} on {}",
                    number(row.pair_rates[0], 3),
                    row.switch,
                    number(row.pair_rates[1], 3)
                ),
            };
            table.row(vec![
                Cell::Text(curvatures.join(" and ")),
                Cell::Number(row.noise.to_string()),
                Cell::number(row.fixed_rate, 3),
                loss(row.fixed),
                Cell::Text(pair),
                loss(row.pair),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closed_form_is_the_recursion() {
        for rate in [0.01, 0.1, 0.2] {
            let mut expected = 25.0;
            for _ in 0..30 {
                expected = (1.0 - rate * 10.0_f64).powi(2) * expected + rate * rate * 9.0;
            }
            // A sum of thirty terms.
            let found = square(25.0, 10.0, 3.0, rate, 30);
            assert!((found / expected - 1.0).abs() < 1e-12, "{rate}: {found}");
        }
    }

    #[test]
    fn one_curvature_without_noise_is_done_in_a_step() {
        let row = Row::new(&[1.0], 0.0, 10);
        assert_eq!((row.fixed, row.fixed_rate), (0.0, 1.0));
    }
}
