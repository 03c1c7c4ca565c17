//! The reader's batch size and rate: the way over the contours, and its loss beside those
//! of three usual choices.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Handle, Ink, Sample, Shape};
use listings::experiments::batch_paths::{Config, Descent};
use listings::report::{Format, number};

/// Two panels: the path, and the excess loss against points seen.
pub struct BatchPaths;

impl Figure for BatchPaths {
    const NAME: &'static str = "batch-paths";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["batch", "rate", "seed", "slope", "intercept"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let yours = &outcome.yours;
        let end = if yours.diverged {
            "it diverges".to_string()
        } else {
            format!(
                "the mean excess loss of the last epoch is {}",
                number(yours.mean_last_epoch, 4)
            )
        };
        format!(
            "Drag the start. Yours: batches of {} at η = {}, {} steps in {} epochs; {end}. That of all points at once at η = 0.05 is {}, that of single points at \
             η = 0.2 is {}.",
            yours.batch,
            Format::default().apply(yours.rate),
            yours.steps,
            outcome.epochs,
            number(outcome.all.mean_last_epoch, 4),
            number(outcome.one.mean_last_epoch, 4),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "Contours of the loss over slope and intercept with a path from ({}, {}) toward the best line at ({}, {}); beside it the excess loss against points \
             seen for batches of 1, 32, 200 and {}.",
            number(outcome.yours.path[0].0, 1),
            number(outcome.yours.path[0].1, 1),
            number(outcome.best.0, 2),
            number(outcome.best.1, 2),
            outcome.yours.batch,
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend_of(&[
            (Sample::Line, Ink::Accent, "yours"),
            (Sample::Line, Ink::Two, "b = 1, η = 0.2"),
            (Sample::Line, Ink::Three, "b = 32, η = 0.1"),
            (Sample::Line, Ink::Four, "b = 200, η = 0.05"),
        ]);
        let plane = Panel {
            title: "intercept b",
            x: Axis::linear("slope w", -1.0..3.0),
            y: Axis::linear("", -2.5..1.5),
            draw: Box::new(|plot| {
                let levels = [0.02, 0.1, 0.3, 1.0, 2.0, 4.0, 8.0];
                plot.contours(&outcome.surface, &levels, Ink::One);
                plot.curve(outcome.all.path.iter().copied(), Ink::Four);
                plot.curve(outcome.yours.path.iter().copied(), Ink::Accent);
                plot.marks([outcome.best], Shape::Triangle, 5.0, Ink::Text);
                let at = outcome.yours.path[0];
                plot.handle(Handle { at, x: Some("slope"), y: Some("intercept") });
            }),
        };
        let most = (200 * outcome.epochs) as f64;
        let loss = Panel {
            title: "loss above the least",
            x: Axis::logarithmic("points seen", 1.0..most),
            y: Axis::logarithmic("", 1e-4..10.0),
            draw: Box::new(|plot| {
                for (descent, ink) in curves(outcome) {
                    plot.curve(descent.excess.iter().map(|e| (e.1 as f64, e.2)), ink);
                }
            }),
        };
        canvas.panels(330, vec![plane, loss]);
    }
}

/// The descents, the reader's last, which lies on top.
pub fn curves(outcome: &Outcome<BatchPaths>) -> [(&Descent, Ink); 4] {
    [
        (&outcome.one, Ink::Two),
        (&outcome.thirty_two, Ink::Three),
        (&outcome.all, Ink::Four),
        (&outcome.yours, Ink::Accent),
    ]
}
