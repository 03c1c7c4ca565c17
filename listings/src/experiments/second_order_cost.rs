//! What a step costs beyond the gradient: operations and bytes, counted from the listings.

use super::{Experiment, Setting};
use crate::report::{Cell, Table};
use serde::Serialize;

/// The memory of L-BFGS.
pub const MEMORY: usize = 10;

/// The sizes of the table.
const SIZES: [usize; 4] = [10, 1_000, 100_000, 10_000_000];

/// Nothing to choose.
#[derive(Clone, Debug, Default)]
pub struct Config;

/// The costs at each size.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// m.
    pub memory: usize,
    /// One for each size.
    pub rows: Vec<Row>,
}

/// The costs for d parameters.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Row {
    /// d.
    pub parameters: usize,
    /// Of gradient descent.
    pub descent: Cost,
    /// Of L-BFGS with m = 10.
    pub lbfgs: Cost,
    /// Of BFGS.
    pub bfgs: Cost,
    /// Of Newton's method, with the Hessian given.
    pub newton: Cost,
}

/// What one step takes.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Cost {
    /// Additions, multiplications and divisions.
    pub operations: f64,
    /// Bytes that are kept from step to step; for Newton's method, held in a step.
    pub bytes: f64,
}

// ANCHOR: counted
/// Gradient descent: θ − ηg.
fn gradient_descent(d: f64) -> Cost {
    Cost { operations: 2.0 * d, bytes: 0.0 }
}

/// L-BFGS: y and s; yᵀs and yᵀy; a dot product and a scaled addition for each pair in
/// each of two loops; γr and its sign; the step.
fn lbfgs(d: f64, memory: f64) -> Cost {
    let operations = 2.0 * d + 4.0 * d + 8.0 * memory * d + 2.0 * d + 2.0 * d;
    Cost { operations, bytes: 8.0 * 2.0 * memory * d }
}

/// BFGS: By, yᵀs and yᵀBy; two scaled additions of rows; Bg; y, s, the step.
fn bfgs(d: f64) -> Cost {
    let operations = 2.0 * d * d + 4.0 * d + 4.0 * d * d + 2.0 * d * d + 5.0 * d;
    Cost { operations, bytes: 8.0 * d * d }
}

/// Newton: LDLᵀ, whose column j takes j products and then a dot product of 2j operations
/// for itself and for each of the d − 1 − j rows below, with a difference and a
/// division; both triangles solved; the division by D, and the step.
fn newton(d: f64) -> Cost {
    let columns = d * (d - 1.0) / 2.0 * 3.0 + d; // j + 2j + 1 of each column
    let below = d * (d - 1.0) * (d - 2.0) / 3.0 + d * (d - 1.0);
    let solve = 2.0 * d * (d - 1.0) + 2.0 * d;
    Cost { operations: columns + below + solve + d + 2.0 * d, bytes: 8.0 * 2.0 * d * d }
}
// ANCHOR_END: counted

impl Experiment for Config {
    const NAME: &'static str = "second-order-cost";
    const QUESTION: &'static str = "What does a step of second order cost?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        Vec::new()
    }

    fn run(&self) -> Outcome {
        let row = |parameters: usize| {
            let d = parameters as f64;
            Row {
                parameters,
                descent: gradient_descent(d),
                lbfgs: lbfgs(d, MEMORY as f64),
                bfgs: bfgs(d),
                newton: newton(d),
            }
        };
        Outcome { memory: MEMORY, rows: SIZES.map(row).into() }
    }

    fn table(outcome: &Outcome) -> Table {
        let headings = [
            "parameters d",
            "gradient descent",
            "L-BFGS, m = 10",
            "BFGS",
            "Newton",
            "kept by L-BFGS",
            "kept by BFGS",
        ];
        let mut table = Table::new(
            "Operations of a step beyond L, g and H, and bytes kept",
            &headings,
        );
        for row in &outcome.rows {
            let short = |value: f64| Cell::Number(short(value));
            table.row(vec![
                short(row.parameters as f64),
                short(row.descent.operations),
                short(row.lbfgs.operations),
                short(row.bfgs.operations),
                short(row.newton.operations),
                Cell::Number(bytes(row.lbfgs.bytes)),
                Cell::Number(bytes(row.bfgs.bytes)),
            ]);
        }
        table
    }
}

/// Small numbers in full, large ones with one digit.
pub fn short(value: f64) -> String {
    if value < 1e4 {
        return crate::report::number(value, 0);
    }
    let format: crate::report::Format = ".0e".parse().expect("a format");
    format.apply(value)
}

/// Bytes in the unit that leaves one to three digits before the point.
pub fn bytes(value: f64) -> String {
    let units = ["B", "kB", "MB", "GB", "TB"];
    let (mut value, mut unit) = (value, 0);
    while value >= 1000.0 && unit + 1 < units.len() {
        value /= 1000.0;
        unit += 1;
    }
    format!("{} {}", crate::report::number(value, 0), units[unit])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_count_of_newton_is_that_of_its_loops() {
        for d in [1_u32, 2, 5, 30] {
            let mut operations = 0;
            for j in 0..d {
                operations += j; // Lⱼₖ Dₖ
                operations += 2 * j + 1; // the pivot: products, sums, difference
                for _ in j + 1..d {
                    operations += 2 * j + 2; // an entry below: and a division
                }
            }
            for i in 0..d {
                operations += 2 * i + 1; // forward
                operations += 2 * (d - 1 - i) + 1; // backward
            }
            operations += d; // D
            operations += 2 * d; // the step
            let counted = newton(f64::from(d)).operations;
            // Sums of whole numbers, and a division by three: exact here.
            assert!((counted - f64::from(operations)).abs() < 1e-9, "{d}: {counted}");
        }
    }

    #[test]
    fn growth_is_linear_quadratic_and_cubic() {
        let rows = Config.run().rows;
        let growth =
            |of: fn(&Row) -> Cost| of(&rows[2]).operations / of(&rows[1]).operations;
        assert!((growth(|row| row.lbfgs) - 1e2).abs() < 1e-9);
        assert!((growth(|row| row.bfgs) / 1e4 - 1.0).abs() < 0.01);
        assert!((growth(|row| row.newton) / 1e6 - 1.0).abs() < 0.02);
    }

    #[test]
    fn units() {
        assert_eq!((short(900.0), short(1.6e10)), ("900".into(), "2 × 10¹⁰".into()));
        assert_eq!((bytes(800.0), bytes(8e14)), ("800 B".into(), "800 TB".into()));
    }
}
