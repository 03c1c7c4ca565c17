use crate::check::{Check, Kind, Mistake, TWO_DECIMALS};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub minimum_without_weights: fn() -> f64,
    pub weight_for_equal_values: fn() -> f64,
    pub minimum_with_equal_values: fn() -> f64,
    pub weight_for_equal_pulls: fn() -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("minimum_without_weights()", answer.minimum_without_weights),
        Observation::of("weight_for_equal_values()", answer.weight_for_equal_values),
        Observation::of("minimum_with_equal_values()", answer.minimum_with_equal_values),
        Observation::of("weight_for_equal_pulls()", answer.weight_for_equal_pulls),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::ByHand,
    tolerance: TWO_DECIMALS,
    observe,
    hints: &[
        "At the minimum the derivative is zero: $w A'(\\theta) + B'(\\theta) = 0$. What \
         does the 12 contribute?",
        "$A' = 8 (\\theta - 2)$ and $B' = 2 \\theta$.",
        "The weight belongs to $A$ alone: with it, $w A(1) = B(1)$.",
    ],
    mistakes: &[
        Mistake {
            name: "minimum-in-the-middle",
            answer: |right| Answer { minimum_without_weights: || 1.0, ..right },
            diagnosis: "The middle would be right for two terms that pull alike. A is \
                        four times as steep.",
            hint: "Solve 8 (θ - 2) + 2 θ = 0.",
        },
        Mistake {
            name: "minimum-of-slopes-without-squares",
            answer: |right| Answer { minimum_without_weights: || 1.33, ..right },
            diagnosis: "4/3 results when A counts twice, by the root of its factor. The \
                        factor 4 stands before the square.",
            hint: "Solve 8 (θ - 2) + 2 θ = 0.",
        },
        Mistake {
            name: "minimum-near-the-other",
            answer: |right| Answer { minimum_without_weights: || 0.4, ..right },
            diagnosis: "0.4 lies on the side of B, though A is the steeper term.",
            hint: "The steeper term has its way: the minimum is nearer to 2.",
        },
        Mistake {
            name: "values-weight-inverted",
            answer: |right| Answer { weight_for_equal_values: || 16.0, ..right },
            diagnosis: "16 is A(1)/B(1), the inverse: it makes A 256 times as large as B.",
            hint: "Solve w A(1) = B(1).",
        },
        Mistake {
            name: "values-weight-without-noise",
            answer: |right| Answer { weight_for_equal_values: || 0.25, ..right },
            diagnosis: "1/4 makes the values equal but for the 12, which belongs to the \
                        value of A.",
            hint: "A(1) = 4 + 12.",
        },
        Mistake {
            name: "equal-values-in-the-middle",
            answer: |right| Answer { minimum_with_equal_values: || 1.0, ..right },
            diagnosis: "Equal values do not pull alike: three quarters of A's value are \
                        noise.",
            hint: "Put w = 1/16 into 8 w (θ - 2) + 2 θ = 0.",
        },
        Mistake {
            name: "equal-values-change-nothing",
            answer: |right| Answer { minimum_with_equal_values: || 1.6, ..right },
            diagnosis: "1.6 is the minimum without weights.",
            hint: "Put w = 1/16 into 8 w (θ - 2) + 2 θ = 0.",
        },
        Mistake {
            name: "pulls-weight-inverted",
            answer: |right| Answer { weight_for_equal_pulls: || 4.0, ..right },
            diagnosis: "4 is the inverse: A already pulls four times as hard.",
            hint: "Solve w |A'(1)| = |B'(1)|.",
        },
        Mistake {
            name: "pulls-weight-from-values",
            answer: |right| Answer { weight_for_equal_pulls: || 0.0625, ..right },
            diagnosis: "This is the weight for equal values.",
            hint: "Compare derivatives: A'(1) = -8 and B'(1) = 2.",
        },
        Mistake {
            name: "pulls-weight-with-sign",
            answer: |right| Answer { weight_for_equal_pulls: || -0.25, ..right },
            diagnosis: "A weight below zero turns the term around: A would be pushed away \
                        from 2.",
            hint: "Equally hard means equal in size; their signs differ, as they should.",
        },
    ],
};
