//! The loss of a network trained along a right and along six wrong gradients.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::gradient_mistakes_train::{Config, STEPS, Trained};
use listings::report::{Format, number};

/// One panel.
pub struct GradientMistakesTrain;

/// Of the runs, in their order.
const INKS: [Ink; 7] =
    [Ink::Text, Ink::Accent, Ink::One, Ink::Four, Ink::Two, Ink::Three, Ink::Five];

fn stand(run: &Trained) -> String {
    let end = run.end.map_or(run.ending.name().to_string(), |end| number(end, 3));
    format!("{}: {end}", run.mistake)
}

fn stands(runs: &[Trained]) -> String {
    runs.iter().map(stand).collect::<Vec<_>>().join("; ")
}

impl Figure for GradientMistakesTrain {
    const NAME: &'static str = "gradient-mistakes-train";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["rate", "samples", "seed"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "A 2-3-3-1 network, {} samples, full-batch descent at the rate {}. The loss after {STEPS} steps, by what is wrong with the backward pass: {}. \
             A curve ends where it diverges, or where it has become erratic: there the last bits of a number decide how it goes on.",
            outcome.samples,
            Format::default().apply((outcome.rate * 1e6).round() / 1e6),
            stands(&outcome.runs),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "Seven curves of the loss over {STEPS} steps, on a logarithmic scale, all from {}. At the end, {}.",
            number(outcome.start, 3),
            stands(&outcome.runs),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let names = outcome.runs.iter().map(|run| run.mistake);
        canvas.legend(&INKS.into_iter().zip(names).collect::<Vec<_>>());
        let highest = (outcome.start.log10() + 0.5).max(1.0);
        let panel = Panel {
            title: "log₁₀ of the loss",
            x: Axis::linear("step", 0.0..STEPS as f64),
            y: Axis::linear("", -2.5..highest),
            draw: Box::new(move |plot| {
                for (ink, run) in INKS.into_iter().zip(&outcome.runs) {
                    let log = |loss: f64| loss.max(1e-300).log10();
                    let points = run.losses.iter().enumerate();
                    // What rises is gone in a few steps: all of these count.
                    let kept =
                        points.filter(|(step, _)| *step < 20 || step.is_multiple_of(5));
                    plot.curve(kept.map(|(step, &loss)| (step as f64, log(loss))), ink);
                }
            }),
        };
        canvas.panels(330, vec![panel]);
    }
}
