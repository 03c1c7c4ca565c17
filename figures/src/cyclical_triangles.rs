//! Triangular, triangular2 and exp_range between one pair of bounds.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::cyclical_triangles::{Config, Curve, STEPS};
use listings::report::{Format, number};

/// Three curves of the rate.
pub struct CyclicalTriangles;

fn means(outcome: &Outcome<CyclicalTriangles>) -> String {
    let short: Format = ".1e".parse().expect("a format");
    let said = |name: &str, curve: &Curve| {
        format!(
            "{name} {}, {}, {}",
            short.apply(curve.initial),
            short.apply(curve.last),
            number(curve.mean, 4)
        )
    };
    [
        said("triangular", &outcome.triangular),
        said("triangular2", &outcome.triangular2),
        said("exp_range", &outcome.exp_range),
    ]
    .join("; ")
}

impl Figure for CyclicalTriangles {
    const NAME: &'static str = "cyclical-triangles";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["least", "most", "half", "factor"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "{STEPS} steps between {} and {}, {} steps up and {} down, γ = {}. Initial, last and mean rate: {}.",
            Format::default().apply(outcome.least),
            Format::default().apply(outcome.most),
            outcome.half,
            outcome.half,
            Format::default().apply(outcome.factor),
            means(outcome),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "Three triangle waves of the rate over {STEPS} steps with a period of {}: one keeps its height, one halves it with every period, one shrinks it at every \
             step; their lowest points are all {}. Initial, last and mean rate: {}.",
            2 * outcome.half,
            Format::default().apply(outcome.least),
            means(outcome),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend(&[
            (Ink::One, "triangular"),
            (Ink::Two, "triangular2"),
            (Ink::Three, "exp_range"),
        ]);
        let rates = Panel {
            title: "rate η",
            x: Axis::linear("step", 0.0..STEPS as f64),
            y: Axis::linear("", 0.0..1.05 * outcome.most),
            draw: Box::new(|plot| {
                for (curve, ink) in [
                    (&outcome.triangular, Ink::One),
                    (&outcome.triangular2, Ink::Two),
                    (&outcome.exp_range, Ink::Three),
                ] {
                    let points = curve.rates.iter().enumerate();
                    plot.curve(points.map(|(step, &rate)| (step as f64, rate)), ink);
                }
            }),
        };
        canvas.panels(290, vec![rates]);
    }
}
