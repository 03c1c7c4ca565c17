//! Six schedules on a noisy parabola, over steps on logarithmic axes.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::exponential_robbins_monro::Config;
use listings::experiments::schedule_curve::written;
use listings::report::Format;

/// One panel of expected losses.
pub struct ExponentialRobbinsMonro;

const INKS: [Ink; 6] = [Ink::Text, Ink::Two, Ink::One, Ink::Three, Ink::Four, Ink::Five];

impl Figure for ExponentialRobbinsMonro {
    const NAME: &'static str = "exponential-robbins-monro";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["initial", "deviation", "steps"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let lasts: Vec<String> = outcome
            .rows
            .iter()
            .map(|row| format!("{}: {}", row.name, written(row.last)))
            .collect();
        format!(
            "The expected loss on a noisy parabola from θ = 10, η₀ = {}, σ = {}. After {} steps: {}. The lowest is that of {}.",
            Format::default().apply(outcome.initial),
            Format::default().apply(outcome.deviation),
            outcome.steps,
            lasts.join("; "),
            outcome.best,
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "Six falling losses over {} steps on logarithmic axes. The constant rate and the fast exponential level off at {} and {}; inverse time and inverse \
             square root fall on to {} and {}; the two that know the end fall late, to {} and {}.",
            outcome.steps,
            written(outcome.rows[0].last),
            written(outcome.rows[1].last),
            written(outcome.rows[3].last),
            written(outcome.rows[4].last),
            written(outcome.rows[2].last),
            written(outcome.rows[5].last),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let legend: Vec<(Ink, &str)> =
            INKS.into_iter().zip(outcome.rows.iter().map(|row| row.name)).collect();
        canvas.legend(&legend);
        let lowest = outcome.rows.iter().map(|row| row.last).fold(1e-2, f64::min);
        let low = lowest.max(1e-12).log10().floor();
        canvas.panels(
            340,
            vec![Panel {
                title: "log₁₀ of the expected loss",
                // A little more than the run: the last value on the axis has room.
                x: Axis::logarithmic("step t", 1.0..1.5 * outcome.steps as f64),
                y: Axis::linear("", low..2.0),
                draw: Box::new(move |plot| {
                    for (row, ink) in outcome.rows.iter().zip(INKS) {
                        let points = row.losses.iter();
                        plot.curve(
                            points.map(|&(step, loss)| (step as f64, loss.log10())),
                            ink,
                        );
                    }
                }),
            }],
        );
    }
}
