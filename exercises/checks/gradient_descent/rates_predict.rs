use crate::check::{Check, Kind, Mistake};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub at_one: fn() -> f64,
    pub at_one_half: fn() -> f64,
    pub nine_tenths_over_one_tenth: fn() -> f64,
    pub loss_ratio_at_one_point_one: fn() -> f64,
    pub twin_of_three_tenths: fn() -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("at_one()", answer.at_one),
        Observation::of("at_one_half()", answer.at_one_half),
        Observation::of(
            "nine_tenths_over_one_tenth()",
            answer.nine_tenths_over_one_tenth,
        ),
        Observation::of(
            "loss_ratio_at_one_point_one()",
            answer.loss_ratio_at_one_point_one,
        ),
        Observation::of("twin_of_three_tenths()", answer.twin_of_three_tenths),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Predict,
    // As the statement says.
    tolerance: 0.01,
    observe,
    hints: &[
        "Write one step as a multiplication of $x$.",
        "The factor is $1 - 2\\eta$. Which rates give it the same size?",
    ],
    mistakes: &[
        Mistake {
            name: "other-side-at-one",
            answer: |right| Answer { at_one: || -10.0, ..right },
            diagnosis: "-10 is where an odd number of steps leads.",
            hint: "(-1) to the power of 20.",
        },
        Mistake {
            name: "landed-at-one",
            answer: |right| Answer { at_one: || 0.0, ..right },
            diagnosis: "The rate that lands is 1/2: the slope of x² is 2x, not x.",
            hint: "The factor at the rate 1 is 1 - 2.",
        },
        Mistake {
            name: "half-way",
            answer: |right| Answer { at_one_half: || 5.0, ..right },
            diagnosis: "The slope was taken as x. That of x² is 2x, and half of it is x.",
            hint: "10 - 0.5 · 20.",
        },
        Mistake {
            name: "overshoots-at-one-half",
            answer: |right| Answer { at_one_half: || -10.0, ..right },
            diagnosis: "-10 is where the rate 1 leads.",
            hint: "10 - 0.5 · 20.",
        },
        Mistake {
            name: "faster-by-the-rates",
            answer: |right| Answer { nine_tenths_over_one_tenth: || 9.0, ..right },
            diagnosis: "9 is the ratio of the rates. What counts is the size of 1 - 2η.",
            hint: "1 - 1.8 and 1 - 0.2.",
        },
        Mistake {
            name: "nine-tenths-lands",
            answer: |right| Answer { nine_tenths_over_one_tenth: || 0.0, ..right },
            diagnosis: "0.9 oscillates with the factor -0.8; it is not faster than 0.1.",
            hint: "1 - 1.8 and 1 - 0.2.",
        },
        Mistake {
            name: "factor-for-loss",
            answer: |right| Answer { loss_ratio_at_one_point_one: || 1.2, ..right },
            diagnosis: "1.2 is the factor of |x|; the loss is x².",
            hint: "Square it.",
        },
        Mistake {
            name: "rate-for-factor",
            answer: |right| Answer { loss_ratio_at_one_point_one: || 1.21, ..right },
            diagnosis: "1.21 is the square of the rate; the factor of x is 1 - 2.2.",
            hint: "Square -1.2.",
        },
        Mistake {
            name: "twin-by-doubling",
            answer: |right| Answer { twin_of_three_tenths: || 0.6, ..right },
            diagnosis: "At 0.6 the factor is -0.2, at 0.3 it is 0.4.",
            hint: "1 - 2η has to be -0.4.",
        },
        Mistake {
            name: "twin-by-mirroring-at-one",
            answer: |right| Answer { twin_of_three_tenths: || 1.7, ..right },
            diagnosis: "At 1.7 the factor is -2.4: that walk diverges.",
            hint: "Mirror at 1/2, the rate that lands.",
        },
    ],
};
