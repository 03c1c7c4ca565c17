use crate::check::{Check, Kind, Mistake, TWO_DECIMALS};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub full_gradient: fn() -> f64,
    pub variance_of_one: fn() -> f64,
    pub variance_of_two_with: fn() -> f64,
    pub variance_of_two_without: fn() -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("full_gradient()", answer.full_gradient),
        Observation::of("variance_of_one()", answer.variance_of_one),
        Observation::of("variance_of_two_with()", answer.variance_of_two_with),
        Observation::of("variance_of_two_without()", answer.variance_of_two_without),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::ByHand,
    tolerance: TWO_DECIMALS,
    observe,
    hints: &[
        "The variance of one is the mean of the squared distances to the full gradient.",
        "The variance of a mean of $b$ independent draws is that of one, divided by $b$.",
        "Without replacement the factor is $(n - b)/(n - 1)$. Or list the six pairs.",
    ],
    mistakes: &[
        Mistake {
            name: "sum-for-mean",
            answer: |right| Answer { full_gradient: || 8.0, ..right },
            diagnosis: "8 is the sum of the four gradients.",
            hint: "Divide by four.",
        },
        Mistake {
            name: "divided-by-three",
            answer: |right| Answer { variance_of_one: || 34.0 / 3.0, ..right },
            diagnosis: "Dividing by n - 1 estimates the variance of a population from a \
                        sample. Here the four are all there is.",
            hint: "Divide by four.",
        },
        Mistake {
            name: "mean-square",
            answer: |right| Answer { variance_of_one: || 12.5, ..right },
            diagnosis: "12.5 is the mean of the squares; the square of the mean is \
                        missing.",
            hint: "Subtract the mean before you square.",
        },
        Mistake {
            name: "standard-deviation",
            answer: |right| Answer { variance_of_one: || 8.5_f64.sqrt(), ..right },
            diagnosis: "That is the standard deviation, the root of the variance.",
            hint: "Leave the root out.",
        },
        Mistake {
            name: "not-halved",
            answer: |right| Answer { variance_of_two_with: || 8.5, ..right },
            diagnosis: "A mean of two independent draws varies less than one draw.",
            hint: "Divide by b = 2.",
        },
        Mistake {
            name: "quartered",
            answer: |right| Answer { variance_of_two_with: || 2.125, ..right },
            diagnosis: "The variance falls with 1/b, not with 1/b².",
            hint: "The variance of a sum of two is twice that of one; the factor 1/2 of \
                   the mean is squared.",
        },
        Mistake {
            name: "as-with-replacement",
            answer: |right| Answer { variance_of_two_without: || 4.25, ..right },
            diagnosis: "Without replacement the two draws are not independent: the same \
                        sample cannot come twice.",
            hint: "Multiply by (4 - 2)/(4 - 1).",
        },
        Mistake {
            name: "factor-with-n",
            answer: |right| Answer { variance_of_two_without: || 2.125, ..right },
            diagnosis: "The factor was taken as (n - b)/n.",
            hint: "Its denominator is n - 1: for b = 1 it has to be one.",
        },
    ],
};
