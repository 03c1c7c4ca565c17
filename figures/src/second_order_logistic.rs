//! Slope left against evaluations, for logistic regression.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::second_order_logistic::{Config, Fit};
use listings::report::number;

/// One panel: ‖g‖ on a logarithmic axis.
pub struct SecondOrderLogistic;

/// Evaluations that are shown.
const SHOWN: f64 = 150.0;

fn fits(outcome: &Outcome<SecondOrderLogistic>) -> [(Ink, &'static str, &Fit); 5] {
    [
        (Ink::Two, "gradient descent", &outcome.descent),
        (Ink::Five, "Adam", &outcome.adam),
        (Ink::Three, "Newton, damped", &outcome.newton),
        (Ink::Four, "BFGS", &outcome.bfgs),
        (Ink::One, "L-BFGS", &outcome.lbfgs),
    ]
}

impl Figure for SecondOrderLogistic {
    const NAME: &'static str = "second-order-logistic";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["memory", "spread", "seed"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "Logistic regression with {} parameters and κ = {} at the start. Newton needs {} evaluations, each step of it a Hessian and a \
             factorization besides; L-BFGS with m = {} needs {} in {} steps, BFGS {} in {}. Adam, at the best of four rates ({}), and gradient \
             descent get one evaluation a step.",
            outcome.parameters,
            number(outcome.condition, 0),
            outcome.newton.evaluations,
            outcome.memory,
            outcome.lbfgs.evaluations,
            outcome.lbfgs.steps,
            outcome.bfgs.evaluations,
            outcome.bfgs.steps,
            number(outcome.adam_rate, 2),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let ends = fits(outcome).map(|(_, name, fit)| {
            let how = if fit.has_arrived { "arrives" } else { "has not arrived" };
            format!("{name} {how} after {} evaluations", fit.evaluations)
        });
        format!(
            "Logarithm of the length of the gradient against evaluations. {}.",
            ends.join("; ")
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend(&fits(outcome).map(|(ink, name, _)| (ink, name)));
        let panel = Panel {
            title: "log₁₀ of the length of the gradient",
            x: Axis::linear("evaluations of loss and gradient", 0.0..SHOWN),
            y: Axis::linear("", -7.0..1.0),
            draw: Box::new(|plot| {
                for (ink, _, fit) in fits(outcome) {
                    let shown =
                        fit.slopes.iter().filter(|(used, _)| *used as f64 <= SHOWN);
                    plot.curve(
                        shown.map(|&(used, slope)| (used as f64, slope.log10())),
                        ink,
                    );
                }
            }),
        };
        canvas.panels(320, vec![panel]);
    }
}
