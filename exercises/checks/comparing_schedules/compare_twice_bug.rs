use ndarray::Array1;

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub rates: fn(f64, usize, usize) -> Vec<f64>,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    [(0.1, 4, 3), (1.0, 2, 5), (0.5, 3, 1)]
        .map(|(rate, epochs, batches)| {
            let label =
                format!("rates(rate = {rate}, epochs = {epochs}, batches = {batches})");
            Observation::of(label, || Array1::from((answer.rates)(rate, epochs, batches)))
        })
        .into()
}

/// The rates of a clock that says which step an update of an epoch is.
fn by(
    rate: f64,
    epochs: usize,
    batches: usize,
    clock: fn(usize, usize, usize) -> usize,
) -> Vec<f64> {
    let total = (epochs * batches) as f64;
    let updates =
        (0..epochs).flat_map(|epoch| (0..batches).map(move |batch| (epoch, batch)));
    updates
        .map(|(epoch, batch)| {
            rate * (1.0 - (clock(epoch, batch, batches) as f64 / total).min(1.0))
        })
        .collect()
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "stepped-twice" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Write down the step of the first update of each epoch, for 2 epochs of 5 batches.",
        "How many places in the loop move the clock?",
    ],
    mistakes: &[
        Mistake {
            name: "stepped-twice",
            answer: |_| Answer {
                rates: |rate, epochs, batches| {
                    by(rate, epochs, batches, |epoch, batch, batches| {
                        2 * epoch * batches + batch
                    })
                },
            },
            diagnosis: "The clock is moved by each update and by each epoch.",
            hint: "One of the two has to go.",
        },
        Mistake {
            name: "stepped-by-epochs",
            answer: |_| Answer {
                rates: |rate, epochs, batches| {
                    by(rate, epochs, batches, |epoch, _, batches| epoch * batches)
                },
            },
            diagnosis: "Now the rate stays the same for a whole epoch: the schedule was made for \
                        updates.",
            hint: "Keep the clock that counts updates.",
        },
        Mistake {
            name: "stepped-once-an-epoch",
            answer: |_| Answer {
                rates: |rate, epochs, batches| {
                    by(rate, epochs, batches, |epoch, batch, batches| {
                        epoch * (batches + 1) + batch
                    })
                },
            },
            diagnosis: "After each epoch the clock still moves by one more.",
            hint: "The end of an epoch is no update.",
        },
        Mistake {
            name: "stepped-before-the-update",
            answer: |_| Answer {
                rates: |rate, epochs, batches| {
                    by(rate, epochs, batches, |epoch, batch, batches| {
                        epoch * batches + batch + 1
                    })
                },
            },
            diagnosis: "The clock moves before the rate is read: the first rate is never used.",
            hint: "Read, update, then move the clock.",
        },
    ],
};
