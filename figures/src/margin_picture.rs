//! Points of two classes, the lines of a support vector machine and of logistic
//! regression, and four points to drag; and how hard each point pulls.

use crate::canvas::{Panel, Sample};
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Handle, Ink, Shape};
use listings::experiments::margin_picture::{Config, HALF_SIDE};
use listings::report::number;
use plotters::style::text_anchor::HPos;

/// Two panels: the margin picture, and the pulls over the margins.
pub struct MarginPicture;

/// The settings of the four points that can be dragged, with their letters.
const OWN: [(&str, &str, &str); 4] =
    [("A", "a_x", "a_y"), ("B", "b_x", "b_y"), ("C", "c_x", "c_y"), ("D", "d_x", "d_y")];

impl Figure for MarginPicture {
    const NAME: &'static str = "margin-picture";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["a_x", "a_y", "b_x", "b_y", "c_x", "c_y", "d_x", "d_y", "decay", "seed"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "A support vector machine (λ = {}) and logistic regression on the same {} points; drag A, B (class +1), C and D (class −1). \
             {} points, ringed, hold the machine's line, {} of them with all their pull; its margin is {} wide. Second panel: the pull of each point over \
             its margin, rings for the machine, triangles for logistic regression. The lines differ by {}°. \
             On the wrong side: {} (machine), {} (logistic regression).",
            number(outcome.decay, 3),
            outcome.points.len(),
            outcome.support_vectors,
            outcome.violators,
            number(outcome.width, 2),
            number(outcome.degrees, 1),
            outcome.svm.errors,
            outcome.logistic.errors,
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let line = |theta: [f64; 3]| {
            let [w1, w2, b] = theta.map(|weight| number(weight, 2));
            format!("w = ({w1}, {w2}), b = {b}")
        };
        format!(
            "Scatter plot of two classes with two straight lines between them and a margin about one; beside it the pull of each point over \
             its margin. The support vector machine has {} and {} support vectors; logistic regression has {}.",
            line(outcome.svm.theta),
            outcome.support_vectors,
            line(outcome.logistic.theta),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend_of(&[
            (Sample::Mark(Shape::Circle), Ink::One, "class +1"),
            (Sample::Mark(Shape::Square), Ink::Two, "class −1"),
            (Sample::Mark(Shape::Circle), Ink::Accent, "drag these"),
            (Sample::Line, Ink::Text, "support vector machine"),
            (Sample::Line, Ink::Three, "logistic regression"),
            (Sample::Line, Ink::Gray, "edges of the margin"),
        ]);
        let picture = Panel {
            title: "x₂",
            x: Axis::linear("x₁", -HALF_SIDE..HALF_SIDE),
            y: Axis::linear("", -HALF_SIDE..HALF_SIDE),
            draw: Box::new(|plot| {
                for edge in &outcome.edges {
                    plot.curve(edge.iter().copied(), Ink::Gray);
                }
                plot.curve(outcome.svm.ends.iter().copied(), Ink::Text);
                plot.curve(outcome.logistic.ends.iter().copied(), Ink::Three);
                let own = outcome.points.len() - OWN.len();
                for (label, shape, ink) in
                    [(1.0, Shape::Circle, Ink::One), (-1.0, Shape::Square, Ink::Two)]
                {
                    let of_class = outcome.points[..own].iter();
                    let of_class = of_class.filter(|point| point.label == label);
                    plot.marks(of_class.map(|point| point.at), shape, 4.0, ink);
                }
                let held = outcome.points.iter().filter(|point| point.pull > 0.0);
                plot.rings(held.map(|point| point.at), 11.0, Ink::Text);
                for (point, (letter, x, y)) in outcome.points[own..].iter().zip(OWN) {
                    plot.handle(Handle { at: point.at, x: Some(x), y: Some(y) });
                    let ink = if point.label > 0.0 { Ink::One } else { Ink::Two };
                    let beside = if point.at.0 > 3.3 { -0.55 } else { 0.55 };
                    let side = if beside < 0.0 { HPos::Right } else { HPos::Left };
                    plot.heading((point.at.0 + beside, point.at.1), letter, side, ink);
                }
            }),
        };
        let pulls = Panel {
            title: "pull",
            x: Axis::linear("margin y f", -4.0..8.0),
            y: Axis::linear("", 0.0..1.05),
            draw: Box::new(|plot| {
                plot.line((1.0, 0.0), (1.0, 1.05), Ink::Gray);
                let of_machine = outcome.points.iter();
                let of_machine = of_machine.map(|point| (point.margin, point.pull));
                plot.rings(of_machine, 5.0, Ink::Text);
                let of_logistic = outcome.points.iter();
                let of_logistic =
                    of_logistic.map(|point| (point.logistic_margin, point.logistic_pull));
                plot.marks(of_logistic, Shape::Triangle, 3.5, Ink::Three);
            }),
        };
        canvas.panels(360, vec![picture, pulls]);
    }
}
