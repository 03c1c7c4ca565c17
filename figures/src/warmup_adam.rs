//! Adam's steps while its means are young, and two ramps against them.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::warmup_adam::{Config, STEPS};
use listings::report::{Format, number};

/// Lengths beside factors.
pub struct WarmupAdam;

impl Figure for WarmupAdam {
    const NAME: &'static str = "warmup-adam";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["signal", "beta1", "beta2", "seed"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let (step, share) = outcome.first_divided;
        let gradients = match outcome.signal {
            0.0 => "are noise".to_string(),
            signal => format!(
                "have {} times as much signal as noise",
                Format::default().apply(signal)
            ),
        };
        format!(
            "First panel: the mean of |Δθ|/η over 300 parameters whose gradients {gradients}: {} at the first step, {} at the tenth, {} late. Second panel: the share of a step \
             that RAdam takes, from {} at step {}, and the ramp of {} steps.",
            number(outcome.first, 2),
            number(outcome.tenth, 2),
            number(outcome.late, 2),
            number(share, 3),
            step,
            number(outcome.rule, 0),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "In the first panel, against the step on a logarithmic axis, the mean length of a step of Adam over its rate: {} at first, {} at step 10, {} late. In the second, two \
             rising curves from near 0 toward 1: the factor of RAdam, and a ramp that arrives after {} steps.",
            number(outcome.first, 2),
            number(outcome.tenth, 2),
            number(outcome.late, 2),
            number(outcome.rule, 0),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend(&[
            (Ink::One, "Adam's step"),
            (Ink::Two, "RAdam's share"),
            (Ink::Three, "ramp t(1 − β₂)/2"),
        ]);
        let last = STEPS as f64;
        let lengths = Panel {
            title: "mean |Δθ| / η",
            x: Axis::logarithmic("step t, from 1", 1.0..last),
            y: Axis::linear("", 0.0..1.1),
            draw: Box::new(|plot| {
                plot.curve(outcome.lengths.iter().copied(), Ink::One);
            }),
        };
        let shares = Panel {
            title: "factor on the rate",
            x: Axis::logarithmic("step t, from 1", 1.0..last),
            y: Axis::linear("", 0.0..1.1),
            draw: Box::new(|plot| {
                plot.curve(outcome.rectified.iter().copied(), Ink::Two);
                plot.curve(outcome.ramp.iter().copied(), Ink::Three);
            }),
        };
        canvas.panels(280, vec![lengths, shares]);
    }
}
