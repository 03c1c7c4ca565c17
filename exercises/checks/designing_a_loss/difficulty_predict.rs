use crate::check::{Check, Kind, Mistake, TWO_DECIMALS};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub without_weights: fn() -> f64,
    pub easy_first: fn() -> f64,
    pub hard_first: fn() -> f64,
    pub hardest_only: fn() -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("without_weights()", answer.without_weights),
        Observation::of("easy_first()", answer.easy_first),
        Observation::of("hard_first()", answer.hard_first),
        Observation::of("hardest_only()", answer.hardest_only),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Predict,
    tolerance: TWO_DECIMALS,
    observe,
    hints: &[
        "Of which loss without weights would $|r|^\\gamma r$ be the pull?",
        "Between 0 and 10, four samples pull down with $c^{\\gamma + 1}$ each, and one \
         pulls up with $(10 - c)^{\\gamma + 1}$.",
    ],
    mistakes: &[
        Mistake {
            name: "median-without-weights",
            answer: |right| Answer { without_weights: || 0.0, ..right },
            diagnosis: "0 is the median; the squared error rests at the mean.",
            hint: "4 c = 10 - c.",
        },
        Mistake {
            name: "easy-first-is-the-mean",
            answer: |right| Answer { easy_first: || 2.0, ..right },
            diagnosis: "2 is the mean. With the weights 1/|r| all samples pull equally \
                        hard, and four pull down.",
            hint: "|r|⁻¹ r is the sign of r.",
        },
        Mistake {
            name: "easy-first-halfway",
            answer: |right| Answer { easy_first: || 1.0, ..right },
            diagnosis: "Weights 1/|r| do not halve the outlier's influence: they leave it \
                        one vote of five.",
            hint: "|r|⁻¹ r is the sign of r.",
        },
        Mistake {
            name: "hard-first-is-the-mean",
            answer: |right| Answer { hard_first: || 2.0, ..right },
            diagnosis: "2 is the mean. At c = 2 the outlier, 8 away, pulls with 64, and \
                        the four others with 4 each.",
            hint: "Solve 4 c² = (10 - c)².",
        },
        Mistake {
            name: "hard-first-counts-gamma-twice",
            answer: |right| Answer { hard_first: || 3.86, ..right },
            diagnosis: "This is the resting place for γ = 2: 4 c³ = (10 - c)³.",
            hint: "With γ = 1 the pull is |r| r, a square.",
        },
        Mistake {
            name: "hard-first-forgets-the-four",
            answer: |right| Answer { hard_first: || 5.0, ..right },
            diagnosis: "At 5 all residuals are equal in size, and four of five samples \
                        pull down.",
            hint: "Solve 4 c² = (10 - c)².",
        },
        Mistake {
            name: "hardest-only-is-the-outlier",
            answer: |right| Answer { hardest_only: || 10.0, ..right },
            diagnosis: "At 10 the outlier is met, and the four others are the hardest now.",
            hint: "Where is the largest residual smallest?",
        },
    ],
};
