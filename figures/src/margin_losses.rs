//! The losses of a margin and their pulls.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Handle, Ink};
use listings::experiments::curve::PullCurve;
use listings::experiments::margin_losses::Config;
use listings::report::number;

/// Two panels: the loss of a margin, and how hard it pulls.
pub struct MarginLosses;

fn curves(outcome: &Outcome<MarginLosses>) -> [(Ink, &'static str, &PullCurve); 3] {
    [
        (Ink::One, "hinge", &outcome.hinge),
        (Ink::Two, "squared hinge", &outcome.squared_hinge),
        (Ink::Three, "cross-entropy", &outcome.logistic),
    ]
}

impl Figure for MarginLosses {
    const NAME: &'static str = "margin-losses";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["at", "width"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let [hinge, squared, logistic] = curves(outcome)
            .map(|(_, _, curve)| (number(curve.value, 2), number(curve.pull, 2)));
        format!(
            "Three losses over the margin y f, and how hard each pulls it up. The 0–1 loss, in gray, is what is wanted; its pull is 0 \
             everywhere. Drag the mark: at y f = {} the losses are {} (hinge), {} (squared hinge) and {} (cross-entropy), the pulls {}, {} \
             and {}.",
            number(outcome.at, 2),
            hinge.0,
            squared.0,
            logistic.0,
            hinge.1,
            squared.1,
            logistic.1,
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let last = outcome.margins.len() - 1;
        let ends = curves(outcome).map(|(_, name, curve)| {
            format!(
                "{name} falls from {} at −3 to {} at 3, its pull from {} to {}",
                number(curve.values[0], 2),
                number(curve.values[last], 2),
                number(curve.pulls[0], 2),
                number(curve.pulls[last], 2)
            )
        });
        format!(
            "Two plots against the margin from −3 to 3: losses and pulls, with a mark at {}. {}. The 0–1 loss steps from 1 to 0 at 0.",
            number(outcome.at, 2),
            ends.join("; ")
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let curves = curves(outcome);
        let mut entries = vec![(Ink::Gray, "0–1")];
        entries.extend(curves.iter().map(|(ink, name, _)| (*ink, *name)));
        canvas.legend(&entries);
        let along = |values: &[f64]| -> Vec<(f64, f64)> {
            outcome.margins.iter().copied().zip(values.iter().copied()).collect()
        };
        type Part = fn(&PullCurve) -> (&Vec<f64>, f64);
        let panel =
            |title, heights: std::ops::Range<f64>, part: Part, handle: bool| Panel {
                title,
                x: Axis::linear("margin y f", -3.0..3.0),
                y: Axis::linear("", heights.clone()),
                draw: Box::new({
                    let curves = &curves;
                    move |plot| {
                        plot.line(
                            (outcome.at, heights.start),
                            (outcome.at, heights.end),
                            Ink::Accent,
                        );
                        plot.curve(along(part(&outcome.zero_one).0), Ink::Gray);
                        for (ink, _, curve) in curves {
                            let (values, here) = part(curve);
                            plot.curve(along(values), *ink);
                            plot.points([(outcome.at, here)], 4.0, *ink);
                        }
                        if handle {
                            let at = (outcome.at, heights.start);
                            plot.handle(Handle { at, x: Some("at"), y: None });
                        }
                    }
                }),
            };
        canvas.panels(
            300,
            vec![
                panel(
                    "loss ℓ(y f)",
                    0.0..4.0,
                    |curve| (&curve.values, curve.value),
                    true,
                ),
                panel(
                    "pull −ℓ′(y f)",
                    0.0..4.0,
                    |curve| (&curve.pulls, curve.pull),
                    true,
                ),
            ],
        );
    }
}
