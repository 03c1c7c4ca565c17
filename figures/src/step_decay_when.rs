//! One cut: the loss over steps, and the last loss against the step of the cut.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Handle, Ink};
use listings::experiments::schedule_curve::written;
use listings::experiments::step_decay_when::{Config, RATE, SOON};
use listings::report::Format;

/// Two panels: courses, and the sweep.
pub struct StepDecayWhen;

impl Figure for StepDecayWhen {
    const NAME: &'static str = "step-decay-when";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["cut", "factor", "steps"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "A steep and a flat direction, both noisy; the rate {RATE} is multiplied once by {}. First panel: the expected loss with your cut at step {}, with the best \
             one at step {}, and without. {SOON} steps after your cut the loss is {} lower than without it. Second panel: the loss after {} steps against the \
             step of the cut; drag the dot. Yours ends at {}, the best at {}, none at {}.",
            outcome.factor,
            outcome.cut,
            outcome.best.cut,
            Format::percent(0).apply(outcome.gained_soon),
            outcome.steps,
            written(outcome.chosen.last),
            written(outcome.best.last),
            written(outcome.never.last),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "Falling losses over {} steps with a cut at step {}, at step {} and without; beside it the last loss against the step of the cut, a valley with its \
             floor at step {}. The last losses are {}, {} and {}.",
            outcome.steps,
            outcome.cut,
            outcome.best.cut,
            outcome.best.cut,
            written(outcome.chosen.last),
            written(outcome.best.last),
            written(outcome.never.last),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend(&[
            (Ink::One, "your cut"),
            (Ink::Three, "the best cut"),
            (Ink::Two, "no cut"),
        ]);
        let last = outcome.steps as f64;
        let courses = Panel {
            title: "expected loss",
            x: Axis::linear("step t", 0.0..last),
            y: Axis::logarithmic("", 0.01..10.0),
            draw: Box::new(move |plot| {
                for (course, ink) in [
                    (&outcome.never, Ink::Two),
                    (&outcome.best, Ink::Three),
                    (&outcome.chosen, Ink::One),
                ] {
                    let points = course.losses.iter();
                    plot.curve(points.map(|&(step, loss)| (step as f64, loss)), ink);
                }
            }),
        };
        let greatest = outcome.sweep.iter().map(|point| point.1).fold(0.0, f64::max);
        let sweep = Panel {
            title: "expected loss at the end",
            x: Axis::linear("step of the cut", 0.0..last),
            y: Axis::linear("", 0.0..1.1 * greatest),
            draw: Box::new(move |plot| {
                let points = outcome.sweep.iter();
                plot.curve(points.map(|&(cut, loss)| (cut as f64, loss)), Ink::Text);
                let best = (outcome.best.cut as f64, outcome.best.last);
                plot.rings([best], 6.0, Ink::Three);
                let at = (outcome.cut as f64, outcome.chosen.last);
                plot.handle(Handle { at, x: Some("cut"), y: None });
            }),
        };
        canvas.panels(300, vec![courses, sweep]);
    }
}
