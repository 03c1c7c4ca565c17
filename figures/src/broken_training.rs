//! A network with a fault in training: losses, gradients, silent units and the boundary.

use crate::canvas::Panel;
use crate::contours::contours;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink, Sample, Shape};
use listings::experiments::broken_training::{Config, PLANE};
use listings::report::{Format, number};

/// Four views of one run.
pub struct BrokenTraining;

/// The largest and smallest exponent drawn.
const LOSSES: (f64, f64) = (-2.0, 3.0);
const GRADIENTS: (f64, f64) = (-10.0, 4.0);

/// Everything that is drawn, and how.
const LEGEND: [(Sample, Ink, &str); 10] = [
    (Sample::Line, Ink::One, "training, reported"),
    (Sample::Line, Ink::Four, "training, evaluated"),
    (Sample::Line, Ink::Two, "validation"),
    (Sample::Line, Ink::Three, "first layer"),
    (Sample::Line, Ink::Five, "last layer"),
    (Sample::Line, Ink::Gray, "loss of a guess"),
    (Sample::Line, Ink::Text, "end of a run"),
    (Sample::Line, Ink::Accent, "boundary"),
    (Sample::Mark(Shape::Circle), Ink::Gray, "first moon"),
    (Sample::Mark(Shape::Triangle), Ink::Gray, "second moon"),
];

fn exponent(value: f64, (low, high): (f64, f64)) -> f64 {
    value.max(1e-300).log10().clamp(low, high)
}

fn written(loss: Option<f64>) -> String {
    match loss {
        None => "none".into(),
        Some(loss) if loss >= 1000.0 => {
            ".1e".parse::<Format>().expect("a format").apply(loss)
        }
        Some(loss) => number(loss, 3),
    }
}

fn name(outcome: &Outcome<BrokenTraining>) -> String {
    if outcome.mended && outcome.name != "healthy" {
        format!("{}, mended", outcome.name)
    } else {
        outcome.name.clone()
    }
}

fn stand(outcome: &Outcome<BrokenTraining>) -> String {
    let end = match outcome.end {
        Some(end) => format!(
            " It ended in epoch {} with {}.",
            outcome.history.training.len() + 1,
            end.words()
        ),
        None => String::new(),
    };
    let suspects = match &outcome.suspects[..] {
        [] if outcome.epoch == outcome.epochs => {
            " The diagnosis suspects nobody.".to_string()
        }
        [] => String::new(),
        suspects => format!(" The diagnosis suspects: {}.", suspects.join("; ")),
    };
    let ratio = outcome.ratio.map_or(String::new(), |ratio| {
        let format: Format =
            if ratio < 0.01 { ".0e" } else { ".2" }.parse().expect("a format");
        format!(
            ", first over last layer's gradient before the first step {}",
            format.apply(ratio)
        )
    });
    format!(
        "After {} of {} epochs the training loss is {} as reported and {} evaluated, validation {}, accuracy on fresh samples {}, silent units of the worst layer {}{ratio}.{end}{suspects}",
        outcome.epoch,
        outcome.epochs,
        written(outcome.training),
        written(outcome.evaluated),
        written(outcome.validation),
        Format::percent(0).apply(outcome.accuracy),
        Format::percent(0).apply(outcome.silent),
    )
}

/// Exponents of values that were read at `first`, an epoch later, and so on.
fn by_epoch(
    values: &[f64],
    first: f64,
    range: (f64, f64),
) -> impl Iterator<Item = (f64, f64)> {
    let exponents = values.iter().map(move |&value| exponent(value, range));
    exponents.enumerate().map(move |(at, value)| (at as f64 + first, value))
}

