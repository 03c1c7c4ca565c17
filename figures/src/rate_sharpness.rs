//! Loss and largest curvature of a network under gradient descent.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::rate_sharpness::{Config, SAMPLES};
use listings::report::{Format, number};

/// The loss beside the curvature and its border.
pub struct RateSharpness;

fn state(outcome: &Outcome<RateSharpness>) -> String {
    if outcome.step == 0 {
        return "Nothing is measured yet".to_string();
    }
    if outcome.diverged {
        return "The loss went beyond a million".to_string();
    }
    format!(
        "The loss rose in {} of {} steps and is {}; the largest curvature was {} at the start, and {} in the last quarter of the steps so far",
        outcome.rises,
        outcome.step,
        number(outcome.loss, 3),
        number(outcome.first, 0),
        number(outcome.late, 0),
    )
}

impl Figure for RateSharpness {
    const NAME: &'static str = "rate-sharpness";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["rate", "steps", "seed"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "Full-batch descent on {SAMPLES} samples at η = {}, after {} of {} steps. {}. The level line of the curvatures is the border 2/η = {}.",
            Format::default().apply(outcome.rate),
            outcome.step,
            outcome.steps,
            state(outcome),
            number(outcome.border, 0),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "The loss by step, and the largest curvature by step with a line at {}. {}.",
            number(outcome.border, 0),
            state(outcome),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend(&[
            (Ink::One, "loss"),
            (Ink::Two, "largest curvature"),
            (Ink::Text, "2/η"),
        ]);
        let last = outcome.steps as f64;
        let loss = Panel {
            title: "log₁₀ of the loss",
            x: Axis::linear("step", 0.0..last),
            y: Axis::linear("", -4.0..4.0),
            draw: Box::new(|plot| {
                let every = outcome.losses.len().div_ceil(150).max(1);
                let points = outcome.losses.iter().step_by(every);
                let exponent = |loss: f64| loss.max(1e-300).log10().clamp(-4.0, 4.0);
                plot.curve(
                    points.map(|&(step, loss)| (step as f64, exponent(loss))),
                    Ink::One,
                );
            }),
        };
        let curvature = Panel {
            title: "largest curvature",
            x: Axis::linear("step", 0.0..last),
            y: Axis::logarithmic("", 0.5..300.0),
            draw: Box::new(move |plot| {
                plot.line((0.0, outcome.border), (last, outcome.border), Ink::Text);
                let points = outcome.curvatures.iter();
                plot.curve(
                    points.map(|&(step, value)| (step as f64, value.clamp(0.5, 300.0))),
                    Ink::Two,
                );
            }),
        };
        canvas.panels(300, vec![loss, curvature]);
    }
}
