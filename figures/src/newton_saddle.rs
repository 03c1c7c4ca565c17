//! Three walks beside a saddle.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Handle, Ink, Sample};
use listings::experiments::newton_saddle::{Config, Way};
use listings::report::number;

/// The surface with the walks, and the part where it curves down.
pub struct NewtonSaddle;

fn walks(outcome: &Outcome<NewtonSaddle>) -> [(Ink, &'static str, &Way); 3] {
    [
        (Ink::Four, "Newton, pure", &outcome.pure),
        (Ink::Three, "Newton, damped", &outcome.damped),
        (Ink::Two, "gradient descent", &outcome.descent),
    ]
}

impl Figure for NewtonSaddle {
    const NAME: &'static str = "newton-saddle";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["x", "y"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "The saddle is in the middle, the minima are the rings; in the shaded part the Hessian is not positive definite. From ({}, {}), \
             where the curvature along y is {}, pure Newton ends at {}, damped Newton at {}, gradient descent at {}. Drag the start. Of {} \
             starts all over the picture pure Newton goes to the saddle from {}, the others from {} and {}.",
            number(outcome.start[0], 1),
            number(outcome.start[1], 2),
            number(outcome.curvature, 2),
            outcome.pure.place,
            outcome.damped.place,
            outcome.descent.place,
            outcome.starts,
            outcome.pure.at_the_saddle,
            outcome.damped.at_the_saddle,
            outcome.descent.at_the_saddle,
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let ends =
            walks(outcome).map(|(_, name, way)| format!("{name} ends at {}", way.place));
        format!(
            "Contours of a saddle between two minima, with three walks from ({}, {}): {}.",
            number(outcome.start[0], 1),
            number(outcome.start[1], 2),
            ends.join(", ")
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend_of(&[
            (Sample::Line, Ink::Four, "Newton, pure"),
            (Sample::Line, Ink::Three, "Newton, damped"),
            (Sample::Line, Ink::Two, "gradient descent"),
            (Sample::Region(0.12), Ink::Four, "curves down along y"),
        ]);
        let [x, y] = outcome.start;
        let panel = Panel {
            title: "y",
            x: Axis::linear("x", -2.0..2.0),
            y: Axis::linear("", -1.75..1.75),
            draw: Box::new(move |plot| {
                // 3y² < 1.
                let edge = (1.0_f64 / 3.0).sqrt();
                plot.rectangle((-2.0, -edge), (2.0, edge), Ink::Four, 0.12);
                plot.landscape(&outcome.landscape);
                for (ink, _, way) in walks(outcome) {
                    plot.walk(&way.points, ink);
                }
                plot.handle(Handle { at: (x, y), x: Some("x"), y: Some("y") });
            }),
        };
        canvas.panels(380, vec![panel]);
    }
}
