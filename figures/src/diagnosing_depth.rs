//! What many layers make of a gradient.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::diagnosing_depth::{Config, DEEPEST};
use listings::report::Format;

/// Signals by layer, and by depth.
pub struct DiagnosingDepth;

const INKS: [Ink; 3] = [Ink::Two, Ink::Three, Ink::One];
const RANGE: (f64, f64) = (-16.0, 12.0);

fn stands(outcome: &Outcome<DiagnosingDepth>) -> String {
    let format: Format = ".1e".parse().expect("a format");
    let stands: Vec<String> = outcome
        .rows
        .iter()
        .map(|row| {
            let factor = Format::fixed(2).apply(row.factor);
            format!("{} {} ({factor} a layer)", row.name, format.apply(row.ratio))
        })
        .collect();
    stands.join("; ")
}

impl Figure for DiagnosingDepth {
    const NAME: &'static str = "diagnosing-depth";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["depth", "gain", "seed"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "The signal ∂L/∂Z of {} hidden layers before the first step, in units of the last one's; first weights {} times their recommended size. At the first layer: {}.",
            outcome.depth,
            Format::default().apply(outcome.gain),
            stands(outcome)
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "Two plots of the logarithm of a gradient signal, first by layer for {} hidden layers, then at the first layer by the number of hidden layers, each for sigmoid, tanh and ReLU. At the first layer: {}.",
            outcome.depth,
            stands(outcome)
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let legend: Vec<(Ink, &str)> =
            INKS.into_iter().zip(outcome.rows.iter().map(|row| row.name)).collect();
        canvas.legend(&legend);
        let clamp = |value: f64| value.clamp(RANGE.0, RANGE.1);
        let layers = outcome.depth as f64;
        let by_layer = Panel {
            title: "log₁₀ of the signal",
            x: Axis::linear("layer", 0.5..layers + 0.5),
            y: Axis::linear("", RANGE.0..RANGE.1),
            draw: Box::new(|plot| {
                plot.line((0.5, 0.0), (layers + 0.5, 0.0), Ink::Quiet);
                for (row, ink) in outcome.rows.iter().zip(INKS) {
                    let points = row.layers.iter().enumerate();
                    plot.curve(
                        points.map(|(at, &value)| (at as f64 + 1.0, clamp(value))),
                        ink,
                    );
                }
            }),
        };
        let end = DEEPEST as f64 + 0.5;
        let by_depth = Panel {
            title: "log₁₀ of the first layer's",
            x: Axis::linear("hidden layers", 1.5..end),
            y: Axis::linear("", RANGE.0..RANGE.1),
            draw: Box::new(|plot| {
                plot.line((1.5, 0.0), (end, 0.0), Ink::Quiet);
                for (row, ink) in outcome.rows.iter().zip(INKS) {
                    let points = row.depths.iter().enumerate();
                    plot.curve(
                        points.map(|(at, &value)| (at as f64 + 2.0, clamp(value))),
                        ink,
                    );
                    let here = clamp(row.depths[outcome.depth - 2]);
                    plot.points([(outcome.depth as f64, here)], 4.0, ink);
                }
            }),
        };
        canvas.panels(300, vec![by_layer, by_depth]);
    }
}
