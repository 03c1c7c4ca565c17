//! The decision boundaries of two networks, and their losses.

use crate::canvas::{Panel, Sample};
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink, Shape};
use listings::experiments::decay_moons::{Config, Learned};
use listings::report::{Format, number};

/// The shortest digits of a setting.
fn short(value: f64) -> String {
    Format::default().apply(value)
}

/// Two panels with a boundary each, and one with four curves of losses.
pub struct DecayMoons;

impl Figure for DecayMoons {
    const NAME: &'static str = "decay-moons";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["decay", "decoupled", "points", "noise", "seed"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        let percent = |share| Format::percent(1).apply(share);
        let place =
            if outcome.decoupled { "beside Adam's step" } else { "in Adam's gradient" };
        format!(
            "Two networks on the same {} points, from the same start, after {} epochs: without decay, and with λ = {} {place}. On fresh points the \
             cross-entropy is {} without and {} with decay, and {} against {} are on the right side. The size of the weights, √Σw², is {} and {}.",
            outcome.points.len(),
            outcome.epoch,
            short(outcome.decay),
            number(outcome.free.test_loss, 3),
            number(outcome.decayed.test_loss, 3),
            percent(outcome.free.test_accuracy),
            percent(outcome.decayed.test_accuracy),
            number(outcome.free.norm, 1),
            number(outcome.decayed.norm, 1),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let ends = |learned: &Learned| {
            format!(
                "training loss {}, test loss {}",
                number(learned.train_loss, 3),
                number(learned.test_loss, 3)
            )
        };
        format!(
            "Two plots of {} points of two moons with the regions that a network gives to each, and one of losses by epoch. Without decay: {}. With \
             decay: {}.",
            outcome.points.len(),
            ends(&outcome.free),
            ends(&outcome.decayed)
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend_of(&[
            (Sample::Mark(Shape::Circle), Ink::One, "first moon"),
            (Sample::Mark(Shape::Triangle), Ink::Two, "second moon"),
            (Sample::Region(0.2), Ink::Two, "network says second"),
        ]);
        let with = format!("with λ = {}", short(outcome.decay));
        let boundary = |title, learned: &'_ Learned| {
            let probability = learned.probability.clone();
            Panel {
                title,
                x: Axis::linear("", -2.0..3.0),
                y: Axis::linear("", -1.5..2.0),
                draw: Box::new(move |plot: &crate::Plot| {
                    plot.region(&probability, 0.5, Ink::Two, 0.2);
                    plot.contours(&probability, &[0.5], Ink::Text);
                    for (class, shape, ink) in
                        [(0, Shape::Circle, Ink::One), (1, Shape::Triangle, Ink::Two)]
                    {
                        let points = outcome.points.iter().zip(&outcome.classes);
                        let points = points.filter(|(_, own)| **own == class);
                        plot.marks(points.map(|(point, _)| *point), shape, 2.5, ink);
                    }
                }) as Box<dyn Fn(&crate::Plot)>,
            }
        };
        canvas.panels(
            260,
            vec![
                boundary("without decay", &outcome.free),
                boundary(with.as_str(), &outcome.decayed),
            ],
        );
        canvas.legend(&[
            (Ink::Five, "training, without"),
            (Ink::One, "test, without"),
            (Ink::Four, "training, with λ"),
            (Ink::Three, "test, with λ"),
        ]);
        let curves = [
            (Ink::Five, &outcome.free.train_losses),
            (Ink::Four, &outcome.decayed.train_losses),
            (Ink::One, &outcome.free.test_losses),
            (Ink::Three, &outcome.decayed.test_losses),
        ];
        canvas.panels(
            230,
            vec![Panel {
                title: "cross-entropy",
                x: Axis::linear("epoch", 0.0..outcome.epochs as f64),
                y: Axis::linear("", 0.0..1.0),
                draw: Box::new(move |plot| {
                    for (ink, losses) in curves {
                        let points = losses.iter().enumerate();
                        plot.curve(
                            points.map(|(at, &loss)| (4.0 * at as f64, loss)),
                            ink,
                        );
                    }
                }),
            }],
        );
    }
}
