//! Singular values before and after Newton–Schulz.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink, Sample, Shape};
use listings::experiments::muon_spectrum::Config;
use listings::report::{Format, number};

/// What the iterations do to a number, and to the twelve of a matrix.
pub struct MuonSpectrum;

impl Figure for MuonSpectrum {
    const NAME: &'static str = "muon-spectrum";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["iterations", "fall", "seed"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "First: what {} iterations make of a singular value s; marks are those of the matrix. Second: the twelve singular values of the gradient of \
             a layer of 12 inputs and 24 outputs, over its norm, before and after. The largest is {} times the smallest before, and {} times after; all \
             end between {} and {}.",
            outcome.iterations,
            number(outcome.condition_before, 0),
            number(outcome.condition_after, 1),
            number(outcome.smallest, 2),
            number(outcome.largest, 2),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let list = |values: &[f64]| {
            let parts: Vec<String> = values.iter().map(|&s| number(s, 3)).collect();
            parts.join(", ")
        };
        format!(
            "First a curve of the outcome against s from 0 to 1. Then two rows of twelve singular values on a logarithmic axis. Before: {}. After {} iterations: {}.",
            list(&outcome.before),
            Format::default().apply(outcome.iterations as f64),
            list(&outcome.after)
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend_of(&[
            (Sample::Mark(Shape::Circle), Ink::One, "before"),
            (Sample::Mark(Shape::Triangle), Ink::Two, "after"),
        ]);
        let curve = Panel {
            title: "s after the iterations",
            x: Axis::linear("s before", 0.0..1.0),
            y: Axis::linear("", 0.0..1.4),
            draw: Box::new(|plot| {
                plot.straight(0.0, 1.0, Ink::Gray);
                plot.curve(outcome.curve.iter().copied(), Ink::Text);
                let pairs = outcome.before.iter().copied().zip(outcome.after.clone());
                plot.marks(pairs, Shape::Triangle, 4.0, Ink::Two);
            }),
        };
        let values = Panel {
            title: "singular value over the norm",
            x: Axis::linear("number, the largest first", 0.5..12.5),
            y: Axis::logarithmic("", 1e-3..2.0),
            draw: Box::new(|plot| {
                plot.curve([(0.5, 1.0), (12.5, 1.0)], Ink::Gray);
                let numbered = |values: &[f64]| -> Vec<(f64, f64)> {
                    let values = values.iter().enumerate();
                    values.map(|(at, &s)| ((at + 1) as f64, s)).collect()
                };
                plot.marks(numbered(&outcome.before), Shape::Circle, 3.5, Ink::One);
                plot.marks(numbered(&outcome.after), Shape::Triangle, 4.0, Ink::Two);
            }),
        };
        canvas.panels(300, vec![curve, values]);
    }
}
