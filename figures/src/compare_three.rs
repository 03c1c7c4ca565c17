//! Three decays in one panel, and the same on a logarithmic axis.

use crate::figure::Outcome;
use crate::schedule_plot::{Rates, schedule_panel};
use crate::{Canvas, Figure, Ink};
use listings::experiments::compare_three::Config;

/// Two panels.
pub struct CompareThree;

const INKS: [Ink; 3] = [Ink::One, Ink::Two, Ink::Three];

impl Figure for CompareThree {
    const NAME: &'static str = "compare-three";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["peak", "epochs"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let rows: Vec<String> =
            outcome.all().iter().map(|row| super::compare_six::words(row)).collect();
        format!(
            "{} epochs of three schedules that were made for 100: {}.",
            outcome.epochs,
            rows.join("; ")
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let rows: Vec<String> =
            outcome.all().iter().map(|row| super::compare_six::words(row)).collect();
        format!(
            "Three falling rates against {} epochs, on a linear and on a logarithmic axis: {}.",
            outcome.epochs,
            rows.join("; ")
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let names: Vec<(Ink, &str)> =
            INKS.into_iter().zip(outcome.all().map(|row| row.schedule)).collect();
        canvas.legend(&names);
        let curves =
            || INKS.into_iter().zip(outcome.all().map(|row| &row.curve)).collect();
        canvas.panels(
            240,
            vec![
                schedule_panel("rate", "epoch", curves(), vec![100], Rates::Linear),
                schedule_panel(
                    "rate, logarithmic",
                    "epoch",
                    curves(),
                    vec![100],
                    Rates::Decades(3),
                ),
            ],
        );
    }
}
