//! What the weight of one term does to its share of the value and of the pull.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Handle, Ink};
use listings::experiments::two_terms::{Config, Weighting};
use listings::report::number;
use plotters::style::text_anchor::HPos;

/// Two curves over the weight, with the marks of some ways to choose it.
pub struct TwoTerms;

fn marks(outcome: &Outcome<TwoTerms>) -> [(&'static str, Weighting); 4] {
    [
        ("equal values", outcome.equal_values),
        ("equal pulls", outcome.equal_pulls),
        ("learned", outcome.learned),
        ("both 1", outcome.plain),
    ]
}

impl Figure for TwoTerms {
    const NAME: &'static str = "two-terms";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["unit", "log_weight", "price_noise"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "The price term, in units of {} dollars, beside the area term in square meters. At your weight, log₁₀ w = {} (drag it), the price \
             has {} of the value and {} of the pull at θ = ½, and the minimum lies at θ = {}, where 0 suits the areas and 1 the prices. With equal values it lies at {}, with learned \
             weights at {}.",
            number(outcome.unit, 0),
            number(outcome.yours.log_weight, 1),
            number(outcome.yours.value_share, 2),
            number(outcome.yours.pull_share, 2),
            number(outcome.yours.minimum, 2),
            number(outcome.equal_values.minimum, 2),
            number(outcome.learned.minimum, 3),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let marks = marks(outcome).map(|(name, weighting)| {
            format!(
                "{name}: log₁₀ of the weight {}, share of the value {}, of the pull {}",
                number(weighting.log_weight, 1),
                number(weighting.value_share, 2),
                number(weighting.pull_share, 2)
            )
        });
        format!(
            "Two curves that rise from 0 to 1 with the weight of the price term: its share of the value, and its share of the pull, which is \
             also where the minimum lies. {}.",
            marks.join("; ")
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend(&[
            (Ink::Two, "price's share of the value"),
            (Ink::One, "its share of the pull = place of the minimum"),
            (Ink::Accent, "your weight"),
        ]);
        let panel = Panel {
            title: "share of the price term at θ = ½",
            x: Axis::linear("log₁₀ of the weight of the price term", -9.0..5.0),
            y: Axis::linear("", -0.08..1.08),
            draw: Box::new(|plot| {
                let along = |shares: &[f64]| -> Vec<(f64, f64)> {
                    outcome
                        .log_weights
                        .iter()
                        .copied()
                        .zip(shares.iter().copied())
                        .collect()
                };
                plot.curve(along(&outcome.value_shares), Ink::Two);
                plot.curve(along(&outcome.pull_shares), Ink::One);
                for (name, weighting) in marks(outcome) {
                    let at = weighting.log_weight;
                    plot.points([(at, weighting.value_share)], 4.0, Ink::Two);
                    plot.points([(at, weighting.pull_share)], 4.0, Ink::One);
                    // To the left of the rising curves and above them.
                    let above = (at - 0.2, weighting.value_share + 0.04);
                    if name != "both 1" && at > -6.0 {
                        plot.label(above, name, HPos::Right, Ink::Text);
                    }
                }
                let yours = outcome.yours;
                plot.line(
                    (yours.log_weight, -0.08),
                    (yours.log_weight, 1.08),
                    Ink::Accent,
                );
                let at = (yours.log_weight, yours.pull_share);
                plot.handle(Handle { at, x: Some("log_weight"), y: None });
            }),
        };
        canvas.panels(320, vec![panel]);
    }
}
