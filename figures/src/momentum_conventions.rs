//! The step lengths of four conventions of momentum.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink, Sample, Shape};
use listings::experiments::momentum_conventions::Config;
use listings::report::number;

/// One panel, four conventions, of which two are the same.
pub struct MomentumConventions;

impl Figure for MomentumConventions {
    const NAME: &'static str = "momentum-conventions";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["beta", "fall"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "Down a slope of 1, the rate divided by {} at step {}. The sum at rate (1 − β)η and the moving average at rate η are the same walk. \
             Dampening starts at full length, which puts it {} long steps ahead. With the rate inside the velocity the steps of the old rate \
             go on for a while after the fall: {} long steps farther.",
            number(outcome.fall, 1),
            outcome.at,
            number(outcome.head_start, 1),
            number(outcome.farther, 1),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let at = outcome.at;
        format!(
            "Step lengths over 80 steps. Sum and moving average rise from {} to {}, the dampened form is {} from the first step on. At step {at} the first three \
             fall at once to {}, the form with the rate inside to {}, and slowly on to {}.",
            number(outcome.sum[0], 2),
            number(outcome.sum[at - 1], 2),
            number(outcome.dampened[0], 2),
            number(outcome.sum[at], 2),
            number(outcome.rate_inside[at], 2),
            number(outcome.rate_inside[79], 2),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend_of(&[
            (Sample::Line, Ink::One, "sum, at (1 − β)η"),
            (Sample::Mark(Shape::Circle), Ink::Four, "moving average"),
            (Sample::Line, Ink::Two, "dampening β"),
            (Sample::Line, Ink::Three, "rate inside the velocity"),
        ]);
        let along = |values: &[f64]| -> Vec<(f64, f64)> {
            values.iter().enumerate().map(|(step, &value)| (step as f64, value)).collect()
        };
        let lengths = Panel {
            title: "length of the step, in long steps",
            x: Axis::linear("step", 0.0..80.0),
            y: Axis::linear("", 0.0..1.1),
            draw: Box::new(|plot| {
                plot.curve(along(&outcome.rate_inside), Ink::Three);
                plot.curve(along(&outcome.dampened), Ink::Two);
                plot.curve(along(&outcome.sum), Ink::One);
                plot.points(
                    along(&outcome.average).into_iter().step_by(2),
                    3.0,
                    Ink::Four,
                );
            }),
        };
        canvas.panels(290, vec![lengths]);
    }
}
