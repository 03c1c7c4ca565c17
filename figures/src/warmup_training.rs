//! Two runs of one network, with warm-up and without, as they train.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::schedule_plot::{Rates, schedule_panel};
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::warmup_training::{Config, Trained};
use listings::report::{Format, number};

/// Rates, losses, and lengths of steps.
pub struct WarmupTraining;

fn stand(run: &Trained) -> String {
    let digits = |loss: f64| {
        if loss < 1e4 { number(loss, 3) } else { "beyond 10⁴".to_string() }
    };
    let end = if run.diverged { ", then numbers that are not finite" } else { "" };
    format!("{} now, {} at its highest{end}", digits(run.loss), digits(run.highest))
}

impl Figure for WarmupTraining {
    const NAME: &'static str = "warmup-training";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["optimizer", "peak", "warmup", "steps", "seed"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "One network of three hidden layers, {} at a peak of {}, after {} of {} steps. Training loss without warm-up: {}. With {} steps of it: {}.",
            outcome.optimizer,
            Format::default().apply(outcome.peak),
            outcome.step,
            outcome.steps,
            stand(&outcome.cold),
            outcome.warmup,
            stand(&outcome.warm),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "Three panels over {} steps: the rates of both runs, their training losses and the lengths of their steps on logarithmic scales. After {} steps the \
             loss without warm-up is {}; with warm-up {}.",
            outcome.steps,
            outcome.step,
            stand(&outcome.cold),
            stand(&outcome.warm),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend(&[(Ink::Two, "no warm-up"), (Ink::One, "warm-up")]);
        let runs = [(Ink::Two, &outcome.cold), (Ink::One, &outcome.warm)];
        let rates = schedule_panel(
            "rate η",
            "step t",
            runs.iter().map(|(ink, run)| (*ink, &run.rates)).collect(),
            vec![],
            Rates::Linear,
        );
        let curve = |values: &[f64], (low, high): (f64, f64)| -> Vec<(f64, f64)> {
            let exponent = |value: f64| value.max(1e-300).log10().clamp(low, high);
            let points = values.iter().enumerate();
            points.map(|(step, &value)| (step as f64, exponent(value))).collect()
        };
        let panel =
            |title, (low, high): (f64, f64), pick: fn(&Trained) -> &[f64]| Panel {
                title,
                x: Axis::linear("step t", 0.0..outcome.steps as f64),
                y: Axis::linear("", low..high),
                draw: Box::new(move |plot| {
                    for (ink, run) in runs {
                        plot.curve(curve(pick(run), (low, high)), ink);
                    }
                }),
            };
        canvas.panels(
            270,
            vec![
                rates,
                panel("log₁₀ of the training loss", (-3.0, 2.0), |run| &run.losses),
                panel("log₁₀ of ‖Δθ‖", (-4.0, 1.0), |run| &run.ways),
            ],
        );
    }
}
