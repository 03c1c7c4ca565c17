//! An anchor with its rings, a positive and a negative to drag, and where descent moves them.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Handle, Ink};
use listings::experiments::triplet_zones::Config;
use listings::report::number;
use plotters::style::text_anchor::HPos;

/// One panel with three handles.
pub struct TripletZones;

/// A circle about a center.
fn circle((x, y): (f64, f64), radius: f64) -> impl Iterator<Item = (f64, f64)> {
    (0..=72).map(move |step| {
        let angle = f64::from(step) / 72.0 * std::f64::consts::TAU;
        (x + radius * angle.cos(), y + radius * angle.sin())
    })
}

impl Figure for TripletZones {
    const NAME: &'static str = "triplet-zones";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &[
            "anchor_x",
            "anchor_y",
            "positive_x",
            "positive_y",
            "negative_x",
            "negative_y",
            "margin",
            "squared",
        ]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let d = if outcome.squared { "d²" } else { "d" };
        format!(
            "Drag anchor a, positive p and negative n. Inside the first ring a negative is hard, between the rings semi-hard, beyond them easy. \
             Here {d}(a, p) = {}, {d}(a, n) = {}: the negative is {}, and the loss {}. Arrows: the pull on each, at 0.4 of its length.",
            number(outcome.to_positive, 2),
            number(outcome.to_negative, 2),
            outcome.zone,
            number(outcome.loss, 2),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let [of_anchor, of_positive, of_negative] = outcome.pulls;
        format!(
            "An anchor with rings of radius {} and {}, a positive on the first ring and a negative at distance {}: {}. The loss is {}; the pulls on \
             anchor, positive and negative are {}, {} and {}.",
            number(outcome.hard_within, 2),
            number(outcome.semi_hard_within, 2),
            number(
                if outcome.squared {
                    outcome.to_negative.sqrt()
                } else {
                    outcome.to_negative
                },
                2
            ),
            outcome.zone,
            number(outcome.loss, 2),
            number(of_anchor, 2),
            number(of_positive, 2),
            number(of_negative, 2),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend(&[
            (Ink::Two, "d(a, p): hard inside"),
            (Ink::Three, "with the margin: easy outside"),
        ]);
        let panel = Panel {
            title: "",
            x: Axis::linear("", -3.3..3.3),
            y: Axis::linear("", -2.2..2.2),
            draw: Box::new(|plot| {
                let [anchor, positive, negative] = outcome.points;
                plot.curve(circle(anchor, outcome.hard_within), Ink::Two);
                plot.curve(circle(anchor, outcome.semi_hard_within), Ink::Three);
                plot.line(anchor, positive, Ink::Gray);
                plot.line(anchor, negative, Ink::Gray);
                for ((x, y), (dx, dy)) in outcome.points.into_iter().zip(outcome.moves) {
                    plot.arrow((x, y), (x + 0.4 * dx, y + 0.4 * dy), Ink::Accent);
                }
                // Above the positive and below the others, beside their arrows.
                let names =
                    [("a", anchor, -0.24), ("p", positive, 0.24), ("n", negative, -0.24)];
                for (name, (x, y), beside) in names {
                    plot.heading((x, y + beside), name, HPos::Center, Ink::Text);
                }
                let handle =
                    |at, x, y| plot.handle(Handle { at, x: Some(x), y: Some(y) });
                handle(anchor, "anchor_x", "anchor_y");
                handle(positive, "positive_x", "positive_y");
                handle(negative, "negative_x", "negative_y");
            }),
        };
        // Heights at which both axes have one scale: 8 and 24 pixels go to the margins.
        canvas.panels(if canvas.is_narrow() { 232 } else { 472 }, vec![panel]);
    }
}
