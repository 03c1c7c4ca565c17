use crate::check::{Check, Kind, Mistake, TWO_DECIMALS};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub batches: fn() -> f64,
    pub last_size: fn() -> f64,
    pub relative_weight: fn() -> f64,
    pub mean_loss: fn() -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("batches()", answer.batches),
        Observation::of("last_size()", answer.last_size),
        Observation::of("relative_weight()", answer.relative_weight),
        Observation::of("mean_loss()", answer.mean_loss),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::ByHand,
    tolerance: TWO_DECIMALS,
    observe,
    hints: &[
        "How many full batches fit into 200?",
        "In a mean over $m$ samples each has the weight $1/m$.",
        "Weigh the mean of each batch with the number of its samples.",
    ],
    mistakes: &[
        Mistake {
            name: "last-batch-not-counted",
            answer: |right| Answer { batches: || 6.0, ..right },
            diagnosis: "Six batches are full; the rest makes a seventh.",
            hint: "Round up.",
        },
        Mistake {
            name: "batches-not-whole",
            answer: |right| Answer { batches: || 6.25, ..right },
            diagnosis: "200/32 is 6.25, but the quarter is a batch of its own.",
            hint: "Round up.",
        },
        Mistake {
            name: "missing-samples",
            answer: |right| Answer { last_size: || 24.0, ..right },
            diagnosis: "24 samples are missing from the last batch.",
            hint: "200 - 6 · 32.",
        },
        Mistake {
            name: "weight-reversed",
            answer: |right| Answer { relative_weight: || 0.25, ..right },
            diagnosis: "In a smaller batch each sample counts for more, not for less.",
            hint: "1/8 against 1/32.",
        },
        Mistake {
            name: "weight-equal",
            answer: |right| Answer { relative_weight: || 1.0, ..right },
            diagnosis: "They would be equal if the gradients were sums.",
            hint: "1/8 against 1/32.",
        },
        Mistake {
            name: "mean-of-means",
            answer: |right| Answer { mean_loss: || 3.0, ..right },
            diagnosis: "3 is the mean of the seven means: eight samples count as much as \
                        thirty-two.",
            hint: "(192 · 2 + 8 · 9) / 200.",
        },
        Mistake {
            name: "mean-of-two",
            answer: |right| Answer { mean_loss: || 5.5, ..right },
            diagnosis: "5.5 is the mean of 2 and 9.",
            hint: "192 samples have the loss 2, and 8 the loss 9.",
        },
    ],
};
