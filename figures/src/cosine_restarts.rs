//! A network under warm restarts and under one cosine, as they train.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::schedule_plot::{Rates, schedule_panel};
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::cosine_restarts::Config;
use listings::report::{Format, number};

/// Rates, losses, and how far the weights have come.
pub struct CosineRestarts;

fn said(loss: Option<f64>) -> String {
    loss.map_or("not finite".into(), |loss| number(loss, 3))
}

impl Figure for CosineRestarts {
    const NAME: &'static str = "cosine-restarts";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["rate", "first", "growth", "steps", "seed"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let ends: Vec<String> =
            outcome.cycles.iter().map(|cycle| number(cycle.loss, 3)).collect();
        let ends = match ends.len() {
            0 => "No cycle is over yet".to_string(),
            _ => format!("Training loss at the ends of the cycles: {}", ends.join(", ")),
        };
        format!(
            "After {} of {} steps at η₀ = {}, cycles of {} steps and growth {}. {ends}. Now: {} with restarts, {} under one cosine.",
            outcome.step,
            outcome.steps,
            Format::default().apply(outcome.rate),
            outcome.first,
            outcome.growth,
            said(outcome.restarted.loss),
            said(outcome.single.loss),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let cycles: Vec<String> = outcome
            .cycles
            .iter()
            .map(|cycle| {
                format!(
                    "a cycle of {} steps climbs to {}, ends at {} and has moved the weights by {}",
                    cycle.length,
                    number(cycle.highest, 2),
                    number(cycle.loss, 3),
                    number(cycle.moved, 2)
                )
            })
            .collect();
        format!(
            "Three panels over {} steps: the rates of both schedules, the training losses so far, and the distance of the weights from their start. After {} \
             steps: {}. Loss {} with restarts, {} under one cosine.",
            outcome.steps,
            outcome.step,
            if cycles.is_empty() { "no cycle is over".into() } else { cycles.join("; ") },
            said(outcome.restarted.loss),
            said(outcome.single.loss),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend(&[(Ink::One, "warm restarts"), (Ink::Two, "one cosine")]);
        let runs = [(Ink::Two, &outcome.single), (Ink::One, &outcome.restarted)];
        let rates = schedule_panel(
            "rate η",
            "step t",
            runs.iter().map(|(ink, run)| (*ink, &run.rates)).collect(),
            vec![],
            Rates::Linear,
        );
        let losses = Panel {
            title: "log₁₀ of the training loss",
            x: Axis::linear("step t", 0.0..outcome.steps as f64),
            y: Axis::linear("", -1.6..0.4),
            draw: Box::new(move |plot| {
                for (ink, run) in runs {
                    let points = run.losses.iter();
                    let exponent = |loss: f64| loss.max(1e-300).log10().clamp(-1.6, 0.4);
                    plot.curve(points.map(|&(step, loss)| (step, exponent(loss))), ink);
                }
            }),
        };
        let distances = Panel {
            title: "‖θ − θ₀‖",
            x: Axis::linear("step t", 0.0..outcome.steps as f64),
            y: Axis::linear("", 0.0..8.0),
            draw: Box::new(move |plot| {
                for (ink, run) in runs {
                    plot.curve(run.distances.iter().copied(), ink);
                }
            }),
        };
        canvas.panels(270, vec![rates, losses, distances]);
    }
}
