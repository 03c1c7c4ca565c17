//! Exact descent on a quadratic under schedules.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::compare_full_batch::{Config, Row};
use listings::report::number;

/// Losses by step.
pub struct CompareFullBatch;

/// The schedules that are drawn; the others are in the table.
const DRAWN: [(&str, Ink); 5] = [
    ("constant", Ink::One),
    ("step", Ink::Four),
    ("cosine", Ink::Two),
    ("triangular", Ink::Three),
    ("Chebyshev's steps", Ink::Five),
];

fn drawn(outcome: &Outcome<CompareFullBatch>) -> impl Iterator<Item = (&Row, Ink)> {
    DRAWN.iter().filter_map(|&(name, ink)| {
        let row = outcome.rows.iter().find(|row| row.schedule == name);
        row.map(|row| (row, ink))
    })
}

fn words(row: &Row) -> String {
    format!("{} {}", row.schedule, number(row.exponent, 1))
}

impl Figure for CompareFullBatch {
    const NAME: &'static str = "compare-full-batch";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["condition", "steps", "cycle"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let rows: Vec<String> = outcome.rows.iter().map(words).collect();
        format!(
            "Descent without noise on a quadratic of condition {}, each schedule at the best of 161 peaks. log₁₀ of the loss after {} steps, over that \
             at the start: {}. Curves that leave the picture come back.",
            number(outcome.condition, 0),
            outcome.steps,
            rows.join(", ")
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let rows: Vec<String> = drawn(outcome).map(|(row, _)| words(row)).collect();
        format!(
            "Curves of the logarithm of the loss against {} steps, which end at: {}.",
            outcome.steps,
            rows.join(", ")
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let names: Vec<(Ink, &str)> =
            drawn(outcome).map(|(row, ink)| (ink, row.schedule)).collect();
        canvas.legend(&names);
        let ends = drawn(outcome).map(|(row, _)| row.exponent);
        let lowest = ends.fold(-1.0, f64::min).max(-20.0);
        let panel = Panel {
            title: "log₁₀ of the loss",
            x: Axis::linear("step", 0.0..outcome.steps as f64),
            y: Axis::linear("", 1.1 * lowest..2.0),
            draw: Box::new(|plot| {
                for (row, ink) in drawn(outcome) {
                    plot.curve(row.curve.iter().copied(), ink);
                }
            }),
        };
        canvas.panels(330, vec![panel]);
    }
}
