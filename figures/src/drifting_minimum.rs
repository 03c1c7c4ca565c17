//! A minimum on a circle, and who follows it.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::drifting_minimum::{Config, EVERY, Follower, RADIUS, STEPS};
use listings::report::number;
use std::f64::consts::TAU;

/// The ways of the second half, and the distances.
pub struct DriftingMinimum;

fn inks(outcome: &Outcome<DriftingMinimum>) -> [(Ink, &Follower); 3] {
    [
        (Ink::Two, &outcome.descent),
        (Ink::Three, &outcome.momentum),
        (Ink::Four, &outcome.rmsprop),
    ]
}

impl Figure for DriftingMinimum {
    const NAME: &'static str = "drifting-minimum";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["period", "swell", "noise", "decay"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let said: Vec<String> = inks(outcome)
            .iter()
            .zip(["gradient descent", "momentum", "RMSprop"])
            .map(|((_, follower), name)| {
                format!(
                    "{} for {name} (η = {})",
                    number(follower.error, 3),
                    number(follower.rate, 4)
                )
            })
            .collect();
        format!(
            "The minimum goes around once in {} steps, and the loss is multiplied by {} at its loudest and divided by it at its softest, every 250 steps. First panel: where each \
             method is in the last {} steps, at its best rate; the circle is the minimum. Distance to the minimum there: {}.",
            number(outcome.period, 0),
            number(outcome.swell, 1),
            STEPS / 2,
            said.join(", "),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "In the first panel, a circle of radius {RADIUS} and the ways of three methods beside it. In the second, their distances to the moving minimum over {STEPS} steps; in the second \
             half they are about {} for gradient descent, {} for momentum and {} for RMSprop.",
            number(outcome.descent.error, 3),
            number(outcome.momentum.error, 3),
            number(outcome.rmsprop.error, 3),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend(&[
            (Ink::Text, "the minimum"),
            (Ink::Two, "gradient descent"),
            (Ink::Three, "momentum"),
            (Ink::Four, "RMSprop"),
        ]);
        let ways = Panel {
            title: "θ₂",
            x: Axis::linear("θ₁", -3.5..3.5),
            y: Axis::linear("", -3.5..3.5),
            draw: Box::new(|plot| {
                let circle = (0..=60).map(|i| {
                    let angle = TAU * f64::from(i) / 60.0;
                    (RADIUS * angle.cos(), RADIUS * angle.sin())
                });
                plot.curve(circle, Ink::Text);
                for (ink, follower) in inks(outcome) {
                    let late = &follower.path[follower.path.len() / 2..];
                    plot.curve(late.iter().map(|&[x, y]| (x, y)), ink);
                }
            }),
        };
        let distances = Panel {
            title: "distance to the minimum",
            x: Axis::linear("step", 0.0..STEPS as f64),
            y: Axis::logarithmic("", 1e-3..10.0),
            draw: Box::new(|plot| {
                for (ink, follower) in inks(outcome) {
                    let points = follower.distances.iter().enumerate();
                    // At the very start all are at the minimum.
                    let seen = points.map(|(i, &d)| ((i * EVERY) as f64, d.max(1e-3)));
                    plot.curve(seen, ink);
                }
            }),
        };
        canvas.panels(340, vec![ways, distances]);
    }
}
