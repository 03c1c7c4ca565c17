//! What a gradient costs in multiplications: forward, backward, and by differences.

use super::{Experiment, Setting};
use crate::by_hand::counted_gradient;
use crate::data::seeded;
use crate::models::{Dense, MultilayerPerceptron};
use crate::report::{Cell, Format, Table};
use ndarray::Array2;
use serde::Serialize;

/// Networks, from a line to one whose differences nobody waits for.
const NETWORKS: [&[usize]; 6] = [
    &[10, 1],
    &[2, 2, 1],
    &[4, 16, 8, 3],
    &[10, 32, 16, 1],
    &[64, 64, 64, 64, 10],
    &[196, 128, 10],
];

/// n, which the counts of a sample do not depend on.
const SAMPLES: usize = 8;

/// Nothing to set.
#[derive(Clone, Debug, Default)]
pub struct Config;

/// A row for each network.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The rows.
    pub rows: Vec<Row>,
    /// The least and the largest of the ratios backward to forward.
    pub ratios: [f64; 2],
}

/// A network.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// Its widths, as 2-2-1.
    pub widths: String,
    /// d.
    pub parameters: usize,
    /// Multiplications of the forward pass, for a sample.
    pub forward: usize,
    /// Of the backward pass, for a sample.
    pub backward: usize,
    /// Backward over forward.
    pub ratio: f64,
    /// d + 1 forward passes over a forward and a backward pass.
    pub differences: f64,
}

impl Experiment for Config {
    const NAME: &'static str = "backpropagation-cost";
    const QUESTION: &'static str = "What does a gradient cost, in multiplications?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        Vec::new()
    }

    fn run(&self) -> Outcome {
        let row = |widths: &[usize]| {
            let layers: Vec<Dense> = widths
                .windows(2)
                .map(|pair| Dense { inputs: pair[0], outputs: pair[1] })
                .collect();
            let theta = MultilayerPerceptron::new(widths).initial(&mut seeded(1));
            let inputs = Array2::ones((SAMPLES, widths[0]));
            let targets = Array2::zeros((SAMPLES, widths[widths.len() - 1]));
            let counted = counted_gradient(&layers, &theta, &inputs, &targets);
            let both = (counted.forward + counted.backward) as f64;
            let evaluations = (theta.len() + 1) as f64;
            let names: Vec<String> = widths.iter().map(usize::to_string).collect();
            Row {
                widths: names.join("-"),
                parameters: theta.len(),
                forward: counted.forward / SAMPLES,
                backward: counted.backward / SAMPLES,
                ratio: counted.backward as f64 / counted.forward as f64,
                differences: evaluations * counted.forward as f64 / both,
            }
        };
        let rows: Vec<Row> = NETWORKS.iter().map(|widths| row(widths)).collect();
        let ratios = || rows.iter().map(|row| row.ratio);
        let range =
            [ratios().fold(f64::INFINITY, f64::min), ratios().fold(0.0, f64::max)];
        Outcome { ratios: range, rows }
    }

    fn table(outcome: &Outcome) -> Table {
        let headings = [
            "network",
            "parameters d",
            "forward",
            "backward",
            "backward over forward",
            "by forward differences, over both passes",
        ];
        let title = "Multiplications of a gradient, for a sample";
        let mut table = Table::new(title, &headings);
        for row in &outcome.rows {
            table.row(vec![
                row.widths.as_str().into(),
                Cell::count(row.parameters),
                Cell::count(row.forward),
                Cell::count(row.backward),
                Cell::number(row.ratio, 2),
                Cell::Number(Format::fixed(1).apply(row.differences)),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn backward_is_between_one_and_two_forwards_whatever_the_number_of_parameters() {
        let outcome = Config.run();
        assert!(outcome.ratios[0] >= 1.0 && outcome.ratios[1] < 2.0, "{outcome:?}");
        // A line: 10 products and a square forward, 10 products and a scaling backward.
        let line = &outcome.rows[0];
        assert_eq!((line.forward, line.backward), (11, 11));
        assert_eq!(line.differences, 12.0 * 11.0 / 22.0);
        let wide = &outcome.rows[5];
        assert_eq!(wide.forward, 196 * 128 + 128 * 10 + 10);
        assert_eq!(wide.backward, 196 * 128 + 2 * 128 * 10 + 128 + 10);
        assert!(wide.differences > 10_000.0, "{}", wide.differences);
    }
}
