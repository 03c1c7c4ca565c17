//! How rare minima are among the critical points of a random landscape.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink, Shape};
use listings::experiments::descent_dimensions::{Config, LARGEST};
use listings::report::Format;

/// Two panels: the share of minima, and the share of directions that lead down.
pub struct DescentDimensions;

impl Figure for DescentDimensions {
    const NAME: &'static str = "descent-dimensions";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["shift", "seed"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let percent = |share: f64| Format::percent(1).apply(share);
        let none = if outcome.none_from > LARGEST {
            "Minima were drawn in every dimension".to_string()
        } else {
            format!("From {} dimensions on, none was drawn", outcome.none_from)
        };
        format!(
            "Of {} random Hessians of each dimension the share that curves up everywhere: {} in one dimension, {} in two, {} in three. {none}. In ten \
             dimensions {} of all directions lead down. Move the shift up: the lower a critical point lies, the fewer.",
            outcome.repeats,
            percent(outcome.minima[0]),
            percent(outcome.minima[1]),
            percent(outcome.minima[2]),
            percent(outcome.downward[LARGEST - 1]),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "The share of minima falls from {} in one dimension to {} in five, on a logarithmic scale ever more steeply; the share of downward directions \
             goes from {} to {}.",
            Format::percent(1).apply(outcome.minima[0]),
            Format::percent(2).apply(outcome.minima[4]),
            Format::percent(0).apply(outcome.downward[0]),
            Format::percent(0).apply(outcome.downward[LARGEST - 1]),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let points = |shares: &[f64]| -> Vec<(f64, f64)> {
            shares.iter().enumerate().map(|(d, &share)| ((d + 1) as f64, share)).collect()
        };
        let minima = points(&outcome.minima);
        let downward = points(&outcome.downward);
        let share = Panel {
            title: "share of minima",
            x: Axis::linear("dimension d", 0.5..10.5),
            y: Axis::logarithmic("", 1e-4..1.5),
            draw: Box::new(move |plot| {
                // What was not drawn once has no logarithm.
                let drawn = || minima.iter().copied().filter(|(_, share)| *share > 0.0);
                plot.curve(drawn(), Ink::One);
                plot.marks(drawn(), Shape::Circle, 4.0, Ink::One);
            }),
        };
        let down = Panel {
            title: "share of directions that lead down",
            x: Axis::linear("dimension d", 0.5..10.5),
            y: Axis::linear("", 0.0..1.0),
            draw: Box::new(move |plot| {
                plot.curve(downward.iter().copied(), Ink::Two);
                plot.marks(downward.iter().copied(), Shape::Square, 4.0, Ink::Two);
            }),
        };
        canvas.panels(280, vec![share, down]);
    }
}
