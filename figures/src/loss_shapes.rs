//! The losses and their derivatives against the error.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::error_sweep::{Config, Curve};
use listings::report::number;

/// Two panels: the loss of an error, and how hard it pulls.
pub struct LossShapes;

fn curves(outcome: &Outcome<LossShapes>) -> [(Ink, String, &Curve); 5] {
    [
        (Ink::One, "MSE".to_string(), &outcome.mse),
        (Ink::Two, "MAE".to_string(), &outcome.mae),
        (Ink::Three, format!("Huber, δ = {}", number(outcome.delta, 2)), &outcome.huber),
        (Ink::Four, "log-cosh".to_string(), &outcome.log_cosh),
        (
            Ink::Five,
            format!("quantile, τ = {}", number(outcome.tau, 2)),
            &outcome.quantile,
        ),
    ]
}

impl Figure for LossShapes {
    const NAME: &'static str = "loss-shapes";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["delta", "tau"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "The loss of an error r, and its derivative: the pull of the point. The squared error pulls harder the farther \
             a point is; the others stop. At r = 3 the pulls are {} (MSE), {} (Huber) and {} (MAE).",
            number(*outcome.mse.slopes.last().expect("a sweep"), 2),
            number(*outcome.huber.slopes.last().expect("a sweep"), 2),
            number(*outcome.mae.slopes.last().expect("a sweep"), 2),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let ends = curves(outcome).map(|(_, name, curve)| {
            let last = outcome.errors.len() - 1;
            format!(
                "{name} rises to {} at −3 and {} at 3, with slope {} there",
                number(curve.values[0], 2),
                number(curve.values[last], 2),
                number(curve.slopes[last], 2)
            )
        });
        format!(
            "Two plots against the error from −3 to 3: losses and their slopes. {}.",
            ends.join("; ")
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let curves = curves(outcome);
        canvas.legend(&curves.each_ref().map(|(ink, name, _)| (*ink, name.as_str())));
        let panel =
            |title, heights: std::ops::Range<f64>, part: fn(&Curve) -> &Vec<f64>| Panel {
                title,
                x: Axis::linear("error r = ŷ − y", -3.0..3.0),
                y: Axis::linear("", heights),
                draw: Box::new({
                    let curves = &curves;
                    move |plot| {
                        for (ink, _, curve) in curves {
                            let points = outcome
                                .errors
                                .iter()
                                .copied()
                                .zip(part(curve).iter().copied());
                            plot.curve(points, *ink);
                        }
                    }
                }),
            };
        canvas.panels(
            300,
            vec![
                panel("loss ℓ(r)", 0.0..5.0, |curve| &curve.values),
                panel("pull ℓ′(r)", -3.2..3.2, |curve| &curve.slopes),
            ],
        );
    }
}
