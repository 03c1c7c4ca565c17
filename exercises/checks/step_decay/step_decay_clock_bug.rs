use ndarray::Array1;

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub rates: fn((f64, f64), usize, usize, usize) -> Array1<f64>,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    [(2, 5, 3), (1, 3, 4), (3, 4, 2)]
        .map(|(period, epochs, batches)| {
            let label = format!(
                "rates((1, 0.5), period = {period}, epochs = {epochs}, batches = {batches})"
            );
            Observation::of(label, || (answer.rates)((1.0, 0.5), period, epochs, batches))
        })
        .into()
}

/// The rates when `cuts(update, epoch)` cuts lie behind an update.
fn with(
    (initial, factor): (f64, f64),
    (epochs, batches): (usize, usize),
    cuts: impl Fn(usize, usize) -> usize,
) -> Array1<f64> {
    let updates = 0..epochs * batches;
    updates
        .map(|update| initial * factor.powi(cuts(update, update / batches) as i32))
        .collect()
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "per-update" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "What does the clock count? In which unit is the period?",
        "How often is the line `clock += 1` reached in an epoch?",
    ],
    mistakes: &[
        Mistake {
            name: "per-update",
            answer: |_| Answer {
                rates: |of, n, e, b| with(of, (e, b), |update, _| update / n),
            },
            diagnosis: "The clock counts updates, and the period is in epochs.",
            hint: "Move the clock once an epoch.",
        },
        Mistake {
            name: "moved-before-the-epoch",
            answer: |_| Answer {
                rates: |of, n, e, b| with(of, (e, b), |_, epoch| (epoch + 1) / n),
            },
            diagnosis: "The clock moves before the first epoch: the first stage is an epoch \
                        short.",
            hint: "Move it behind the inner loop.",
        },
        Mistake {
            name: "clock-starts-anew",
            answer: |_| Answer {
                rates: |of, n, e, b| with(of, (e, b), move |update, _| update % b / n),
            },
            diagnosis: "The clock starts anew in every epoch.",
            hint: "It is set to 0 once, before both loops.",
        },
        Mistake {
            name: "divided-by-the-wrong-number",
            answer: |_| Answer {
                rates: |of, n, e, b| with(of, (e, b), move |update, _| update / (n * e)),
            },
            diagnosis: "The period was multiplied by the number of epochs.",
            hint: "In updates it is the period times the batches of an epoch.",
        },
    ],
};
