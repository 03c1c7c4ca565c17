//! Logits to drag, their probabilities at a temperature, and the gradient.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Handle, Ink, Sample};
use listings::experiments::softmax_temperature::Config;
use listings::report::number;

/// Three panels of four bars: logits, probabilities, p − y.
pub struct SoftmaxTemperature;

const LOGITS: [&str; 4] = ["z1", "z2", "z3", "z4"];

impl Figure for SoftmaxTemperature {
    const NAME: &'static str = "softmax-temperature";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["temperature", "class", "z1", "z2", "z3", "z4"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "Drag the four logits. At T = {} the true class, {}, has the probability {}: the cross-entropy is {}. The entropy of the \
             four probabilities is {}, of at most ln 4 = {}.",
            number(outcome.temperature, 1),
            outcome.class,
            number(outcome.probabilities[outcome.class - 1], 3),
            number(outcome.cross_entropy, 3),
            number(outcome.entropy, 3),
            number(4_f64.ln(), 3),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let classes = (0..4).map(|i| {
            format!(
                "class {} has the logit {}, the probability {} and the gradient {}",
                i + 1,
                number(outcome.logits[i], 1),
                number(outcome.probabilities[i], 3),
                number(outcome.gradient[i], 3)
            )
        });
        format!(
            "Three bar charts at temperature {}: {}.",
            number(outcome.temperature, 1),
            classes.collect::<Vec<_>>().join("; ")
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let ink = |i: usize| if i + 1 == outcome.class { Ink::Accent } else { Ink::One };
        canvas.legend_of(&[
            (Sample::Region(0.75), Ink::Accent, "true class"),
            (Sample::Region(0.75), Ink::One, "other classes"),
        ]);
        let bars = |plot: &crate::Plot, heights: &[f64]| {
            for (i, &height) in heights.iter().enumerate() {
                let at = i as f64 + 1.0;
                plot.rectangle((at - 0.3, 0.0), (at + 0.3, height), ink(i), 0.75);
            }
            plot.line((0.4, 0.0), (4.6, 0.0), Ink::Text);
        };
        let panel = |title, heights, values: &'static str| {
            let bars = &bars;
            Panel {
                title,
                x: Axis::linear("class", 0.4..4.6),
                y: Axis::linear("", heights),
                draw: Box::new(move |plot| match values {
                    "logits" => {
                        plot.line((0.4, 0.0), (4.6, 0.0), Ink::Text);
                        for (i, &logit) in outcome.logits.iter().enumerate() {
                            let at = i as f64 + 1.0;
                            plot.curve([(at, 0.0), (at, logit)], Ink::Gray);
                            let handle =
                                Handle { at: (at, logit), x: None, y: Some(LOGITS[i]) };
                            plot.handle(handle);
                        }
                    }
                    "probabilities" => bars(plot, &outcome.probabilities),
                    _ => bars(plot, &outcome.gradient),
                }),
            }
        };
        canvas.panels(
            270,
            vec![
                panel("logits z: drag", -5.5..5.5, "logits"),
                panel("p = softmax(z/T)", 0.0..1.0, "probabilities"),
                panel("gradient p − y", -1.0..1.0, "gradient"),
            ],
        );
    }
}
