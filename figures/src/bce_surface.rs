//! Cross-entropy over two weights, beside the points and the border they make.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Handle, Ink, Sample, Shape};
use listings::experiments::bce_surface::Config;
use listings::report::{Format, number};

/// Contours of the surface beside two clouds of points.
pub struct BceSurface;

impl Figure for BceSurface {
    const NAME: &'static str = "bce-surface";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["w1", "w2", "bias", "spread", "seed"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let least = match outcome.best {
            Some((w1, w2)) => {
                format!("The least loss is at ({}, {}), the ring.", number(w1, 2), number(w2, 2))
            }
            None => "There is no least loss: some direction separates the clouds, and along it the loss falls forever.".to_string(),
        };
        format!(
            "First panel: the loss of every pair of weights at the bias {}; drag the dot; the arrow points against the gradient, whose size is {}. \
             Second panel: the points, and the side on which class 1 is predicted. At ({}, {}) the loss is {}, and {} are on their side. {least}",
            number(outcome.bias, 1),
            number(outcome.gradient.0.hypot(outcome.gradient.1), 3),
            number(outcome.weights.0, 1),
            number(outcome.weights.1, 1),
            number(outcome.loss, 3),
            Format::percent(0).apply(outcome.accuracy),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let outward: Vec<String> =
            outcome.outward.iter().map(|&(_, loss)| number(loss, 4)).collect();
        format!(
            "Contours of cross-entropy over two weights from −2 to 6. Along w₁ = w₂ = 1, 2, 4, 8, 16 the loss is {}. Beside it two clouds of \
             fifty points of spread {}, of which {} are on their side of a straight border.",
            outward.join(", "),
            number(outcome.spread, 1),
            Format::percent(0).apply(outcome.accuracy),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend_of(&[
            (Sample::Mark(Shape::Circle), Ink::One, "class 0"),
            (Sample::Mark(Shape::Square), Ink::Two, "class 1"),
            (Sample::Region(0.15), Ink::Two, "class 1 predicted"),
        ]);
        let at = outcome.weights;
        let surface = Panel {
            title: "weight w₂",
            x: Axis::linear("weight w₁", -2.0..6.0),
            y: Axis::linear("", -2.0..6.0),
            draw: Box::new(move |plot| {
                let levels =
                    [0.003, 0.01, 0.03, 0.1, 0.2, 0.3, 0.5, 0.7, 1.0, 2.0, 4.0, 8.0];
                plot.contours(&outcome.surface, &levels, Ink::One);
                if let Some(best) = outcome.best {
                    plot.rings([best], 6.0, Ink::Three);
                }
                // One unit long: the gradient itself is too short to be seen where the
                // loss is small.
                let (g1, g2) = outcome.gradient;
                let size = g1.hypot(g2);
                plot.arrow(at, (at.0 - g1 / size, at.1 - g2 / size), Ink::Text);
                plot.handle(Handle { at, x: Some("w1"), y: Some("w2") });
            }),
        };
        let data = Panel {
            title: "input x₂",
            x: Axis::linear("input x₁", -6.0..6.0),
            y: Axis::linear("", -6.0..6.0),
            draw: Box::new(|plot| {
                plot.region(&outcome.logit, 0.0, Ink::Two, 0.15);
                plot.contours(&outcome.logit, &[0.0], Ink::Text);
                let (first, second) = outcome.points.split_at(outcome.points.len() / 2);
                plot.marks(first.iter().copied(), Shape::Circle, 3.0, Ink::One);
                plot.marks(second.iter().copied(), Shape::Square, 3.0, Ink::Two);
            }),
        };
        canvas.panels(330, vec![surface, data]);
    }
}
