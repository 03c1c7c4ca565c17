use crate::check::{Check, Kind, Mistake};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub all_triplets: fn() -> f64,
    pub semi_hard_triplets: fn() -> f64,
    pub contrastive: fn() -> f64,
    pub info_nce: fn() -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("all_triplets()", answer.all_triplets),
        Observation::of("semi_hard_triplets()", answer.semi_hard_triplets),
        Observation::of("contrastive()", answer.contrastive),
        Observation::of("info_nce()", answer.info_nce),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Predict,
    // As the statement says.
    tolerance: 0.02,
    observe,
    hints: &[
        "Put 0 for every distance into each formula.",
        "Is there a negative that is *farther* than the positive?",
        "Eight candidates that look alike: what is the best guess worth?",
    ],
    mistakes: &[
        Mistake {
            name: "no-distance-no-loss",
            answer: |right| Answer { all_triplets: || 0.0, ..right },
            diagnosis: "0 would be the loss without a margin.",
            hint: "max(0, 0 - 0 + m).",
        },
        Mistake {
            name: "margin-squared",
            answer: |right| Answer { all_triplets: || 0.25, ..right },
            diagnosis: "0.25 is the margin squared, which belongs to the contrastive \
                        loss.",
            hint: "There is no square around the triplet loss.",
        },
        Mistake {
            name: "equal-taken-for-semi-hard",
            answer: |right| Answer { semi_hard_triplets: || 0.5, ..right },
            diagnosis: "0.5 would be right if a negative as near as the positive were \
                        semi-hard. It is hard.",
            hint: "Semi-hard is strictly farther than the positive.",
        },
        Mistake {
            name: "dissimilar-pairs-alone",
            answer: |right| Answer { contrastive: || 0.25, ..right },
            diagnosis: "0.25 is what each dissimilar pair costs.",
            hint: "Ten of the forty pairs are similar and cost nothing.",
        },
        Mistake {
            name: "margin-not-squared",
            answer: |right| Answer { contrastive: || 0.375, ..right },
            diagnosis: "0.375 results when a dissimilar pair costs m, not m².",
            hint: "max(0, m - d)² with d = 0.",
        },
        Mistake {
            name: "half-and-half",
            answer: |right| Answer { contrastive: || 0.125, ..right },
            diagnosis: "0.125 would be right for as many similar as dissimilar pairs.",
            hint: "Three quarters of the pairs are dissimilar.",
        },
        Mistake {
            name: "divided-by-the-temperature",
            answer: |right| Answer { info_nce: || 20.79, ..right },
            diagnosis: "20.79 is ln 8 divided by the temperature.",
            hint: "The temperature divides the similarities. They are all alike, before \
                   and after.",
        },
        Mistake {
            name: "certain",
            answer: |right| Answer { info_nce: || 0.0, ..right },
            diagnosis: "0 would be certainty. Nothing tells the key from the others.",
            hint: "The softmax of eight equal logits is 1/8 each.",
        },
        Mistake {
            name: "negatives-alone",
            answer: |right| Answer { info_nce: || 1.946, ..right },
            diagnosis: "1.95 is ln 7, of the negatives alone.",
            hint: "The key is one of the eight candidates.",
        },
    ],
};