impl Figure for BrokenTraining {
    const NAME: &'static str = "broken-training";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["fault", "mended", "rate_factor", "seed"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let name = name(outcome);
        let mut letters = name.chars();
        let first = letters.next().map(|letter| letter.to_uppercase().to_string());
        let name = format!("{}{}", first.unwrap_or_default(), letters.as_str());
        let rate = Format::default().apply(outcome.rate);
        format!("{name}, rate {rate}. {}", stand(outcome))
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "Four plots of a training, {}: losses, sizes of the gradients of the layers and the share of silent units by epoch, and two moons with the boundary of the network. {}",
            name(outcome),
            stand(outcome)
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend_of(&LEGEND);
        let title = format!("log₁₀ loss: {}", name(outcome));
        let last = outcome.epochs as f64 + 0.5;
        let history = &outcome.history;
        let losses = Panel {
            title: &title,
            x: Axis::linear("epoch", 0.0..last),
            y: Axis::linear("", LOSSES.0..LOSSES.1),
            draw: Box::new(|plot| {
                let start = exponent(std::f64::consts::LN_2, LOSSES);
                plot.line((0.0, start), (last, start), Ink::Gray);
                plot.curve(by_epoch(&history.validation, 1.0, LOSSES), Ink::Two);
                plot.curve(by_epoch(&history.evaluated, 1.0, LOSSES), Ink::Four);
                plot.curve(by_epoch(&history.training, 1.0, LOSSES), Ink::One);
                if outcome.first > 0.0 {
                    plot.points([(0.0, exponent(outcome.first, LOSSES))], 4.0, Ink::One);
                }
                if outcome.end.is_some() {
                    let at = history.training.len() as f64 + 0.5;
                    plot.line((at, LOSSES.0), (at, LOSSES.1), Ink::Text);
                }
            }),
        };
        let gradients = Panel {
            title: "log₁₀ gradient of weights",
            x: Axis::linear("epoch", 0.0..last),
            y: Axis::linear("", GRADIENTS.0..GRADIENTS.1),
            draw: Box::new(|plot| {
                let of = |pick: fn(&[f64]) -> Option<&f64>| -> Vec<f64> {
                    history
                        .gradients
                        .iter()
                        .filter_map(|sizes| pick(sizes).copied())
                        .collect()
                };
                let [first, last] = [of(|sizes| sizes.first()), of(|sizes| sizes.last())];
                plot.curve(by_epoch(&last, 0.0, GRADIENTS), Ink::Five);
                plot.curve(by_epoch(&first, 0.0, GRADIENTS), Ink::Three);
                // A run that ends in its first epoch leaves one point, not a curve.
                for (sizes, ink) in [(&first, Ink::Three), (&last, Ink::Five)] {
                    plot.points(
                        by_epoch(&sizes[..sizes.len().min(1)], 0.0, GRADIENTS),
                        3.0,
                        ink,
                    );
                }
            }),
        };
        let silent = Panel {
            title: "silent units, worst layer",
            x: Axis::linear("epoch", 0.0..last),
            y: Axis::linear("", -0.02..1.02),
            draw: Box::new(|plot| {
                let points = history.silent.iter().enumerate();
                plot.curve(
                    points.map(|(at, &share)| (at as f64 + 1.0, share)),
                    Ink::Text,
                );
            }),
        };
        let [x, y] = PLANE;
        let boundary = Panel {
            title: "x₂; fresh samples, standardized",
            x: Axis::linear("x₁", x.0..x.1),
            y: Axis::linear("", y.0..y.1),
            draw: Box::new(|plot| {
                for (class, shape) in [(0, Shape::Circle), (1, Shape::Triangle)] {
                    let own = outcome.points.iter().filter(|(_, moon)| *moon == class);
                    plot.marks(own.map(|(at, _)| *at), shape, 2.0, Ink::Gray);
                }
                for line in contours(&outcome.margin, 0.0) {
                    plot.curve(line, Ink::Accent);
                }
            }),
        };
        canvas.grid(230, 2, vec![losses, gradients, silent, boundary]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_has_a_name_has_its_own_look() {
        for (at, (sample, ink, name)) in LEGEND.iter().enumerate() {
            let mut before = LEGEND[..at].iter();
            assert!(!before.any(|(s, i, _)| (s, i) == (sample, ink)), "{name}");
        }
        let classes = LEGEND.iter().filter(|(_, _, name)| name.ends_with("moon"));
        assert_eq!(classes.count(), 2);
    }
}
