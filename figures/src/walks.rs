//! Walks on a surface, beside their losses.

use crate::canvas::Panel;
use crate::{Axis, Canvas, Ink};
use listings::report::{Format, Landscape, number};
use std::ops::Range;

/// One walk, and the loss at each of its points.
pub(crate) struct Walk<'a> {
    pub ink: Ink,
    pub points: &'a [[f64; 2]],
    pub losses: &'a [f64],
}

/// Draws the walks on the contours from −6 to 6 and from −4 to 4, the names of the axes given, and the losses over the steps.
pub(crate) fn beside_losses(
    canvas: &mut Canvas,
    landscape: &Landscape,
    walks: &[Walk<'_>],
    [across, up]: [&'static str; 2],
    steps: usize,
    losses: Range<f64>,
) {
    let surface = Panel {
        title: up,
        x: Axis::linear(across, -6.0..6.0),
        y: Axis::linear("", -4.0..4.0),
        draw: Box::new(move |plot| {
            plot.landscape(landscape);
            for walk in walks {
                plot.walk(walk.points, walk.ink);
            }
        }),
    };
    let losses = Panel {
        title: "loss",
        x: Axis::linear("step", 0.0..steps.max(10) as f64),
        y: Axis::logarithmic("", losses),
        draw: Box::new(move |plot| {
            for walk in walks {
                let losses = walk.losses.iter().enumerate();
                let points = losses.map(|(step, &loss)| (step as f64, loss));
                plot.curve(points.take_while(|point| point.1 < 1e12), walk.ink);
            }
        }),
    };
    canvas.panels(310, vec![surface, losses]);
}

/// Where a walk is in the end, in words.
pub(crate) fn end(loss: f64, diverged: bool) -> String {
    if diverged {
        return "has diverged".to_string();
    }
    let scientific: Format = ".1e".parse().expect("a format");
    let loss = if loss >= 0.01 { number(loss, 2) } else { scientific.apply(loss) };
    format!("is at a loss of {loss}")
}
