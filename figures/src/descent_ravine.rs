//! Gradient descent on a quadratic: its zigzag over the contours, and its error against
//! the bounds.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Handle, Ink, Sample, Shape};
use listings::experiments::descent_ravine::{Config, HALF_SIDES, STEPS};
use listings::report::number;

/// Two panels: the walk, and the error per step.
pub struct DescentRavine;

/// What the rate does, in words.
fn verdict(outcome: &Outcome<DescentRavine>) -> String {
    if outcome.diverges {
        "it diverges".to_string()
    } else if outcome.steps_by_bound == 0 {
        "it never comes nearer".to_string()
    } else {
        format!("a thousandth is left after {} steps", outcome.steps_by_bound)
    }
}

impl Figure for DescentRavine {
    const NAME: &'static str = "descent-ravine";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["condition", "rate", "x", "y"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "Drag the start. At κ = {} and ηL = {} each step multiplies x by {} and y by {}; at most {} of the error remains of each step: {}. The \
             best rate here is ηL = {}, which leaves {} a step: a thousandth after {} steps.",
            number(outcome.condition, 0),
            number(outcome.rate, 2),
            number(outcome.factors[0], 3),
            number(outcome.factors[1], 2),
            number(outcome.contraction, 3),
            verdict(outcome),
            number(outcome.best_rate, 3),
            number(outcome.best_contraction, 3),
            outcome.steps_at_best,
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let (x, y) = outcome.path[0];
        format!(
            "Elliptic contours of condition number {} with a walk from ({}, {}); beside it the distance to the minimum over {STEPS} steps, which ends at \
             {} of the first, the bound of this rate and that of the best rate.",
            number(outcome.condition, 0),
            number(x, 1),
            number(y, 1),
            number(outcome.last_error, 5),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend_of(&[
            (Sample::Mark(Shape::Circle), Ink::Accent, "the walk"),
            (Sample::Line, Ink::Two, "bound of this rate"),
            (Sample::Line, Ink::Three, "bound of the best rate"),
        ]);
        let (x, y) = HALF_SIDES;
        let largest = 0.5 * (x * x + outcome.condition * y * y);
        let plane = Panel {
            title: "y",
            x: Axis::linear("x", -x..x),
            y: Axis::linear("", -y..y),
            draw: Box::new(move |plot| {
                let levels: Vec<f64> =
                    (1..=8).map(|k| largest * 0.45_f64.powi(k)).collect();
                plot.contours(&outcome.surface, &levels, Ink::One);
                plot.curve(outcome.path.iter().copied(), Ink::Text);
                plot.marks(outcome.path.iter().copied(), Shape::Circle, 2.0, Ink::Accent);
                let at = outcome.path[0];
                plot.handle(Handle { at, x: Some("x"), y: Some("y") });
            }),
        };
        let error = Panel {
            title: "distance to the minimum, as a share of the first",
            x: Axis::linear("step", 0.0..STEPS as f64),
            y: Axis::logarithmic("", 1e-4..10.0),
            draw: Box::new(|plot| {
                let bound = |contraction: f64| {
                    (0..=STEPS).map(move |t| (t as f64, contraction.powi(t as i32)))
                };
                plot.curve(bound(outcome.best_contraction), Ink::Three);
                plot.curve(bound(outcome.contraction), Ink::Two);
                let errors = outcome.errors.iter().enumerate();
                let points = errors.map(|(t, &error)| (t as f64, error));
                plot.marks(points, Shape::Circle, 2.0, Ink::Accent);
            }),
        };
        canvas.panels(310, vec![plane, error]);
    }
}
