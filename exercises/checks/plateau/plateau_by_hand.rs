use crate::check::{Check, Kind, Mistake, TWO_DECIMALS};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub better: fn() -> f64,
    pub cuts: fn() -> [f64; 2],
    pub last_rate: fn() -> f64,
    pub first_cut_of_keras: fn() -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("better()", answer.better),
        Observation::of("cuts()", answer.cuts),
        Observation::of("last_rate()", answer.last_rate),
        Observation::of("first_cut_of_keras()", answer.first_cut_of_keras),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::ByHand,
    tolerance: TWO_DECIMALS,
    observe,
    hints: &[
        "Write a table with a row a loss and the columns best, bar ($0.9$ times the best), count, \
         cooldown.",
        "$7.5$ is lower than 8, and not below the bar of $7.2$: it counts as no better.",
        "The loss right after a cut is in the cooldown: the count stays at zero.",
    ],
    mistakes: &[
        Mistake {
            name: "without-the-threshold",
            answer: |right| Answer { better: || 7.0, ..right },
            diagnosis: "That counts every loss lower than all before it.",
            hint: "It has to be below 0.9 times the best.",
        },
        Mistake {
            name: "first-not-counted",
            answer: |right| Answer { better: || 3.0, ..right },
            diagnosis: "The first loss is better than nothing, and counts.",
            hint: "10, then which?",
        },
        Mistake {
            name: "cuts-at-the-patience",
            answer: |right| Answer { cuts: || [3.0, 7.0], ..right },
            diagnosis: "Patience 1 tolerates one loss that is not better.",
            hint: "The second in a row cuts.",
        },
        Mistake {
            name: "second-cut-late",
            answer: |right| Answer { cuts: || [4.0, 9.0], ..right },
            diagnosis: "The second cut is a loss too late: 6 and 5.5 are two that are not below 5.4.",
            hint: "The bar after the first 6 is 5.4.",
        },
        Mistake {
            name: "one-cut-too-few",
            answer: |right| Answer { last_rate: || 0.4, ..right },
            diagnosis: "That is the rate after one cut.",
            hint: "Two cuts halve twice.",
        },
        Mistake {
            name: "one-cut-too-many",
            answer: |right| Answer { last_rate: || 0.1, ..right },
            diagnosis: "That is the rate after three cuts.",
            hint: "The losses right after a cut are not counted.",
        },
        Mistake {
            name: "keras-as-pytorch",
            answer: |right| Answer { first_cut_of_keras: || 4.0, ..right },
            diagnosis: "That is PyTorch's. Keras cuts when the count reaches the patience.",
            hint: "The first loss that is not better is enough.",
        },
    ],
};
