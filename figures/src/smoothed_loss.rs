//! Cross-entropy with and without label smoothing against the lead of the right class.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::smoothed_loss::{Config, Curve};
use listings::report::number;

/// Two panels: the losses of a lead, and their slopes.
pub struct SmoothedLoss;

fn curves(outcome: &Outcome<SmoothedLoss>) -> [(Ink, String, &Curve); 2] {
    let smoothed = format!("smoothing s = {}", number(outcome.smoothing, 2));
    [
        (Ink::One, "no smoothing".to_string(), &outcome.plain),
        (Ink::Two, smoothed, &outcome.smoothed),
    ]
}

impl Figure for SmoothedLoss {
    const NAME: &'static str = "smoothed-loss";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["smoothing", "classes"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        match outcome.best_lead {
            Some(lead) => format!(
                "{} classes, of which the right one leads by so much and the others are alike. With s = {} the loss is least, {}, \
                 at a lead of {}, where the right class has the probability {}.",
                outcome.classes,
                number(outcome.smoothing, 2),
                number(outcome.floor, 3),
                number(lead, 2),
                number(outcome.best_probability, 3),
            ),
            None => format!(
                "{} classes, of which the right one leads by so much and the others are alike. Without smoothing the loss falls \
                 forever: no lead is large enough.",
                outcome.classes
            ),
        }
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let ends = curves(outcome).map(|(_, name, curve)| {
            let last = curve.values.len() - 1;
            format!(
                "{name}: {} at −4, {} at 14, with slope {} there",
                number(curve.values[0], 2),
                number(curve.values[last], 3),
                number(curve.slopes[last], 3)
            )
        });
        format!(
            "Two plots against the lead of the right class from −4 to 14: losses and slopes. {}.",
            ends.join("; ")
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let curves = curves(outcome);
        canvas.legend(&curves.each_ref().map(|(ink, name, _)| (*ink, name.as_str())));
        let panel =
            |title, heights: std::ops::Range<f64>, part: fn(&Curve) -> &Vec<f64>| Panel {
                title,
                x: Axis::linear("lead of the right logit", -4.0..14.0),
                y: Axis::linear("", heights.clone()),
                draw: Box::new({
                    let curves = &curves;
                    move |plot| {
                        if let Some(lead) = outcome.best_lead {
                            let ends = [heights.start, heights.end];
                            plot.line((lead, ends[0]), (lead, ends[1]), Ink::Accent);
                        }
                        plot.line((-4.0, 0.0), (14.0, 0.0), Ink::Text);
                        for (ink, _, curve) in curves {
                            let values = part(curve).iter().copied();
                            plot.curve(outcome.leads.iter().copied().zip(values), *ink);
                        }
                    }
                }),
            };
        canvas.panels(
            290,
            vec![
                panel("cross-entropy", 0.0..9.0, |curve| &curve.values),
                panel("its slope", -1.1..0.6, |curve| &curve.slopes),
            ],
        );
    }
}
