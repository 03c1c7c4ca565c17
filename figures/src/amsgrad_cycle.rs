//! Adam and AMSGrad on the problem whose rare gradient counts most.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::amsgrad_cycle::{Config, Path};
use listings::report::number;

/// One panel: x against steps.
pub struct AmsgradCycle;

impl Figure for AmsgradCycle {
    const NAME: &'static str = "amsgrad-cycle";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["large", "period", "beta1", "beta2"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "x over {} steps with gradients of {} every {} steps and −1 in between, a mean of {}: the best x is {}. Adam ends at {}, AMSGrad at {}.",
            outcome.steps,
            outcome.large,
            outcome.period,
            number(outcome.slope, 2),
            outcome.best(),
            number(outcome.adam.last, 2),
            number(outcome.amsgrad.last, 2),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "x against steps, from 0: Adam goes to {}, AMSGrad to {}; the best is {}.",
            number(outcome.adam.last, 2),
            number(outcome.amsgrad.last, 2),
            outcome.best(),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend(&[(Ink::One, "Adam"), (Ink::Two, "AMSGrad")]);
        let steps = outcome.steps as f64;
        let best = if outcome.slope > 0.0 { -1.0 } else { 1.0 };
        let panel = Panel {
            title: "x",
            x: Axis::linear("step t", 0.0..steps),
            y: Axis::linear("", -1.15..1.15),
            draw: Box::new(move |plot| {
                plot.line((0.0, best), (steps, best), Ink::Text);
                let curve = |path: &Path, ink| {
                    let every = steps / (path.shown.len() - 1) as f64;
                    let points = path.shown.iter().enumerate();
                    plot.curve(points.map(|(i, &x)| (i as f64 * every, x)), ink);
                };
                curve(&outcome.adam, Ink::One);
                curve(&outcome.amsgrad, Ink::Two);
            }),
        };
        canvas.panels(260, vec![panel]);
    }
}
