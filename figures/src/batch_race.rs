//! Three batch sizes against steps and against points seen: two clocks, two winners.

use crate::batch_paths::curves;
use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::batch_paths::Config;

/// Two panels: the excess loss against steps, and against points seen.
pub struct BatchRace;

impl Figure for BatchRace {
    const NAME: &'static str = "batch-race";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["epochs", "seed"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let tell = |count: usize, what: &str| {
            if count == 0 { "never".to_string() } else { format!("after {count} {what}") }
        };
        let (one, some, all) = (&outcome.one, &outcome.thirty_two, &outcome.all);
        format!(
            "The same three runs on two clocks. A hundredth of the first excess is left with single points {} ({}), with batches of 32 {} ({}), with all \
             points {}.",
            tell(one.steps_to_hundredth, "steps"),
            tell(one.seen_to_hundredth, "points seen"),
            tell(some.steps_to_hundredth, "steps"),
            tell(some.seen_to_hundredth, "points seen"),
            tell(all.steps_to_hundredth, "steps"),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "Excess loss of three batch sizes over {} epochs. Against steps the three fall at a similar pace and the whole batch has only {} of them; against points \
             seen single points fall first and the whole batch last.",
            outcome.epochs, outcome.all.steps,
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend(&[
            (Ink::Two, "b = 1, η = 0.2"),
            (Ink::Three, "b = 32, η = 0.1"),
            (Ink::Four, "b = 200, η = 0.05"),
        ]);
        let most = (200 * outcome.epochs) as f64;
        let panel = |label, is_by_step: bool| Panel {
            title: "loss above the least",
            x: Axis::logarithmic(label, 1.0..most),
            y: Axis::logarithmic("", 1e-4..10.0),
            draw: Box::new(move |plot: &crate::Plot| {
                for (descent, ink) in &curves(outcome)[..3] {
                    let points = descent.excess.iter().map(|&(step, seen, excess)| {
                        (if is_by_step { step } else { seen } as f64, excess)
                    });
                    plot.curve(points, *ink);
                }
            }),
        };
        canvas.panels(300, vec![panel("steps", true), panel("points seen", false)]);
    }
}
