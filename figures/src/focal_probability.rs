//! Which probability each loss asks for.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::focal_probability::{Config, Curve};
use listings::report::number;

/// The best probability over the share of positive samples.
pub struct FocalProbability;

fn curves(outcome: &Outcome<FocalProbability>) -> [(Ink, String, &Curve); 3] {
    [
        (Ink::Two, format!("focal, γ = {}", number(outcome.gamma, 1)), &outcome.focal),
        (
            Ink::Three,
            format!("the same, α = {}", number(outcome.alpha, 2)),
            &outcome.balanced,
        ),
        (
            Ink::Four,
            format!("cross-entropy, weight {}", number(outcome.weight, 1)),
            &outcome.weighted,
        ),
    ]
}

impl Figure for FocalProbability {
    const NAME: &'static str = "focal-probability";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["gamma", "alpha", "weight"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let [focal, balanced, weighted] = curves(outcome).map(|(_, _, curve)| {
            (number(curve.at_a_tenth, 2), number(curve.turns_at, 2))
        });
        format!(
            "Which probability of the positive class is best, where a share q of the samples is positive. Cross-entropy asks for q itself. \
             Where q is a tenth the others ask for {} (focal), {} (with α) and {} (weight); they first choose the positive class at q = {}, {} \
             and {}.",
            focal.0, balanced.0, weighted.0, focal.1, balanced.1, weighted.1,
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let at = curves(outcome).map(|(_, name, curve)| {
            format!("{name} passes one half at q = {}", number(curve.turns_at, 2))
        });
        format!(
            "Plot of the best probability against the share of positive samples, with the diagonal for cross-entropy: {}.",
            at.join("; ")
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let curves = curves(outcome);
        let mut entries = vec![(Ink::One, "cross-entropy")];
        entries.extend(curves.iter().map(|(ink, name, _)| (*ink, name.as_str())));
        canvas.legend(&entries);
        let panel = Panel {
            title: "best probability",
            x: Axis::linear("share q of positive samples", 0.0..1.0),
            y: Axis::linear("", 0.0..1.0),
            draw: Box::new(|plot| {
                plot.line((0.0, 0.5), (1.0, 0.5), Ink::Text);
                plot.straight(1.0, 0.0, Ink::One);
                for (ink, _, curve) in &curves {
                    let shares = outcome.shares.iter().copied();
                    plot.curve(shares.zip(curve.best.iter().copied()), *ink);
                }
            }),
        };
        canvas.panels(340, vec![panel]);
    }
}
