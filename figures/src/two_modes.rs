//! One normal distribution for two hills, by each direction of the divergence.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Handle, Ink};
use listings::experiments::two_modes::{Config, Fit};
use listings::report::number;

/// Densities beside the divergences along the mean.
pub struct TwoModes;

fn fits(outcome: &Outcome<TwoModes>) -> [(Ink, &'static str, &Fit); 3] {
    [
        (Ink::One, "least KL(P‖Q)", &outcome.covering),
        (Ink::Two, "least KL(Q‖P)", &outcome.seeking),
        (Ink::Accent, "your Q", &outcome.yours),
    ]
}

impl Figure for TwoModes {
    const NAME: &'static str = "two-modes";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["mean", "deviation", "separation", "weight", "spread"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "First panel: a density P of two hills (gray), and one hill Q fitted to it in either direction; yours can be dragged. Second panel: both \
             divergences along the mean of Q, at your σ = {}. Yours: KL(P‖Q) = {}, KL(Q‖P) = {}. The least KL(P‖Q) has σ = {}, \
             the least KL(Q‖P) σ = {}.",
            number(outcome.yours.deviation, 1),
            number(outcome.yours.forward, 2),
            number(outcome.yours.reverse, 2),
            number(outcome.covering.deviation, 2),
            number(outcome.seeking.deviation, 2),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let fits = fits(outcome).map(|(_, name, fit)| {
            format!(
                "{name} has mean {}, deviation {}, KL(P‖Q) = {} and KL(Q‖P) = {}",
                number(fit.mean, 2),
                number(fit.deviation, 2),
                number(fit.forward, 2),
                number(fit.reverse, 2)
            )
        });
        format!(
            "A density of two hills at {} and {}, with three normal densities; beside it both divergences against the mean. {}.",
            number(outcome.left, 1),
            number(-outcome.left, 1),
            fits.join("; ")
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let fits = fits(outcome);
        let mut entries = vec![(Ink::Gray, "P")];
        entries.extend(fits.iter().map(|(ink, name, _)| (*ink, *name)));
        canvas.legend(&entries);
        let heights = fits.iter().flat_map(|(_, _, fit)| &fit.density);
        let top = heights.chain(&outcome.target).copied().fold(0.85, f64::max);
        let densities = Panel {
            title: "densities",
            x: Axis::linear("x; drag the mean of your Q", -7.0..7.0),
            y: Axis::linear("", -0.04..1.05 * top),
            draw: Box::new(|plot| {
                let along = |density: &[f64]| -> Vec<(f64, f64)> {
                    let positions = outcome.positions.iter().copied();
                    positions.zip(density.iter().copied()).collect()
                };
                let hills = along(&outcome.target);
                let ground: Vec<_> = hills.iter().map(|&(x, _)| (x, 0.0)).collect();
                plot.band(&ground, &hills, Ink::Text);
                plot.curve(hills, Ink::Gray);
                for (ink, _, fit) in &fits {
                    plot.curve(along(&fit.density), *ink);
                }
                let at = (outcome.yours.mean, 0.0);
                plot.handle(Handle { at, x: Some("mean"), y: None });
            }),
        };
        let divergences = Panel {
            title: "divergence, at your σ",
            x: Axis::linear("mean of Q", -6.0..6.0),
            y: Axis::linear("", 0.0..12.0),
            draw: Box::new(|plot| {
                for (ink, values) in
                    [(Ink::One, &outcome.forward), (Ink::Two, &outcome.reverse)]
                {
                    let means = outcome.means.iter().copied();
                    plot.curve(means.zip(values.iter().copied()), ink);
                }
                let yours = &outcome.yours;
                plot.points([(yours.mean, yours.forward)], 4.5, Ink::One);
                plot.points([(yours.mean, yours.reverse)], 4.5, Ink::Two);
            }),
        };
        canvas.panels(310, vec![densities, divergences]);
    }
}
