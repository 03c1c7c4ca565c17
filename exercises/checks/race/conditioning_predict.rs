use crate::check::{Check, Kind, Mistake};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub descent_at_10: fn() -> f64,
    pub descent_at_100: fn() -> f64,
    pub momentum_at_100: fn() -> f64,
    pub descent_from_twice_as_far: fn() -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("descent_at_10()", answer.descent_at_10),
        Observation::of("descent_at_100()", answer.descent_at_100),
        Observation::of("momentum_at_100()", answer.momentum_at_100),
        Observation::of("descent_from_twice_as_far()", answer.descent_from_twice_as_far),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Predict,
    // As the statement says: within one step, whichever way the last is rounded.
    tolerance: 1.0,
    observe,
    hints: &[
        "How many steps does a factor of $q$ a step need? Take logarithms.",
        "$-\\ln \\frac{\\kappa - 1}{\\kappa + 1}$ is about $2 / \\kappa$, and $\\ln 1000$ about \
         $6.9$.",
    ],
    mistakes: &[
        Mistake {
            name: "base-ten",
            answer: |right| Answer { descent_at_10: || 15.0, ..right },
            diagnosis: "3 / -ln q: the thousand was taken to base ten, and the factor to base e.",
            hint: "Take both logarithms to the same base.",
        },
        Mistake {
            name: "conditioning-does-not-matter",
            answer: |right| Answer { descent_at_100: || 35.0, ..right },
            diagnosis: "35 is the answer at κ = 10.",
            hint: "The factor 99/101 is much closer to one.",
        },
        Mistake {
            name: "conditioning-squared",
            answer: |right| Answer { descent_at_100: || 3454.0, ..right },
            diagnosis: "Ten times the condition costs ten times the steps, not a hundred.",
            hint: "Steps grow in proportion to κ.",
        },
        Mistake {
            name: "momentum-like-descent",
            answer: |right| Answer { momentum_at_100: || 346.0, ..right },
            diagnosis: "346 is the answer for gradient descent.",
            hint: "Put √κ = 10 in place of κ.",
        },
        Mistake {
            name: "momentum-with-half-the-exponent",
            answer: |right| Answer { momentum_at_100: || 19.0, ..right },
            diagnosis: "The root was taken of the steps: √346 is 18.6.",
            hint: "The root belongs to κ, inside the factor.",
        },
        Mistake {
            name: "twice-the-distance-twice-the-steps",
            answer: |right| Answer { descent_from_twice_as_far: || 691.0, ..right },
            diagnosis: "The steps were doubled with the distance.",
            hint: "Each step takes the same share of what is left.",
        },
        Mistake {
            name: "to-the-old-distance",
            answer: |right| Answer { descent_from_twice_as_far: || 381.0, ..right },
            diagnosis: "This goes to a thousandth of the first distance: a two-thousandth of this \
                        one.",
            hint: "The question asks for a thousandth of the new distance.",
        },
    ],
};
