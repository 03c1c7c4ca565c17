//! Points, outliers, and the line each loss fits to them.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Handle, Ink};
use listings::experiments::outlier_line::{Config, Fit, TRUTH};
use listings::report::number;

/// A scatter plot with three fitted lines and a point to drag.
pub struct OutlierLine;

fn fits(outcome: &Outcome<OutlierLine>) -> [(Ink, String, Fit); 3] {
    [
        (Ink::One, "MSE".to_string(), outcome.mse),
        (Ink::Two, "MAE".to_string(), outcome.mae),
        (Ink::Three, format!("Huber, δ = {}", number(outcome.delta, 1)), outcome.huber),
    ]
}

impl Figure for OutlierLine {
    const NAME: &'static str = "outlier-line";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["outlier_x", "outlier_y", "copies", "delta", "outliers", "seed"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let (x, y) = *outcome.points.last().expect("the reader's point");
        format!(
            "A hundred points about y = 2x + 1, {} of them moved (rings), and yours, {} times at ({}, {}): drag it. The fitted slopes are \
             {} (MSE), {} (MAE) and {} (Huber); the true slope is {}.",
            outcome.moved.len(),
            outcome.copies,
            number(x, 1),
            number(y, 1),
            number(outcome.mse.slope, 2),
            number(outcome.mae.slope, 2),
            number(outcome.huber.slope, 2),
            number(TRUTH.slope, 0),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let lines = fits(outcome).map(|(_, name, fit)| {
            format!(
                "{name} fits slope {} and intercept {}, {} from the true line",
                number(fit.slope, 2),
                number(fit.intercept, 2),
                number(fit.off_by, 2)
            )
        });
        format!(
            "Scatter plot of a hundred points and {} copies of one more, with three fitted lines. {}.",
            outcome.copies,
            lines.join("; ")
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let fits = fits(outcome);
        let mut entries = vec![(Ink::Gray, "true line")];
        entries.extend(fits.iter().map(|(ink, name, _)| (*ink, name.as_str())));
        canvas.legend(&entries);
        let panel = Panel {
            title: "y",
            x: Axis::linear("x", -6.5..14.5),
            y: Axis::linear("", -21.0..31.0),
            draw: Box::new(|plot| {
                let is_moved = |index: &usize| outcome.moved.contains(index);
                let ordinary = (0..100).filter(|index| !is_moved(index));
                plot.points(ordinary.map(|index| outcome.points[index]), 2.5, Ink::Text);
                plot.rings(
                    outcome.moved.iter().map(|&index| outcome.points[index]),
                    4.0,
                    Ink::Accent,
                );
                plot.straight(TRUTH.slope, TRUTH.intercept, Ink::Gray);
                for (ink, _, fit) in &fits {
                    plot.straight(fit.slope, fit.intercept, *ink);
                }
                let at = *outcome.points.last().expect("the reader's point");
                plot.handle(Handle { at, x: Some("outlier_x"), y: Some("outlier_y") });
            }),
        };
        canvas.panels(380, vec![panel]);
    }
}
