//! A loss of weighed terms: shape, pull, best constant, checklist.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Handle, Ink};
use listings::experiments::loss_designer::Config;
use listings::report::number;
use plotters::style::text_anchor::HPos;

/// Four panels: the loss and its pull, the best constant, and the verdicts of the checklist.
pub struct LossDesigner;

impl Figure for LossDesigner {
    const NAME: &'static str = "loss-designer";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["squared", "huber", "quantile", "capped", "delta", "tau", "outlier"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "Your loss and its pull; the mean loss of predicting one constant for nine targets (dots; drag the largest); and what the \
             checklist says. The best constant is {}, the mean of the targets {}. The mean loss has {} among the constants from 0 to 20, \
             and {} of {} checks pass.",
            number(outcome.best, 2),
            number(outcome.mean, 2),
            if outcome.minima == 1 {
                "one minimum".to_string()
            } else {
                format!("{} minima", outcome.minima)
            },
            outcome.passed,
            outcome.checks.len(),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let last = outcome.residuals.len() - 1;
        let failed: Vec<&str> =
            outcome.checks.iter().filter(|c| !c.passed).map(|c| c.name).collect();
        format!(
            "Four panels. The loss is {} at r = −4 and {} at 4; its pull there is {} and {}. The best constant for nine targets, of which the \
             largest is {}, is {}. Failed checks: {}.",
            number(outcome.values[0], 2),
            number(outcome.values[last], 2),
            number(outcome.slopes[0], 2),
            number(outcome.slopes[last], 2),
            number(outcome.targets[8], 1),
            number(outcome.best, 2),
            if failed.is_empty() { "none".to_string() } else { failed.join(", ") }
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let against = |ys: &[f64]| -> Vec<(f64, f64)> {
            outcome.residuals.iter().copied().zip(ys.iter().copied()).collect()
        };
        let (values, slopes) = (against(&outcome.values), against(&outcome.slopes));
        let shape = |title, range, points: Vec<(f64, f64)>| Panel {
            title,
            x: Axis::linear("residual r = ŷ − y", -4.0..4.0),
            y: Axis::linear("", range),
            draw: Box::new(move |plot| {
                plot.line((-4.0, 0.0), (4.0, 0.0), Ink::Quiet);
                plot.curve(points.iter().copied(), Ink::One);
            }),
        };
        canvas.panels(
            230,
            vec![
                shape("your loss ℓ(r)", 0.0..8.0, values),
                shape("its pull ℓ′(r)", -5.0..5.0, slopes),
            ],
        );
        canvas.legend(&[(Ink::Two, "mean loss"), (Ink::Gray, "mean of the targets")]);
        let title = format!(
            "mean loss of a constant, over the largest; best constant: {}",
            number(outcome.best, 2)
        );
        let constant = Panel {
            title: &title,
            x: Axis::linear("constant c, and the targets", -0.5..20.5),
            y: Axis::linear("", -0.14..1.05),
            draw: Box::new(|plot| {
                let points =
                    outcome.constants.iter().copied().zip(outcome.losses.iter().copied());
                plot.curve(points, Ink::Two);
                plot.line((outcome.best, -0.14), (outcome.best, 1.05), Ink::Two);
                plot.line((outcome.mean, -0.14), (outcome.mean, 1.05), Ink::Gray);
                plot.points(
                    outcome.targets[..8].iter().map(|&target| (target, -0.07)),
                    4.0,
                    Ink::Text,
                );
                let at = (outcome.targets[8], -0.07);
                plot.handle(Handle { at, x: Some("outlier"), y: None });
            }),
        };
        let checks = Panel {
            title: "the checklist",
            x: Axis::linear("", 0.0..1.0).bare(),
            y: Axis::linear("", 0.0..7.0).bare(),
            draw: Box::new(|plot| {
                for (row, check) in outcome.checks.iter().enumerate() {
                    let height = 6.4 - row as f64;
                    let (mark, ink) = if check.passed {
                        ("✓", Ink::Three)
                    } else {
                        ("✗", Ink::Accent)
                    };
                    plot.heading((0.02, height), mark, HPos::Left, ink);
                    let ink = if check.passed { Ink::Text } else { Ink::Accent };
                    plot.label((0.1, height), check.name, HPos::Left, ink);
                }
            }),
        };
        canvas.panels(250, vec![constant, checks]);
    }
}
