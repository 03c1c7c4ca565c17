//! Contours of a regression on columns as they are and normalized, with two walks on each.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::choosing_contours::{
    Config, Descent, HALF_SIDE, MOST_STEPS, Walk,
};
use listings::report::number;

/// The plane of both weights, twice.
pub struct ChoosingContours;

fn steps(walk: &Walk) -> String {
    match walk.steps {
        Some(1) => "1 step".to_string(),
        Some(steps) => format!("{steps} steps"),
        None => format!("more than {MOST_STEPS} steps"),
    }
}

fn said(descent: &Descent) -> String {
    format!(
        "κ = {}, rates up to {} are stable; gradient descent {}, Adam {}",
        number(descent.condition, 1),
        number(descent.border, 4),
        steps(&descent.descent),
        steps(&descent.adam),
    )
}

impl Figure for ChoosingContours {
    const NAME: &'static str = "choosing-contours";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["scale", "correlation"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "Two columns of deviations 1 and {}, correlation {}, until a thousandth of the excess is left. As they are: {}. Normalized: {}.",
            number(outcome.scale, 0),
            number(outcome.correlation, 2),
            said(&outcome.raw),
            said(&outcome.normalized),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "Elliptic contours of the loss over two weights with the walks of gradient descent and Adam from zero, on columns as they are and normalized. As they are: {}. Normalized: {}.",
            said(&outcome.raw),
            said(&outcome.normalized),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend(&[(Ink::One, "gradient descent"), (Ink::Two, "Adam")]);
        let panels = [
            ("second weight, columns as they are", &outcome.raw),
            ("second weight, columns normalized", &outcome.normalized),
        ];
        canvas.panels(310, panels.map(|(title, descent)| plane(title, descent)).into());
    }
}

fn plane<'a>(title: &'a str, descent: &'a Descent) -> Panel<'a> {
    Panel {
        title,
        x: Axis::linear("first weight", -HALF_SIDE..HALF_SIDE),
        y: Axis::linear("", -HALF_SIDE..HALF_SIDE),
        draw: Box::new(move |plot| {
            let largest = descent.surface.values.iter().copied().fold(0.0_f64, f64::max);
            let mut level = largest;
            let mut levels = Vec::new();
            for _ in 0..8 {
                level *= 0.4;
                levels.push(level);
            }
            plot.contour_lines(
                &descent.surface,
                &levels,
                Ink::Text,
                " stroke-opacity=\"0.45\"",
            );
            for (walk, ink) in [(&descent.descent, Ink::One), (&descent.adam, Ink::Two)] {
                // A thousand zigzags are a smear: the first show the pattern.
                plot.curve(walk.path.iter().copied().take(120), ink);
                plot.points(walk.path.last().copied(), 4.5, ink);
            }
        }),
    }
}
