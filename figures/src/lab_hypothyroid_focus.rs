//! A measure against the focus γ, with intervals.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink, Shape};
use listings::experiments::lab_hypothyroid_focus::{Config, Point};
use listings::report::number;

/// What focus does.
pub struct LabHypothyroidFocus;

fn ends(point: &Point) -> [f64; 2] {
    let half = point.of.half_width.unwrap_or(0.0);
    [point.of.mean - half, point.of.mean + half]
}

impl Figure for LabHypothyroidFocus {
    const NAME: &'static str = "lab-hypothyroid-focus";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["measure"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let last = outcome.points.last().expect("there are focal losses");
        format!(
            "The {} of the network against the focus γ of the focal loss, with 95 % intervals over repetitions; γ = 0 is cross-entropy. Disks: a \
             difference to cross-entropy that Holm's steps leave as noise; crosses: one that is not. At γ = {} it is {} ({}).",
            outcome.measure,
            number(last.gamma, 0),
            number(last.of.mean, 3),
            last.verdict
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let of = outcome.points.iter().map(|point| {
            format!("{} at γ = {}", number(point.of.mean, 3), number(point.gamma, 1))
        });
        format!(
            "Plot of the {} against γ, with intervals: {}.",
            outcome.measure,
            of.collect::<Vec<_>>().join(", ")
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let points = &outcome.points;
        let all = || points.iter().flat_map(ends);
        let low = all().fold(f64::INFINITY, f64::min);
        let high = all().fold(f64::NEG_INFINITY, f64::max);
        let room = 0.15 * (high - low);
        let panel = Panel {
            title: outcome.measure,
            x: Axis::linear("focus γ", -0.3..5.3),
            y: Axis::linear("", low - room..high + room),
            draw: Box::new(|plot| {
                plot.curve(points.iter().map(|p| (p.gamma, p.of.mean)), Ink::Gray);
                for point in points {
                    let [low, high] = ends(point);
                    plot.curve([(point.gamma, low), (point.gamma, high)], Ink::One);
                    let is_noise = ["–", "noise"].contains(&point.verdict);
                    let shape = if is_noise { Shape::Circle } else { Shape::Cross };
                    plot.marks([(point.gamma, point.of.mean)], shape, 6.0, Ink::One);
                }
            }),
        };
        canvas.panels(300, vec![panel]);
    }
}
