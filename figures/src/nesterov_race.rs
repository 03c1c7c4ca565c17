//! Momentum and Nesterov in one ravine.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::nesterov_race::{Config, Path};
use listings::report::{Format, number};

/// The walks beside the losses.
pub struct NesterovRace;

fn walks(outcome: &Outcome<NesterovRace>) -> [(Ink, &'static str, &Path); 3] {
    [
        (Ink::Two, "gradient descent", &outcome.descent),
        (Ink::One, "momentum", &outcome.momentum),
        (Ink::Three, "Nesterov", &outcome.nesterov),
    ]
}

/// The loss at the end, in words.
fn end(path: &Path) -> String {
    let scientific: Format = ".1e".parse().expect("a format");
    if path.diverged {
        "has diverged".to_string()
    } else if path.loss >= 0.01 {
        format!("is at a loss of {}", number(path.loss, 2))
    } else {
        format!("is at a loss of {}", scientific.apply(path.loss))
    }
}

impl Figure for NesterovRace {
    const NAME: &'static str = "nesterov-race";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["steps", "kappa", "step", "beta"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "A ravine with κ = {}, the rate η = {} and β = {} for all. After {} steps gradient descent {}, momentum {} and Nesterov {}. Momentum \
             changed sides {} times, Nesterov {} times.",
            number(outcome.kappa, 1),
            number(outcome.rate, 3),
            number(outcome.beta, 2),
            outcome.steps,
            end(&outcome.descent),
            end(&outcome.momentum),
            end(&outcome.nesterov),
            outcome.momentum.turns,
            outcome.nesterov.turns,
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let ends = walks(outcome).map(|(_, name, path)| format!("{name} {}", end(path)));
        format!(
            "Contours of a ravine with a minimum at the origin and three walks from (5, 3), beside the losses over {} steps: {}.",
            outcome.steps,
            ends.join(", "),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let walks = walks(outcome);
        canvas.legend(&walks.map(|(ink, name, _)| (ink, name)));
        let surface = Panel {
            title: "θ₂",
            x: Axis::linear("θ₁", -6.0..6.0),
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
            y: Axis::logarithmic("", 1e-5..1e3),
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
        canvas.panels(310, vec![surface, losses]);
    }
}
