//! A walk past a saddle, and what its slope looks like on the way.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink, Sample, Shape};
use listings::experiments::descent_saddle::{Config, STEPS};
use listings::report::number;

/// Two panels: the walk, and ‖g‖ over the steps.
pub struct DescentSaddle;

impl Figure for DescentSaddle {
    const NAME: &'static str = "descent-saddle";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["offset", "rate"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "The saddle is the ring, the minima are above and below it. Near the saddle the slope falls to {} (step {}, loss {}), and a rule that stops \
             at a small slope would stop there. After {} steps y is above one half, and the loss ends at {}.",
            Small(outcome.least_slope),
            outcome.slowest_step,
            number(outcome.loss_at_slowest, 3),
            outcome.escape,
            number(outcome.last_loss, 3),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "Contours of a saddle with a walk that runs toward it, turns and ends in the upper minimum; beside it the slope, which falls to {} at step {} \
             and rises again before it falls for good.",
            Small(outcome.least_slope),
            outcome.slowest_step,
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend_of(&[
            (Sample::Mark(Shape::Circle), Ink::Accent, "the walk"),
            (Sample::Mark(Shape::Triangle), Ink::Three, "minima"),
        ]);
        let plane = Panel {
            title: "y",
            x: Axis::linear("x", -2.0..2.0),
            y: Axis::linear("", -1.75..1.75),
            draw: Box::new(|plot| {
                let levels = [-0.2, -0.1, -0.02, 0.05, 0.2, 0.5, 1.0, 2.0];
                plot.contours(&outcome.surface, &levels, Ink::One);
                plot.rings([(0.0, 0.0)], 6.0, Ink::Text);
                plot.marks([(0.0, 1.0), (0.0, -1.0)], Shape::Triangle, 5.0, Ink::Three);
                plot.curve(outcome.path.iter().copied(), Ink::Text);
                plot.marks(outcome.path.iter().copied(), Shape::Circle, 2.5, Ink::Accent);
            }),
        };
        let slopes = Panel {
            title: "slope ‖g‖",
            x: Axis::linear("step", 0.0..STEPS as f64),
            y: Axis::logarithmic("", 1e-4..10.0),
            draw: Box::new(|plot| {
                let slopes = outcome.slopes.iter().enumerate();
                plot.curve(slopes.map(|(t, &slope)| (t as f64, slope)), Ink::Accent);
            }),
        };
        canvas.panels(310, vec![plane, slopes]);
    }
}

/// A number that may be very small.
struct Small(f64);

impl std::fmt::Display for Small {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let format = if self.0 < 1e-3 { ".1e" } else { ".4" };
        let format: listings::report::Format = format.parse().expect("a format");
        f.write_str(&format.apply(self.0))
    }
}
