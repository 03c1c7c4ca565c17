//! The decay that a weight gets, against the size of its gradients.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::decay_per_coordinate::Config;
use listings::report::{Format, number};

/// One panel, both axes logarithmic.
pub struct DecayPerCoordinate;

impl Figure for DecayPerCoordinate {
    const NAME: &'static str = "decay-per-coordinate";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["decay", "seed"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let last = outcome.sizes.len() - 1;
        format!(
            "The decay that a weight gets over λ = {}, measured over {} steps of noise at η = {}. AdamW: {} and {} at the two ends. L2 in Adam: {} and \
             {}, a factor of {}.",
            Format::default().apply(outcome.decay),
            outcome.steps,
            Format::default().apply(outcome.rate),
            number(outcome.adamw[0], 2),
            number(outcome.adamw[last], 2),
            number(outcome.l2[0], 2),
            number(outcome.l2[last], 3),
            number(outcome.spread, 0),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let last = outcome.sizes.len() - 1;
        format!(
            "The decay of a weight over λ against the size of its gradients, from {} to {}, on logarithmic axes: a level line at 1 for AdamW; for L2 in \
             Adam a curve that is level at {} on the left and falls to {} on the right.",
            outcome.sizes[0],
            outcome.sizes[last],
            number(outcome.l2[0], 1),
            number(outcome.l2[last], 2),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend(&[
            (Ink::One, "L2 in Adam"),
            (Ink::Two, "AdamW"),
            (Ink::Gray, "1/√(σ² + λ²)"),
        ]);
        let panel = Panel {
            title: "decay of a weight / λ",
            x: Axis::logarithmic("size σ of its gradients", 0.01..100.0),
            y: Axis::logarithmic("", 0.005..200.0),
            draw: Box::new(|plot| {
                let points = |values: &[f64]| -> Vec<(f64, f64)> {
                    outcome.sizes.iter().copied().zip(values.iter().copied()).collect()
                };
                plot.curve(points(&outcome.expected), Ink::Gray);
                for (values, ink) in [(&outcome.l2, Ink::One), (&outcome.adamw, Ink::Two)]
                {
                    plot.curve(points(values), ink);
                    plot.points(points(values), 3.0, ink);
                }
            }),
        };
        canvas.panels(300, vec![panel]);
    }
}
