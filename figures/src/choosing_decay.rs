//! Test loss by weight decay, and the difference to none.

use crate::canvas::Panel;
use crate::figure::Outcome;
use crate::{Axis, Canvas, Figure, Ink, Sample, Shape};
use listings::experiments::choosing_decay::{Config, Row};
use listings::report::{Format, number};

/// Losses beside differences.
pub struct ChoosingDecay;

/// Powers of ten, with room at both ends; λ = 0 is a line across.
const DECAYS: std::ops::Range<f64> = 4e-5..25.0;

/// The axis of differences, in percent.
const PERCENT: (f64, f64) = (-80.0, 80.0);

/// The range of the rule.
const RULE: (f64, f64) = (1e-3, 1e-2);

fn said(outcome: &Outcome<ChoosingDecay>) -> String {
    let free = outcome.rows[0].test_loss;
    match (outcome.best, free) {
        (Some(best), Some(free)) => {
            let row = outcome.rows.iter().find(|row| row.decay == best);
            let loss = row.and_then(|row| row.test_loss).unwrap_or(free);
            format!(
                "The least test loss is {} at λ = {best}; without decay it is {}",
                number(loss, 3),
                number(free, 3)
            )
        }
        _ => "Not all is measured yet".to_string(),
    }
}

impl Figure for ChoosingDecay {
    const NAME: &'static str = "choosing-decay";
    type Experiment = Config;

    fn controls() -> &'static [&'static str] {
        &["points", "rate", "updates", "seeds"]
    }

    fn caption(outcome: &Outcome<Self>) -> String {
        format!(
            "{} of {} runs: {} points, AdamW at η = {}, {} updates. {}. 1/(ηT) is {}.",
            outcome.done,
            outcome.runs,
            outcome.points,
            Format::default().apply(outcome.rate),
            outcome.updates,
            said(outcome),
            number(outcome.scale, 2),
        )
    }

    fn alternative(outcome: &Outcome<Self>) -> String {
        format!(
            "Training and test loss by λ from 0.0001 to 10, with a line across at the test loss of λ = 0; beside it the differences of the test loss to none, \
             with intervals, after {} of {} runs. {}.",
            outcome.done,
            outcome.runs,
            said(outcome),
        )
    }

    fn draw(outcome: &Outcome<Self>, canvas: &mut Canvas) {
        canvas.legend_of(&[
            (Sample::Line, Ink::One, "test loss"),
            (Sample::Line, Ink::Two, "training loss"),
            (Sample::Line, Ink::Text, "test loss without decay"),
            (Sample::Region(0.12), Ink::Three, "0.001 to 0.01"),
        ]);
        let rows = &outcome.rows[1..];
        let of = |value: fn(&Row) -> Option<f64>| {
            rows.iter().filter_map(move |row| Some((row.decay, value(row)?)))
        };
        let losses = Panel {
            title: "loss",
            x: Axis::logarithmic("weight decay λ", DECAYS),
            y: Axis::linear("", 0.0..1.0),
            draw: Box::new(move |plot| {
                plot.rectangle((RULE.0, 0.0), (RULE.1, 1.0), Ink::Three, 0.12);
                if let Some(free) = outcome.rows[0].test_loss {
                    plot.line((DECAYS.start, free), (DECAYS.end, free), Ink::Text);
                }
                plot.curve(of(|row| row.training_loss), Ink::Two);
                plot.curve(of(|row| row.test_loss), Ink::One);
                plot.points(of(|row| row.test_loss), 3.5, Ink::One);
            }),
        };
        let differences = Panel {
            title: "test loss against no decay, %",
            x: Axis::logarithmic("weight decay λ", DECAYS),
            y: Axis::linear("", PERCENT.0..PERCENT.1),
            draw: Box::new(move |plot| {
                plot.rectangle(
                    (RULE.0, PERCENT.0),
                    (RULE.1, PERCENT.1),
                    Ink::Three,
                    0.12,
                );
                plot.line((DECAYS.start, 0.0), (DECAYS.end, 0.0), Ink::Text);
                for row in rows {
                    let Some(paired) = row.difference else { continue };
                    let [low, high] =
                        [-1.0, 1.0].map(|side| paired.mean + side * paired.half_width);
                    plot.curve([(row.decay, low), (row.decay, high)], Ink::Accent);
                    plot.marks(
                        [(row.decay, paired.mean)],
                        Shape::Circle,
                        4.0,
                        Ink::Accent,
                    );
                }
            }),
        };
        canvas.panels(290, vec![losses, differences]);
    }
}
