use crate::check::{Check, Kind, Mistake, TWO_DECIMALS};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub sigmoid_bound: fn() -> f64,
    pub half_weights: fn() -> f64,
    pub twice_weights: fn() -> f64,
    pub kept_slope: fn() -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("sigmoid_bound()", answer.sigmoid_bound),
        Observation::of("half_weights()", answer.half_weights),
        Observation::of("twice_weights()", answer.twice_weights),
        Observation::of("kept_slope()", answer.kept_slope),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Predict,
    tolerance: TWO_DECIMALS,
    observe,
    hints: &[
        "The logarithm of a product is the sum of the logarithms.",
        "The largest slope of a sigmoid is $\\frac12 (1 - \\frac12)$.",
        "A rectified unit is homogeneous: twice the weights, twice the signal.",
    ],
    mistakes: &[
        Mistake {
            name: "sigmoid-half",
            answer: |right| Answer { sigmoid_bound: || 10.0 * 0.5_f64.log10(), ..right },
            diagnosis: "½ is the value of the sigmoid at 0, not its slope.",
            hint: "The slope is h(1 − h).",
        },
        Mistake {
            name: "sigmoid-natural",
            answer: |right| Answer { sigmoid_bound: || 10.0 * 0.25_f64.ln(), ..right },
            diagnosis: "That is the natural logarithm.",
            hint: "Divide by ln 10.",
        },
        Mistake {
            name: "sigmoid-one-layer",
            answer: |right| Answer { sigmoid_bound: || 0.25_f64.log10(), ..right },
            diagnosis: "That is one layer.",
            hint: "There are ten.",
        },
        Mistake {
            name: "sigmoid-nine-factors",
            answer: |right| Answer { sigmoid_bound: || 9.0 * 0.25_f64.log10(), ..right },
            diagnosis: "Nine factors lie between the first and the last of ten layers.",
            hint: "Here the signal goes through all ten.",
        },
        Mistake {
            name: "half-squared",
            answer: |right| Answer { half_weights: || 10.0 * 0.25_f64.log10(), ..right },
            diagnosis: "A quarter is the factor of the variance.",
            hint: "The size is a standard deviation.",
        },
        Mistake {
            name: "half-does-not-matter",
            answer: |right| Answer { half_weights: || 0.0, ..right },
            diagnosis: "The slope of an active unit is 1, but the signal goes through the \
                        weights too.",
            hint: "Multiply by both.",
        },
        Mistake {
            name: "twice-squared",
            answer: |right| Answer { twice_weights: || 10.0 * 4.0_f64.log10(), ..right },
            diagnosis: "4 is the factor of the variance.",
            hint: "The size is a standard deviation.",
        },
        Mistake {
            name: "twice-added",
            answer: |right| Answer { twice_weights: || 20.0_f64.log10(), ..right },
            diagnosis: "That is ten times two; the factors multiply.",
            hint: "Two to the tenth is about a thousand.",
        },
        Mistake {
            name: "slope-added",
            answer: |right| Answer { kept_slope: || 8.0_f64.log10(), ..right },
            diagnosis: "That is ten times 0.8; the factors multiply.",
            hint: "0.8 to the tenth.",
        },
    ],
};
