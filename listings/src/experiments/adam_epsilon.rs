//! What ε does to the first step of Adam, in double and in single precision.

use super::{Experiment, Setting};
use crate::optimizers::{Adam, Optimizer};
use crate::report::{Cell, Table};
use ndarray::array;
use serde::Serialize;

/// Exponents of ten of the gradients.
const POWERS: [i32; 7] = [0, -4, -6, -8, -10, -20, -24];

/// ε.
#[derive(Clone, Debug)]
pub struct Config {
    /// The exponent of ε = 10ᵏ, negated.
    pub power: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { power: 8 }
    }
}

/// One row a gradient.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// −log₁₀ ε.
    pub power: usize,
    /// The rows.
    pub rows: Vec<Row>,
}

/// First steps over η.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// log₁₀ g.
    pub power: i32,
    /// In 64 bits.
    pub double: f64,
    /// In 32 bits.
    pub single: f64,
    /// v after the step in 32 bits.
    pub single_v: f64,
}

impl Experiment for Config {
    const NAME: &'static str = "adam-epsilon";
    const QUESTION: &'static str = "When does ε count?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![Setting::count("power", "−log₁₀ ε", &mut self.power, 3..=12)]
    }

    fn run(&self) -> Outcome {
        let epsilon = 10.0_f64.powi(-(self.power as i32));
        let row = |power: i32| {
            let gradient = 10.0_f64.powi(power);
            let mut adam = Adam::new(0.9, 0.999, epsilon).expect("ε is above zero");
            let mut theta = array![0.0];
            adam.step(1.0, &mut theta, &array![gradient]);
            let (single, single_v) = single_step(gradient as f32, epsilon as f32);
            Row { power, double: -theta[0], single, single_v }
        };
        Outcome { power: self.power, rows: POWERS.into_iter().map(row).collect() }
    }

    fn table(outcome: &Outcome) -> Table {
        let ten = |power: i32| {
            let digits = |c: char| match c {
                '-' => '⁻',
                '1' => '¹',
                '2' => '²',
                '3' => '³',
                digit => char::from_u32('⁰' as u32 + digit as u32 - '0' as u32)
                    .expect("a digit"),
            };
            format!("10{}", power.to_string().chars().map(digits).collect::<String>())
        };
        let mut table = Table::new(
            format!("First step of Adam over η, ε = {}", ten(-(outcome.power as i32))),
            &["gradient", "64 bits", "32 bits", "v in 32 bits"],
        );
        for row in &outcome.rows {
            let v = if row.single_v == 0.0 { "0" } else { "above 0" };
            table.row(vec![
                Cell::Text(ten(row.power)),
                Cell::number(row.double, 4),
                Cell::number(row.single, 4),
                v.into(),
            ]);
        }
        table
    }
}

/// The first step over η, and v, with every operation in single precision.
fn single_step(gradient: f32, epsilon: f32) -> (f64, f64) {
    let m = (1.0 - 0.9_f32) * gradient;
    let v = (1.0 - 0.999_f32) * (gradient * gradient);
    let (mean, square) = (m / (1.0 - 0.9_f32), v / (1.0 - 0.999_f32));
    (f64::from(mean / (square.sqrt() + epsilon)), f64::from(v))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn epsilon_counts_where_gradients_are_as_small_as_it() {
        let outcome = Config::default().run();
        let at = |power: i32| {
            outcome
                .rows
                .iter()
                .find(|row| row.power == power)
                .expect("a row of that power")
        };
        // g/(g + ε): ten roundings.
        assert!((at(-8).double - 0.5).abs() < 1e-12);
        assert!((at(0).double - 1.0).abs() < 1.1e-8);
        assert!(at(-24).single_v == 0.0 && at(-20).single_v > 0.0);
    }
}
