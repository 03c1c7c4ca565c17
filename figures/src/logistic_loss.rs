//! Cross-entropy and squared error against the logit, with their slopes.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Handle, Ink};
use listings::experiments::curve::Curve;
use listings::experiments::logistic_loss::Config;
use listings::report::{Format, number};

/// Two panels: the losses of a logit, and how hard they pull.
pub struct LogisticLoss;

fn curves(outcome: &Outcome<LogisticLoss>) -> [(Ink, &'static str, &Curve); 2] {
    [
        (Ink::One, "cross-entropy", &outcome.cross_entropy),
        (Ink::Two, "squared error (p − y)²", &outcome.squared),
    ]
}

impl Figure for LogisticLoss {
    const NAME: &'static str = "logistic-loss";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["logit", "target"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "Two losses of one logit, for the target {}; drag the dot. At z = {} the model says p = {}: cross-entropy is {}, its slope {}; \
             the squared error is {}, its slope {}.",
            Format::default().apply(outcome.target),
            number(outcome.logit, 1),
            number(outcome.probability, 4),
            number(outcome.cross_entropy.value, 3),
            number(outcome.cross_entropy.slope, 4),
            number(outcome.squared.value, 3),
            number(outcome.squared.slope, 4),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let ends = curves(outcome).map(|(_, name, curve)| {
            let last = curve.values.len() - 1;
            format!(
                "{name} is {} with slope {} at −8, and {} with slope {} at 8",
                number(curve.values[0], 2),
                number(curve.slopes[0], 3),
                number(curve.values[last], 2),
                number(curve.slopes[last], 3)
            )
        });
        format!(
            "Two plots against the logit from −8 to 8, for the target {}: losses and their slopes. {}.",
            Format::default().apply(outcome.target),
            ends.join("; ")
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let curves = curves(outcome);
        canvas.legend(&curves.each_ref().map(|(ink, name, _)| (*ink, *name)));
        type Part = (fn(&Curve) -> &Vec<f64>, fn(&Curve) -> f64);
        let panel =
            |title, heights: std::ops::Range<f64>, (along, at): Part, handle| Panel {
                title,
                x: Axis::linear("logit z", -8.0..8.0),
                y: Axis::linear("", heights),
                draw: Box::new({
                    let curves = &curves;
                    move |plot| {
                        for (ink, _, curve) in curves {
                            let values = along(curve).iter().copied();
                            plot.curve(outcome.logits.iter().copied().zip(values), *ink);
                            plot.points([(outcome.logit, at(curve))], 4.5, *ink);
                        }
                        if handle {
                            let at = (outcome.logit, -0.4);
                            plot.handle(Handle { at, x: Some("logit"), y: None });
                        }
                    }
                }),
            };
        let values: Part = (|curve| &curve.values, |curve| curve.value);
        let slopes: Part = (|curve| &curve.slopes, |curve| curve.slope);
        canvas.panels(
            300,
            vec![
                panel("loss", -0.8..8.4, values, true),
                panel("slope in the logit", -1.1..1.1, slopes, false),
            ],
        );
    }
}
