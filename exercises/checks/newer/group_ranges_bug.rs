use ndarray::Array1;

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub borders: fn(&[usize]) -> Vec<usize>,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let cases: [&[usize]; 3] = [&[2, 3], &[2, 16, 8, 2], &[20, 64, 32, 16, 3]];
    cases
        .map(|widths| {
            Observation::of(format!("borders(widths = {widths:?})"), || {
                let borders = (answer.borders)(widths);
                borders.into_iter().map(|border| border as f64).collect::<Array1<f64>>()
            })
        })
        .into()
}

/// Borders of layers of this size.
fn with(widths: &[usize], size: fn(usize, usize) -> usize) -> Vec<usize> {
    let mut end = 0;
    let layer = |pair: &[usize]| {
        let start = end;
        end += size(pair[0], pair[1]);
        [start, end]
    };
    widths.windows(2).flat_map(layer).collect()
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "no-biases" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "How many parameters has a layer of 2 inputs and 3 outputs?",
        "Compare the last border with the length of θ.",
    ],
    mistakes: &[
        Mistake {
            name: "no-biases",
            answer: |_| Answer { borders: |widths| with(widths, |i, o| i * o) },
            diagnosis: "The biases are not counted.",
            hint: "A layer has one bias an output besides its weights.",
        },
        Mistake {
            name: "a-bias-an-input",
            answer: |_| Answer { borders: |widths| with(widths, |i, o| i * (o + 1)) },
            diagnosis: "This counts a bias for each input.",
            hint: "A bias is added to an output.",
        },
        Mistake {
            name: "one-bias-a-layer",
            answer: |_| Answer { borders: |widths| with(widths, |i, o| i * o + 1) },
            diagnosis: "This counts one bias a layer.",
            hint: "Every output has a bias of its own.",
        },
        Mistake {
            name: "biases-skipped",
            answer: |_| Answer {
                borders: |widths| {
                    let whole = with(widths, |i, o| (i + 1) * o);
                    let pairs = whole.chunks(2).zip(widths.windows(2));
                    pairs
                        .flat_map(|(layer, pair)| [layer[0], layer[1] - pair[1]])
                        .collect()
                },
            },
            diagnosis: "The layers start where they should, but their biases belong to none.",
            hint: "A range holds the weights and the biases of its layer.",
        },
    ],
};
