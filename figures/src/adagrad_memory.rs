//! AdaGrad's rate and its distance to a minimum that stands still, is seen through noise,
//! or moves.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::adagrad_memory::{Config, Course, LAST_STEP};
use listings::report::number;

/// Two panels over the logarithm of the step.
pub struct AdaGradMemory;

const INKS: [Ink; 3] = [Ink::Three, Ink::One, Ink::Two];

impl Figure for AdaGradMemory {
    const NAME: &'static str = "adagrad-memory";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["rate", "noise", "period", "seed"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "AdaGrad at η = {} on three minima: one stands still, one is seen through noise of σ = {}, one goes around a circle of radius 2 in {} steps. After {} \
             steps the rates are {}, {} and {}, and the distances to the minimum {}, {} and {}.",
            number(outcome.rate, 1),
            number(outcome.noise, 2),
            number(outcome.period, 0),
            LAST_STEP,
            number(outcome.still.last_rate, 4),
            number(outcome.noisy.last_rate, 4),
            number(outcome.drifting.last_rate, 4),
            number(outcome.still.last_distance, 4),
            number(outcome.noisy.last_distance, 4),
            number(outcome.drifting.last_distance, 4),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let parts = outcome.courses().map(|(name, course)| {
            format!(
                "where the minimum {name}, from {} to {}",
                number(course.distances[0], 2),
                number(course.last_distance, 4)
            )
        });
        format!(
            "Two plots over the step from 1 to {LAST_STEP}, all axes logarithmic: AdaGrad's rate, which never rises, and the distance to the minimum, which goes: {}.",
            parts.join("; ")
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let names = ["stands still", "seen through noise", "moves"];
        let entries: Vec<_> = INKS.into_iter().zip(names).collect();
        canvas.legend(&entries);
        let panel =
            |title, range: std::ops::Range<f64>, of: fn(&Course) -> &Vec<f64>| Panel {
                title,
                x: Axis::logarithmic("step", 1.0..2.0 * LAST_STEP as f64),
                y: Axis::logarithmic("", range),
                draw: Box::new(move |plot: &crate::Plot| {
                    for (ink, (_, course)) in INKS.into_iter().zip(outcome.courses()) {
                        let steps = outcome.steps.iter().map(|&step| step as f64);
                        plot.curve(steps.zip(of(course).iter().copied()), ink);
                    }
                }) as Box<dyn Fn(&crate::Plot)>,
            };
        canvas.panels(
            300,
            vec![
                panel("rate η/√G₁", 1e-3..10.0, |course| &course.rates),
                panel("distance to the minimum", 1e-3..10.0, |course| &course.distances),
            ],
        );
    }
}
