//! Lab 3: the schedules, and the losses under them.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::lab_reviews_curves::{Config, Curve};
use listings::report::number;

/// Two panels, a curve a schedule in each.
pub struct LabReviewsCurves;

// Not `Ink::Five`: in the light theme it is as brown and as dashed as `Ink::Two`.
const INKS: [Ink; 5] = [Ink::One, Ink::Two, Ink::Three, Ink::Four, Ink::Text];

fn said(outcome: &Outcome<LabReviewsCurves>) -> String {
    let one = |curve: &Curve| {
        let last = curve.losses.last().map_or(0.0, |loss| loss.1);
        format!("{} {} from the peak {}", curve.name, number(last, 3), curve.peak)
    };
    outcome.curves.iter().map(one).collect::<Vec<_>>().join("; ")
}

fn of_what(outcome: &Outcome<LabReviewsCurves>) -> &'static str {
    if outcome.validation { "validation" } else { "training" }
}

fn start(outcome: &Outcome<LabReviewsCurves>) -> &'static str {
    if outcome.warmup { "with a warm-up" } else { "without a warm-up" }
}

impl Figure for LabReviewsCurves {
    const NAME: &'static str = "lab-reviews-curves";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["warmup", "validation"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "The schedules {} (1cycle has its own), each at its chosen peak, and the mean {} loss of {} seeds, norms before the parts. \
             The last one: {}.",
            start(outcome),
            of_what(outcome),
            outcome.seeds,
            said(outcome)
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "Rates by step {}, and beside them the {} loss, which ends at: {}.",
            start(outcome),
            of_what(outcome),
            said(outcome)
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let names = outcome.curves.iter().map(|curve| curve.name);
        let legend: Vec<(Ink, &str)> = INKS.into_iter().zip(names).collect();
        canvas.legend(&legend);
        let last = outcome.steps.max(1) as f64;
        let most = outcome.curves.iter().map(|curve| curve.peak).fold(0.001, f64::max);
        let rates = Panel {
            title: "rate",
            x: Axis::linear("step", 0.0..last),
            y: Axis::linear("", 0.0..1.05 * most),
            draw: Box::new(move |plot| {
                for (curve, ink) in outcome.curves.iter().zip(INKS) {
                    plot.curve(curve.rates.iter().copied(), ink);
                }
            }),
        };
        let (title, range) = if outcome.validation {
            ("validation loss after each epoch", 0.25..0.65)
        } else {
            ("training loss of each tenth", 0.0..0.8)
        };
        let losses = Panel {
            title,
            x: Axis::linear("step", 0.0..last),
            y: Axis::linear("", range),
            draw: Box::new(move |plot| {
                for (curve, ink) in outcome.curves.iter().zip(INKS) {
                    plot.curve(curve.losses.iter().copied(), ink);
                    if outcome.validation {
                        plot.points(curve.losses.iter().copied(), 4.5, ink);
                    }
                }
            }),
        };
        canvas.panels(280, vec![rates, losses]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_schedules_look_alike() {
        assert!(!(INKS.contains(&Ink::Two) && INKS.contains(&Ink::Five)));
        for (at, ink) in INKS.iter().enumerate() {
            assert!(!INKS[..at].contains(ink), "{ink:?}");
        }
    }
}
