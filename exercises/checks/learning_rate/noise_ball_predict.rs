use crate::check::{Check, Kind, Mistake, TWO_DECIMALS};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub rest_at_a_fifth: fn() -> f64,
    pub rest_at_a_tenth: fn() -> f64,
    pub after_a_step_of_one: fn() -> f64,
    pub tenfold_smaller: fn() -> f64,
    pub steps_to_halve: fn() -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("rest_at_a_fifth()", answer.rest_at_a_fifth),
        Observation::of("rest_at_a_tenth()", answer.rest_at_a_tenth),
        Observation::of("after_a_step_of_one()", answer.after_a_step_of_one),
        Observation::of("tenfold_smaller()", answer.tenfold_smaller),
        Observation::of("steps_to_halve()", answer.steps_to_halve),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Predict,
    tolerance: TWO_DECIMALS,
    observe,
    hints: &[
        "At rest a step changes nothing: set $\\E[\\theta^2]$ equal on both sides.",
        "The loss is half of $\\E[\\theta^2]$.",
        "Put $\\eta = 1$ into the formula: what is left of the past?",
    ],
    mistakes: &[
        Mistake {
            name: "square-for-the-loss",
            answer: |right| Answer { rest_at_a_fifth: || 0.8 / 1.8, ..right },
            diagnosis: "That is the mean square of θ. The loss is half of it.",
            hint: "L = θ²/2.",
        },
        Mistake {
            name: "no-noise",
            answer: |right| Answer { rest_at_a_fifth: || 0.0, ..right },
            diagnosis: "At a constant rate the noise never stops shaking θ.",
            hint: "Every step adds 4η².",
        },
        Mistake {
            name: "quarter-for-half-the-rate",
            answer: |right| Answer { rest_at_a_tenth: || 0.1 / 1.8, ..right },
            diagnosis: "That is a quarter of the answer at 0.2: the noise of a step does fall with the square of the rate, but it is \
                        also forgotten half as fast.",
            hint: "4η/(2 - η) is nearly proportional to η.",
        },
        Mistake {
            name: "arrives-in-a-step",
            answer: |right| Answer { after_a_step_of_one: || 0.0, ..right },
            diagnosis: "Without noise a step of 1 arrives. With it, θ is the noise of that step.",
            hint: "(1 - 1)² is zero; what is added is not.",
        },
        Mistake {
            name: "hundredfold",
            answer: |right| Answer { tenfold_smaller: || 100.0, ..right },
            diagnosis: "A hundredfold would be the noise of one step; the sum over the memory is tenfold.",
            hint: "Divide the two values of η/(2 - η).",
        },
        Mistake {
            name: "half-life-of-the-loss",
            answer: |right| Answer { steps_to_halve: || 4.0, ..right },
            diagnosis: "After four steps the square has halved, and the mean of θ has not.",
            hint: "0.9 to which power is below a half?",
        },
        Mistake {
            name: "a-step-short",
            answer: |right| Answer { steps_to_halve: || 6.0, ..right },
            diagnosis: "0.9 to the power of 6 is 0.53.",
            hint: "One step more.",
        },
    ],
};
