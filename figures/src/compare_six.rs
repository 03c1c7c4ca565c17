//! Six schedules, one panel each.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::schedule_plot::{Rates, schedule_panel};
use crate::{Canvas, Figure, Ink};
use listings::experiments::compare_six::{Config, Row};

/// Six small panels.
pub struct CompareSix;

/// "step from 0.1 to 0.001, on average 0.037".
pub(crate) fn words(row: &Row) -> String {
    format!("{} {}", row.schedule, row.curve.in_words())
}

impl Figure for CompareSix {
    const NAME: &'static str = "compare-six";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["peak", "epochs"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let rows: Vec<String> = outcome.all().iter().map(|row| words(row)).collect();
        format!("Six schedules over {} epochs: {}.", outcome.epochs, rows.join("; "))
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let rows: Vec<String> = outcome.all().iter().map(|row| words(row)).collect();
        format!(
            "Six plots of a rate against {} epochs: {}.",
            outcome.epochs,
            rows.join("; ")
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let panels: Vec<Panel<'_>> = outcome
            .all()
            .into_iter()
            .map(|row| {
                let curves = vec![(Ink::One, &row.curve)];
                schedule_panel(row.schedule, "epoch", curves, Vec::new(), Rates::Linear)
            })
            .collect();
        canvas.grid(170, 3, panels);
    }
}
