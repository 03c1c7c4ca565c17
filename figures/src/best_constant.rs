//! The loss of every constant prediction, and the best one.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Handle, Ink};
use listings::experiments::best_constant::{self, Config};
use listings::report::number;

/// Four curves with their minima, over nine targets of which the largest can be dragged.
pub struct BestConstant;

fn curves(
    outcome: &Outcome<BestConstant>,
) -> [(Ink, String, &best_constant::BestConstant); 4] {
    [
        (Ink::One, "MSE ÷ 4".to_string(), &outcome.mse),
        (Ink::Two, "MAE".to_string(), &outcome.mae),
        (Ink::Three, format!("Huber, δ = {}", number(outcome.delta, 1)), &outcome.huber),
        (
            Ink::Five,
            format!("quantile, τ = {}", number(outcome.tau, 2)),
            &outcome.quantile,
        ),
    ]
}

/// The squared error is drawn at a quarter of its size, so that its minimum is in the picture with the others.
fn drawn_at(ink: Ink, value: f64) -> f64 {
    if ink == Ink::One { value / 4.0 } else { value }
}

impl Figure for BestConstant {
    const NAME: &'static str = "best-constant";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["outlier", "delta", "tau"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "Nine targets (dots; drag the largest) and the loss of predicting one constant c for all. The best constant is {} \
             under MSE, the mean; {} under MAE, the median; {} under Huber; {} under the quantile loss.",
            number(outcome.mse.at, 2),
            number(outcome.mae.at, 2),
            number(outcome.huber.at, 2),
            number(outcome.quantile.at, 2),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let minima = curves(outcome)
            .map(|(_, name, best)| format!("{name} is least at {}", number(best.at, 2)));
        format!(
            "Loss against a constant prediction from 0 to 20, for nine targets of which the largest is {}. {}.",
            number(outcome.targets[8], 1),
            minima.join("; ")
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let curves = curves(outcome);
        canvas.legend(&curves.each_ref().map(|(ink, name, _)| (*ink, name.as_str())));
        let panel = Panel {
            title: "mean loss",
            x: Axis::linear("constant prediction c, and the targets", -0.5..20.5),
            y: Axis::linear("", -0.8..12.0),
            draw: Box::new(|plot| {
                for (ink, _, best) in &curves {
                    let values = best.values.iter().map(|&value| drawn_at(*ink, value));
                    plot.curve(outcome.constants.iter().copied().zip(values), *ink);
                }
                for (ink, _, best) in &curves {
                    let least = (best.at, drawn_at(*ink, best.least));
                    plot.line((best.at, -0.8), least, *ink);
                    plot.points([least], 4.5, *ink);
                }
                plot.points(
                    outcome.targets[..8].iter().map(|&target| (target, -0.3)),
                    4.0,
                    Ink::Text,
                );
                plot.handle(Handle {
                    at: (outcome.targets[8], -0.3),
                    x: Some("outlier"),
                    y: None,
                });
            }),
        };
        canvas.panels(320, vec![panel]);
    }
}
