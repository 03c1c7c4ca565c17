//! The loss and the pull of one pair over its distance.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Handle, Ink};
use listings::experiments::curve::Curve;
use listings::experiments::pair_pull::{Config, FARTHEST};
use listings::report::number;

/// Two panels: ℓ(d), with the reader's pair to drag, and its derivative.
pub struct PairPull;

fn curves(outcome: &Outcome<PairPull>) -> [(Ink, &'static str, &Curve); 4] {
    [
        (Ink::One, "similar: d²", &outcome.similar),
        (Ink::Two, "dissimilar: max(0, m − d)²", &outcome.dissimilar),
        (Ink::Three, "max(0, m − d)", &outcome.unsquared),
        (Ink::Four, "max(0, m − d²)", &outcome.squared_inside),
    ]
}

impl Figure for PairPull {
    const NAME: &'static str = "pair-pull";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["margin", "distance"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "The loss of a pair over its distance d, and the derivative: above zero it pulls together, below zero it pushes apart. Drag the \
             pair: at d = {} with m = {}, a similar pair is pulled with {} and a dissimilar one pushed with {}.",
            number(outcome.distance, 2),
            number(outcome.margin, 1),
            number(outcome.similar.slope, 2),
            number(-outcome.dissimilar.slope, 2),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let at = curves(outcome).map(|(_, name, curve)| {
            format!(
                "{name} costs {} and has slope {}",
                number(curve.value, 2),
                number(curve.slope, 2)
            )
        });
        format!(
            "Two plots against the distance from 0 to 4: losses of a pair and their slopes, with margin {}. At distance {}: {}.",
            number(outcome.margin, 1),
            number(outcome.distance, 2),
            at.join("; ")
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let curves = curves(outcome);
        canvas.legend(&curves.each_ref().map(|(ink, name, _)| (*ink, *name)));
        let curves = &curves;
        let along = |part: fn(&Curve) -> &Vec<f64>, curve: &Curve| -> Vec<(f64, f64)> {
            outcome.distances.iter().copied().zip(part(curve).iter().copied()).collect()
        };
        let losses = Panel {
            title: "loss ℓ(d)",
            x: Axis::linear("distance d", 0.0..FARTHEST),
            y: Axis::linear("", -0.5..9.0),
            draw: Box::new(move |plot| {
                plot.line((outcome.margin, -0.5), (outcome.margin, 9.0), Ink::Gray);
                for (ink, _, curve) in curves {
                    plot.curve(along(|curve| &curve.values, curve), *ink);
                }
                for (ink, _, curve) in &curves[..2] {
                    plot.points([(outcome.distance, curve.value)], 4.0, *ink);
                }
                plot.handle(Handle {
                    at: (outcome.distance, 0.0),
                    x: Some("distance"),
                    y: None,
                });
            }),
        };
        let pulls = Panel {
            title: "slope ∂ℓ/∂d",
            x: Axis::linear("distance d", 0.0..FARTHEST),
            y: Axis::linear("", -6.5..8.5),
            draw: Box::new(move |plot| {
                plot.line((0.0, 0.0), (FARTHEST, 0.0), Ink::Text);
                plot.line((outcome.margin, -6.5), (outcome.margin, 8.5), Ink::Gray);
                for (ink, _, curve) in curves {
                    plot.curve(along(|curve| &curve.slopes, curve), *ink);
                }
                for (ink, _, curve) in &curves[..2] {
                    plot.points([(outcome.distance, curve.slope)], 4.0, *ink);
                }
            }),
        };
        canvas.panels(300, vec![losses, pulls]);
    }
}
