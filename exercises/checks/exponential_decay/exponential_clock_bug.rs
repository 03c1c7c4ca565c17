use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub rate: fn(f64, f64, usize, usize) -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    [(0.5, 4, 0), (0.5, 4, 4), (0.5, 4, 6), (0.2, 10, 25), (0.2, 1, 3)]
        .map(|(constant, batches, update)| {
            let label = format!(
                "rate(1, constant = {constant}, batches = {batches}, update = {update})"
            );
            Observation::of(label, || (answer.rate)(1.0, constant, batches, update))
        })
        .into()
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "updates-for-epochs" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "The exponent of e must have no unit. k is in 1/epoch. In what is `time`?",
        "How many epochs have passed at update 6, with 4 batches an epoch?",
    ],
    mistakes: &[
        Mistake {
            name: "updates-for-epochs",
            answer: |_| Answer { rate: |i, k, _, t| i * (-k * t as f64).exp() },
            diagnosis: "k is per epoch, and the time is in updates.",
            hint: "Divide the updates by the batches of an epoch.",
        },
        Mistake {
            name: "multiplied",
            answer: |_| Answer { rate: |i, k, b, t| i * (-k * (t * b) as f64).exp() },
            diagnosis: "The time was multiplied by the batches: now it runs faster still.",
            hint: "An epoch has many updates, so an update is a small part of an epoch.",
        },
        Mistake {
            name: "whole-epochs",
            answer: |_| Answer { rate: |i, k, b, t| i * (-k * (t / b) as f64).exp() },
            diagnosis: "The rate stays through an epoch; it should fall through it.",
            hint: "Divide as f64.",
        },
        Mistake {
            name: "per-epoch-divided-outside",
            answer: |_| Answer {
                rate: |i, k, b, t| i * (-k * t as f64).exp() / b as f64,
            },
            diagnosis: "The rate was divided by the batches, not the time.",
            hint: "The unit to be changed is in the exponent.",
        },
    ],
};
