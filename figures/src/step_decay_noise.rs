//! Step decay on a noisy parabola: losses over steps, and one walk in its shrinking ball.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::schedule_curve::written;
use listings::experiments::step_decay_noise::{Config, EVERY, STEPS, WALKS};

/// Two panels: losses, and a walk.
pub struct StepDecayNoise;

/// How far the right panel looks.
const HEIGHT: f64 = 3.0;

impl Figure for StepDecayNoise {
    const NAME: &'static str = "step-decay-noise";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["initial", "factor", "period", "deviation", "seed"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "First panel: the mean loss of {WALKS} noisy walks after {} of {STEPS} steps, and in gray what is expected. The expected loss at the end: {} under \
             step decay (γ = {}, N = {}), {} at the rate {} throughout, {} at the last rate {} throughout. Second panel: one walk under step decay; the bands are one \
             standard deviation of θ at rest, at each rate.",
            outcome.step,
            written(outcome.decay.last),
            outcome.factor,
            outcome.period,
            written(outcome.high.last),
            written(outcome.high.last_rate),
            written(outcome.low.last),
            written(outcome.low.last_rate),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "Three losses over {STEPS} steps on a logarithmic axis, so far {} steps: step decay falls in stages to {}; the initial rate stays at {}; the \
             last rate from the start ends at {}. Beside it a walk whose swings shrink from stage to stage.",
            outcome.step,
            written(outcome.decay.last),
            written(outcome.high.last),
            written(outcome.low.last),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend(&[
            (Ink::One, "step decay"),
            (Ink::Two, "initial rate throughout"),
            (Ink::Three, "last rate throughout"),
        ]);
        let last = STEPS as f64;
        let along = |values: &[f64]| -> Vec<(f64, f64)> {
            let steps = (0..).map(|index| (index * EVERY) as f64);
            steps.zip(values.iter().copied()).collect()
        };
        let losses = Panel {
            title: "loss",
            x: Axis::linear("step t", 0.0..last),
            y: Axis::logarithmic("", 1e-4..100.0),
            draw: Box::new(move |plot| {
                for (way, ink) in [
                    (&outcome.low, Ink::Three),
                    (&outcome.high, Ink::Two),
                    (&outcome.decay, Ink::One),
                ] {
                    plot.curve(along(&way.expected), Ink::Gray);
                    plot.curve(along(&way.measured), ink);
                }
            }),
        };
        let walk = Panel {
            title: "θ of one walk under step decay",
            x: Axis::linear("step t", 0.0..last),
            y: Axis::linear("", -HEIGHT..HEIGHT),
            draw: Box::new(move |plot| {
                for stage in &outcome.stages {
                    let radius = stage.radius.min(HEIGHT);
                    let ends = (stage.from as f64, stage.to as f64);
                    plot.rectangle((ends.0, -radius), (ends.1, radius), Ink::One, 0.15);
                }
                plot.curve(along(&outcome.walk), Ink::One);
            }),
        };
        canvas.panels(310, vec![losses, walk]);
    }
}
