//! The training loss around a change of the rate, on a noisy parabola and on networks.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::schedule_curve::written;
use listings::experiments::step_decay_cut::{AFTER, Around, BEFORE, Config, RATE, SEEDS};
use listings::report::number;

/// Two panels of losses over their mean before the change.
pub struct StepDecayCut;

const INKS: [Ink; 3] = [Ink::Gray, Ink::One, Ink::Two];

impl Figure for StepDecayCut {
    const NAME: &'static str = "step-decay-cut";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["factor", "beta"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let [_, outside, inside] = &outcome.parabola;
        let networks = if outcome.networks == 0 {
            format!(
                "Second panel: the same of {SEEDS} networks, of which none is trained yet."
            )
        } else {
            let [_, outside, inside] = &outcome.network;
            format!(
                "Second panel: the mean of {} of {SEEDS} small networks on two moons; highest after: {} and {}, in the end {} and {}.",
                outcome.networks,
                number(outside.peak, 2),
                number(inside.peak, 2),
                number(outside.settled, 2),
                number(inside.settled, 2),
            )
        };
        format!(
            "The rate goes from {RATE} to {}, β = {}. First panel: the expected loss on a noisy parabola, over its mean before; the highest after is {} with the rate \
             outside of the velocity (PyTorch) and {} with it inside (Keras). {networks}",
            written(RATE * outcome.factor),
            number(outcome.beta, 2),
            number(outside.peak, 2),
            number(inside.peak, 2),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let [_, outside, inside] = &outcome.parabola;
        format!(
            "Losses from {BEFORE} updates before to {AFTER} after a multiplication of the rate by {}. On the parabola the highest after is {} and {} times the \
             loss before, the last {} and {}; the networks, {} so far, behave alike.",
            number(outcome.factor, 2),
            number(outside.peak, 2),
            number(inside.peak, 2),
            number(outside.settled, 2),
            number(inside.settled, 2),
            outcome.networks,
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend(&[
            (INKS[0], "unchanged"),
            (INKS[1], "rate outside of v (PyTorch)"),
            (INKS[2], "rate inside v (Keras)"),
        ]);
        canvas.panels(
            300,
            vec![
                panel("loss over that before, parabola", &outcome.parabola),
                panel("loss over that before, networks", &outcome.network),
            ],
        );
    }
}

fn panel<'a>(title: &'a str, arounds: &'a [Around; 3]) -> Panel<'a> {
    let peak = arounds.iter().map(|around| around.peak).fold(1.0, f64::max);
    let top = (1.15 * peak).max(1.6);
    Panel {
        title,
        x: Axis::linear("updates after the change", -(BEFORE as f64)..AFTER as f64),
        y: Axis::linear("", 0.0..top),
        draw: Box::new(move |plot| {
            plot.line((0.0, 0.0), (0.0, top), Ink::Gray);
            for (around, ink) in arounds.iter().zip(INKS) {
                let points = around.losses.iter().enumerate();
                plot.curve(
                    points.map(|(index, loss)| {
                        // The loss after update 0 is the first that sees the new rate.
                        (index as f64 + 1.0 - BEFORE as f64, loss / around.before)
                    }),
                    ink,
                );
            }
        }),
    }
}
