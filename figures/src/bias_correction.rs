//! The length of Adam's first steps without its corrections, and what they do on the bowl.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::bias_correction::Config;
use listings::report::{Format, number};

/// Two panels: lengths over steps, and two walks.
pub struct BiasCorrection;

/// The shortest digits of a setting.
fn short(value: f64) -> String {
    Format::default().apply(value)
}

impl Figure for BiasCorrection {
    const NAME: &'static str = "bias-correction";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["beta1", "beta2", "rate", "steps"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "Left: the length of a step over η when the gradient is constant. Without correction the first is {} times as long as with it, step {} \
             is {} times as long, and from step {} on the difference is below 5 %. Right: {} steps at η = {} on the bowl; with correction the walk \
             gets no farther than {} from an axis, without it {}.",
            number(outcome.first, 2),
            outcome.longest_at,
            number(outcome.longest, 2),
            outcome.settled,
            outcome.steps,
            short(outcome.rate),
            number(outcome.corrected.farthest, 2),
            number(outcome.uncorrected.farthest, 2),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "Left, the length of a step against its number on a logarithmic axis: 1 with correction; without, from {} up to {} at step {}, then back \
             to 1. Right, contours of a bowl with two walks from (3.5, 3.5): after {} steps the loss is {} with correction and {} without.",
            number(outcome.first, 2),
            number(outcome.longest, 2),
            outcome.longest_at,
            outcome.steps,
            number(outcome.corrected.last, 2),
            number(outcome.uncorrected.last, 2),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend(&[(Ink::One, "with correction"), (Ink::Two, "without")]);
        let top = (outcome.longest * 1.1).max(1.5);
        let lengths = Panel {
            title: "length of a step / η",
            x: Axis::logarithmic("step t", 1.0..10_000.0),
            y: Axis::linear("", 0.0..top),
            draw: Box::new(|plot| {
                plot.curve([(1.0, 1.0), (10_000.0, 1.0)], Ink::One);
                let points = outcome.lengths.iter();
                plot.curve(points.map(|&(step, length)| (step as f64, length)), Ink::Two);
            }),
        };
        let field = &outcome.landscape.field;
        let walks = Panel {
            title: "θ₂",
            x: Axis::linear("θ₁", field.x.clone()),
            y: Axis::linear("", field.y.clone()),
            draw: Box::new(|plot| {
                plot.landscape(&outcome.landscape);
                plot.walk(&outcome.uncorrected.path, Ink::Two);
                plot.walk(&outcome.corrected.path, Ink::One);
            }),
        };
        canvas.panels(330, vec![lengths, walks]);
    }
}
