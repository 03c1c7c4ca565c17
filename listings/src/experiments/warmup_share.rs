//! How long a warm-up should be: Adam at two peaks, over ten seeds.

use super::racer::Racer;
use super::warmup_peaks::{SEEDS, STEPS, Tried, losses, tried, warmed};
use super::{Experiment, Setting};
use crate::report::{Cell, Format, Table};
use serde::Serialize;

/// Warm-ups that are tried, in steps of the sixty.
pub const WARMUPS: [usize; 7] = [0, 3, 6, 12, 24, 36, 48];

/// Two peaks.
#[derive(Clone, Debug)]
pub struct Config {
    /// One at which nothing fails.
    pub modest: f64,
    /// One at which much does.
    pub bold: f64,
}

impl Default for Config {
    fn default() -> Self {
        Self { modest: 0.03, bold: 0.5 }
    }
}

/// One row a warm-up.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The modest peak.
    pub modest: f64,
    /// The bold one.
    pub bold: f64,
    /// T.
    pub steps: usize,
    /// Seeds.
    pub seeds: usize,
    /// In the order of [`WARMUPS`].
    pub rows: Vec<Row>,
}

/// A warm-up at both peaks.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// W.
    pub warmup: usize,
    /// W/T.
    pub share: f64,
    /// At the modest peak.
    pub modest: Tried,
    /// At the bold one.
    pub bold: Tried,
}

impl Experiment for Config {
    const NAME: &'static str = "warmup-share";
    const QUESTION: &'static str = "How long should a warm-up be?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real("modest", "modest peak", &mut self.modest, 0.01..=0.1, 0.01),
            Setting::real("bold", "bold peak", &mut self.bold, 0.2..=1.0, 0.1),
        ]
    }

    fn run(&self) -> Outcome {
        let at = |peak, warmup| {
            tried(&losses(Racer::Adam, &warmed(peak, warmup, STEPS), STEPS))
        };
        let row = |warmup: usize| Row {
            warmup,
            share: warmup as f64 / STEPS as f64,
            modest: at(self.modest, warmup),
            bold: at(self.bold, warmup),
        };
        Outcome {
            modest: self.modest,
            bold: self.bold,
            steps: STEPS,
            seeds: SEEDS as usize,
            rows: WARMUPS.map(row).into(),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let title = format!(
            "Adam, {} steps, {} seeds: median loss, and seeds that failed",
            outcome.steps, outcome.seeds
        );
        let headings = [
            "warm-up W".to_string(),
            "share of T".to_string(),
            format!("median loss at {}", outcome.modest),
            format!("failures at {}", outcome.modest),
            format!("median loss at {}", outcome.bold),
            format!("failures at {}", outcome.bold),
        ];
        let mut table = Table::new(title, &headings.each_ref().map(String::as_str));
        for row in &outcome.rows {
            table.row(vec![
                Cell::Text(row.warmup.to_string()),
                Cell::Number(Format::percent(0).apply(row.share)),
                Cell::number(row.modest.loss, 3),
                Cell::count(row.modest.failed),
                Cell::number(row.bold.loss, 3),
                Cell::count(row.bold.failed),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_warm_up_is_at_most_the_run() {
        assert!(WARMUPS.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(WARMUPS[WARMUPS.len() - 1] < STEPS);
    }
}
