//! Step decay, its smooth cousin and a run with two milestones, on both kinds of axis.

use crate::figure::Outcome;
use crate::schedule_plot::{Rates, schedule_panel};
use crate::{Canvas, Figure, Ink};
use listings::experiments::step_decay_curve::Config;

/// The same curves over a linear and over a logarithmic axis.
pub struct StepDecayCurve;

impl Figure for StepDecayCurve {
    const NAME: &'static str = "step-decay-curve";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["initial", "factor", "period", "epochs"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let cuts = match outcome.cuts.len() {
            0 => "does not cut the rate at all".to_string(),
            1 => format!("cuts the rate once, at epoch {}", outcome.cuts[0]),
            count => format!("cuts the rate {count} times"),
        };
        format!(
            "Step decay with γ = {} and N = {} over {} epochs {cuts}: {}. The exponential decay through the corners: {}. Cuts at the half and at three \
             quarters of the run, epochs {} and {}: {}. Second panel: the same on a logarithmic axis, where equal factors are equal heights.",
            outcome.factor,
            outcome.period,
            outcome.epochs,
            outcome.staircase.in_words(),
            outcome.smooth.in_words(),
            outcome.chosen[0],
            outcome.chosen[1],
            outcome.milestones.in_words(),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "Three falling rates over {} epochs, on a linear and on a logarithmic axis: a staircase with steps {} epochs wide, {}; a smooth curve through its \
             corners; and two cuts at epochs {} and {}.",
            outcome.epochs,
            outcome.period,
            outcome.staircase.in_words(),
            outcome.chosen[0],
            outcome.chosen[1],
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend(&[
            (Ink::One, "step decay"),
            (Ink::Two, "exponential"),
            (Ink::Three, "two milestones"),
        ]);
        let curves = || {
            vec![
                (Ink::Three, &outcome.milestones),
                (Ink::Two, &outcome.smooth),
                (Ink::One, &outcome.staircase),
            ]
        };
        let panel =
            |title, rates| schedule_panel(title, "epoch", curves(), Vec::new(), rates);
        canvas.panels(
            290,
            vec![
                panel("rate η", Rates::Linear),
                panel("log₁₀ of the rate η", Rates::Exponents(4)),
            ],
        );
    }
}
