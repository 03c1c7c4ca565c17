//! Where gradient descent and AdaGrad end at each rate, in units of the reader's choice.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::adagrad_rates::{CEILING, Config, FLOOR, Sweep, WORKS};
use listings::report::Format;

/// One panel: the loss at the end over the rate.
pub struct AdaGradRates;

/// The rates that work, in words.
fn window(sweep: &Sweep, rates: &[f64]) -> String {
    let short = |value: f64| {
        let digits = if value < 0.1 { 4 } else { 2 };
        Format::fixed(digits).apply(value)
    };
    if !sweep.works {
        "no rate shown".to_string()
    } else if sweep.largest == rates[rates.len() - 1] {
        format!("every rate from {} on", short(sweep.least))
    } else {
        format!("rates from {} to {}", short(sweep.least), short(sweep.largest))
    }
}

impl Figure for AdaGradRates {
    const NAME: &'static str = "adagrad-rates";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["loss_scale", "parameter_scale", "steps"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let short = |value: f64| Format::default().apply(value);
        format!(
            "The loss after {} steps on the bowl, as a part of the first, at {} rates; the top edge is divergence. The loss is multiplied by {}, the parameters \
             by {}. Below a thousandth (the line) end: {} of gradient descent; {} of AdaGrad.",
            outcome.steps,
            outcome.rates.len(),
            short(outcome.loss_scale),
            short(outcome.parameter_scale),
            window(&outcome.descent, &outcome.rates),
            window(&outcome.adagrad, &outcome.rates),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "The loss at the end against the rate, both logarithmic. It is below a thousandth of the first for {} of gradient descent, beyond which it diverges, and \
             for {} of AdaGrad.",
            window(&outcome.descent, &outcome.rates),
            window(&outcome.adagrad, &outcome.rates),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend(&[(Ink::Two, "gradient descent"), (Ink::One, "AdaGrad")]);
        let ends = Panel {
            title: "loss at the end, as a part of the first",
            x: Axis::logarithmic("rate η", 1e-4..1e3),
            y: Axis::logarithmic("", FLOOR..CEILING),
            draw: Box::new(|plot| {
                plot.line((1e-4, WORKS), (1e3, WORKS), Ink::Text);
                for (sweep, ink) in
                    [(&outcome.descent, Ink::Two), (&outcome.adagrad, Ink::One)]
                {
                    let rates = outcome.rates.iter().copied();
                    plot.curve(rates.zip(sweep.ends.iter().copied()), ink);
                }
            }),
        };
        canvas.panels(320, vec![ends]);
    }
}
