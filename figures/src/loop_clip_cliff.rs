//! Three walks from a cliff, over the contours of the loss, and their losses.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Handle, Ink};
use listings::experiments::loop_clip_cliff::{Config, PLANE, Walk};
use listings::report::number;

/// Walks beside losses.
pub struct LoopClipCliff;

const INKS: [Ink; 3] = [Ink::Five, Ink::One, Ink::Two];

fn walks(outcome: &Outcome<LoopClipCliff>) -> [&Walk; 3] {
    [&outcome.plain, &outcome.by_norm, &outcome.by_value]
}

fn said(walk: &Walk) -> String {
    let end = match walk.left_at {
        Some(step) => format!("outside of the picture after {step}"),
        None => format!("loss {} in the end", number(walk.last, 5)),
    };
    let length = number(walk.first_step, 3);
    format!(
        "{}: a first step of {length}, turned by {}°, {end}",
        walk.name,
        number(walk.turned, 0)
    )
}

impl Figure for LoopClipCliff {
    const NAME: &'static str = "loop-clip-cliff";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["w", "u", "rate", "clip", "steps"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let all = walks(outcome).map(said).join("; ");
        format!(
            "Contours of L = ½ (u w²⁰ − 1)², a factor of 10 apart, and three walks of {} steps at η = {} from the same dot, which you \
             can drag. The gradient there has the norm {}; c = {}. The gradient {all}.",
            outcome.steps,
            number(outcome.rate, 4),
            number(outcome.norm, 1),
            number(outcome.clip, 1)
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let all = walks(outcome).map(said).join("; ");
        format!(
            "A loss over w and u that is flat on the left and a steep wall on the right, with a valley that bends between, and three walks \
             from ({}, {}): {all}. Beside it their losses by step.",
            number(outcome.start.0, 2),
            number(outcome.start.1, 2)
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let legend: Vec<(Ink, &str)> = INKS
            .into_iter()
            .zip(walks(outcome))
            .map(|(ink, walk)| (ink, walk.name))
            .collect();
        canvas.legend(&legend);
        let [w, u] = PLANE;
        let surface = Panel {
            title: "u",
            x: Axis::linear("w", w.0..w.1),
            y: Axis::linear("", u.0..u.1),
            draw: Box::new(move |plot| {
                // L = ½ r²: where the residual is ±√(2L). Its lines are sampled well where
                // those of log L, which falls into the valley like into a crack, are not.
                let levels: Vec<f64> = (-3..=3)
                    .map(|power| (2.0 * 10_f64.powi(power)).sqrt())
                    .flat_map(|residual| [-residual, residual])
                    .collect();
                plot.contours(&outcome.residual, &levels, Ink::Gray);
                for (ink, walk) in INKS.into_iter().zip(walks(outcome)) {
                    let every = walk.path.len().div_ceil(120).max(1);
                    plot.curve(walk.path.iter().copied().step_by(every), ink);
                }
                let handle = Handle { at: outcome.start, x: Some("w"), y: Some("u") };
                plot.handle(handle);
            }),
        };
        let losses = Panel {
            title: "log₁₀ of the loss",
            x: Axis::linear("step", 0.0..outcome.steps as f64),
            y: Axis::linear("", -8.0..4.0),
            draw: Box::new(move |plot| {
                for (ink, walk) in INKS.into_iter().zip(walks(outcome)) {
                    let every = walk.losses.len().div_ceil(120).max(1);
                    let points = walk.losses.iter().enumerate().step_by(every);
                    plot.curve(
                        points.map(|(step, &l)| (step as f64, l.max(1e-8).log10())),
                        ink,
                    );
                }
            }),
        };
        canvas.panels(330, vec![surface, losses]);
    }
}
