//! What is left of a gradient, and what a velocity makes of a steady and an alternating one.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::momentum_memory::Config;
use listings::report::number;

/// Weights beside velocities.
pub struct MomentumMemory;

impl Figure for MomentumMemory {
    const NAME: &'static str = "momentum-memory";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["beta"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "First panel: what is left in the velocity of one gradient of size 1. With β = {}, half is left after {} steps and {} after ten; the \
             weights add up to {}. Second panel: the velocity when every gradient is 1, and when they are 1, −1, 1, … The steady one \
             grows toward 1/(1 − β) = {}, the alternating one ends as a swing of {}.",
            number(outcome.beta, 2),
            number(outcome.half_life, 1),
            number(outcome.after_ten, 2),
            number(outcome.horizon, 1),
            number(outcome.horizon, 1),
            number(outcome.swing, 2),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let last = outcome.steady.len() - 1;
        format!(
            "Two plots over {} steps. The weight of one gradient falls from 1 to {} after ten steps. Under a steady gradient the velocity rises \
             from 1 to {}, under an alternating one it swings between about {} and −{}.",
            last + 1,
            number(outcome.after_ten, 2),
            number(outcome.steady[last], 1),
            number(outcome.swing, 2),
            number(outcome.swing, 2),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend(&[
            (Ink::One, "one gradient"),
            (Ink::Three, "steady"),
            (Ink::Two, "alternating"),
        ]);
        let along = |values: &[f64]| -> Vec<(f64, f64)> {
            values.iter().enumerate().map(|(step, &value)| (step as f64, value)).collect()
        };
        let weights = Panel {
            title: "what is left of it",
            x: Axis::linear("steps later", 0.0..40.0),
            y: Axis::linear("", 0.0..1.05),
            draw: Box::new(|plot| {
                let half = (outcome.half_life, 0.5);
                plot.line((half.0, 0.0), half, Ink::Text);
                plot.line((0.0, 0.5), half, Ink::Text);
                for (step, weight) in along(&outcome.weights) {
                    plot.line((step, 0.0), (step, weight), Ink::One);
                }
                plot.points(along(&outcome.weights), 3.0, Ink::One);
            }),
        };
        let top = (1.1 * outcome.steady[outcome.steady.len() - 1]).max(1.2);
        let velocities = Panel {
            title: "velocity v",
            x: Axis::linear("step", 0.0..40.0),
            y: Axis::linear("", -0.25 * top..top),
            draw: Box::new(move |plot| {
                plot.line((0.0, 0.0), (40.0, 0.0), Ink::Text);
                plot.curve(along(&outcome.steady), Ink::Three);
                plot.curve(along(&outcome.alternating), Ink::Two);
            }),
        };
        canvas.panels(270, vec![weights, velocities]);
    }
}
