//! A rate finder at work.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink, Sample, Shape};
use listings::experiments::finder_curve::{BATCH, Config};
use listings::experiments::schedule_curve::written;

/// Losses against a rising rate.
pub struct FinderCurve;

/// The top of the plot, above which losses are cut off.
const TOP: f64 = 8.0;

fn readings(outcome: &Outcome<FinderCurve>) -> String {
    match (outcome.steepest, outcome.minimum, outcome.tenth_of_minimum) {
        (Some(steepest), Some(minimum), Some(tenth)) => format!(
            "the loss falls fastest at {}, and is least at {}, a tenth of which is {}",
            written(steepest),
            written(minimum),
            written(tenth)
        ),
        _ => "there is nothing to read yet".to_string(),
    }
}

fn progress(outcome: &Outcome<FinderCurve>) -> String {
    if outcome.step == 0 {
        "Before the first step".to_string()
    } else if outcome.stopped {
        format!("Stopped at η = {}, where the loss exploded", written(outcome.reached))
    } else {
        format!(
            "After {} of {} steps, at η = {}",
            outcome.step,
            outcome.steps,
            written(outcome.reached)
        )
    }
}

/// The smoothed loss at the rate of a point.
fn smoothed_at(outcome: &Outcome<FinderCurve>, rate: f64) -> f64 {
    let near = |point: &&(f64, f64)| point.0 >= rate;
    outcome.smoothed.iter().find(near).map_or(0.0, |point| point.1.min(TOP))
}

impl Figure for FinderCurve {
    const NAME: &'static str = "finder-curve";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["start", "end", "steps", "smoothing", "seed"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "{}: {}. The loss of each batch of {BATCH}, in gray, and the loss smoothed with β = {}.",
            progress(outcome),
            readings(outcome),
            written(outcome.smoothing),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "The loss against the rate on a logarithmic axis, flat at first, then falling, then exploding. {}: {}.",
            progress(outcome),
            readings(outcome),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend_of(&[
            (Sample::Line, Ink::Gray, "loss of the batch"),
            (Sample::Line, Ink::One, "smoothed"),
            (Sample::Mark(Shape::Triangle), Ink::Three, "steepest"),
            (Sample::Mark(Shape::Circle), Ink::Two, "minimum"),
            (Sample::Mark(Shape::Square), Ink::Accent, "a tenth of it"),
        ]);
        let [from, to] = outcome.planned;
        let losses = Panel {
            title: "training loss",
            x: Axis::logarithmic("rate η", from..to),
            y: Axis::linear("", 0.0..TOP),
            draw: Box::new(|plot| {
                let thinned = |points: &[(f64, f64)]| -> Vec<(f64, f64)> {
                    let every = points.len().div_ceil(200).max(1);
                    let kept = points.iter().step_by(every);
                    kept.map(|&(rate, loss)| (rate, loss.min(1.2 * TOP))).collect()
                };
                plot.curve(thinned(&outcome.losses), Ink::Gray);
                plot.curve(thinned(&outcome.smoothed), Ink::One);
                for (rate, shape, ink) in [
                    (outcome.steepest, Shape::Triangle, Ink::Three),
                    (outcome.minimum, Shape::Circle, Ink::Two),
                    (outcome.tenth_of_minimum, Shape::Square, Ink::Accent),
                ] {
                    if let Some(rate) = rate.filter(|_| outcome.steepest.is_some()) {
                        plot.marks([(rate, smoothed_at(outcome, rate))], shape, 6.0, ink);
                    }
                }
            }),
        };
        canvas.panels(320, vec![losses]);
    }
}
