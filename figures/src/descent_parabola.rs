//! Gradient descent on x²: the parabola with the walk on it, and x step by step.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Handle, Ink, Sample, Shape};
use listings::experiments::descent_parabola::Config;
use listings::report::number;

/// Two panels: the parabola, and x over the steps.
pub struct DescentParabola;

/// As many digits as show a number, and no more.
fn short(value: f64) -> String {
    let digits = if value.abs() >= 10.0 { 1 } else { 3 };
    number(value, digits)
}

impl Figure for DescentParabola {
    const NAME: &'static str = "descent-parabola";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["rate", "steps", "start"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "Drag the start. At η = {} each step multiplies x by {}: the walk {}. Step {}: at x = {} the slope is {}, the step −η · slope is {}, and \
             it leads to x = {}, where the loss is {}.",
            number(outcome.rate, 2),
            number(outcome.factor, 2),
            outcome.behavior,
            outcome.steps,
            short(outcome.before),
            short(outcome.slope),
            short(outcome.step),
            short(outcome.last),
            short(outcome.last_loss),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "A parabola with a walk from x = {} to {} in {} steps, and x plotted over the steps. At the rate {} the walk {}.",
            short(outcome.path[0]),
            short(outcome.last),
            outcome.steps,
            number(outcome.rate, 2),
            outcome.behavior,
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend_of(&[
            (Sample::Line, Ink::Gray, "x²"),
            (Sample::Mark(Shape::Circle), Ink::One, "the walk"),
            (Sample::Mark(Shape::Circle), Ink::Accent, "start"),
        ]);
        let start = outcome.path[0];
        let parabola = Panel {
            title: "loss x²",
            x: Axis::linear("x", -12.0..12.0),
            y: Axis::linear("", -8.0..140.0),
            draw: Box::new(move |plot| {
                let grid = (-48..=48).map(|i| f64::from(i) / 4.0);
                plot.curve(grid.map(|x| (x, x * x)), Ink::Gray);
                let walk = || outcome.path.iter().map(|&x| (x, x * x));
                let steps: Vec<_> = walk().collect();
                for pair in steps.windows(2).filter(|pair| pair[1].0.abs() < 12.0) {
                    plot.line(pair[0], pair[1], Ink::One);
                }
                plot.marks(walk(), Shape::Circle, 3.0, Ink::One);
                plot.handle(Handle {
                    at: (start, start * start),
                    x: Some("start"),
                    y: None,
                });
            }),
        };
        let over_time = Panel {
            title: "x",
            x: Axis::linear("step", 0.0..20.0),
            y: Axis::linear("", -12.0..12.0),
            draw: Box::new(|plot| {
                let points =
                    || outcome.path.iter().enumerate().map(|(t, &x)| (t as f64, x));
                plot.curve(points(), Ink::One);
                plot.marks(points(), Shape::Circle, 3.0, Ink::One);
            }),
        };
        canvas.panels(300, vec![parabola, over_time]);
    }
}
