use ndarray::Array1;

use super::plateau_detector::{Against, Form, RIGHT, detect, examples, plain};
use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub cuts: fn(&Array1<f64>, usize, f64) -> Array1<f64>,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    examples()
        .map(|(losses, patience, threshold)| {
            let label = format!(
                "cuts(losses = {losses}, patience = {patience}, threshold = {threshold})"
            );
            Observation::of(label, || (answer.cuts)(&losses, patience, threshold))
        })
        .into()
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "compared-with-the-last" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Go through the losses 3, 5, 4, 5, 4 by hand: which of them count as better?",
        "When should the reference change?",
    ],
    mistakes: &[
        Mistake {
            name: "compared-with-the-last",
            answer: |_| Answer { cuts: plain!(Form { against: Against::Last, ..RIGHT }) },
            diagnosis: "Each loss is compared with the one before it.",
            hint: "Keep the best, not the last.",
        },
        Mistake {
            name: "best-creeps",
            answer: |_| Answer {
                cuts: plain!(Form { against: Against::Creeping, ..RIGHT }),
            },
            diagnosis: "The best follows every lower loss, also by less than the threshold.",
            hint: "Change it only where the loss is better by the threshold.",
        },
        Mistake {
            name: "threshold-forgotten",
            answer: |_| Answer { cuts: plain!(Form { has_threshold: false, ..RIGHT }) },
            diagnosis: "Any lower loss counts as better.",
            hint: "It has to be below best * (1 - threshold).",
        },
        Mistake {
            name: "cut-at-the-patience",
            answer: |_| Answer { cuts: plain!(Form { tolerates: false, ..RIGHT }) },
            diagnosis: "It cuts one loss too early.",
            hint: "More than `patience`, not as many.",
        },
    ],
};
