//! The weights of a lasso on their way, under two kinds of steps.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::lasso_zeros::{Config, Method};
use listings::report::{Format, number};

/// The shortest digits of a setting.
fn short(value: f64) -> String {
    Format::default().apply(value)
}

/// Two panels, subgradient and proximal, near zero.
pub struct LassoZeros;

/// How many steps are drawn: what comes after looks the same.
const SHOWN: usize = 60;

impl Figure for LassoZeros {
    const NAME: &'static str = "lasso-zeros";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["lambda", "rate", "seed"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "The weights nearest to zero along the first {SHOWN} of {} steps at η = {} and λ = {}. After the last step the subgradient has made {} of eight weights exactly \
             zero, the proximal step {}; the weights that belong at zero still swing by up to {} under the subgradient, where ηλ = {}.",
            outcome.steps,
            short(outcome.rate),
            short(outcome.lambda),
            outcome.subgradient.zeros,
            outcome.proximal.zeros,
            number(outcome.subgradient.swing, 3),
            number(outcome.kick, 3),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "Two plots of weights against steps, zoomed in on zero. Under the subgradient {} of eight weights end at exactly zero, under the proximal \
             step {}. The objectives end at {} and {}.",
            outcome.subgradient.zeros,
            outcome.proximal.zeros,
            number(outcome.subgradient.objective, 4),
            number(outcome.proximal.objective, 4),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend(&[
            (Ink::Two, "features 1–4 (true weight 1 or −2)"),
            (Ink::One, "features 5–8 (true weight 0)"),
        ]);
        // Room for a few kicks of ηλ to either side.
        let height = (4.0 * outcome.kick).max(0.1);
        let panel = |title, method: &'_ Method| {
            let weights = method.weights.clone();
            Panel {
                title,
                x: Axis::linear("step t", 0.0..SHOWN as f64),
                y: Axis::linear("", -height..height),
                draw: Box::new(move |plot: &crate::Plot| {
                    plot.line((0.0, 0.0), (SHOWN as f64, 0.0), Ink::Text);
                    for (feature, path) in weights.iter().enumerate().rev() {
                        let ink = if feature < 4 { Ink::Two } else { Ink::One };
                        let points = path.iter().enumerate().take(SHOWN + 1);
                        plot.curve(
                            points.map(|(step, &weight)| (step as f64, weight)),
                            ink,
                        );
                    }
                }) as Box<dyn Fn(&crate::Plot)>,
            }
        };
        canvas.panels(
            280,
            vec![
                panel("weight, subgradient", &outcome.subgradient),
                panel("weight, proximal step", &outcome.proximal),
            ],
        );
    }
}
