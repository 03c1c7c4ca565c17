//! A large rate, a small one, and one after the other, on a noisy quadratic.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::schedule_plot::{Rates, schedule_panel};
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::rate_large_then_small::Config;
use listings::experiments::schedule_curve::written;

/// Expected losses beside the rates.
pub struct RateLargeThenSmall;

impl Figure for RateLargeThenSmall {
    const NAME: &'static str = "rate-large-then-small";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["large", "small", "switch", "noise", "seed"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "First panel: the expected loss on a quadratic of curvatures 1 and 10, noise {}; gray, one walk of the third. After {} steps it is {} at the large rate, {} at \
             the small one, and {} with the switch at step {}. Second panel: the rates; that of the third runs {}.",
            written(outcome.noise),
            outcome.steps,
            written(outcome.large.last),
            written(outcome.small.last),
            written(outcome.then.last),
            outcome.switch,
            outcome.then.schedule.in_words(),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "Three expected losses by step and three rates by step. From {} at the start the loss falls to {} at the large rate, {} at the small one and {} \
             with the switch at step {}.",
            written(outcome.first),
            written(outcome.large.last),
            written(outcome.small.last),
            written(outcome.then.last),
            outcome.switch,
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let runs = [
            (&outcome.large, Ink::Two, "large throughout"),
            (&outcome.small, Ink::Three, "small throughout"),
            (&outcome.then, Ink::One, "large, then small"),
        ];
        canvas.legend(&runs.map(|(_, ink, name)| (ink, name)));
        let exponent = |loss: f64| loss.max(1e-300).log10().clamp(-4.0, 3.0);
        let losses = Panel {
            title: "log₁₀ of the expected loss",
            x: Axis::linear("step", 0.0..outcome.steps as f64),
            y: Axis::linear("", -4.0..3.0),
            draw: Box::new(move |plot| {
                let walk = outcome.walk.iter();
                plot.curve(walk.map(|&(step, loss)| (step, exponent(loss))), Ink::Gray);
                for (run, ink, _) in runs {
                    let points = run.losses.iter().enumerate().step_by(2);
                    plot.curve(points.map(|(t, &loss)| (t as f64, exponent(loss))), ink);
                }
            }),
        };
        let curves = runs.map(|(run, ink, _)| (ink, &run.schedule));
        let rates = schedule_panel(
            "rate η",
            "step",
            curves.to_vec(),
            vec![outcome.switch.min(outcome.steps)],
            Rates::Decades(3),
        );
        canvas.panels(310, vec![losses, rates]);
    }
}
