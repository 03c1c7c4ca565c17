//! One cycle of the rate, of the momentum, and of both together.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::cyclical_one_cycle::Config;
use listings::report::{Format, number};

/// Three panels over the same steps.
pub struct CyclicalOneCycle;

fn short(rate: f64) -> String {
    let format: Format = ".1e".parse().expect("a format");
    format.apply(rate)
}

impl Figure for CyclicalOneCycle {
    const NAME: &'static str = "cyclical-one-cycle";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["most", "steps", "rise", "below", "further", "linear", "three_phases"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "One cycle of {} steps: the rate, the momentum, and the length of a step under a steady gradient. The rate is {} at first, {} at its top, at step {}, and {} at \
             last; its mean is {}. From first to top it grows {} times, and η / (1 − β) {} times.",
            outcome.steps,
            short(outcome.initial),
            short(outcome.most),
            outcome.top,
            short(outcome.last),
            number(outcome.mean, 4),
            number(outcome.growth, 1),
            number(outcome.growth_together, 1),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "Three curves over {} steps. The rate rises from {} to its top at step {} and falls to {}. The momentum falls from 0.95 to 0.85 and rises \
             again. The third, η over 1 − β, has the shape of the rate, flatter at its top, where it is {}.",
            outcome.steps,
            short(outcome.initial),
            outcome.top,
            short(outcome.last),
            number(outcome.largest_together, 2),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let steps = outcome.steps as f64;
        let panel = |title, points: &[(f64, f64)], range: std::ops::Range<f64>, ink| {
            let points = points.to_vec();
            Panel {
                title,
                x: Axis::linear("step", 0.0..steps),
                y: Axis::linear("", range),
                draw: Box::new(move |plot: &crate::Plot| {
                    plot.curve(points.iter().copied(), ink);
                }),
            }
        };
        let together = 0.0..1.05 * outcome.largest_together;
        canvas.panels(
            230,
            vec![
                panel("rate η", &outcome.rates, 0.0..1.05 * outcome.most, Ink::One),
                panel("momentum β", &outcome.betas, 0.84..0.96, Ink::Two),
                panel("η / (1 − β)", &outcome.together, together, Ink::Three),
            ],
        );
    }
}
