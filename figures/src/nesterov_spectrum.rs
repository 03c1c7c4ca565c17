//! The spectral pictures of momentum and Nesterov, side by side.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Handle, Ink, Sample, Shape};
use listings::experiments::nesterov_spectrum::{Config, Picture};
use listings::report::number;
use plotters::style::text_anchor::HPos;

/// Two maps with one handle.
pub struct NesterovSpectrum;

/// The spectral radii whose contours are drawn.
const RADII: [f64; 4] = [0.3, 0.5, 0.7, 0.9];

/// The values of ηλ at which the contours of Nesterov have their labels: the higher a
/// contour, the nearer to zero it leaves the map.
const BESIDE: [f64; 4] = [0.55, 0.55, 0.2, 0.12];

/// The β at which Nesterov has this radius where it oscillates: ρ² = β(1 − ηλ).
fn height(radius: f64, alpha: f64) -> f64 {
    radius * radius / (1.0 - alpha)
}

impl Figure for NesterovSpectrum {
    const NAME: &'static str = "nesterov-spectrum";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["step", "beta", "kappa"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "The factor of a step, first for momentum, then for Nesterov. Left of where they oscillate θ comes in from one side; right of it, for Nesterov beyond ηλ = 1, \
             θ changes sides at every step. Drag a dot: the bar is a ravine with κ = {}, from its flattest direction to its steepest. Here \
             the factors are {} (momentum; the steepest direction {}) and {} (Nesterov; it {}). The crosses are the best choices: {} and {}.",
            number(outcome.kappa, 1),
            number(outcome.momentum.factor, 3),
            outcome.momentum.steep,
            number(outcome.nesterov.factor, 3),
            outcome.nesterov.steep,
            number(outcome.momentum.best.factor, 3),
            number(outcome.nesterov.best.factor, 3),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "Two maps over rate times curvature, 0 to 4, and β, 0 to 1. Momentum oscillates in a wide region and diverges beyond 2 + 2β. Nesterov oscillates in a narrow region below 1, and \
             diverges beyond (2 + 2β)/(1 + 2β), between 1.3 and 2. The dot at ({}, {}) has the factors {} and {}.",
            number(outcome.step, 2),
            number(outcome.beta, 2),
            number(outcome.momentum.factor, 3),
            number(outcome.nesterov.factor, 3),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend_of(&[
            (Sample::Line, Ink::Accent, "your ravine"),
            (Sample::Mark(Shape::Cross), Ink::Three, "best choice"),
            (Sample::Region(0.15), Ink::One, "oscillates"),
            (Sample::Region(0.25), Ink::Accent, "diverges"),
        ]);
        let (at, flat) = ((outcome.step, outcome.beta), (outcome.flat, outcome.beta));
        let map = |title, picture: &'_ Picture, is_nesterov: bool| {
            let picture = picture.clone();
            Panel {
                title,
                x: Axis::linear("rate × curvature, ηλ", 0.0..4.0),
                y: Axis::linear("", 0.0..1.0),
                draw: Box::new(move |plot| {
                    plot.region(&picture.oscillation, 0.0, Ink::One, 0.15);
                    plot.region(&picture.radius, 1.0, Ink::Accent, 0.25);
                    plot.contours(&picture.radius, &RADII, Ink::Text);
                    for (radius, alpha) in RADII.into_iter().zip(BESIDE) {
                        let name = number(radius, 1);
                        if is_nesterov {
                            let beside = (alpha + 0.05, height(radius, alpha));
                            plot.label(beside, &name, HPos::Left, Ink::Text);
                        } else {
                            let above = (1.0, radius * radius + 0.03);
                            plot.label(above, &name, HPos::Center, Ink::Text);
                        }
                    }
                    let best = (picture.best.step, picture.best.beta);
                    plot.marks([best], Shape::Cross, 5.0, Ink::Three);
                    plot.line(flat, at, Ink::Accent);
                    plot.points([flat], 4.0, Ink::Accent);
                    plot.handle(Handle { at, x: Some("step"), y: Some("beta") });
                }),
            }
        };
        canvas.panels(
            310,
            vec![
                map("momentum: β", &outcome.momentum, false),
                map("Nesterov: β", &outcome.nesterov, true),
            ],
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_label_of_nesterov_stands_in_the_region_of_oscillation() {
        for (radius, alpha) in RADII.into_iter().zip(BESIDE) {
            let beta = height(radius, alpha);
            assert!(beta < 0.95, "{radius}: β = {beta} is at the edge of the map");
            // The roots of z² − (1 + β)(1 − ηλ)z + β(1 − ηλ) are complex.
            let sum = (1.0 + beta) * (1.0 - alpha);
            assert!(sum * sum < 4.0 * beta * (1.0 - alpha), "{radius} at {alpha}");
        }
    }
}
