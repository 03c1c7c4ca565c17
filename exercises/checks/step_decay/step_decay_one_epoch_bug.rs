use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub rate: fn(f64, f64, usize, usize) -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    [(30, 0), (30, 29), (30, 30), (30, 59), (30, 60), (4, 10), (1, 0), (1, 3)]
        .map(|(period, epoch)| {
            let label = format!("rate(0.8, 0.5, period = {period}, epoch = {epoch})");
            Observation::of(label, || (answer.rate)(0.8, 0.5, period, epoch))
        })
        .into()
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "one-early" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "How many epochs have the initial rate, for a period of 3? Write them down.",
        "Which epoch is the first after 30 of them, when they are counted from 0?",
    ],
    mistakes: &[
        Mistake {
            name: "one-early",
            answer: |_| Answer { rate: |i, f, n, t| i * f.powi(((t + 1) / n) as i32) },
            diagnosis: "The first stage is one epoch short.",
            hint: "Epochs are counted from 0: do not add 1.",
        },
        Mistake {
            name: "one-late",
            answer: |_| Answer {
                rate: |i, f, n, t| i * f.powi((t.saturating_sub(1) / n) as i32),
            },
            diagnosis: "Now the first stage is one epoch long.",
            hint: "Neither add nor subtract: epoch 30 has 30 epochs behind it.",
        },
        Mistake {
            name: "not-rounded",
            answer: |_| Answer { rate: |i, f, n, t| i * f.powf(t as f64 / n as f64) },
            diagnosis: "Now the rate falls in every epoch.",
            hint: "Divide whole numbers.",
        },
        Mistake {
            name: "rounded-to-the-nearest",
            answer: |_| Answer {
                rate: |i, f, n, t| i * f.powf((t as f64 / n as f64).round()),
            },
            diagnosis: "The exponent is rounded to the nearest: the first cut comes after half \
                        a period.",
            hint: "Round down.",
        },
    ],
};
