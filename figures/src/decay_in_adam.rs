//! Mean weights whose gradients have different sizes, under two kinds of decay.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::decay_in_adam::{Config, SCALES, Shrinkage};
use listings::report::{Format, number};

/// The shortest digits of a setting.
fn short(value: f64) -> String {
    Format::default().apply(value)
}

/// Two panels: λw in Adam's gradient, and decay beside Adam's step.
pub struct DecayInAdam;

const INKS: [Ink; SCALES.len()] = [Ink::One, Ink::Two, Ink::Three, Ink::Four];

impl Figure for DecayInAdam {
    const NAME: &'static str = "decay-in-adam";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["decay", "rate", "seed"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "Weights that start at 1 and whose gradients are noise of four sizes, at η = {} and λ = {}: the mean of 200 weights each. After {} steps \
             L2 in Adam has left {} of the weights with the smallest gradients and {} of those with the largest; AdamW has left {} and {}. \
             (1 − ηλ)ᵗ is {}.",
            short(outcome.rate),
            short(outcome.decay),
            outcome.steps,
            number(outcome.l2_in_adam.last[0], 2),
            number(outcome.l2_in_adam.last[SCALES.len() - 1], 2),
            number(outcome.adamw.last[0], 2),
            number(outcome.adamw.last[SCALES.len() - 1], 2),
            number(outcome.expected, 2),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let part = |name: &str, shrinkage: &Shrinkage| {
            let ends = SCALES.iter().zip(&shrinkage.last).map(|(scale, &last)| {
                format!("{} where gradients are about {scale}", number(last, 2))
            });
            format!("{name}: {}", ends.collect::<Vec<_>>().join(", "))
        };
        format!(
            "Two plots of the mean weight against steps. It ends at: {}. {}.",
            part("with L2 in Adam's gradient", &outcome.l2_in_adam),
            part("With AdamW", &outcome.adamw)
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let names = SCALES.map(|scale| format!("gradients about {scale}"));
        let entries: Vec<_> =
            INKS.into_iter().zip(names.iter().map(String::as_str)).collect();
        canvas.legend(&entries);
        let panel = |title, shrinkage: &'_ Shrinkage| {
            let means = shrinkage.means.clone();
            Panel {
                title,
                x: Axis::linear("step t", 0.0..outcome.steps as f64),
                y: Axis::linear("", -0.1..1.2),
                draw: Box::new(move |plot: &crate::Plot| {
                    for (ink, means) in INKS.into_iter().zip(&means) {
                        let points = means.iter().enumerate();
                        plot.curve(
                            points.map(|(index, &m)| (5.0 * index as f64, m)),
                            ink,
                        );
                    }
                }) as Box<dyn Fn(&crate::Plot)>,
            }
        };
        canvas.panels(
            280,
            vec![
                panel("mean weight, L2 in Adam", &outcome.l2_in_adam),
                panel("mean weight, AdamW", &outcome.adamw),
            ],
        );
    }
}
