//! Triangular, triangular2 and exp_range between one pair of bounds.

use crate::figure::Outcome;
use crate::schedule_plot::{Rates, schedule_panel};
use crate::{Canvas, Figure, Ink};
use listings::experiments::cyclical_triangles::{Config, STEPS};
use listings::experiments::schedule_curve::written;

/// Three curves of the rate.
pub struct CyclicalTriangles;

fn in_words(outcome: &Outcome<CyclicalTriangles>) -> String {
    format!(
        "triangular {}; triangular2 {}; exp_range {}",
        outcome.triangular.curve.in_words(),
        outcome.triangular2.curve.in_words(),
        outcome.exp_range.curve.in_words()
    )
}

impl Figure for CyclicalTriangles {
    const NAME: &'static str = "cyclical-triangles";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["least", "most", "half", "factor"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "{STEPS} steps between {} and {}, {} steps up and {} down, γ = {}. First and last rate, and the mean: {}.",
            written(outcome.least),
            written(outcome.most),
            outcome.half,
            outcome.half,
            written(outcome.factor),
            in_words(outcome),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "Three triangle waves of the rate over {STEPS} steps with a period of {}: one keeps its height, one halves it with every period, one shrinks it at every \
             step; their lowest points are all {}. First and last rate, and the mean: {}.",
            2 * outcome.half,
            written(outcome.least),
            in_words(outcome),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend(&[
            (Ink::One, "triangular"),
            (Ink::Two, "triangular2"),
            (Ink::Three, "exp_range"),
        ]);
        let curves = vec![
            (Ink::One, &outcome.triangular.curve),
            (Ink::Two, &outcome.triangular2.curve),
            (Ink::Three, &outcome.exp_range.curve),
        ];
        let panel = schedule_panel("rate η", "step", curves, Vec::new(), Rates::Linear);
        canvas.panels(290, vec![panel]);
    }
}
