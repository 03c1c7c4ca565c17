//! The squared error over slope and intercept, with the reader's line and a step.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Handle, Ink};
use listings::experiments::mse_surface::Config;
use listings::report::number;

/// Contours of the surface beside the points and the lines.
pub struct MseSurface;

impl Figure for MseSurface {
    const NAME: &'static str = "mse-surface";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["slope", "intercept", "rate", "seed"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let (here, next, best) = (outcome.here, outcome.next, outcome.best);
        format!(
            "First panel: the loss of every line; yours is the dot, the best the ring. Drag the dot. Second panel: the points and your line. At w = {}, \
             b = {} the loss is {} and the gradient ({}, {}); one step at the rate {} (the arrow) leads to a loss of {}. The least \
             is {}. The arrow is {}° off the way there.",
            number(here.slope, 1),
            number(here.intercept, 1),
            number(here.loss, 2),
            number(outcome.gradient.0, 2),
            number(outcome.gradient.1, 2),
            number(outcome.rate, 2),
            number(next.loss, 2),
            number(best.loss, 2),
            number(outcome.off_course, 0),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "Elliptic contours of the mean squared error over slope and intercept, least at ({}, {}), and an arrow from ({}, {}) to ({}, {}). \
             Beside it sixty points with the line of slope {} and the best line.",
            number(outcome.best.slope, 2),
            number(outcome.best.intercept, 2),
            number(outcome.here.slope, 2),
            number(outcome.here.intercept, 2),
            number(outcome.next.slope, 2),
            number(outcome.next.intercept, 2),
            number(outcome.here.slope, 2),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend(&[
            (Ink::Accent, "your line"),
            (Ink::Three, "the best line"),
            (Ink::Text, "one step"),
        ]);
        let at = (outcome.here.slope, outcome.here.intercept);
        let surface = Panel {
            title: "intercept b",
            x: Axis::linear("slope w", -1.0..5.0),
            y: Axis::linear("", -3.0..5.0),
            draw: Box::new(move |plot| {
                let levels =
                    [0.25, 1.0, 2.0, 4.0, 8.0, 16.0, 32.0].map(|l| outcome.best.loss + l);
                plot.contours(&outcome.surface, &levels, Ink::One);
                plot.rings(
                    [(outcome.best.slope, outcome.best.intercept)],
                    6.0,
                    Ink::Three,
                );
                plot.arrow(at, (outcome.next.slope, outcome.next.intercept), Ink::Text);
                plot.handle(Handle { at, x: Some("slope"), y: Some("intercept") });
            }),
        };
        let data = Panel {
            title: "y",
            x: Axis::linear("x", -3.2..3.2),
            y: Axis::linear("", -8.0..10.0),
            draw: Box::new(|plot| {
                plot.points(outcome.points.iter().copied(), 2.5, Ink::Text);
                for (line, ink) in
                    [(outcome.best, Ink::Three), (outcome.here, Ink::Accent)]
                {
                    plot.straight(line.slope, line.intercept, ink);
                }
            }),
        };
        canvas.panels(330, vec![surface, data]);
    }
}
