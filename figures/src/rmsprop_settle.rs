//! RMSprop, AdaGrad and gradient descent on the bowl, and their distance to its minimum.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::rmsprop_settle::Config;
use listings::report::number;

/// The walks, and the distances.
pub struct RmsPropSettle;

impl Figure for RmsPropSettle {
    const NAME: &'static str = "rmsprop-settle";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["steps", "rate", "decay", "falling"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "On the bowl ½(θ₁² + 10θ₂²) from (3.5, 3.5). After {} steps RMSprop at η = {}{} is {} from the minimum; its last step was ({}, {}), and of late no \
             coordinate was farther off than {} η. AdaGrad at η = 1 is {} away, gradient descent at η = 0.1 {}.",
            outcome.steps,
            number(outcome.rate, 2),
            if outcome.falling { ", falling," } else { "" },
            number(outcome.rmsprop.last_distance, 4),
            number(outcome.last_change[0], 4),
            number(outcome.last_change[1], 4),
            number(outcome.hover, 2),
            number(outcome.adagrad.last_distance, 6),
            number(outcome.descent.last_distance, 6),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "In the first panel, three walks on elliptic contours. In the second, the distance to the minimum over {} steps, down to 0.0001. It ends at {} with RMSprop, {} with AdaGrad \
             and {} with gradient descent.",
            outcome.steps,
            number(outcome.rmsprop.last_distance, 4),
            number(outcome.adagrad.last_distance, 6),
            number(outcome.descent.last_distance, 6),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let courses = [
            (Ink::Two, &outcome.descent),
            (Ink::One, &outcome.adagrad),
            (Ink::Four, &outcome.rmsprop),
        ];
        canvas.legend(&[
            (Ink::Four, "RMSprop"),
            (Ink::One, "AdaGrad, η = 1"),
            (Ink::Two, "gradient descent, η = 0.1"),
        ]);
        let walks = Panel {
            title: "θ₂",
            x: Axis::linear("θ₁", -6.0..6.0),
            y: Axis::linear("", -4.0..4.0),
            draw: Box::new(move |plot| {
                plot.landscape(&outcome.landscape);
                for (ink, course) in courses {
                    // What follows is within a dot.
                    let points = course.path.len().min(151);
                    plot.walk(&course.path[..points], ink);
                }
            }),
        };
        let distances = Panel {
            title: "distance to the minimum",
            x: Axis::linear("step", 0.0..outcome.steps as f64),
            y: Axis::logarithmic("", 1e-4..10.0),
            draw: Box::new(move |plot| {
                for (ink, course) in courses {
                    let every = course.distances.len().div_ceil(170);
                    let points = course.distances.iter().enumerate().step_by(every);
                    plot.curve(points.map(|(step, &d)| (step as f64, d)), ink);
                }
            }),
        };
        canvas.panels(320, vec![walks, distances]);
    }
}
