use crate::check::{Check, Kind, Mistake, TWO_DECIMALS};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub from_zero: fn() -> [f64; 6],
    pub counted_from_one: fn() -> [f64; 4],
    pub from_a_quarter: fn() -> [f64; 5],
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("from_zero()", answer.from_zero),
        Observation::of("counted_from_one()", answer.counted_from_one),
        Observation::of("from_a_quarter()", answer.from_a_quarter),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::ByHand,
    tolerance: TWO_DECIMALS,
    observe,
    hints: &[
        "Where is each rise over? Mark the step of the peak on a line from 0 to 12.",
        "The line behind the warm-up has $T - W = 8$ steps from the peak to 0.",
        "From 2 to 8 in four equal differences: how large is one?",
    ],
    mistakes: &[
        Mistake {
            name: "decay-on-the-whole-run",
            answer: |right| Answer {
                from_zero: || [0.0, 2.0, 6.0, 16.0 / 3.0, 8.0 / 3.0, 2.0 / 3.0],
                ..right
            },
            diagnosis: "The line starts from the peak at step 0: at the join the rate drops.",
            hint: "The line starts its clock when the warm-up is over.",
        },
        Mistake {
            name: "zero-at-the-last-step",
            answer: |right| Answer {
                from_zero: || [0.0, 2.0, 6.0, 8.0, 8.0 * 3.0 / 7.0, 0.0],
                ..right
            },
            diagnosis: "The line is 0 at step 11; it should be at step 12.",
            hint: "The last step still has a rate.",
        },
        Mistake {
            name: "warm-up-counted-from-one",
            answer: |right| Answer {
                from_zero: || [2.0, 4.0, 8.0, 8.0, 4.0, 1.0],
                ..right
            },
            diagnosis: "The rise is counted from 1: that is the second part.",
            hint: "At t = 0 the first form is 0.",
        },
        Mistake {
            name: "still-from-zero",
            answer: |right| Answer { counted_from_one: || [0.0, 2.0, 4.0, 6.0], ..right },
            diagnosis: "These are the rates of the form that counts from 0.",
            hint: "At t = 0 this form is a quarter of the peak.",
        },
        Mistake {
            name: "one-more-in-the-denominator",
            answer: |right| Answer { counted_from_one: || [1.6, 3.2, 4.8, 6.4], ..right },
            diagnosis: "You divided by W + 1.",
            hint: "(t + 1)/W is 1 at step W - 1.",
        },
        Mistake {
            name: "quarter-reaches-early",
            answer: |right| Answer {
                from_a_quarter: || [2.0, 4.0, 6.0, 8.0, 8.0],
                ..right
            },
            diagnosis: "The peak is there at step 3, as in the form (t + 1)/W.",
            hint: "It starts from the same rate, but has four differences to the peak.",
        },
        Mistake {
            name: "quarter-added-on-top",
            answer: |right| Answer {
                from_a_quarter: || [2.0, 4.0, 6.0, 8.0, 10.0],
                ..right
            },
            diagnosis: "The rise is as high as the peak, on top of the quarter.",
            hint: "What is left to rise is 8 - 2.",
        },
    ],
};
