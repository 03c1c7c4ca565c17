use ndarray::Array1;

use super::plateau_detector::{Against, Form, RIGHT, detect, examples};
use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub cuts: fn(&Array1<f64>, usize) -> Array1<f64>,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let [flat, _, bounce, two] = examples();
    [(flat.0, 2), (bounce.0.clone(), 3), (bounce.0, 1), (two.0, 1)]
        .map(|(losses, patience)| {
            let label = format!("cuts(losses = {losses}, patience = {patience})");
            Observation::of(label, || (answer.cuts)(&losses, patience))
        })
        .into()
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "cut-at-the-patience" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "At patience 2 and losses 5, 4, 4, 4, 4: after how many should it cut?",
        "How many losses that are not lower have been heard when it cuts?",
    ],
    mistakes: &[
        Mistake {
            name: "cut-at-the-patience",
            answer: |_| Answer {
                cuts: |losses, patience| {
                    detect(Form { tolerates: false, ..RIGHT }, losses, patience, 0.0, 0)
                },
            },
            diagnosis: "It cuts when the count reaches the patience: one loss too early.",
            hint: "Tolerated are `patience` losses; the next one is too much.",
        },
        Mistake {
            name: "two-too-many",
            answer: |_| Answer {
                cuts: |losses, patience| detect(RIGHT, losses, patience + 1, 0.0, 0),
            },
            diagnosis: "Now it cuts one loss too late.",
            hint: "Either `>` or one more, not both.",
        },
        Mistake {
            name: "count-goes-on",
            answer: |_| Answer {
                cuts: |losses, patience| {
                    detect(Form { resets: false, ..RIGHT }, losses, patience, 0.0, 0)
                },
            },
            diagnosis: "After the first cut every loss cuts again.",
            hint: "The count starts anew after a cut.",
        },
        Mistake {
            name: "compared-with-the-last",
            answer: |_| Answer {
                cuts: |losses, patience| {
                    let form = Form { against: Against::Last, ..RIGHT };
                    detect(form, losses, patience, 0.0, 0)
                },
            },
            diagnosis: "Losses are now compared with the one before, not with the best.",
            hint: "Leave the comparison as it was.",
        },
    ],
};
