//! Two wells: one walk, and where the walks from all starts end.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Handle, Ink, Sample, Shape};
use listings::experiments::descent_well::{Config, REACH, STEPS};
use listings::report::{Format, number};

/// Two panels: the wells with a walk, and end against start.
pub struct DescentWell;

impl Figure for DescentWell {
    const NAME: &'static str = "descent-well";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["start", "rate", "tilt"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let percent = Format::percent(0);
        format!(
            "Drag the start. From x = {} at η = {} the walk ends at {}: x = {}, loss {}. Second panel: of all starts {} end in the deep minimum and {} in the \
             shallow one.",
            number(outcome.start, 2),
            number(outcome.rate, 2),
            outcome.place,
            number(outcome.last, 2),
            number(outcome.last_loss, 3),
            percent.apply(outcome.share_deep),
            percent.apply(outcome.share_shallow),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "A curve with a deep minimum at x = {}, a pass at {} and a shallow minimum at {}, with a walk from {} to {}; beside it the end of {STEPS} \
             steps against the start.",
            number(outcome.deep, 2),
            number(outcome.pass, 2),
            number(outcome.shallow, 2),
            number(outcome.start, 2),
            number(outcome.last, 2),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend_of(&[
            (Sample::Line, Ink::Gray, "loss"),
            (Sample::Mark(Shape::Circle), Ink::One, "the walk"),
            (Sample::Mark(Shape::Square), Ink::Two, "where a start ends"),
        ]);
        let wells = Panel {
            title: "loss",
            x: Axis::linear("x", -REACH..REACH),
            y: Axis::linear("", -0.8..1.0),
            draw: Box::new(|plot| {
                plot.curve(outcome.curve.iter().copied(), Ink::Gray);
                // After some sixty steps nothing more is to be seen.
                let shown = || outcome.path.iter().take(60).copied();
                for pair in shown().collect::<Vec<_>>().windows(2) {
                    plot.line(pair[0], pair[1], Ink::One);
                }
                plot.marks(shown(), Shape::Circle, 3.0, Ink::One);
                plot.handle(Handle { at: outcome.path[0], x: Some("start"), y: None });
            }),
        };
        let ends = Panel {
            title: "x in the end",
            x: Axis::linear("x at the start", -REACH..REACH),
            y: Axis::linear("", -REACH..REACH),
            draw: Box::new(|plot| {
                for level in [outcome.deep, outcome.shallow] {
                    plot.line((-REACH, level), (REACH, level), Ink::Gray);
                }
                plot.line((outcome.pass, -REACH), (outcome.pass, REACH), Ink::Gray);
                plot.marks(outcome.ends.iter().copied(), Shape::Square, 2.0, Ink::Two);
                plot.rings([(outcome.start, outcome.last)], 6.0, Ink::Accent);
            }),
        };
        canvas.panels(300, vec![wells, ends]);
    }
}
