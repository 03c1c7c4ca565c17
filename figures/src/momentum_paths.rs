//! Three walks down a bowl.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::momentum_paths::{Config, Path};
use listings::report::{Format, number};

/// The bowl with the walks beside the losses.
pub struct MomentumPaths;

fn walks(outcome: &Outcome<MomentumPaths>) -> [(Ink, &'static str, &Path); 3] {
    [
        (Ink::Two, "gradient descent", &outcome.descent),
        (Ink::One, "momentum", &outcome.momentum),
        (Ink::Three, "Adam", &outcome.adam),
    ]
}

/// The loss at the end, in words.
fn end(path: &Path) -> String {
    if path.diverged {
        "has diverged".to_string()
    } else if path.loss >= 0.01 {
        format!("is at a loss of {}", number(path.loss, 2))
    } else {
        let scientific: Format = ".0e".parse().expect("a format");
        format!("is at a loss of {}", scientific.apply(path.loss))
    }
}

impl Figure for MomentumPaths {
    const NAME: &'static str = "momentum-paths";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["steps", "steep", "beta", "descent_rate", "momentum_rate", "adam_rate"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "A bowl with κ = {}, from (3.5, 3.5). After {} steps gradient descent {}, momentum {} and Adam {}. Momentum, here in its \
             moving-average form, crossed the floor of the valley {} times, gradient descent {} times. Move the steps to watch the walks grow.",
            number(outcome.kappa, 1),
            outcome.steps,
            end(&outcome.descent),
            end(&outcome.momentum),
            end(&outcome.adam),
            outcome.momentum.turns,
            outcome.descent.turns,
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let walks = walks(outcome).map(|(_, name, path)| {
            format!("{name} {} after {} turns", end(path), path.turns)
        });
        format!(
            "Elliptic contours with a minimum at the origin and three walks from (3.5, 3.5); beside them the loss at every step. After {} steps {}.",
            outcome.steps,
            walks.join(", "),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let walks = walks(outcome);
        canvas.legend(&walks.map(|(ink, name, _)| (ink, name)));
        let bowl = Panel {
            title: "w₂",
            x: Axis::linear("w₁", -6.0..6.0),
            y: Axis::linear("", -4.0..4.0),
            draw: Box::new({
                let walks = &walks;
                move |plot| {
                    plot.landscape(&outcome.landscape);
                    for (ink, _, path) in walks {
                        plot.walk(&path.points, *ink);
                    }
                }
            }),
        };
        let losses = Panel {
            title: "loss",
            x: Axis::linear("step", 0.0..outcome.steps.max(10) as f64),
            y: Axis::logarithmic("", 1e-5..1e4),
            draw: Box::new({
                let walks = &walks;
                move |plot| {
                    for (ink, _, path) in walks {
                        let losses = path.values.iter().enumerate();
                        let points = losses.map(|(step, &loss)| (step as f64, loss));
                        plot.curve(points.take_while(|point| point.1 < 1e12), *ink);
                    }
                }
            }),
        };
        canvas.panels(310, vec![bowl, losses]);
    }
}
