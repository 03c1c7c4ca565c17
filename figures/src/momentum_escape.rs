//! Two valleys, and who leaves the shallow one.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Handle, Ink, Sample, Shape};
use listings::experiments::momentum_escape::Config;

/// The landscape with the walks, beside the walks over time.
pub struct MomentumEscape;

impl Figure for MomentumEscape {
    const NAME: &'static str = "momentum-escape";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["start", "beta", "rate"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let sweep = &outcome.sweep;
        format!(
            "Two valleys. Drag the start: from θ = {:.2}, gradient descent ends in the {} one, momentum in the {} one. The row at the bottom says where momentum ends from \
             every start: {} of {} starts on the shallow side end in the deep valley, and {} of {} on the deep side in the shallow one. Gradient \
             descent changed sides {} times.",
            outcome.start,
            outcome.descent_ends,
            outcome.momentum_ends,
            sweep.escaped,
            sweep.shallow_starts,
            sweep.lost,
            sweep.deep_starts,
            sweep.descent_crossed,
        )
        .replace("= -", "= −")
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "A curve with a deep valley near −1 and a shallow one near 1. From θ = {:.2} gradient descent ends in the {} valley, momentum in the {} one, as a second plot \
             shows over 200 steps. Below the curve a row of dots tells for {} starts where momentum ends.",
            outcome.start,
            outcome.descent_ends,
            outcome.momentum_ends,
            outcome.sweep.ends.len(),
        )
        .replace("= -", "= −")
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend_of(&[
            (Sample::Line, Ink::One, "momentum"),
            (Sample::Line, Ink::Two, "gradient descent"),
            (Sample::Mark(Shape::Circle), Ink::Three, "start that ends deep"),
            (Sample::Mark(Shape::Cross), Ink::Five, "start that ends shallow"),
        ]);
        let ends = |deep: bool| {
            let chosen = outcome.sweep.ends.iter().filter(move |end| end.1 == deep);
            chosen.map(|&(at, _)| (at, -0.4))
        };
        let curve = Panel {
            title: "loss",
            x: Axis::linear("θ", -2.3..2.3),
            y: Axis::linear("", -0.5..2.0),
            draw: Box::new(move |plot| {
                plot.curve(outcome.landscape.iter().copied(), Ink::Text);
                plot.points(outcome.descent.iter().copied(), 3.5, Ink::Two);
                plot.points(outcome.momentum.iter().copied(), 2.5, Ink::One);
                plot.marks(ends(true), Shape::Circle, 2.5, Ink::Three);
                plot.marks(ends(false), Shape::Cross, 2.5, Ink::Five);
                let at = (outcome.start, -0.25);
                plot.handle(Handle { at, x: Some("start"), y: None });
            }),
        };
        let along = |path: &[(f64, f64)]| -> Vec<(f64, f64)> {
            path.iter().enumerate().map(|(step, &(at, _))| (step as f64, at)).collect()
        };
        let walks = Panel {
            title: "θ",
            x: Axis::linear("step", 0.0..200.0),
            y: Axis::linear("", -2.3..2.3),
            draw: Box::new(move |plot| {
                for place in outcome.places {
                    plot.line((0.0, place), (200.0, place), Ink::Gray);
                }
                plot.curve(along(&outcome.descent), Ink::Two);
                plot.curve(along(&outcome.momentum), Ink::One);
            }),
        };
        canvas.panels(300, vec![curve, walks]);
    }
}
