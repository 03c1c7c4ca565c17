//! The length of Adam's first steps without its corrections, and what they do on the bowl.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::bias_correction::Config;
use listings::report::{Format, number};

/// Two panels: lengths over steps, and two walks.
pub struct BiasCorrection;

/// The shortest digits of a setting.
fn short(value: f64) -> String {
    Format::default().apply(value)
}

impl Figure for BiasCorrection {
    const NAME: &'static str = "bias-correction";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["beta1", "beta2", "rate", "steps"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "First panel: the length of a step over η when the gradient is constant. Without correction the first is {} times as long as with it, step {} \
             is {} times as long, and from step {} on the difference is below 5 %. Second panel: {} steps at η = {} on the bowl; with correction the walk \
             overshoots the minimum by {}, without it by {}.",
            number(outcome.first, 2),
            outcome.longest_at,
            number(outcome.longest, 2),
            outcome.settled,
            outcome.steps,
            short(outcome.rate),
            number(outcome.corrected.overshoot, 2),
            number(outcome.uncorrected.overshoot, 2),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "In the first panel, the length of a step against its number on a logarithmic axis: 1 with correction; without, from {} up to {} at step {}, then back \
             to 1. In the second, θ₁ on the bowl against steps, from 3.5: after {} steps the loss is {} with correction and {} without.",
            number(outcome.first, 2),
            number(outcome.longest, 2),
            outcome.longest_at,
            outcome.steps,
            number(outcome.corrected.last, 2),
            number(outcome.uncorrected.last, 2),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend(&[(Ink::One, "with correction"), (Ink::Two, "without")]);
        let top = (outcome.longest * 1.1).max(1.5);
        // Beyond 10,000, so that this value has room below the axis.
        let lengths = Panel {
            title: "length of a step / η",
            x: Axis::logarithmic("step t", 1.0..15_000.0),
            y: Axis::linear("", 0.0..top),
            draw: Box::new(|plot| {
                plot.curve([(1.0, 1.0), (10_000.0, 1.0)], Ink::One);
                let points = outcome.lengths.iter();
                plot.curve(points.map(|&(step, length)| (step as f64, length)), Ink::Two);
            }),
        };
        let walks = Panel {
            title: "θ₁ on the bowl",
            x: Axis::linear("step t", 0.0..outcome.steps as f64),
            y: Axis::linear("", -4.0..4.0),
            draw: Box::new(|plot| {
                for (walk, ink) in
                    [(&outcome.corrected, Ink::One), (&outcome.uncorrected, Ink::Two)]
                {
                    let points = walk.path.iter().enumerate();
                    plot.curve(points.map(|(step, at)| (step as f64, at[0])), ink);
                }
            }),
        };
        canvas.panels(300, vec![lengths, walks]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Width;
    use crate::metrics::text_width;
    use listings::experiments::Experiment;

    #[test]
    fn the_last_value_of_the_axis_is_within_the_picture() {
        let outcome = Config::default().run();
        for width in Width::ALL {
            let mut canvas = Canvas::new(width);
            BiasCorrection::draw(&outcome, &mut canvas);
            let svg = canvas.finish("a test");
            let svg = roxmltree::Document::parse(&svg).unwrap();
            let panel = 4.0 * 360.0;
            let mut values = svg.descendants().filter(|n| n.text() == Some("10000"));
            let value = values.find(|n| n.is_element()).unwrap();
            let middle: f64 = value.attribute("x").unwrap().parse().unwrap();
            let half = 0.5 * text_width("10000", 4.0 * 13.0);
            assert!(middle + half <= panel, "{width:?}: {middle} + {half}");
        }
    }
}
