//! What the margin decides, under three ways to train.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::margin_sensitivity::{Config, MARGINS, Sweep};
use listings::report::number;

/// One panel: the share of right neighbors over the margin.
pub struct MarginSensitivity;

fn percent(share: f64) -> String {
    format!("{:.0} %", 100.0 * share)
}

/// How far a sweep is, while it runs.
fn progress(margins: usize) -> String {
    if margins == MARGINS.len() {
        String::new()
    } else {
        format!(", {margins} of {} margins done", MARGINS.len())
    }
}

fn sweeps(outcome: &Outcome<MarginSensitivity>) -> [(Ink, &'static str, &Sweep); 3] {
    [
        (Ink::One, "contrastive, pairs drawn", &outcome.pairs),
        (Ink::Two, "triplets drawn", &outcome.triplets),
        (Ink::Three, "semi-hard of a batch", &outcome.semi_hard),
    ]
}

impl Figure for MarginSensitivity {
    const NAME: &'static str = "margin-sensitivity";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["center_spread"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        if outcome.margins.is_empty() {
            return format!(
                "The share of right neighbors after 200 steps over the margin, mean over {} data sets: networks in training at the first \
                 margin.",
                outcome.seeds
            );
        }
        let best = sweeps(outcome).map(|(_, name, sweep)| {
            format!(
                "{name} {} (at m = {}; worst {})",
                percent(sweep.best),
                number(sweep.best_margin, 1),
                percent(sweep.worst)
            )
        });
        format!(
            "The share of right neighbors after 200 steps over the margin, mean over {} data sets{}. At best: {}.",
            outcome.seeds,
            progress(outcome.margins.len()),
            best.join(", ")
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        if outcome.margins.is_empty() {
            return "Axes for the share of right neighbors over the margin, still empty."
                .to_string();
        }
        let curves = sweeps(outcome).map(|(_, name, sweep)| {
            let shares: Vec<String> =
                sweep.accuracies.iter().map(|&share| percent(share)).collect();
            format!("{name}: {}", shares.join(", "))
        });
        let margins: Vec<String> =
            outcome.margins.iter().map(|&m| number(m, 1)).collect();
        format!(
            "Three curves of the share of right neighbors at the margins {}. {}.",
            margins.join(", "),
            curves.join("; ")
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let sweeps = sweeps(outcome);
        canvas.legend(&sweeps.each_ref().map(|(ink, name, _)| (*ink, *name)));
        let panel = Panel {
            title: "share of right neighbors",
            x: Axis::logarithmic("margin m", 0.1..30.0),
            y: Axis::linear("", 0.0..1.0),
            draw: Box::new(move |plot| {
                for (ink, _, sweep) in &sweeps {
                    let points = outcome.margins.iter().zip(&sweep.accuracies);
                    let points: Vec<_> = points.map(|(&m, &share)| (m, share)).collect();
                    plot.curve(points.iter().copied(), *ink);
                    plot.points(points, 3.5, *ink);
                }
            }),
        };
        canvas.panels(280, vec![panel]);
    }
}
