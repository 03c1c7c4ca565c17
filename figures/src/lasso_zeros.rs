//! The weights of a lasso on their way, under two kinds of steps.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::lasso_zeros::{Config, Method};
use listings::report::number;

/// Two panels, subgradient and proximal, near zero.
pub struct LassoZeros;

impl Figure for LassoZeros {
    const NAME: &'static str = "lasso-zeros";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["lambda", "rate", "seed"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "The weights nearest to zero along {} steps at η = {} and λ = {}. After the last step the subgradient has made {} of eight weights exactly \
             zero, the proximal step {}; the weights that belong at zero still swing by up to {} under the subgradient, where ηλ = {}.",
            outcome.steps,
            number(outcome.rate, 2),
            number(outcome.lambda, 2),
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
            (Ink::One, "features 1–4 (true weight 1 or −2)"),
            (Ink::Five, "features 5–8 (true weight 0)"),
        ]);
        let panel = |title, method: &'_ Method| {
            let weights = method.weights.clone();
            Panel {
                title,
                x: Axis::linear("step t", 0.0..outcome.steps as f64),
                y: Axis::linear("", -0.4..0.4),
                draw: Box::new(move |plot: &crate::Plot| {
                    plot.line((0.0, 0.0), (outcome.steps as f64, 0.0), Ink::Text);
                    for (feature, path) in weights.iter().enumerate() {
                        let ink = if feature < 4 { Ink::One } else { Ink::Five };
                        let points = path.iter().enumerate();
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
