//! Fits to many data sets, and the parts of their error for each degree.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::bias_variance::{Config, DEGREES, Parts};
use listings::report::number;

/// Fits with their mean beside bias², variance and noise against the degree.
pub struct BiasVariance;

type Part = fn(&Parts) -> f64;

const PARTS: [(Ink, &str, Part); 4] = [
    (Ink::One, "bias²", |parts| parts.squared_bias),
    (Ink::Two, "variance", |parts| parts.variance),
    (Ink::Three, "noise σ²", |parts| parts.noise),
    (Ink::Text, "their sum", |parts| parts.sum),
];

impl Figure for BiasVariance {
    const NAME: &'static str = "bias-variance";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["degree", "shrinkage", "samples", "noise", "seed"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let here = outcome.here;
        format!(
            "First panel: polynomials of degree {} fitted to some of {} data sets (gray), their mean, and the truth. Second panel: the parts of the \
             squared error for every degree; dots are measured on fresh targets. At degree {}: bias² {}, variance {}, noise {}; measured {}. \
             The sum is least at degree {}.",
            outcome.degree,
            outcome.data_sets,
            outcome.degree,
            number(here.squared_bias, 3),
            number(here.variance, 3),
            number(here.noise, 3),
            number(here.measured, 3),
            outcome.best_degree,
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let rows = outcome.parts.iter().enumerate().map(|(degree, parts)| {
            format!(
                "degree {degree}: bias² {}, variance {}, sum {}",
                number(parts.squared_bias, 2),
                number(parts.variance, 2),
                number(parts.sum, 2)
            )
        });
        format!(
            "Polynomial fits of degree {} about a sine, and curves of the parts of the error. {}.",
            outcome.degree,
            rows.collect::<Vec<_>>().join("; ")
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let mut entries =
            vec![(Ink::Gray, "fits"), (Ink::Five, "mean fit"), (Ink::Four, "truth")];
        entries.extend(PARTS.map(|(ink, name, _)| (ink, name)));
        canvas.legend(&entries);
        let along = |values: &[f64]| -> Vec<(f64, f64)> {
            outcome.positions.iter().copied().zip(values.iter().copied()).collect()
        };
        let fits = Panel {
            title: "ŷ",
            x: Axis::linear("x", -1.0..1.0),
            y: Axis::linear("", -2.2..2.2),
            draw: Box::new(move |plot| {
                for fit in &outcome.fits {
                    plot.curve(along(fit), Ink::Gray);
                }
                plot.curve(along(&outcome.truth), Ink::Four);
                plot.curve(along(&outcome.mean_fit), Ink::Five);
            }),
        };
        let parts = Panel {
            title: "squared error",
            x: Axis::linear("degree", -0.3..DEGREES as f64 + 0.3),
            y: Axis::linear("", 0.0..1.1),
            draw: Box::new(|plot| {
                let at = outcome.degree as f64;
                plot.line((at, 0.0), (at, 1.1), Ink::Accent);
                let points = |part: Part| {
                    let values = outcome.parts.iter().map(part);
                    values.enumerate().map(|(degree, value)| (degree as f64, value))
                };
                for (ink, _, part) in PARTS {
                    plot.curve(points(part), ink);
                }
                plot.points(points(|parts| parts.measured), 4.0, Ink::Accent);
            }),
        };
        canvas.panels(320, vec![fits, parts]);
    }
}
