//! A schedule from parts, and two networks in training.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::compare_composer::{Config, Trained};
use listings::experiments::schedule_curve::written;
use listings::report::number;

/// Rates beside losses.
pub struct CompareComposer;

fn ended(name: &str, trained: &Trained) -> String {
    let end = if trained.diverged { " when it diverged" } else { "" };
    format!(
        "{name} {} in training and {} on test points{end}",
        number(trained.training_loss, 3),
        number(trained.test_loss, 3)
    )
}

fn losses(outcome: &Outcome<CompareComposer>) -> String {
    format!(
        "After {} of {} updates: {}; {}",
        outcome.step,
        outcome.steps,
        ended("under the schedule", &outcome.scheduled),
        ended("at the constant rate", &outcome.plain)
    )
}

impl Figure for CompareComposer {
    const NAME: &'static str = "compare-composer";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &[
            "body", "rate", "warmup", "from", "length", "factor", "finish", "scale",
            "least", "most", "constant", "seed",
        ]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "A schedule around {}: initial rate {}, peak {}, final {}, mean {}, sum {}. {}. In Rust: {}",
            outcome.body,
            written(outcome.curve.initial),
            written(outcome.curve.greatest),
            written(outcome.curve.last),
            written(outcome.curve.mean),
            written(outcome.sum),
            losses(outcome),
            outcome.code.join(" ")
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "A plot of two rates against updates, {} from {} to {} with a peak of {}, and a constant {}; beside it \
             the test losses of both networks. {}.",
            outcome.body,
            written(outcome.curve.initial),
            written(outcome.curve.last),
            written(outcome.curve.greatest),
            written(outcome.constant),
            losses(outcome)
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend(&[(Ink::Two, "the schedule"), (Ink::One, "the constant rate")]);
        let highest = 1.08 * outcome.curve.greatest.max(outcome.constant);
        let steps = outcome.steps as f64;
        let rates = Panel {
            title: "rate",
            x: Axis::linear("update", 0.0..steps),
            y: Axis::linear("", 0.0..highest),
            draw: Box::new(move |plot| {
                // Where the run stands.
                let now = outcome.step as f64;
                plot.line((now, 0.0), (now, highest), Ink::Gray);
                plot.curve(
                    [(0.0, outcome.constant), (steps, outcome.constant)],
                    Ink::One,
                );
                plot.curve(outcome.curve.points(), Ink::Two);
            }),
        };
        let losses = Panel {
            title: "test loss",
            x: Axis::linear("update", 0.0..steps),
            y: Axis::linear("", 0.2..0.6),
            draw: Box::new(move |plot| {
                for (losses, ink) in
                    [(&outcome.plain.test, Ink::One), (&outcome.scheduled.test, Ink::Two)]
                {
                    let points = losses.iter().enumerate();
                    plot.curve(points.map(|(at, &loss)| (10.0 * at as f64, loss)), ink);
                }
            }),
        };
        canvas.panels(300, vec![rates, losses]);
    }
}
