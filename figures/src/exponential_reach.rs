//! What a rate that falls exponentially cannot reach, under two optimizers.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::exponential_reach::{Config, Course};
use listings::experiments::schedule_curve::written;
use listings::report::Format;

/// Two panels: gradient descent and Adam.
pub struct ExponentialReach;

const INKS: [Ink; 3] = [Ink::Two, Ink::One, Ink::Three];

impl Figure for ExponentialReach {
    const NAME: &'static str = "exponential-reach";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["factor", "initial", "start", "steps"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "Half of θ squared from θ = {}, no noise, η₀ = {}, γ = {} a step: all rates add up to {}. First panel: gradient descent; in all time the exponential decay \
             leaves the share {} of the start. Second panel: Adam; the band is what lies within the sum of all rates. After {} steps the exponential decay is at {} \
             and {}, the inverse time decay at {} and {}.",
            Format::default().apply(outcome.start),
            Format::default().apply(outcome.initial),
            Format::default().apply(outcome.factor),
            written(outcome.reach),
            written(outcome.left),
            outcome.steps,
            written(outcome.descent[1].last),
            written(outcome.adam[1].last),
            written(outcome.descent[2].last),
            written(outcome.adam[2].last),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "θ over {} steps under three schedules, for gradient descent and for Adam, from {} toward 0. The exponential decay stops at {} and {}, the others go on.",
            outcome.steps,
            Format::default().apply(outcome.start),
            written(outcome.descent[1].last),
            written(outcome.adam[1].last),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend(&[
            (INKS[0], "constant"),
            (INKS[1], "exponential"),
            (INKS[2], "inverse time"),
        ]);
        canvas.panels(
            290,
            vec![
                panel("θ, gradient descent", &outcome.descent, outcome, None),
                panel("θ, Adam", &outcome.adam, outcome, Some(outcome.reach)),
            ],
        );
    }
}

fn panel<'a>(
    title: &'a str,
    courses: &'a [Course; 3],
    outcome: &'a Outcome<ExponentialReach>,
    reach: Option<f64>,
) -> Panel<'a> {
    let (start, last) = (outcome.start, outcome.steps as f64);
    let (low, high) = (-0.15 * start, 1.05 * start);
    Panel {
        title,
        x: Axis::linear("step t", 0.0..last),
        y: Axis::linear("", low..high),
        draw: Box::new(move |plot| {
            if let Some(reach) = reach {
                let end = (start - reach).max(low);
                plot.rectangle((0.0, end), (last, start), Ink::One, 0.12);
            }
            plot.line((0.0, 0.0), (last, 0.0), Ink::Quiet);
            for (course, ink) in courses.iter().zip(INKS) {
                let points = course.path.iter();
                plot.curve(points.map(|&(step, theta)| (step as f64, theta)), ink);
            }
        }),
    }
}
