//! Lab 4: measures against the focus γ.

use super::{Experiment, Setting};
use crate::labs::hypothyroid::{Measured, Row, Summary, summary};
use crate::report::{Cell, Table};
use serde::Serialize;

/// Which measure.
#[derive(Clone, Debug)]
pub struct Config {
    /// 1 AUROC, 2 average precision, 3 F₁ at ½, 4 F₁ at the chosen threshold, 5 recall where
    /// a tenth is called ill.
    pub measure: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { measure: 2 }
    }
}

/// A measure, as the focus grows.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The measure.
    pub measure: &'static str,
    /// One a γ, from 0 (cross-entropy) on.
    pub points: Vec<Point>,
    /// The largest focus whose difference to cross-entropy is noise, with all smaller ones.
    pub noise_up_to: f64,
}

/// One focus.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Point {
    /// γ.
    pub gamma: f64,
    /// The mean and its interval.
    pub of: Measured,
    /// "lower", "higher" or "noise" against cross-entropy; "–" for itself.
    pub verdict: &'static str,
}

fn measure(row: &Row, number: usize) -> (&'static str, Measured) {
    match number {
        1 => ("AUROC", row.auroc),
        2 => ("average precision", row.average_precision),
        3 => ("F₁ at ½", row.half_f1),
        4 => ("F₁ at the chosen threshold", row.chosen_f1),
        _ => ("recall in the first tenth", row.in_tenth),
    }
}

impl Config {
    /// The outcome, of the records that this is a summary of.
    pub fn of(&self, summary: Summary) -> Outcome {
        let rows = summary.rows;
        let mut points: Vec<Point> = rows
            .iter()
            .filter_map(|row| {
                let (_, of) = measure(row, self.measure);
                let verdict = of.compared.map_or("–", |compared| compared.verdict);
                Some(Point { gamma: row.gamma?, of, verdict })
            })
            .collect();
        points.sort_by(|a, b| a.gamma.total_cmp(&b.gamma));
        let (name, _) = measure(&rows[0], self.measure);
        let noise = points.iter().take_while(|p| ["–", "noise"].contains(&p.verdict));
        let noise_up_to = noise.last().map_or(0.0, |point| point.gamma);
        Outcome { measure: name, points, noise_up_to }
    }
}

impl Experiment for Config {
    const NAME: &'static str = "lab-hypothyroid-focus";
    const QUESTION: &'static str = "Does a sharper focus find more of the ill?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![Setting::count("measure", "measure", &mut self.measure, 1..=5)]
    }

    fn run(&self) -> Outcome {
        self.of(summary())
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!("The network with the focal loss: {}", outcome.measure),
            &["γ", "mean", "± (95 %)", "against cross-entropy"],
        );
        for Point { gamma, of, verdict } in &outcome.points {
            table.row(vec![
                Cell::number(*gamma, 1),
                Cell::number(of.mean, 3),
                of.half_width.map_or("–".into(), |width| Cell::number(width, 3)),
                (*verdict).into(),
            ]);
        }
        table
    }
}
