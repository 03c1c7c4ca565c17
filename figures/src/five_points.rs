//! How much of each loss one outlier makes.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::five_points::{Config, LossOfPoints};
use listings::report::{Format, number};
use plotters::style::text_anchor::HPos;

/// Three bars, one a loss, cut into the shares of the five points.
pub struct FivePoints;

fn percent(share: f64) -> String {
    Format::percent(0).apply(share)
}

fn rows(outcome: &Outcome<FivePoints>) -> [(String, &LossOfPoints); 3] {
    [
        ("MSE".to_string(), &outcome.mse),
        (format!("Huber, δ = {}", number(outcome.delta, 1)), &outcome.huber),
        ("MAE".to_string(), &outcome.mae),
    ]
}

impl Figure for FivePoints {
    const NAME: &'static str = "five-points";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["delta", "outlier"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "Each bar is a loss of the five residuals, cut into the points' shares. The fifth residual, {}, makes {} of the \
             squared error, {} of the Huber loss and {} of the absolute error.",
            Format::default().apply(outcome.residuals[4]),
            percent(outcome.mse.outlier_share),
            percent(outcome.huber.outlier_share),
            percent(outcome.mae.outlier_share),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let bars = rows(outcome).map(|(name, loss)| {
            format!(
                "{name}: mean {}, outlier {}",
                number(loss.mean, 2),
                percent(loss.outlier_share)
            )
        });
        format!("Three stacked bars of shares of a loss. {}.", bars.join("; "))
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let panel = Panel {
            title: "",
            x: Axis::linear("share of the loss (%)", 0.0..100.0),
            y: Axis::linear("", 0.0..3.0).bare(),
            draw: Box::new(|plot| {
                for (row, (name, loss)) in rows(outcome).into_iter().enumerate() {
                    let bottom = 2.12 - row as f64;
                    let total: f64 = loss.values.iter().sum();
                    let mut left = 0.0;
                    for (point, value) in loss.values.iter().enumerate() {
                        let right =
                            left + 100.0 * if total > 0.0 { value / total } else { 0.2 };
                        let (ink, opacity) = match point {
                            4 => (Ink::Accent, 1.0),
                            _ => (Ink::One, 0.35 + 0.15 * point as f64),
                        };
                        plot.rectangle(
                            (left, bottom),
                            (right, bottom + 0.44),
                            ink,
                            opacity,
                        );
                        left = right;
                    }
                    let mean = format!("{name}: mean {}", number(loss.mean, 2));
                    plot.heading((0.5, bottom + 0.62), &mean, HPos::Left, Ink::Text);
                    let share = format!("outlier {}", percent(loss.outlier_share));
                    plot.label((99.5, bottom + 0.62), &share, HPos::Right, Ink::Accent);
                }
            }),
        };
        canvas.panels(250, vec![panel]);
    }
}
