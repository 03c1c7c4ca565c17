//! Lab 4: the test part, which chose nothing.

use super::{Experiment, Setting};
use crate::labs::hypothyroid::{Row, summary, test};
use crate::report::Table;
use serde::Serialize;

/// The recorded run; nothing to set.
#[derive(Clone, Debug, Default)]
pub struct Config;

/// The rows.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Predictors, in the order of the table.
    pub rows: Vec<Row>,
    /// The width of the bootstrap interval of the AUROC of cross-entropy on the network.
    pub width: f64,
    /// The least and the largest test AUROC of the network's losses.
    pub range: [f64; 2],
}

impl Experiment for Config {
    const NAME: &'static str = "lab-hypothyroid-test";
    const QUESTION: &'static str = "What does the test part say of each loss?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        Vec::new()
    }

    fn run(&self) -> Outcome {
        let rows = summary().rows;
        let networks = rows.iter().filter(|row| row.model == "network");
        let areas: Vec<f64> = networks.clone().map(|row| row.test.auroc).collect();
        let plain = networks.clone().find(|row| row.gamma == Some(0.0));
        let plain = plain.expect("cross-entropy was run").test;
        Outcome {
            width: plain.high - plain.low,
            range: [
                areas.iter().copied().fold(f64::INFINITY, f64::min),
                areas.iter().copied().fold(f64::NEG_INFINITY, f64::max),
            ],
            rows,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        test(&outcome.rows)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_on_the_test_part_is_another() {
        let Outcome { rows, width, range } = Config.run();
        let of = |model: &str, loss: &str| {
            let row =
                rows.iter().find(|row| row.model == model && row.loss.starts_with(loss));
            row.unwrap_or_else(|| panic!("no {model}, {loss}")).test
        };
        let best = rows.iter().max_by(|a, b| a.test.auroc.total_cmp(&b.test.auroc));
        assert_eq!(best.unwrap().model, "TSH alone");
        let (linear, network) =
            (of("linear", "cross-entropy"), of("network", "cross-entropy"));
        assert!(network.average_precision > linear.average_precision);
        // What the loss changes is small beside what so few patients leave open.
        assert!(range[1] - range[0] < width);
    }
}
