//! The Iris run: losses by epoch, and rate and gradient norm below the same clock.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink, Sample, Shape};
use listings::experiments::loop_iris::Config;
use listings::report::{Format, number};

/// Two losses beside the gradient norm.
pub struct LoopIris;

/// What the caption says about the end of the run.
fn end(outcome: &Outcome<LoopIris>) -> String {
    if outcome.epoch == 0 {
        return "It has not begun.".into();
    }
    let stop = if outcome.stopped_early { " and it stopped early" } else { "" };
    let [_, validation, test] = outcome.best.map(|share| Format::percent(1).apply(share));
    format!(
        "The least validation loss, {}, is that of epoch {}{stop}. Its weights have {validation} of the validation and {test} of the \
         test flowers right.",
        number(outcome.best_validation, 3),
        outcome.best_epoch
    )
}

impl Figure for LoopIris {
    const NAME: &'static str = "loop-iris";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["patience", "clip", "dropout", "seed"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "Irises after {} of at most {} epochs. {} of {} gradients were clipped. {}",
            outcome.epoch,
            outcome.epochs,
            outcome.clipped,
            outcome.updates,
            end(outcome)
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "Training and validation loss by epoch, and beside them the largest gradient norm of each epoch, after {} of {} epochs. {}",
            outcome.epoch,
            outcome.epochs,
            end(outcome)
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend_of(&[
            (Sample::Line, Ink::One, "training loss, with dropout"),
            (Sample::Line, Ink::Two, "validation loss"),
            (Sample::Mark(Shape::Circle), Ink::Accent, "the best epoch"),
            (Sample::Line, Ink::Three, "largest gradient norm"),
            (Sample::Line, Ink::Four, "100 × rate"),
        ]);
        let epochs = outcome.epochs as f64;
        let at = |index: usize| (index + 1) as f64;
        let losses = Panel {
            title: "loss",
            x: Axis::linear("epoch", 0.0..epochs),
            y: Axis::linear("", 0.0..1.4),
            draw: Box::new(move |plot| {
                let records = || outcome.history.iter().enumerate();
                plot.curve(records().map(|(i, r)| (at(i), r.train_loss)), Ink::One);
                plot.curve(records().map(|(i, r)| (at(i), r.validation_loss)), Ink::Two);
                if outcome.best_epoch > 0 {
                    let best = (outcome.best_epoch as f64, outcome.best_validation);
                    plot.points([best], 4.5, Ink::Accent);
                }
                if outcome.stopped_early {
                    let end = outcome.epoch as f64;
                    plot.line((end, 0.0), (end, 1.4), Ink::Text);
                }
            }),
        };
        let norms = Panel {
            title: "norm, and 100 × rate",
            x: Axis::linear("epoch", 0.0..epochs),
            y: Axis::logarithmic("", 0.001..20.0),
            draw: Box::new(move |plot| {
                let records = || outcome.history.iter().enumerate();
                plot.curve(
                    records().map(|(i, r)| (at(i), r.gradient_norm.max(1e-9))),
                    Ink::Three,
                );
                plot.curve(
                    records().map(|(i, r)| (at(i), (100.0 * r.rate).max(1e-9))),
                    Ink::Four,
                );
            }),
        };
        canvas.panels(300, vec![losses, norms]);
    }
}
