//! One step of Nesterov beside one of momentum, as arrows.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Handle, Ink};
use listings::experiments::nesterov_step::Config;
use listings::report::number;

/// The surface with the arrows.
pub struct NesterovStep;

impl Figure for NesterovStep {
    const NAME: &'static str = "nesterov-step";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["x", "y", "tip_x", "tip_y", "beta", "rate"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let pair = |[x, y]: [f64; 2]| format!("({}, {})", number(x, 1), number(y, 1));
        format!(
            "One step on ½(θ₁² + 4θ₂²). The ring is around θ, the second dot to drag is where the whole velocity would lead; β = {} of it, the long arrow, leads to the point ahead. From \
             there momentum goes against the gradient at θ, {}, Nesterov against the gradient at the point ahead, {}. Momentum arrives at a \
             loss of {}, Nesterov at {}; at θ it was {}.",
            number(outcome.beta, 2),
            pair(outcome.here.gradient),
            pair(outcome.ahead.gradient),
            number(outcome.momentum.loss, 2),
            number(outcome.nesterov.loss, 2),
            number(outcome.here.loss, 2),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let pair = |[x, y]: [f64; 2]| format!("({}, {})", number(x, 1), number(y, 1));
        format!(
            "Elliptic contours around the origin. An arrow from θ = {} to the point ahead, {}; from there one arrow to momentum's next point, {}, and one to \
             Nesterov's, {}.",
            pair(outcome.here.at),
            pair(outcome.ahead.at),
            pair(outcome.momentum.at),
            pair(outcome.nesterov.at),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend(&[
            (Ink::Text, "velocity, β of it"),
            (Ink::Four, "against the gradient at θ"),
            (Ink::One, "momentum"),
            (Ink::Three, "Nesterov"),
        ]);
        let point = |[x, y]: [f64; 2]| (x, y);
        let surface = Panel {
            title: "θ₂",
            x: Axis::linear("θ₁", -6.0..6.0),
            y: Axis::linear("", -4.0..4.0),
            draw: Box::new(move |plot| {
                plot.landscape(&outcome.landscape);
                let (here, ahead) = (point(outcome.here.at), point(outcome.ahead.at));
                let (momentum, nesterov) =
                    (point(outcome.momentum.at), point(outcome.nesterov.at));
                // The same correction, where its gradient is measured.
                let correction = (momentum.0 - ahead.0, momentum.1 - ahead.1);
                plot.line(ahead, point(outcome.tip), Ink::Gray);
                let measured = (here.0 + correction.0, here.1 + correction.1);
                plot.arrow(here, measured, Ink::Four);
                plot.arrow(here, ahead, Ink::Text);
                plot.arrow(ahead, momentum, Ink::One);
                plot.arrow(ahead, nesterov, Ink::Three);
                plot.points([ahead], 3.5, Ink::Text);
                plot.points([momentum], 5.0, Ink::One);
                plot.points([nesterov], 5.0, Ink::Three);
                plot.rings([here], 11.0, Ink::Accent);
                let tip = point(outcome.tip);
                plot.handle(Handle { at: tip, x: Some("tip_x"), y: Some("tip_y") });
                plot.handle(Handle { at: here, x: Some("x"), y: Some("y") });
            }),
        };
        canvas.panels(430, vec![surface]);
    }
}
