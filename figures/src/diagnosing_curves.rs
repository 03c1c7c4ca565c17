//! A gallery of loss curves.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink, Sample};
use listings::experiments::diagnosing_curves::{Config, Curve};
use listings::report::number;

/// Nine pairs of curves.
pub struct DiagnosingCurves;

const RANGE: (f64, f64) = (-2.0, 1.0);

fn exponent(loss: f64) -> f64 {
    loss.max(1e-300).log10().clamp(RANGE.0, RANGE.1)
}

fn stand(curve: &Curve) -> String {
    let written = |loss: Option<f64>| loss.map_or("none".into(), |loss| number(loss, 2));
    format!(
        "{} {} and {}",
        curve.name,
        written(curve.last_training),
        written(curve.last_validation)
    )
}

fn stands(outcome: &Outcome<DiagnosingCurves>) -> String {
    let stands: Vec<String> = outcome.curves.iter().map(stand).collect();
    stands.join("; ")
}

impl Figure for DiagnosingCurves {
    const NAME: &'static str = "diagnosing-curves";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["seed"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "Common logarithms of the losses in {} of {} epochs, the dot before the first step; the quiet line is ln 2, and what leaves a panel runs along its edge. Last training loss, as reported, and validation loss: {}.",
            outcome.epoch,
            outcome.epochs,
            stands(outcome)
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "Nine small plots, each with the training and the validation loss of a run by epoch, after {} epochs. Training and validation: {}.",
            outcome.epoch,
            stands(outcome)
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend_of(&[
            (Sample::Line, Ink::One, "training, as reported"),
            (Sample::Line, Ink::Two, "validation"),
            (Sample::Line, Ink::Accent, "the end of a run"),
        ]);
        let last = outcome.epochs as f64 + 0.5;
        let start = exponent(outcome.indifferent);
        let mut panels = Vec::new();
        for Curve { name, training, validation, first, has_ended, .. } in &outcome.curves
        {
            panels.push(Panel {
                title: name,
                x: Axis { values: 4, ..Axis::linear("", 0.0..last) },
                y: Axis { values: 4, ..Axis::linear("", RANGE.0..RANGE.1) },
                draw: Box::new(move |plot| {
                    plot.line((0.0, start), (last, start), Ink::Gray);
                    if *has_ended {
                        let at = training.len() as f64 + 0.5;
                        plot.line((at, RANGE.0), (at, RANGE.1), Ink::Accent);
                    }
                    if *first > 0.0 {
                        plot.points([(0.0, exponent(*first))], 3.0, Ink::One);
                    }
                    for (losses, ink) in [(validation, Ink::Two), (training, Ink::One)] {
                        let points = losses.iter().enumerate();
                        plot.curve(
                            points.map(|(at, &loss)| (at as f64 + 1.0, exponent(loss))),
                            ink,
                        );
                    }
                }),
            });
        }
        canvas.grid(150, 3, panels);
    }
}
