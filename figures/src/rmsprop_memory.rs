//! A gradient that shrinks and grows, and the rates that AdaGrad and RMSprop make of it.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::rmsprop_memory::Config;
use listings::report::number;

/// Two panels over the steps: sizes, and rates.
pub struct RmsPropMemory;

/// At most this many points a curve.
const POINTS: usize = 150;

impl Figure for RmsPropMemory {
    const NAME: &'static str = "rmsprop-memory";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["decay", "swing", "steps"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let (adagrad, rmsprop) = (&outcome.adagrad, &outcome.rmsprop);
        format!(
            "The gradient goes from {} to its inverse and back. At η = 1 the rate of AdaGrad falls from {} to {}. That of RMSprop, at ρ = {}, is {} at first, {} \
             after a fourth of the steps, then rises to {} and ends at {}. Where the gradient is least, AdaGrad's step is {} η and RMSprop's {} η.",
            number(outcome.swing, 1),
            number(adagrad.first_rate, 3),
            number(adagrad.last_rate, 3),
            number(outcome.decay, 3),
            number(rmsprop.first_rate, 2),
            number(rmsprop.falling_rate, 2),
            number(rmsprop.largest_rate, 2),
            number(rmsprop.last_rate, 3),
            number(adagrad.least_step, 4),
            number(rmsprop.least_step, 2),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "In the first panel, over {} steps, the gradient, which falls to {} and rises again; the root of v follows it with a delay, the root of G only rises. In the second, the rates: \
             that of AdaGrad only falls, that of RMSprop falls, rises to {} and falls.",
            outcome.gradients.len() - 1,
            number(1.0 / outcome.swing, 3),
            number(outcome.rmsprop.largest_rate, 2),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend(&[
            (Ink::Three, "gradient"),
            (Ink::One, "AdaGrad"),
            (Ink::Four, "RMSprop"),
        ]);
        let steps = outcome.gradients.len() - 1;
        let every = outcome.gradients.len().div_ceil(POINTS);
        let curve = move |plot: &crate::Plot, values: &[f64], ink| {
            let points = values.iter().enumerate().step_by(every);
            plot.curve(points.map(|(step, &value)| (step as f64, value)), ink);
        };
        let low = (0.3 / outcome.swing).min(0.1);
        // √G at most: the largest gradient in every step.
        let high = outcome.swing * (steps as f64).sqrt();
        let sizes = Panel {
            title: "gradient, √G and √v",
            x: Axis::linear("step", 0.0..steps as f64),
            y: Axis::logarithmic("", low..high),
            draw: Box::new(move |plot| {
                curve(plot, &outcome.gradients, Ink::Three);
                curve(plot, &outcome.adagrad.roots, Ink::One);
                curve(plot, &outcome.rmsprop.roots, Ink::Four);
            }),
        };
        let rates = Panel {
            title: "rate, at η = 1",
            x: Axis::linear("step", 0.0..steps as f64),
            y: Axis::logarithmic("", 1.0 / high..1.0 / low),
            draw: Box::new(move |plot| {
                curve(plot, &outcome.adagrad.rates, Ink::One);
                curve(plot, &outcome.rmsprop.rates, Ink::Four);
            }),
        };
        canvas.panels(300, vec![sizes, rates]);
    }
}
