//! A run that overfits, where it would have stopped, and what patience costs.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink, Sample, Shape};
use listings::experiments::loop_early_stopping::{Config, EPOCHS};
use listings::report::number;

/// Losses by epoch beside epochs by patience.
pub struct LoopEarlyStopping;

const MOST: f64 = 1.6;

fn said(outcome: &Outcome<LoopEarlyStopping>) -> String {
    let stop = &outcome.stop;
    if stop.epochs == 0 {
        return "It has not begun.".into();
    }
    let ends = if stop.has_stopped {
        format!("it stops after epoch {}", stop.epochs)
    } else {
        format!("it has not stopped after {} epochs", stop.epochs)
    };
    format!(
        "With a patience of {} and a min_delta of {} {ends}, and the weights of epoch {} are restored: validation loss {}. The least of \
         all {} epochs is {}, of epoch {}; the last is {}.",
        stop.patience,
        outcome.min_delta,
        stop.restored,
        number(stop.restored_loss, 3),
        outcome.epoch,
        number(outcome.least, 3),
        outcome.least_epoch,
        number(outcome.last, 3)
    )
}

impl Figure for LoopEarlyStopping {
    const NAME: &'static str = "loop-early-stopping";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["patience", "min_delta", "seed"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!("Forty training and forty validation points. {}", said(outcome))
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "A training loss that falls and a validation loss that falls and rises again, by epoch; beside it the epochs that each patience \
             takes, and the epoch it restores. {}",
            said(outcome)
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend_of(&[
            (Sample::Line, Ink::One, "training loss"),
            (Sample::Line, Ink::Two, "validation loss"),
            (Sample::Mark(Shape::Circle), Ink::Accent, "restored"),
            (Sample::Line, Ink::Text, "stops here"),
            (Sample::Mark(Shape::Square), Ink::Three, "epochs taken"),
        ]);
        let stop = &outcome.stop;
        let losses = Panel {
            title: "loss",
            x: Axis::linear("epoch", 0.0..EPOCHS as f64),
            y: Axis::linear("", 0.0..MOST),
            draw: Box::new(move |plot| {
                for (losses, ink) in
                    [(&outcome.training, Ink::One), (&outcome.validation, Ink::Two)]
                {
                    let points = losses.iter().enumerate();
                    plot.curve(points.map(|(i, &l)| ((i + 1) as f64, l)), ink);
                }
                if stop.has_stopped {
                    let end = stop.epochs as f64;
                    plot.line((end, 0.0), (end, MOST), Ink::Text);
                }
                if stop.restored > 0 {
                    let best = (stop.restored as f64, stop.restored_loss);
                    plot.points([best], 4.5, Ink::Accent);
                }
            }),
        };
        let costs = Panel {
            title: "epoch",
            x: Axis::logarithmic("patience", 0.8..100.0),
            y: Axis::linear("", 0.0..EPOCHS as f64 + 10.0),
            draw: Box::new(move |plot| {
                let all = || outcome.patiences.iter();
                let taken = all().map(|stop| (stop.patience as f64, stop.epochs as f64));
                plot.marks(taken, Shape::Square, 4.0, Ink::Three);
                let kept = all().map(|stop| (stop.patience as f64, stop.restored as f64));
                plot.marks(kept, Shape::Circle, 4.0, Ink::Accent);
            }),
        };
        canvas.panels(300, vec![losses, costs]);
    }
}
