//! The error of a difference over its step: a V for each kind.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink, Sample, Shape};
use listings::experiments::gradient_check_step::{Config, Errors};
use listings::report::Format;
use plotters::style::text_anchor::HPos;

/// One panel, both axes in powers of ten.
pub struct GradientCheckStep;

fn power(value: f64) -> String {
    ".0e".parse::<Format>().expect("a format").apply(value)
}

/// The lowest error in the picture, in powers of ten: a difference that happens to be exact is drawn there.
const FLOOR: f64 = -17.0;

fn logarithms(errors: &Errors) -> impl Iterator<Item = (f64, f64)> + '_ {
    let lowest = 10f64.powi(FLOOR as i32);
    errors.points.iter().map(move |&(h, error)| (h.log10(), error.max(lowest).log10()))
}

impl Figure for GradientCheckStep {
    const NAME: &'static str = "gradient-check-step";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["loss", "size", "single"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let precision = if outcome.single { "single" } else { "double" };
        format!(
            "Relative error of a derivative by differences: {}, θ = {}, {precision} precision. Right arm: the curve of the loss; left arm: \
             rounding, divided by h. The least typical error of the forward difference is {}, at h = {}; of the central one {}, at h = {}. \
             Vertical lines: √ε and ∛ε times the size of θ. A central difference with h = ∛ε, whatever the size, has an error of {}.",
            outcome.loss,
            Format::default().apply((outcome.theta * 1e6).round() / 1e6),
            power(outcome.forward.best.1),
            power(outcome.forward.best.0),
            power(outcome.central.best.1),
            power(outcome.central.best.0),
            power(outcome.central.unscaled),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "Two curves shaped like a V over the step h, both axes logarithmic. The forward difference is best near h = {} with an error of {}, the \
             central difference near h = {} with {}. At the smallest step the errors are {} and {}.",
            power(outcome.forward.best.0),
            power(outcome.forward.best.1),
            power(outcome.central.best.0),
            power(outcome.central.best.1),
            power(outcome.forward.smallest),
            power(outcome.central.smallest),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend_of(&[
            (Sample::Line, Ink::Two, "forward difference"),
            (Sample::Line, Ink::One, "central difference"),
            (Sample::Mark(Shape::Circle), Ink::Accent, "least typical error"),
        ]);
        // The range follows θ: the picture stays, its numbers move.
        let shift = outcome.size.log10();
        let panel = Panel {
            title: "log₁₀ of the relative error",
            x: Axis::linear("log₁₀ of the step h", shift - 15.0..shift),
            y: Axis::linear("", FLOOR..2.0),
            draw: Box::new(move |plot| {
                let rules = [
                    (&outcome.forward, "√ε", Ink::Two, HPos::Right, -0.15),
                    (&outcome.central, "∛ε", Ink::One, HPos::Left, 0.15),
                ];
                for (errors, name, ink, side, beside) in rules {
                    let h = errors.rule.0.log10();
                    plot.line((h, FLOOR), (h, 2.0), Ink::Gray);
                    plot.label((h + beside, 1.2), name, side, Ink::Text);
                    plot.curve(logarithms(errors), ink);
                }
                for errors in [&outcome.forward, &outcome.central] {
                    let lowest = 10f64.powi(FLOOR as i32);
                    let (h, error) = errors.best;
                    let at = (h.log10(), error.max(lowest).log10());
                    plot.points([at], 5.0, Ink::Accent);
                }
            }),
        };
        canvas.panels(330, vec![panel]);
    }
}
