//! How far one far sample turns the line of each loss.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::hinge_outlier::{Config, Effect};
use listings::report::number;

/// Degrees turned, over the distance of the sample.
pub struct HingeOutlier;

fn effects(outcome: &Outcome<HingeOutlier>) -> [(Ink, &'static str, &Effect); 3] {
    [
        (Ink::One, "hinge", &outcome.hinge),
        (Ink::Two, "squared hinge", &outcome.squared_hinge),
        (Ink::Three, "cross-entropy", &outcome.logistic),
    ]
}

impl Figure for HingeOutlier {
    const NAME: &'static str = "hinge-outlier";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["direction", "copies", "decay"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let [hinge, squared, logistic] =
            effects(outcome).map(|(_, _, effect)| number(effect.last_turned, 1));
        let vanished = match outcome.hinge.vanished {
            0 => String::new(),
            count => format!(
                " On {count} of {} the hinge's solution is w = 0, without a line, which counts as turned by 90°.",
                outcome.seeds
            ),
        };
        format!(
            "{} of class +1 among 100 samples at {}° (0° is deep in its own class, 180° deep in the other), λ = {}, mean of {} data sets. At \
             a distance of 30 the lines are turned by {hinge}° (hinge), {squared}° (squared hinge) and {logistic}° (cross-entropy); the \
             hinge's less than that of cross-entropy on {} of {}.{vanished}",
            if outcome.copies == 1 {
                "One sample".to_string()
            } else {
                format!("{} copies of a sample", outcome.copies)
            },
            number(outcome.direction, 0),
            number(outcome.decay, 3),
            outcome.seeds,
            outcome.hinge_turns_less,
            outcome.seeds,
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let ends = effects(outcome).map(|(_, name, effect)| {
            format!(
                "{name} turns by {}° at a distance of 4 and {}° at 30",
                number(effect.near_turned, 1),
                number(effect.last_turned, 1)
            )
        });
        format!("Degrees turned against the distance of one sample: {}.", ends.join("; "))
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let effects = effects(outcome);
        canvas.legend(&effects.map(|(ink, name, _)| (ink, name)));
        let highest = effects.iter().flat_map(|(_, _, effect)| effect.turned.iter());
        let highest = highest.fold(0.0, |highest: f64, &turned| highest.max(turned));
        let top = [10.0, 45.0, 90.0, 180.0].into_iter().find(|&top| highest < top);
        let panel = Panel {
            title: "degrees turned",
            x: Axis::linear("distance of the sample", 0.0..30.0),
            y: Axis::linear("", 0.0..top.unwrap_or(180.0)),
            draw: Box::new(|plot| {
                for (ink, _, effect) in effects {
                    let turned = effect.turned.iter().copied();
                    plot.curve(outcome.distances.iter().copied().zip(turned), ink);
                }
            }),
        };
        canvas.panels(280, vec![panel]);
    }
}
