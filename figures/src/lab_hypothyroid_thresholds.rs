//! F₁ against the threshold, under three losses.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink, Shape};
use listings::experiments::lab_hypothyroid_thresholds::Config;
use listings::report::number;

/// Where the threshold is best, and where it was put.
pub struct LabHypothyroidThresholds;

const INKS: [Ink; 3] = [Ink::One, Ink::Two, Ink::Three];

impl Figure for LabHypothyroidThresholds {
    const NAME: &'static str = "lab-hypothyroid-thresholds";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["loss"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let of = outcome.curves.iter().map(|curve| {
            format!(
                "{}: {} at ½, {} with thresholds about {}",
                curve.loss,
                number(curve.half, 2),
                number(curve.chosen[1], 2),
                number(curve.chosen[0], 2)
            )
        });
        format!(
            "F₁ of the network on patients that were left out, as the threshold moves; means over repetitions. Disks: the thresholds that the validation \
             parts chose, at their mean, with the F₁ that they reached. {}.",
            of.collect::<Vec<_>>().join("; ")
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let of = outcome.curves.iter().map(|curve| {
            format!(
                "the curve of {} is highest at {}, with {}, and has {} at one half",
                curve.loss,
                number(curve.best[0], 2),
                number(curve.best[1], 2),
                number(curve.half, 2)
            )
        });
        format!(
            "Plot of F₁ against the threshold for three losses: {}.",
            of.collect::<Vec<_>>().join("; ")
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let curves = || outcome.curves.iter().zip(INKS);
        let entries: Vec<_> =
            curves().map(|(curve, ink)| (ink, curve.loss.as_str())).collect();
        canvas.legend(&entries);
        let panel = Panel {
            title: "F₁",
            x: Axis::linear("threshold on the probability", 0.0..1.0),
            y: Axis::linear("", 0.3..0.9),
            draw: Box::new(|plot| {
                plot.line((0.5, 0.3), (0.5, 0.9), Ink::Gray);
                for (curve, ink) in curves() {
                    plot.curve(curve.f1.iter().map(|&[x, y]| (x, y)), ink);
                }
                for (curve, ink) in curves() {
                    let [x, y] = curve.chosen;
                    plot.marks([(x, y)], Shape::Circle, 6.0, ink);
                }
            }),
        };
        canvas.panels(340, vec![panel]);
    }
}
