//! Six runs, each with the step at which it passes a test of convergence.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink, Sample, Shape};
use listings::experiments::loop_converged::{Config, STEPS};

/// Six losses by step.
pub struct LoopConverged;

fn said(outcome: &Outcome<LoopConverged>) -> String {
    let each = outcome.all().map(|walk| match walk.passed_at {
        Some(step) => format!("{}: step {step}", walk.name),
        None => format!("{}: never", walk.name),
    });
    let (passed, right) = outcome.passed;
    format!(
        "Patience {}, min_delta {}. {}. Passed: {passed}; of these within two hundredths of the least loss: {right}.",
        outcome.patience,
        outcome.min_delta,
        each.join("; ")
    )
}

impl Figure for LoopConverged {
    const NAME: &'static str = "loop-converged";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["patience", "min_delta", "seed"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!("Six runs, each with a dot where it passes the test. {}", said(outcome))
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "Six plots of the logarithm of a loss against the step, with a dot each. {}",
            said(outcome)
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend_of(&[
            (Sample::Line, Ink::One, "log₁₀ of the loss"),
            (Sample::Mark(Shape::Circle), Ink::Accent, "passes the test"),
        ]);
        let height = |loss: f64| loss.max(1e-4).log10();
        let panels = outcome.all().map(|walk| Panel {
            title: walk.name,
            x: Axis { values: 4, ..Axis::linear("step", 0.0..STEPS as f64) },
            y: Axis { values: 5, ..Axis::linear("", -4.0..4.0) },
            draw: Box::new(move |plot| {
                // Every fifth: what swings between two values would else be a bar.
                let points = walk.losses.iter().enumerate().step_by(5);
                plot.curve(points.map(|(step, &l)| (step as f64, height(l))), Ink::One);
                if let Some(step) = walk.passed_at {
                    let at = (step as f64, height(walk.losses[step]));
                    plot.points([at], 4.5, Ink::Accent);
                }
            }),
        });
        canvas.grid(200, 3, panels.into_iter().collect());
    }
}
