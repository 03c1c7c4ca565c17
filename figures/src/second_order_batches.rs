//! What mini-batches do to L-BFGS.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::second_order_batches::{Config, EPOCHS, Fit};
use listings::report::number;

/// One panel: excess loss against passes over the data.
pub struct SecondOrderBatches;

fn fits(outcome: &Outcome<SecondOrderBatches>) -> [(Ink, &'static str, &Fit); 4] {
    [
        (Ink::Two, "SGD, falling rate", &outcome.descent),
        (Ink::Four, "L-BFGS, a batch a step", &outcome.by_step),
        (Ink::Five, "L-BFGS, a batch an evaluation", &outcome.by_evaluation),
        (Ink::One, "L-BFGS, all samples", &outcome.full),
    ]
}

impl Figure for SecondOrderBatches {
    const NAME: &'static str = "second-order-batches";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["batch", "seed"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "Logistic regression on {} samples, in batches of {}: the loss of all samples above its least. SGD ends {} above; L-BFGS with \
             a batch for each step {}, with a batch for each evaluation {}, {} of its {} searches having failed. On all samples L-BFGS is \
             done after {} steps.",
            outcome.samples,
            outcome.batch,
            number(outcome.descent.last, 4),
            number(outcome.by_step.last, 4),
            number(outcome.by_evaluation.last, 4),
            outcome.by_evaluation.errors,
            outcome.by_evaluation.steps,
            outcome.full.steps,
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let ends = fits(outcome)
            .map(|(_, name, fit)| format!("{name}: {} at the end", number(fit.last, 4)));
        format!(
            "Excess loss against passes over the data on a logarithmic axis. {}.",
            ends.join("; ")
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend(&fits(outcome).map(|(ink, name, _)| (ink, name)));
        let panel = Panel {
            title: "loss above the least, in thousandths",
            x: Axis::linear("passes over the data", 0.0..EPOCHS as f64),
            y: Axis::logarithmic("", 1e-2..1e4),
            draw: Box::new(|plot| {
                for (ink, _, fit) in fits(outcome) {
                    plot.curve(fit.excess.iter().map(|&(x, y)| (x, 1e3 * y)), ink);
                }
            }),
        };
        canvas.panels(320, vec![panel]);
    }
}
