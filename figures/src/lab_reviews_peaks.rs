//! Lab 3: accuracy against the peak rate, with and without a warm-up.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink, Sample, Shape};
use listings::experiments::lab_reviews_peaks::Config;
use listings::labs::reviews::Peak;
use listings::report::number;

/// A mark a run, and a curve through the means.
pub struct LabReviewsPeaks;

fn shown(outcome: &Outcome<LabReviewsPeaks>) -> Vec<&Peak> {
    let norm = if outcome.after { "after" } else { "before" };
    outcome.peaks.iter().filter(|peak| peak.norm == norm).collect()
}

fn place(after: bool) -> &'static str {
    if after { "after the sums" } else { "before the parts" }
}

fn said(outcome: &Outcome<LabReviewsPeaks>) -> String {
    let one = |peak: &&Peak| {
        let (cold, warm) = (number(peak.cold.mean, 2), number(peak.warm.mean, 2));
        format!("{cold} and {warm} at {}", peak.peak)
    };
    shown(outcome).iter().map(one).collect::<Vec<_>>().join("; ")
}

impl Figure for LabReviewsPeaks {
    const NAME: &'static str = "lab-reviews-peaks";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["after"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let runs = outcome.peaks.iter().map(|peak| peak.cold.accuracies.len()).max();
        format!(
            "Norms {}: validation accuracy at the end of {} runs without and {} with a warm-up at each peak rate, and their means. \
             Without and with: {}.",
            place(outcome.after),
            runs.unwrap_or(0),
            runs.unwrap_or(0),
            said(outcome)
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "Accuracy by peak rate with norms {}, without and with a warm-up: {}.",
            place(outcome.after),
            said(outcome)
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend_of(&[
            (Sample::Mark(Shape::Circle), Ink::One, "no warm-up"),
            (Sample::Mark(Shape::Triangle), Ink::Two, "warm-up"),
        ]);
        let peaks = shown(outcome);
        let panel = Panel {
            title: "validation accuracy",
            x: Axis::logarithmic("peak rate", 0.0007..0.1),
            y: Axis::linear("", 0.45..0.95),
            draw: Box::new(move |plot| {
                let start = |peak: &Peak, is_warm: bool| {
                    if is_warm { peak.warm.clone() } else { peak.cold.clone() }
                };
                for (is_warm, aside, ink, shape) in [
                    (false, 0.95, Ink::One, Shape::Circle),
                    (true, 1.05, Ink::Two, Shape::Triangle),
                ] {
                    let at = |peak: &Peak| peak.peak * aside;
                    let means =
                        peaks.iter().map(|peak| (at(peak), start(peak, is_warm).mean));
                    plot.curve(means, ink);
                    for peak in &peaks {
                        let runs = start(peak, is_warm).accuracies.into_iter();
                        plot.marks(runs.map(|run| (at(peak), run)), shape, 4.5, ink);
                    }
                }
            }),
        };
        canvas.panels(280, vec![panel]);
    }
}
