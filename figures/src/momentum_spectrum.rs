//! The convergence rate of momentum over rate and β.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Handle, Ink, Sample};
use listings::experiments::momentum_spectrum::Config;
use listings::report::number;
use plotters::style::text_anchor::HPos;

/// The map beside what happens along two directions.
pub struct MomentumSpectrum;

/// The spectral radii whose contours are drawn.
const RADII: [f64; 5] = [0.3, 0.5, 0.7, 0.8, 0.9];

impl Figure for MomentumSpectrum {
    const NAME: &'static str = "momentum-spectrum";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["step", "beta", "kappa"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let left = match outcome.steps_for_a_tenth {
            Some(steps) => format!(
                "a tenth of the distance is left after {} steps",
                number(steps, 0)
            ),
            None => "the distance never shrinks to a tenth".to_string(),
        };
        format!(
            "First panel: the factor by which a step shrinks the distance along a direction of curvature λ. Drag the dot: it is the steepest direction, \
             the other end of the bar the flattest of a ravine with κ = {}. Left of where it oscillates θ comes in from one side, \
             right of it θ changes sides at every step. Second panel: both from a distance of 1. The steep one {} with the factor {}, the flat one {} \
             with {}; the worse of the two is what you get: {}. The cross is the best choice, with the \
             factor {}; gradient descent at its best has {}.",
            number(outcome.kappa, 1),
            outcome.steep.behavior,
            number(outcome.steep.radius, 3),
            outcome.flat.behavior,
            number(outcome.flat.radius, 3),
            left,
            number(outcome.best.factor, 3),
            number(outcome.descent, 3),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "A map over rate times curvature from 0 to 4 and β from 0 to 1. At small rates a narrow region where momentum is monotone, then a large one \
             where it oscillates with the factor √β, beyond 2 + 2β one where it diverges. The dot is at ({}, {}), the flat end of the bar at {}. \
             Beside it the two directions over 40 steps: the steep one {}, the flat one {}.",
            number(outcome.steep.alpha, 2),
            number(outcome.beta, 2),
            number(outcome.flat.alpha, 3),
            outcome.steep.behavior,
            outcome.flat.behavior,
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend_of(&[
            (Sample::Line, Ink::One, "steepest direction"),
            (Sample::Line, Ink::Two, "flattest direction"),
            (Sample::Region(0.15), Ink::One, "oscillates"),
            (Sample::Region(0.25), Ink::Accent, "diverges"),
        ]);
        let (at, flat) =
            ((outcome.steep.alpha, outcome.beta), (outcome.flat.alpha, outcome.beta));
        let map = Panel {
            title: "momentum β",
            x: Axis::linear("rate × curvature, ηλ", 0.0..4.0),
            y: Axis::linear("", 0.0..1.0),
            draw: Box::new(move |plot| {
                plot.region(&outcome.oscillation, 0.0, Ink::One, 0.15);
                plot.region(&outcome.radius, 1.0, Ink::Accent, 0.25);
                plot.contours(&outcome.radius, &RADII, Ink::Text);
                for radius in RADII {
                    let place = (1.0, radius * radius + 0.03);
                    plot.label(place, &number(radius, 1), HPos::Center, Ink::Text);
                }
                let best = (outcome.best.step, outcome.best.beta);
                plot.marks([best], crate::Shape::Cross, 5.0, Ink::Three);
                plot.line(flat, at, Ink::Accent);
                plot.points([flat], 4.0, Ink::Two);
                plot.handle(Handle { at, x: Some("step"), y: Some("beta") });
            }),
        };
        let along = |values: &[f64]| -> Vec<(f64, f64)> {
            values.iter().enumerate().map(|(step, &value)| (step as f64, value)).collect()
        };
        let paths = Panel {
            title: "distance θ along the direction",
            x: Axis::linear("step", 0.0..40.0),
            y: Axis::linear("", -1.5..1.5),
            draw: Box::new(move |plot| {
                plot.line((0.0, 0.0), (40.0, 0.0), Ink::Text);
                plot.curve(along(&outcome.flat.path), Ink::Two);
                plot.curve(along(&outcome.steep.path), Ink::One);
                plot.points(along(&outcome.steep.path), 2.0, Ink::One);
            }),
        };
        canvas.panels(310, vec![map, paths]);
    }
}
