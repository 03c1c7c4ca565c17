use ndarray::Array1;

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub rates: fn(f64, f64, usize, usize) -> Array1<f64>,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    [(1.0, 0.5, 3, 8), (0.4, 0.1, 2, 5), (1.0, 0.5, 1, 4), (1.0, 0.5, 9, 4)]
        .map(|(initial, factor, period, epochs)| {
            let label = format!(
                "rates(initial = {initial}, factor = {factor}, period = {period}, \
                 epochs = {epochs})"
            );
            Observation::of(label, || (answer.rates)(initial, factor, period, epochs))
        })
        .into()
}

/// The rates when `cuts` says how many cuts an epoch has behind it.
fn with(
    (initial, factor): (f64, f64),
    epochs: usize,
    cuts: impl Fn(usize) -> usize,
) -> Array1<f64> {
    (0..epochs).map(|epoch| initial * factor.powi(cuts(epoch) as i32)).collect()
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "every-epoch" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "In which epochs should the rate change, for a period of 3? In which does the \
         condition hold?",
        "`epoch % period == 0` holds at the multiples of the period. Is 0 one?",
    ],
    mistakes: &[
        Mistake {
            name: "every-epoch",
            answer: |_| Answer {
                rates: |i, f, n, e| with((i, f), e, |t| (t + 1).saturating_sub(n)),
            },
            diagnosis: "From the period on the rate is cut in every epoch.",
            hint: "Cut only at multiples of the period.",
        },
        Mistake {
            name: "cut-at-the-start",
            answer: |_| Answer { rates: |i, f, n, e| with((i, f), e, |t| t / n + 1) },
            diagnosis: "The rate is cut in epoch 0 already, which is a multiple of everything.",
            hint: "Leave epoch 0 out.",
        },
        Mistake {
            name: "once",
            answer: |_| Answer {
                rates: |i, f, n, e| with((i, f), e, |t| usize::from(t >= n)),
            },
            diagnosis: "The rate is cut once only.",
            hint: "Every multiple of the period has its cut.",
        },
        Mistake {
            name: "cut-one-late",
            answer: |_| Answer {
                rates: |i, f, n, e| with((i, f), e, |t| t.saturating_sub(1) / n),
            },
            diagnosis: "The cuts come one epoch late.",
            hint: "Cut before the epoch's rate is noted.",
        },
        Mistake {
            name: "never",
            answer: |_| Answer { rates: |i, f, _, e| with((i, f), e, |_| 0) },
            diagnosis: "The rate is never cut.",
            hint: "Which epochs are multiples of the period?",
        },
    ],
};
