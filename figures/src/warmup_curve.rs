//! A warm-up, and four ways to go on.

use crate::figure::Outcome;
use crate::schedule_plot::{Rates, schedule_panel};
use crate::{Canvas, Figure, Ink};
use listings::experiments::warmup_curve::Config;

/// Four schedules of one peak.
pub struct WarmupCurve;

const INKS: [Ink; 4] = [Ink::One, Ink::Two, Ink::Three, Ink::Five];

impl Figure for WarmupCurve {
    const NAME: &'static str = "warmup-curve";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["warmup", "steps", "from"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let curves: Vec<String> = outcome
            .curves
            .iter()
            .map(|(name, curve)| format!("{name} {}", curve.in_words()))
            .collect();
        format!(
            "{} steps of warm-up, of {} in all (first rate, last rate, mean): {}.",
            outcome.warmup,
            outcome.steps,
            curves.join("; ")
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "Four schedules that rise to one peak in {} steps. Then a cosine, a straight line and a curve of the inverse root fall at once, the fourth stays at \
             the peak until the last fifth of {} steps.",
            outcome.warmup, outcome.steps
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let named: Vec<_> = INKS.into_iter().zip(&outcome.curves).collect();
        let names: Vec<(Ink, &str)> =
            named.iter().map(|(ink, (name, _))| (*ink, *name)).collect();
        canvas.legend(&names);
        let curves = named.iter().map(|(ink, (_, curve))| (*ink, curve)).collect();
        let marks = vec![outcome.warmup];
        canvas.panels(
            300,
            vec![schedule_panel("rate η", "step t", curves, marks, Rates::Linear)],
        );
    }
}
