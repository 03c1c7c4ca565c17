//! Weights along a path of λ, and the errors of the fits.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::penalty_path::{ALIKE, Config};
use listings::report::{Format, number};
use plotters::style::text_anchor::HPos;

/// The shortest digits of a setting.
fn short(value: f64) -> String {
    Format::default().apply(value)
}

/// Two panels over λ: the weights, and the error on samples seen and unseen.
pub struct PenaltyPath;

/// How a feature's weight is drawn: the first ones are alike, one is alone, the others do not matter.
fn ink(feature: usize) -> Ink {
    match feature {
        0..ALIKE => Ink::One,
        ALIKE => Ink::Two,
        _ => Ink::Five,
    }
}

impl Figure for PenaltyPath {
    const NAME: &'static str = "penalty-path";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["lambda", "l1_ratio", "correlation", "seed"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "First panel: the eight weights along a path of λ, at ρ = {} (1 is the lasso, 0 is ridge); the first three features have the correlation {}. \
             At λ = {} (line) {} of the weights are exactly zero, and the weights of the first three differ by up to {}. Second panel: the mean squared \
             error on the sixty samples of the fit and on a thousand others, which is least, {}, at λ = {}.",
            short(outcome.l1_ratio),
            short(outcome.correlation),
            short(outcome.lambda),
            outcome.zeros,
            number(outcome.gap, 2),
            number(outcome.best_error, 2),
            number(outcome.best_lambda, 3),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let weights: Vec<String> =
            outcome.weights.iter().map(|&weight| number(weight, 2)).collect();
        format!(
            "Two plots over λ from 0.01 to 10. The weights grow from zero as λ falls; at λ = {} they are {}. The error on the samples of the fit \
             falls with λ; that on other samples falls to {} and is {} at the smallest λ.",
            short(outcome.lambda),
            weights.join(", "),
            number(outcome.best_error, 2),
            number(outcome.free_error, 2),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend(&[
            (Ink::One, "features 1–3, alike (true weight 1)"),
            (Ink::Two, "feature 4 (−2)"),
            (Ink::Five, "features 5–8 (0)"),
            (Ink::Three, "error, samples of the fit"),
            (Ink::Four, "error, other samples"),
        ]);
        let over_lambda = |values: &[f64]| -> Vec<(f64, f64)> {
            outcome.lambdas.iter().copied().zip(values.iter().copied()).collect()
        };
        let at = outcome.lambda;
        canvas.panels(
            300,
            vec![
                Panel {
                    title: "weight",
                    x: Axis::logarithmic("λ", 0.01..10.0),
                    y: Axis::linear("", -2.5..3.5),
                    draw: Box::new(move |plot| {
                        plot.line((0.01, 0.0), (10.0, 0.0), Ink::Text);
                        for (feature, path) in outcome.paths.iter().enumerate().rev() {
                            plot.curve(over_lambda(path), ink(feature));
                        }
                        plot.line((at, -2.5), (at, 3.5), Ink::Accent);
                        let marks = |feature: usize| (at, outcome.weights[feature]);
                        plot.points((0..8).map(marks), 3.5, Ink::Accent);
                        let zeros = format!("{} zero", outcome.zeros);
                        let side = if at > 1.0 { HPos::Right } else { HPos::Left };
                        let beside = if at > 1.0 { at / 1.15 } else { at * 1.15 };
                        plot.label((beside, 3.1), &zeros, side, Ink::Accent);
                    }),
                },
                Panel {
                    title: "mean squared error",
                    x: Axis::logarithmic("λ", 0.01..10.0),
                    y: Axis::linear("", 0.0..6.0),
                    draw: Box::new(move |plot| {
                        plot.curve(over_lambda(&outcome.train_errors), Ink::Three);
                        plot.curve(over_lambda(&outcome.fresh_errors), Ink::Four);
                        plot.points(
                            [(outcome.best_lambda, outcome.best_error)],
                            5.0,
                            Ink::Four,
                        );
                        plot.line((at, 0.0), (at, 6.0), Ink::Accent);
                    }),
                },
            ],
        );
    }
}
