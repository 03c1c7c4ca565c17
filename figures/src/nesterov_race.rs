//! Momentum and Nesterov in one ravine.

use crate::figure::Outcome;
use crate::walks::{self, Walk};
use crate::{Canvas, Figure, Ink};
use listings::experiments::nesterov_race::{Config, Path};
use listings::report::number;

/// The walks beside the losses.
pub struct NesterovRace;

fn courses(outcome: &Outcome<NesterovRace>) -> [(Ink, &'static str, &Path); 3] {
    [
        (Ink::Two, "gradient descent", &outcome.descent),
        (Ink::One, "momentum", &outcome.momentum),
        (Ink::Three, "Nesterov", &outcome.nesterov),
    ]
}

/// Where a walk is in the end, in words.
fn end(path: &Path) -> String {
    walks::end(path.loss, path.diverged)
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
        let ends =
            courses(outcome).map(|(_, name, path)| format!("{name} {}", end(path)));
        format!(
            "Contours of a ravine with a minimum at the origin and three walks from (5, 3), beside the losses over {} steps: {}.",
            outcome.steps,
            ends.join(", "),
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
        walks::beside_losses(canvas, landscape, &walks, ["θ₁", "θ₂"], steps, 1e-5..1e3);
    }
}
