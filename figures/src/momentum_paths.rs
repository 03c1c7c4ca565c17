//! Three walks down a bowl.

use crate::figure::Outcome;
use crate::walks::{self, Walk};
use crate::{Canvas, Figure, Ink};
use listings::experiments::momentum_paths::{Config, Path};
use listings::report::number;

/// The bowl with the walks beside the losses.
pub struct MomentumPaths;

fn courses(outcome: &Outcome<MomentumPaths>) -> [(Ink, &'static str, &Path); 3] {
    [
        (Ink::Two, "gradient descent", &outcome.descent),
        (Ink::One, "momentum", &outcome.momentum),
        (Ink::Three, "Adam", &outcome.adam),
    ]
}

/// Where a walk is in the end, in words.
fn end(path: &Path) -> String {
    walks::end(path.loss, path.diverged)
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
        let walks = courses(outcome).map(|(_, name, path)| {
            format!("{name} {} after {} turns", end(path), path.turns)
        });
        format!(
            "Elliptic contours with a minimum at the origin and three walks from (3.5, 3.5); beside them the loss at every step. After {} steps {}.",
            outcome.steps,
            walks.join(", "),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let walks = courses(outcome);
        canvas.legend(&walks.map(|(ink, name, _)| (ink, name)));
        let walks = walks.map(|(ink, _, path)| Walk {
            ink,
            points: &path.points,
            losses: &path.values,
        });
        let (landscape, steps) = (&outcome.landscape, outcome.steps);
        walks::beside_losses(canvas, landscape, &walks, ["w₁", "w₂"], steps, 1e-5..1e4);
    }
}
