//! The race: paths over the contours of a surface, and the loss of each against steps.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Handle, Ink};
use listings::experiments::race::{Config, Lap};
use listings::report::Format;

/// Paths beside losses.
pub struct Race;

/// L − L* below this is at the bottom of the plot, as a power of ten.
const FLOOR: f64 = -8.0;

fn laps(outcome: &Outcome<Race>) -> Vec<(Ink, &Lap)> {
    let inks = [
        (Ink::One, &outcome.descent),
        (Ink::Two, &outcome.momentum),
        (Ink::Five, &outcome.rmsprop),
        (Ink::Three, &outcome.adam),
    ];
    inks.into_iter().filter_map(|(ink, lap)| lap.as_ref().map(|lap| (ink, lap))).collect()
}

/// Two digits of a number of any size.
fn short(value: f64) -> String {
    let format = if value == 0.0 || (0.01..1e4).contains(&value.abs()) {
        Format::fixed(2)
    } else {
        ".1e".parse().expect("a format")
    };
    format.apply(value)
}

impl Figure for Race {
    const NAME: &'static str = "race";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &[
            "surface",
            "x",
            "y",
            "steps",
            "narrated",
            "descent",
            "descent_rate",
            "momentum",
            "momentum_rate",
            "rmsprop",
            "rmsprop_rate",
            "adam",
            "adam_rate",
        ]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let stands: Vec<String> = laps(outcome)
            .into_iter()
            .map(|(_, lap)| {
                format!(
                    "{} (η = {}) {} after {} steps, loss {}",
                    lap.name,
                    Format::default().apply(lap.rate),
                    lap.state.words(),
                    lap.steps,
                    short(lap.loss)
                )
            })
            .collect();
        let stands = if stands.is_empty() {
            "nobody takes part".to_string()
        } else {
            stands.join("; ")
        };
        format!(
            "{} after {} of {} steps: {stands}. {}",
            title(outcome.surface),
            outcome.step,
            outcome.of_steps,
            outcome.told
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let ways: Vec<String> = laps(outcome)
            .into_iter()
            .map(|(_, lap)| {
                format!(
                    "{} is {} at ({}, {}), {} from the nearest minimum, with a loss of {}",
                    lap.name,
                    lap.state.words(),
                    short(lap.at[0]),
                    short(lap.at[1]),
                    short(lap.distance),
                    short(lap.loss)
                )
            })
            .collect();
        format!(
            "Contours of the surface {} with a path for each optimizer from ({}, {}), and their losses after {} steps. {}.",
            outcome.surface,
            short(outcome.start[0]),
            short(outcome.start[1]),
            outcome.step,
            ways.join("; ")
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let laps = laps(outcome);
        let names: Vec<(Ink, &str)> =
            laps.iter().map(|(ink, lap)| (*ink, lap.name)).collect();
        canvas.legend(&names);
        let field = &outcome.landscape.field;
        let at = (outcome.start[0], outcome.start[1]);
        let ways = laps.clone();
        let paths = Panel {
            title: "θ₂",
            x: Axis::linear("θ₁", field.x.clone()),
            y: Axis::linear("", field.y.clone()),
            draw: Box::new(move |plot| {
                plot.landscape(&outcome.landscape);
                for (ink, lap) in &ways {
                    plot.walk(&lap.path, *ink);
                }
                plot.handle(Handle { at, x: Some("x"), y: Some("y") });
            }),
        };
        let top = laps
            .iter()
            .flat_map(|(_, lap)| lap.curve.iter())
            .map(|&(_, excess)| excess.max(1e-300).log10().ceil())
            .fold(1.0, f64::max)
            .min(6.0);
        let losses = Panel {
            title: "log₁₀ (L − L*)",
            x: Axis::linear("step", 0.0..outcome.of_steps as f64),
            y: Axis::linear("", FLOOR..top),
            draw: Box::new(move |plot| {
                for (ink, lap) in &laps {
                    let exponent = |excess: f64| excess.max(1e-300).log10().max(FLOOR);
                    plot.curve(
                        lap.curve.iter().map(|&(step, excess)| (step, exponent(excess))),
                        *ink,
                    );
                }
            }),
        };
        canvas.panels(350, vec![paths, losses]);
    }
}

/// With a capital first letter.
fn title(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}
