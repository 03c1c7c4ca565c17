//! The loss over steps at one half-life, and the last loss against the half-life.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::exponential_half_life::{Config, RATE};
use listings::experiments::schedule_curve::written;

/// Two panels: courses, and the sweep.
pub struct ExponentialHalfLife;

impl Figure for ExponentialHalfLife {
    const NAME: &'static str = "exponential-half-life";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["half_life", "steps"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "A steep and a flat direction, both noisy, from the rate {RATE}. First panel: the expected loss at your half-life of {} steps, at the best of the sweep, {}, \
             and at nearly no decay. Second panel: the loss after {} steps against the half-life. Yours ends at {}, {} times the best; the best ends at the rate {}.",
            written(outcome.chosen.half_life),
            written(outcome.best.half_life),
            outcome.steps,
            written(outcome.chosen.last),
            written(outcome.lost),
            written(outcome.best.last_rate),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "In the first panel, three losses over {} steps on a logarithmic axis, ending at {}, {} and {}. In the second, the last loss against the half-life: a valley with its \
             floor at {} steps.",
            outcome.steps,
            written(outcome.chosen.last),
            written(outcome.best.last),
            written(outcome.slow.last),
            written(outcome.best.half_life),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend(&[
            (Ink::One, "your half-life"),
            (Ink::Three, "the best"),
            (Ink::Two, "nearly no decay"),
        ]);
        let courses = Panel {
            title: "expected loss",
            x: Axis::linear("step t", 0.0..outcome.steps as f64),
            y: Axis::logarithmic("", 1e-3..10.0),
            draw: Box::new(move |plot| {
                for (course, ink) in [
                    (&outcome.slow, Ink::Two),
                    (&outcome.best, Ink::Three),
                    (&outcome.chosen, Ink::One),
                ] {
                    let points = course.losses.iter();
                    plot.curve(points.map(|&(step, loss)| (step as f64, loss)), ink);
                }
            }),
        };
        let sweep = Panel {
            title: "expected loss at the end",
            x: Axis::logarithmic("half-life in steps", 1.0..20_000.0),
            y: Axis::logarithmic("", 1e-3..10.0),
            draw: Box::new(move |plot| {
                plot.curve(outcome.sweep.iter().copied(), Ink::Text);
                let at = |half_life, last| [(half_life, last)];
                let (best, chosen) = (&outcome.best, &outcome.chosen);
                plot.rings(at(best.half_life, best.last), 6.0, Ink::Three);
                plot.points(at(chosen.half_life, chosen.last), 5.0, Ink::Accent);
            }),
        };
        canvas.panels(300, vec![courses, sweep]);
    }
}
