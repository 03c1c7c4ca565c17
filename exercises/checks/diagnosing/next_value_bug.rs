use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::{Observation, Seen};

#[derive(Clone, Copy)]
pub struct Answer {
    pub pairs: fn(&[f64]) -> Vec<[f64; 4]>,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let series: [&[f64]; 4] = [
        &[1.0, 2.0, 4.0, 8.0, 16.0, 32.0],
        &[5.0, 3.0, 1.0, 0.0],
        &[5.0, 3.0, 1.0],
        &[7.0],
    ];
    series
        .map(|series| {
            Observation::of(format!("pairs({series:?})"), || {
                Seen::Numbers((answer.pairs)(series).concat())
            })
        })
        .into()
}

/// Windows from each start below n − `short`, with the target so far after the start.
fn cut(series: &[f64], short: usize, target: usize) -> Vec<[f64; 4]> {
    let window = |t: usize| [series[t], series[t + 1], series[t + 2], series[t + target]];
    (0..series.len().saturating_sub(short)).map(window).collect()
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "target-in-the-input" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Write down the first sample of 1, 2, 4, 8, 16.",
        "What is the last start for which the target exists?",
    ],
    mistakes: &[
        Mistake {
            name: "target-in-the-input",
            answer: |_| Answer { pairs: |series| cut(series, 2, 2) },
            diagnosis: "The target is the last input.",
            hint: "It should be the value after it.",
        },
        Mistake {
            name: "one-sample-lost-and-still-inside",
            answer: |_| Answer { pairs: |series| cut(series, 3, 2) },
            diagnosis: "The number of samples is right; the target is still the last input.",
            hint: "It should be the value after it.",
        },
        Mistake {
            name: "one-too-far",
            answer: |_| Answer { pairs: |series| cut(series, 4, 4) },
            diagnosis: "The target is two steps ahead.",
            hint: "The value right after the inputs.",
        },
        Mistake {
            name: "last-sample-lost",
            answer: |_| Answer { pairs: |series| cut(series, 4, 3) },
            diagnosis: "The targets are right, but the last sample is missing.",
            hint: "The last start is n − 4, so there are n − 3 of them.",
        },
        Mistake {
            name: "beyond-the-end",
            answer: |_| Answer { pairs: |series| cut(series, 2, 3) },
            diagnosis: "The last window has no target in the series.",
            hint: "There is one sample less than before.",
        },
    ],
};
