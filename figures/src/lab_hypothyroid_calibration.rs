//! Reliability of three losses, as they come out and undone.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::lab_hypothyroid_calibration::Config;
use listings::labs::hypothyroid::Diagram;
use listings::report::number;

/// Predicted against actual shares of the ill.
pub struct LabHypothyroidCalibration;

const INKS: [Ink; 3] = [Ink::One, Ink::Two, Ink::Three];

fn panel<'a>(
    title: &'a str,
    diagrams: &'a [Diagram],
    of: fn(&Diagram) -> &[[f64; 2]],
) -> Panel<'a> {
    Panel {
        title,
        x: Axis::linear("mean probability", 0.0..1.0),
        y: Axis::linear("", 0.0..1.0),
        draw: Box::new(move |plot| {
            plot.straight(1.0, 0.0, Ink::Gray);
            for (diagram, ink) in diagrams.iter().zip(INKS) {
                let points = || of(diagram).iter().map(|&[x, y]| (x, y));
                plot.curve(points(), ink);
                plot.points(points(), 3.5, ink);
            }
        }),
    }
}

impl Figure for LabHypothyroidCalibration {
    const NAME: &'static str = "lab-hypothyroid-calibration";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["loss"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let of = outcome.diagrams.iter().map(|diagram| {
            let raw = number(diagram.error, 3);
            match diagram.undone_error {
                Some(undone) => {
                    format!("{}: {raw}, undone {}", diagram.loss, number(undone, 3))
                }
                None => format!("{}: {raw}, with no formula to undo it", diagram.loss),
            }
        });
        format!(
            "Share of the ill against the mean probability in ten bins, for the network on patients that were left out, all repetitions together; the \
             diagonal is what a probability promises. First panel: as they come out; second panel: with the loss undone. Calibration \
             errors: {}.",
            of.collect::<Vec<_>>().join("; ")
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let of = outcome.diagrams.iter().map(|diagram| {
            let below = diagram.raw.iter().filter(|[p, share]| share < p).count();
            format!(
                "{} is below the diagonal in {below} of {} bins as it comes out",
                diagram.loss,
                diagram.raw.len()
            )
        });
        format!(
            "Two reliability diagrams with three losses. {}.",
            of.collect::<Vec<_>>().join("; ")
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let diagrams = &outcome.diagrams;
        let named = diagrams.iter().zip(INKS);
        let entries: Vec<_> =
            named.map(|(diagram, ink)| (ink, diagram.loss.as_str())).collect();
        canvas.legend(&entries);
        canvas.panels(
            320,
            vec![
                panel("share of the ill, raw", diagrams, |diagram| &diagram.raw),
                panel("share of the ill, undone", diagrams, |diagram| &diagram.undone),
            ],
        );
    }
}
