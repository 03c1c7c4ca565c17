//! Two networks in training on a rare class: their boundaries, and what they find.

use crate::canvas::{Panel, Sample};
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink, Shape};
use listings::experiments::imbalance_boundary::{Config, HALF_SIDE, Network};
use listings::report::number;

/// Three panels: a boundary each, and the parts found along the epochs.
pub struct ImbalanceBoundary;

impl Figure for ImbalanceBoundary {
    const NAME: &'static str = "imbalance-boundary";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["gamma", "share", "seed"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "Two networks from the same start on the same thousand samples, {} % of class 1, after {} epochs. Shaded: where class 1 is \
             predicted; thin lines: where its probability is ¼ and ¾. Found of class 1: {} % (cross-entropy), {} % (focal, γ = {}); of class 0: \
             {} % and {} %. Mean confidence: {} and {}.",
            number(100.0 * outcome.share, 0),
            outcome.epoch,
            number(100.0 * outcome.cross_entropy.last_minority_recall, 0),
            number(100.0 * outcome.focal.last_minority_recall, 0),
            number(outcome.gamma, 1),
            number(100.0 * outcome.cross_entropy.last_majority_recall, 1),
            number(100.0 * outcome.focal.last_majority_recall, 1),
            number(outcome.cross_entropy.confidence, 2),
            number(outcome.focal.confidence, 2),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "Two maps of the plane with samples of a large and a small class, each with the region that a network gives to the small class, \
             and a plot of the part found of each class over {} epochs. Cross-entropy ends at {} of class 1, the focal loss at {}.",
            outcome.epoch,
            number(outcome.cross_entropy.last_minority_recall, 2),
            number(outcome.focal.last_minority_recall, 2),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend_of(&[
            (Sample::Mark(Shape::Circle), Ink::One, "class 0, one of five"),
            (Sample::Mark(Shape::Square), Ink::Two, "class 1"),
            (Sample::Region(0.25), Ink::Two, "class 1 predicted"),
        ]);
        let map = |title, network: &'_ Network| -> Panel<'_> {
            let field = network.probability.clone();
            Panel {
                title,
                x: Axis::linear("x₁", -HALF_SIDE..HALF_SIDE),
                y: Axis::linear("", -HALF_SIDE..HALF_SIDE),
                draw: Box::new(move |plot| {
                    plot.region(&field, 0.5, Ink::Two, 0.25);
                    plot.contours(&field, &[0.25, 0.75], Ink::Text);
                    let (majority, minority) = (&outcome.majority, &outcome.minority);
                    plot.marks(majority.iter().copied(), Shape::Circle, 2.0, Ink::One);
                    plot.marks(minority.iter().copied(), Shape::Square, 2.0, Ink::Two);
                }),
            }
        };
        canvas.panels(
            330,
            vec![
                map("cross-entropy: x₂", &outcome.cross_entropy),
                map("focal: x₂", &outcome.focal),
            ],
        );
        canvas.legend(&[
            (Ink::One, "found of class 0, cross-entropy"),
            (Ink::Three, "the same, focal"),
            (Ink::Two, "found of class 1, cross-entropy"),
            (Ink::Four, "the same, focal"),
        ]);
        let recalls = Panel {
            title: "part found",
            x: Axis::linear("epoch", 0.0..100.0),
            y: Axis::linear("", 0.0..1.02),
            draw: Box::new(|plot| {
                for (ink, recalls) in [
                    (Ink::One, &outcome.cross_entropy.majority_recall),
                    (Ink::Three, &outcome.focal.majority_recall),
                    (Ink::Two, &outcome.cross_entropy.minority_recall),
                    (Ink::Four, &outcome.focal.minority_recall),
                ] {
                    let points = recalls.iter().enumerate();
                    plot.curve(points.map(|(epoch, &part)| (epoch as f64, part)), ink);
                }
            }),
        };
        canvas.panels(220, vec![recalls]);
    }
}
