//! Four methods on Nesterov's hard function.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::nesterov_worst::{Config, Gaps};
use listings::report::Format;

/// The gaps over the steps, and the bounds.
pub struct NesterovWorst;

/// The axis counts in millionths, which are short to write.
const MILLION: f64 = 1e6;

fn methods(outcome: &Outcome<NesterovWorst>) -> [(Ink, &'static str, &Gaps); 4] {
    [
        (Ink::Two, "gradient descent", &outcome.descent),
        (Ink::One, "momentum", &outcome.momentum),
        (Ink::Four, "Nesterov, constant β", &outcome.nesterov),
        (Ink::Three, "Nesterov 1983", &outcome.accelerated),
    ]
}

impl Figure for NesterovWorst {
    const NAME: &'static str = "nesterov-worst";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["dimension", "beta"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let scientific: Format = ".1e".parse().expect("a format");
        let [descent, momentum, nesterov, accelerated] =
            methods(outcome).map(|(_, _, gaps)| scientific.apply(gaps.after_100));
        format!(
            "Loss above the least on Nesterov's hard function in {} dimensions, in units of the largest curvature times ‖θ₀ − θ*‖². All use as rate one over that curvature. The gray lines are the \
             guarantees, 1/(2t) of gradient descent and 2/(t + 1)² of the method of 1983, and lowest what no method can beat that sees one coordinate more at each step. After 100 steps: {descent} (gradient descent), {momentum} (momentum), {nesterov} (Nesterov with constant β), {accelerated} \
             (1983).",
            outcome.dimension,
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let scientific: Format = ".1e".parse().expect("a format");
        let ends = methods(outcome).map(|(_, name, gaps)| {
            format!(
                "{name} {} and {}",
                scientific.apply(gaps.after_10),
                scientific.apply(gaps.after_1000)
            )
        });
        format!(
            "Four falling curves over 1 to 1000 steps, both axes logarithmic, between two guarantees above and a bound below. After 10 and after 1000 steps: {}.",
            ends.join("; ")
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let methods = methods(outcome);
        let mut entries: Vec<(Ink, &str)> =
            methods.iter().map(|(ink, name, _)| (*ink, *name)).collect();
        entries.push((Ink::Gray, "guarantees and bound"));
        canvas.legend(&entries);
        let steps: Vec<f64> = outcome.steps.iter().map(|&step| step as f64).collect();
        let panel = Panel {
            title: "loss above the least, in millionths",
            x: Axis::logarithmic("step t", 1.0..1000.0),
            y: Axis::logarithmic("", 0.01..1e5),
            draw: Box::new(move |plot| {
                let along = |f: fn(f64) -> f64, to: f64| {
                    let steps: Vec<f64> =
                        steps.iter().copied().filter(|&t| t <= to).collect();
                    steps.into_iter().map(move |t| (t, MILLION * f(t)))
                };
                plot.curve(along(|t| 0.5 / t, 1e3), Ink::Gray);
                plot.curve(along(|t| 2.0 / (t + 1.0).powi(2), 1e3), Ink::Gray);
                let bound =
                    steps.iter().copied().zip(outcome.bound.iter().map(|b| MILLION * b));
                plot.curve(bound.take_while(|point| point.1 > 0.0), Ink::Gray);
                for (ink, _, gaps) in &methods {
                    let gaps = gaps.gaps.iter().map(|gap| MILLION * gap);
                    let points = steps.iter().copied().zip(gaps);
                    plot.curve(points.take_while(|point| point.1 > 1e-8), *ink);
                }
            }),
        };
        canvas.panels(340, vec![panel]);
    }
}
