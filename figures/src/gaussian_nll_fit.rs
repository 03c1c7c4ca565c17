//! A mean and a band that learn.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::gaussian_nll_fit::Config;
use listings::report::{Format, number};

/// The points with mean and band, and the predicted standard deviation beside the true one.
pub struct GaussianNllFit;

impl Figure for GaussianNllFit {
    const NAME: &'static str = "gaussian-nll-fit";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["beta", "outliers", "rate", "seed"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let what = if outcome.diverged {
            format!(
                "At step {} the loss was no longer finite, and training stopped",
                outcome.step
            )
        } else {
            format!("After {} of {} steps", outcome.step, outcome.steps)
        };
        let moved = match outcome.moved.len() {
            0 => String::new(),
            count => format!(" {count} points were moved up (rings)."),
        };
        format!(
            "{what}: the band of two standard deviations about the mean holds {} of the points.{moved} The mean is off the true one by {}; the \
             standard deviation is {} at the left end and {} at the right, where the true ones are {} and {}.",
            Format::percent(0).apply(outcome.covered),
            number(outcome.off_by, 2),
            number(outcome.ends[0], 2),
            number(outcome.ends[1], 2),
            number(outcome.true_noise[0].1, 2),
            number(outcome.true_noise[outcome.true_noise.len() - 1].1, 2),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "Points about a wave, more scattered to the right, with a fitted mean and a band about it; and the predicted standard deviation \
             against x beside the true one, a rising line. The prediction goes from {} to {} after {} steps.",
            number(outcome.ends[0], 2),
            number(outcome.ends[1], 2),
            outcome.step,
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend(&[
            (Ink::One, "mean, ± 2 standard deviations"),
            (Ink::Gray, "true mean"),
            (Ink::Two, "predicted deviation"),
        ]);
        let top = if outcome.moved.is_empty() { 3.0 } else { 6.0 };
        let points = Panel {
            title: "y",
            x: Axis::linear("x", -3.1..3.1),
            y: Axis::linear("", -3.0..top),
            draw: Box::new(|plot| {
                plot.band(&outcome.lower, &outcome.upper, Ink::One);
                plot.points(outcome.points.iter().copied(), 2.0, Ink::Text);
                plot.rings(outcome.moved.iter().copied(), 4.0, Ink::Accent);
                plot.curve(outcome.truth.iter().copied(), Ink::Gray);
                plot.curve(outcome.mean.iter().copied(), Ink::One);
            }),
        };
        let noise = Panel {
            title: "standard deviation; gray: the true one",
            x: Axis::linear("x", -3.1..3.1),
            y: Axis::linear("", 0.0..1.5),
            draw: Box::new(|plot| {
                plot.curve(outcome.true_noise.iter().copied(), Ink::Gray);
                plot.curve(outcome.noise.iter().copied(), Ink::Two);
            }),
        };
        canvas.panels(320, vec![points, noise]);
    }
}
