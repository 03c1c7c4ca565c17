//! A function with a kink and the line through two points of it, beside the slopes of code and check.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Handle, Ink};
use listings::experiments::gradient_check_kink::Config;
use listings::report::number;

/// Two panels.
pub struct GradientCheckKink;

impl Figure for GradientCheckKink {
    const NAME: &'static str = "gradient-check-kink";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["function", "place", "step"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let verdict = if outcome.meets {
            "The kink is within h, and the check asks about both of its sides"
        } else {
            "The kink is farther away than h, and they agree"
        };
        format!(
            "{}, with its kink at 0. First panel: the slope of the code at x = {} (drag the dot), and the line through x ± h with h = {}. Second panel: \
             both slopes at every place. The code says {}, the check {}. {verdict}.",
            outcome.function,
            number(outcome.place, 2),
            number(outcome.step, 3),
            number(outcome.code, 2),
            number(outcome.check, 2),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "The graph of a function with a kink at 0 ({}), a tangent of slope {} at {} and a secant of slope {}. Beside it the slope of the code \
             and the slope of the check, which differ within {} of the kink.",
            outcome.function,
            number(outcome.code, 2),
            number(outcome.place, 2),
            number(outcome.check, 2),
            number(outcome.step, 3),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend(&[
            (Ink::Text, "the function"),
            (Ink::One, "slope of the code"),
            (Ink::Two, "central difference"),
        ]);
        let at = (outcome.place, outcome.value);
        let function = Panel {
            title: "f(x)",
            x: Axis::linear("x", -0.6..0.6),
            y: Axis::linear("", -0.5..0.7),
            draw: Box::new(move |plot| {
                plot.curve(outcome.curve.iter().copied(), Ink::Text);
                let (x, value) = at;
                plot.straight(outcome.code, value - outcome.code * x, Ink::One);
                let middle = 0.5 * (outcome.ends[0] + outcome.ends[1]);
                plot.straight(outcome.check, middle - outcome.check * x, Ink::Two);
                let ends = [x - outcome.step, x + outcome.step];
                plot.points(ends.into_iter().zip(outcome.ends), 4.0, Ink::Two);
                plot.handle(Handle { at, x: Some("place"), y: None });
            }),
        };
        let slopes = Panel {
            title: "slope",
            x: Axis::linear("x", -0.6..0.6),
            y: Axis::linear("", -1.2..1.2),
            draw: Box::new(move |plot| {
                plot.line((outcome.place, -1.2), (outcome.place, 1.2), Ink::Gray);
                for part in &outcome.codes {
                    plot.curve(part.iter().copied(), Ink::One);
                }
                plot.curve(outcome.checks.iter().copied(), Ink::Two);
                plot.points([(outcome.place, outcome.code)], 4.5, Ink::One);
                plot.points([(outcome.place, outcome.check)], 4.5, Ink::Two);
            }),
        };
        canvas.panels(290, vec![function, slopes]);
    }
}
