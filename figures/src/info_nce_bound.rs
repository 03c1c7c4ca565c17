//! The information that InfoNCE shows, over the number of candidates.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::info_nce_bound::Config;
use listings::report::number;

/// One panel: ln k − L under its two ceilings.
pub struct InfoNceBound;

impl Figure for InfoNceBound {
    const NAME: &'static str = "info-nce-bound";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["dimensions", "correlation", "seed"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let [first, .., last] = &outcome.estimates[..] else {
            unreachable!("several sizes")
        };
        format!(
            "What a perfect judge shows of {} nats of mutual information: {} with {} candidates, {} with {}. It cannot show more than ln k.",
            number(outcome.information, 2),
            number(first.shown, 2),
            first.candidates,
            number(last.shown, 2),
            last.candidates,
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let shown: Vec<String> = outcome
            .estimates
            .iter()
            .map(|e| format!("{} of {} candidates", number(e.shown, 2), e.candidates))
            .collect();
        format!(
            "A curve of the information that InfoNCE shows against the number of candidates, below the curve of its logarithm and the line of the \
             true {} nats: {}.",
            number(outcome.information, 2),
            shown.join(", ")
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend(&[
            (Ink::One, "ln k − loss"),
            (Ink::Two, "ln k"),
            (Ink::Three, "true information"),
        ]);
        let top = outcome.information.max(6.0) * 1.08;
        let panel = Panel {
            title: "nats",
            x: Axis::logarithmic("candidates k", 2.0..256.0),
            y: Axis::linear("", -0.2..top),
            draw: Box::new(move |plot| {
                let along = |height: fn(&_) -> f64| {
                    let estimates = outcome.estimates.iter();
                    estimates.map(move |e| (e.candidates as f64, height(e)))
                };
                plot.curve(along(|e| e.ceiling), Ink::Two);
                let level = outcome.information;
                plot.curve([(2.0, level), (256.0, level)], Ink::Three);
                plot.curve(along(|e| e.shown), Ink::One);
                plot.points(along(|e| e.shown), 3.5, Ink::One);
            }),
        };
        canvas.panels(300, vec![panel]);
    }
}
