//! The best points of two balls, and the contours that touch them.

use crate::canvas::{Panel, Sample};
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Handle, Ink};
use listings::experiments::penalty_ball::{Config, SIDE, Solution};
use listings::report::number;

/// Two panels with the same quadratic: the L1 ball, and a ball of the reader's choice.
pub struct PenaltyBall;

fn zeros(solution: &Solution) -> &'static str {
    match solution.zeros {
        0 => "no weight zero",
        1 => "one weight exactly zero",
        _ => "both weights zero",
    }
}

fn norm(p: f64) -> String {
    format!("p = {}", number(p, 1))
}

fn point((x, y): (f64, f64)) -> String {
    format!("({}, {})", number(x, 2), number(y, 2))
}

impl Figure for PenaltyBall {
    const NAME: &'static str = "penalty-ball";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["minimum_x", "minimum_y", "radius", "p", "tilt"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "A quadratic loss of two weights with its minimum at {} (drag it), and two balls of radius {}. The best point of the L1 ball is {}: {}. \
             That of the ball of {} is {}: {}. A minimum in the shaded part leads to a corner of the L1 ball: {} of the square outside the ball.",
            point(outcome.minimum),
            number(outcome.radius, 1),
            point(outcome.l1.at),
            zeros(&outcome.l1),
            norm(outcome.p),
            point(outcome.other.at),
            zeros(&outcome.other),
            listings::report::Format::percent(0).apply(outcome.corner_share),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "Two plots of contours around {}. In the first, a diamond of radius {}, whose best point is {}, with {}; in the second, the ball of {}, whose best \
             point is {}, with {}.",
            point(outcome.minimum),
            number(outcome.radius, 1),
            point(outcome.l1.at),
            zeros(&outcome.l1),
            norm(outcome.p),
            point(outcome.other.at),
            zeros(&outcome.other),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend_of(&[
            (Sample::Line, Ink::One, "the ball"),
            (Sample::Line, Ink::Gray, "contours of the loss"),
            (Sample::Line, Ink::Accent, "the contour that touches"),
            (Sample::Region(0.15), Ink::Two, "leads to a corner"),
        ]);
        let panel = |title, solution: &'_ Solution, with_corners| {
            let (at, value) = (solution.at, solution.value);
            let boundary = solution.boundary.clone();
            Panel {
                title,
                x: Axis::linear("w₁", -SIDE..SIDE),
                y: Axis::linear("", -SIDE..SIDE),
                draw: Box::new(move |plot: &crate::Plot| {
                    if with_corners {
                        plot.region(&outcome.to_a_corner, 0.0, Ink::Two, 0.15);
                    }
                    let levels = [0.1, 0.4, 0.9, 1.6, 2.5, 3.6, 4.9, 6.4, 8.1];
                    plot.contours(&outcome.quadratic, &levels, Ink::Gray);
                    if value > 0.0 {
                        plot.contours(&outcome.quadratic, &[value], Ink::Accent);
                    }
                    plot.line((-SIDE, 0.0), (SIDE, 0.0), Ink::Text);
                    plot.line((0.0, -SIDE), (0.0, SIDE), Ink::Text);
                    plot.curve(boundary.iter().copied(), Ink::One);
                    plot.points([at], 5.0, Ink::One);
                    plot.handle(Handle {
                        at: outcome.minimum,
                        x: Some("minimum_x"),
                        y: Some("minimum_y"),
                    });
                }) as Box<dyn Fn(&crate::Plot)>,
            }
        };
        let other = format!("w₂, norm p = {}", number(outcome.p, 1));
        canvas.panels(
            360,
            vec![
                panel("w₂, L1 ball", &outcome.l1, true),
                panel(other.as_str(), &outcome.other, false),
            ],
        );
    }
}
