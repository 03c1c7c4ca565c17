//! Eight candidates, their weights, and how the temperature shares the push out.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink};
use listings::experiments::info_nce_temperature::{Config, NEGATIVES};
use listings::report::number;
use plotters::style::text_anchor::HPos;

/// Bars of weights, and the share of some negatives over the temperature.
pub struct InfoNceTemperature;

/// The negatives whose share is drawn: their place, and their ink.
const DRAWN: [(usize, Ink); 4] =
    [(0, Ink::Two), (1, Ink::Three), (3, Ink::Four), (6, Ink::Five)];

impl Figure for InfoNceTemperature {
    const NAME: &'static str = "info-nce-temperature";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["temperature", "positive"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "First panel: the softmax weight of eight candidates at τ = {}: the key (cosine {}) and seven negatives. The loss is {}, that of a guess {}. \
             Second panel: how the push on the negatives is shared among them. At this τ the hardest takes {:.0} %.",
            number(outcome.temperature, 2),
            number(outcome.cosines[0], 2),
            number(outcome.loss, 2),
            number(outcome.guess, 2),
            100.0 * outcome.hardest_share,
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        let weights: Vec<String> =
            outcome.weights.iter().map(|&weight| number(weight, 3)).collect();
        format!(
            "Bars of the weights of a key and seven negatives at temperature {}: {}. Beside them curves of each negative's share over the temperature: \
             at a low one the hardest has all, at a high one all have nearly the same.",
            number(outcome.temperature, 2),
            weights.join(", ")
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        let names = DRAWN.map(|(place, _)| {
            format!("negative with cosine {}", number(NEGATIVES[place], 1))
        });
        let mut entries = vec![(Ink::One, "its key")];
        entries.extend(
            DRAWN.iter().zip(&names).map(|((_, ink), name)| (*ink, name.as_str())),
        );
        canvas.legend(&entries);
        let ink_of = |candidate: usize| match candidate {
            0 => Ink::One,
            _ => DRAWN
                .iter()
                .find(|(place, _)| place + 1 == candidate)
                .map_or(Ink::Text, |(_, ink)| *ink),
        };
        let bars = Panel {
            title: "weight p",
            x: Axis::linear("cosine", -1.08..1.08),
            y: Axis::linear("", 0.0..1.08),
            draw: Box::new(move |plot| {
                for (i, (&cosine, &weight)) in
                    outcome.cosines.iter().zip(&outcome.weights).enumerate()
                {
                    // The key's bar is narrower, so that it does not hide a negative's.
                    let half = if i == 0 { 0.02 } else { 0.04 };
                    let corners = [(cosine - half, 0.0), (cosine + half, weight)];
                    plot.rectangle(corners[0], corners[1], ink_of(i), 0.8);
                }
                let key = outcome.cosines[0];
                plot.heading(
                    (key, outcome.weights[0].min(0.97) + 0.05),
                    "key",
                    HPos::Center,
                    Ink::One,
                );
            }),
        };
        let shares = Panel {
            title: "share of the push",
            x: Axis::logarithmic("temperature τ", 0.02..2.0),
            y: Axis::linear("", 0.0..1.08),
            draw: Box::new(move |plot| {
                plot.line(
                    (outcome.temperature, 0.0),
                    (outcome.temperature, 1.08),
                    Ink::Gray,
                );
                for (place, ink) in DRAWN {
                    let points =
                        outcome.shares.iter().map(|(t, shares)| (*t, shares[place]));
                    plot.curve(points, ink);
                }
            }),
        };
        canvas.panels(300, vec![bars, shares]);
    }
}
