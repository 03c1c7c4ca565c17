//! Four networks in training: their boundaries and their losses.

use crate::canvas::Panel;
use crate::contours::contours;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink, Sample, Shape};
use listings::experiments::race_moons::{Config, Learned, PLANE};
use listings::report::{Format, number};

/// Boundaries beside losses.
pub struct RaceMoons;

const INKS: [Ink; 4] = [Ink::One, Ink::Two, Ink::Five, Ink::Three];

fn stand(learned: &Learned) -> String {
    let rate = Format::default().apply(learned.rate);
    let percent = Format::percent(1).apply(learned.accuracy);
    let loss =
        if learned.loss < 1e6 { number(learned.loss, 4) } else { "beyond 10⁶".into() };
    let end = if learned.diverged { ", diverged" } else { "" };
    format!("{} (η = {rate}): loss {loss}, {percent}{end}", learned.name)
}

impl Figure for RaceMoons {
    const NAME: &'static str = "race-moons";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["descent_rate", "momentum_rate", "rmsprop_rate", "adam_rate", "epochs", "seed"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let stands: Vec<String> =
            outcome.all().iter().map(|learned| stand(learned)).collect();
        format!(
            "After {} of {} full-batch epochs on 800 points: training loss, and the share of 200 test points (drawn) on the right side: {}.",
            outcome.epoch,
            outcome.epochs,
            stands.join("; ")
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let stands: Vec<String> =
            outcome.all().iter().map(|learned| stand(learned)).collect();
        format!(
            "Two moons of points with the boundaries of four networks, and a plot of four training losses by epoch, after {} epochs: {}.",
            outcome.epoch,
            stands.join("; ")
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let mut legend: Vec<(Sample, Ink, &str)> = INKS
            .into_iter()
            .zip(outcome.all())
            .map(|(ink, learned)| (Sample::Line, ink, learned.name))
            .collect();
        legend.push((Sample::Mark(Shape::Circle), Ink::Text, "first moon"));
        legend.push((Sample::Mark(Shape::Triangle), Ink::Text, "second moon"));
        canvas.legend_of(&legend);
        let [x, y] = PLANE;
        let boundaries = Panel {
            title: "x₂",
            x: Axis::linear("x₁", x.0..x.1),
            y: Axis::linear("", y.0..y.1),
            draw: Box::new(|plot| {
                for (class, shape) in [(0, Shape::Circle), (1, Shape::Triangle)] {
                    let own = outcome.points.iter().filter(|(_, moon)| *moon == class);
                    plot.marks(own.map(|(at, _)| *at), shape, 2.0, Ink::Gray);
                }
                for (ink, learned) in INKS.into_iter().zip(outcome.all()) {
                    // As curves, which have dashes of their own.
                    for line in contours(&learned.margin, 0.0) {
                        plot.curve(line, ink);
                    }
                }
            }),
        };
        let losses = Panel {
            title: "log₁₀ of the training loss",
            x: Axis::linear("epoch", 0.0..outcome.epochs as f64),
            y: Axis::linear("", -4.0..1.0),
            draw: Box::new(|plot| {
                for (ink, learned) in INKS.into_iter().zip(outcome.all()) {
                    let every = learned.losses.len().div_ceil(150).max(1);
                    let points = learned.losses.iter().enumerate().step_by(every);
                    let exponent = |loss: f64| loss.max(1e-300).log10().max(-4.0);
                    plot.curve(
                        points.map(|(at, &loss)| (at as f64, exponent(loss))),
                        ink,
                    );
                }
            }),
        };
        canvas.panels(330, vec![boundaries, losses]);
    }
}
