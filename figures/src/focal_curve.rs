//! The focal loss and its pull over the probability of the right class.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Handle, Ink};
use listings::experiments::curve::PullCurve;
use listings::experiments::focal_curve::Config;
use listings::report::number;

/// Two panels: the loss of a probability, and how hard it pulls.
pub struct FocalCurve;

fn curves(outcome: &Outcome<FocalCurve>) -> [(Ink, String, &PullCurve); 4] {
    [
        (Ink::One, "cross-entropy".to_string(), &outcome.cross_entropy),
        (Ink::Two, format!("focal, γ = {}", number(outcome.gamma, 1)), &outcome.focal),
        (
            Ink::Three,
            format!("positive, α = {}", number(outcome.alpha, 2)),
            &outcome.positive,
        ),
        (
            Ink::Four,
            format!("negative, 1 − α = {}", number(1.0 - outcome.alpha, 2)),
            &outcome.negative,
        ),
    ]
}

impl Figure for FocalCurve {
    const NAME: &'static str = "focal-curve";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["at", "gamma", "alpha"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let harder = if outcome.equal_pull_at == 0.0 {
            "At γ = 0 the two are one.".to_string()
        } else {
            format!(
                "Below p = {} the focal loss pulls harder than cross-entropy, up to {} times.",
                number(outcome.equal_pull_at, 2),
                number(outcome.largest_gain, 2)
            )
        };
        format!(
            "The loss of a sample that gives its right class the probability p, and the pull on its logit. Drag the mark: at p = {} \
             cross-entropy costs {} times as much as the focal loss without α, and pulls {} times as hard. {harder}",
            number(outcome.at, 2),
            number(outcome.loss_ratio, 1),
            number(outcome.pull_ratio, 1),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let at = curves(outcome).map(|(_, name, curve)| {
            format!(
                "{name} costs {} and pulls with {}",
                number(curve.value, 4),
                number(curve.pull, 4)
            )
        });
        format!(
            "Two plots against the probability of the right class, losses and pulls, all falling to zero at 1. At p = {}: {}.",
            number(outcome.at, 2),
            at.join("; ")
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let curves = curves(outcome);
        canvas.legend(&curves.each_ref().map(|(ink, name, _)| (*ink, name.as_str())));
        type Part = fn(&PullCurve) -> (&Vec<f64>, f64);
        let panel = |title, top: f64, part: Part| Panel {
            title,
            x: Axis::linear("probability p of the right class", 0.0..1.0),
            y: Axis::linear("", 0.0..top),
            draw: Box::new({
                let curves = &curves;
                move |plot| {
                    plot.line((outcome.at, 0.0), (outcome.at, top), Ink::Accent);
                    for (ink, _, curve) in curves {
                        let (values, here) = part(curve);
                        let points = outcome.probabilities.iter().copied();
                        plot.curve(points.zip(values.iter().copied()), *ink);
                        plot.points([(outcome.at, here)], 4.0, *ink);
                    }
                    plot.handle(Handle { at: (outcome.at, 0.0), x: Some("at"), y: None });
                }
            }),
        };
        canvas.panels(
            300,
            vec![
                panel("loss", 4.0, |curve| (&curve.values, curve.value)),
                panel("pull", 1.3, |curve| (&curve.pulls, curve.pull)),
            ],
        );
    }
}
