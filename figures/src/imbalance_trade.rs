//! Recall against precision of a rare class, under several losses.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::imbalance_seeds::{Config, Measured};
use listings::report::number;
use plotters::style::text_anchor::HPos;

/// What each loss trades, as its threshold moves.
pub struct ImbalanceTrade;

/// The place of the focal loss among the curves.
const FOCAL: usize = 1;

fn curves(outcome: &Outcome<ImbalanceTrade>) -> [(Ink, String, &Measured); 3] {
    [
        (Ink::One, "cross-entropy".to_string(), &outcome.cross_entropy),
        (Ink::Two, format!("focal, γ = {}", number(outcome.gamma, 1)), &outcome.focal),
        (Ink::Three, "class weights 1 and 9".to_string(), &outcome.weighted),
    ]
}

impl Figure for ImbalanceTrade {
    const NAME: &'static str = "imbalance-trade";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["gamma"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let [plain, focal, weighted] = curves(outcome)
            .map(|(_, _, one)| (number(one.recall, 2), number(one.precision, 2)));
        let data = match outcome.seeds {
            0 => "networks in training on the first data set".to_string(),
            1 => "on one data set".to_string(),
            seeds => format!("means of {seeds} data sets"),
        };
        format!(
            "Recall and precision of the rare class on test samples as the threshold moves from 0.04 to 0.96, {data}. Marks: \
             the usual threshold ½, at recall {} and precision {} (cross-entropy), {} and {} (focal, a ring), {} and {} (class weights). The cross: \
             cross-entropy with its threshold moved to {}.",
            plain.0,
            plain.1,
            focal.0,
            focal.1,
            weighted.0,
            weighted.1,
            number(outcome.mean_threshold, 2),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let marks = curves(outcome).map(|(_, name, one)| {
            format!(
                "{name} has recall {}, precision {} and F₁ {} at ½",
                number(one.recall, 2),
                number(one.precision, 2),
                number(one.f1, 2)
            )
        });
        format!(
            "Plot of precision against recall; the curves of three losses nearly coincide, their marks are at different places. {}.",
            marks.join("; ")
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let curves = curves(outcome);
        canvas.legend(&curves.each_ref().map(|(ink, name, _)| (*ink, name.as_str())));
        let panel = Panel {
            title: "precision",
            x: Axis::linear("recall", 0.0..1.0),
            y: Axis::linear("", 0.0..1.0),
            draw: Box::new(|plot| {
                for (ink, _, measured) in &curves {
                    plot.curve(measured.curve.iter().copied(), *ink);
                }
                // The marks of two losses may coincide: a ring leaves the disk in it to be seen.
                for (at, (ink, _, measured)) in curves.iter().enumerate() {
                    let mark = [(measured.recall, measured.precision)];
                    if at == FOCAL {
                        plot.rings(mark, 9.0, *ink);
                    } else {
                        plot.points(mark, 6.0, *ink);
                    }
                }
                let moved = (outcome.moved.recall, outcome.moved.precision);
                plot.marks([moved], crate::Shape::Cross, 7.0, Ink::Text);
                let beside = (moved.0 - 0.02, moved.1 - 0.06);
                plot.label(beside, "threshold moved", HPos::Right, Ink::Text);
            }),
        };
        canvas.panels(360, vec![panel]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use listings::experiments::Experiment;

    #[test]
    fn marks_at_one_place_are_both_seen() {
        let mut outcome = Config::default().start().unwrap().outcome();
        outcome.focal = outcome.cross_entropy.clone();
        let mut canvas = Canvas::new(crate::Width::Wide);
        ImbalanceTrade::draw(&outcome, &mut canvas);
        let svg = canvas.finish("a test");
        let disk = svg.find("r=\"24\" fill=\"var(--series-1)\"").expect("a disk");
        let ring = svg.find("r=\"36\" fill=\"none\" stroke=\"var(--series-2)\"");
        assert!(ring.expect("a ring about it") > disk);
    }
}
