//! Gradients of batches about the gradient of all points, and their variance against the
//! size of a batch.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink, Sample, Shape};
use listings::experiments::batch_noise::Config;
use listings::report::{Format, number};

/// Two panels: the cloud, and the variance.
pub struct BatchNoise;

impl Figure for BatchNoise {
    const NAME: &'static str = "batch-noise";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["batch", "replacement", "slope", "intercept", "seed"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "First panel: the gradients of 200 batches of {} drawn {} replacement; the arrow is that of all points, ({}, {}). {} of the batches lead uphill. Second panel: \
             measured variance against batch size, and the two formulas as lines. At b = {} it is {} against {} from the formula; its root is {} of the \
             gradient's size.",
            outcome.batch,
            if outcome.replacement { "with" } else { "without" },
            number(outcome.full[0], 2),
            number(outcome.full[1], 2),
            Format::percent(0).apply(outcome.uphill),
            outcome.batch,
            number(outcome.measured, 3),
            number(outcome.formula, 3),
            Format::percent(0).apply(outcome.relative),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let first = &outcome.sweep[0];
        let middle = &outcome.sweep[5];
        format!(
            "A cloud of gradients about an arrow, and variance against batch size on logarithmic axes: with replacement a straight line from {} at 1 to \
             {} at 32, without replacement the same at first and zero at all {} points.",
            number(first.with[0], 2),
            number(middle.with[0], 3),
            200,
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend_of(&[
            (Sample::Mark(Shape::Circle), Ink::One, "gradient of a batch"),
            (Sample::Line, Ink::Accent, "gradient of all"),
            (Sample::Mark(Shape::Square), Ink::Two, "with replacement"),
            (Sample::Mark(Shape::Triangle), Ink::Three, "without"),
        ]);
        let full = (outcome.full[0], outcome.full[1]);
        let cloud = Panel {
            title: "∂L/∂b",
            x: Axis::linear("∂L/∂w", -8.0..8.0),
            y: Axis::linear("", -6.0..6.0),
            draw: Box::new(move |plot| {
                plot.marks(outcome.cloud.iter().copied(), Shape::Circle, 2.0, Ink::One);
                plot.arrow((0.0, 0.0), full, Ink::Accent);
            }),
        };
        let variance = Panel {
            title: "variance of the gradient",
            x: Axis::logarithmic("batch size b", 1.0..250.0),
            y: Axis::logarithmic("", 1e-3..100.0),
            draw: Box::new(|plot| {
                let points =
                    |pick: fn(&listings::experiments::batch_noise::Row) -> f64| {
                        outcome.sweep.iter().map(move |row| (row.size as f64, pick(row)))
                    };
                // A variance of zero has no logarithm.
                let above = |(_, value): &(f64, f64)| *value > 1e-20;
                plot.curve(points(|row| row.with[1]), Ink::Gray);
                plot.curve(points(|row| row.without[1]).filter(above), Ink::Gray);
                let with = points(|row| row.with[0]);
                plot.marks(with, Shape::Square, 4.0, Ink::Two);
                let without = points(|row| row.without[0]).filter(above);
                plot.marks(without, Shape::Triangle, 4.0, Ink::Three);
                if outcome.measured > 1e-20 {
                    let here = (outcome.batch as f64, outcome.measured);
                    plot.rings([here], 7.0, Ink::Accent);
                }
            }),
        };
        canvas.panels(300, vec![cloud, variance]);
    }
}
