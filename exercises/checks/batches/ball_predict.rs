use crate::check::{Check, Kind, Mistake};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub batch_doubled: fn() -> f64,
    pub rate_doubled: fn() -> f64,
    pub both_doubled: fn() -> f64,
    pub radius_at_hundred: fn() -> f64,
    pub rate_of_full_noise: fn() -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("batch_doubled()", answer.batch_doubled),
        Observation::of("rate_doubled()", answer.rate_doubled),
        Observation::of("both_doubled()", answer.both_doubled),
        Observation::of("radius_at_hundred()", answer.radius_at_hundred),
        Observation::of("rate_of_full_noise()", answer.rate_of_full_noise),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Predict,
    // As the statement says.
    tolerance: 0.01 + 1e-9,
    observe,
    hints: &[
        "Put the numbers into the formula and divide; most of it cancels.",
        "$2 - \\eta$ changes too when $\\eta$ does.",
        "For the last one set $\\eta / (2 - \\eta) = 1$.",
    ],
    mistakes: &[
        Mistake {
            name: "batch-by-the-root",
            answer: |right| Answer { batch_doubled: || 0.5_f64.sqrt(), ..right },
            diagnosis: "That is the factor of the standard deviation.",
            hint: "The variance falls with 1/b.",
        },
        Mistake {
            name: "batch-without-effect",
            answer: |right| Answer { batch_doubled: || 1.0, ..right },
            diagnosis: "A larger batch has less noise, and so has its ball.",
            hint: "The variance falls with 1/b.",
        },
        Mistake {
            name: "rate-in-proportion",
            answer: |right| Answer { rate_doubled: || 2.0, ..right },
            diagnosis: "Nearly: but the denominator 2 - η shrinks as well.",
            hint: "0.2/1.8 against 0.1/1.9.",
        },
        Mistake {
            name: "rate-squared",
            answer: |right| Answer { rate_doubled: || 4.0, ..right },
            diagnosis: "The noise of one step has η², but a large rate also forgets it \
                        sooner.",
            hint: "0.2/1.8 against 0.1/1.9.",
        },
        Mistake {
            name: "both-cancel",
            answer: |right| Answer { both_doubled: || 1.0, ..right },
            diagnosis: "Nearly: it is the linear scaling rule. The denominator 2 - η \
                        keeps it from being exact.",
            hint: "Half of the factor of the rate alone.",
        },
        Mistake {
            name: "radius-as-variance",
            answer: |right| Answer { radius_at_hundred: || 0.01, ..right },
            diagnosis: "That is the factor of the variance.",
            hint: "Take the root.",
        },
        Mistake {
            name: "rate-of-two",
            answer: |right| Answer { rate_of_full_noise: || 2.0, ..right },
            diagnosis: "At η = 2 the denominator vanishes and the ball has no bound.",
            hint: "η = 2 - η.",
        },
        Mistake {
            name: "rate-of-two-thirds",
            answer: |right| Answer { rate_of_full_noise: || 2.0 / 3.0, ..right },
            diagnosis: "At 2/3 the variance is half of the noise.",
            hint: "η = 2 - η.",
        },
    ],
};
