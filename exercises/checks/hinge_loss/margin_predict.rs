use crate::check::{Check, Kind, Mistake};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub at_first: fn() -> [f64; 2],
    pub five_to_fifty: fn() -> [f64; 2],
    pub two_to_four: fn() -> [f64; 2],
    pub minus_three_to_one: fn() -> [f64; 2],
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("at_first()", answer.at_first),
        Observation::of("five_to_fifty()", answer.five_to_fifty),
        Observation::of("two_to_four()", answer.two_to_four),
        Observation::of("minus_three_to_one()", answer.minus_three_to_one),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Predict,
    // As the statement says: 0.67 or 0.7 for two thirds.
    tolerance: 0.05,
    observe,
    hints: &[
        "Which samples touch the margin? Only they hold the line.",
        "The score is $-1$ at the nearest sample of class $-1$ and $+1$ at the nearest of \
         class $+1$: two equations for $w$ and $b$.",
        "The boundary is the middle of the two, and $w$ is $2$ over their distance.",
    ],
    mistakes: &[
        Mistake {
            name: "means-of-the-classes",
            answer: |right| Answer { at_first: || [0.75, 0.364], ..right },
            diagnosis: "0.75 is halfway between the means of the classes. A support \
                        vector machine looks at the nearest samples alone.",
            hint: "The nearest are -1 and 2.",
        },
        Mistake {
            name: "slope-of-one",
            answer: |right| Answer { at_first: || [0.5, 1.0], ..right },
            diagnosis: "The boundary is right, but with the slope 1 the nearest samples \
                        would have the scores -1.5 and 1.5.",
            hint: "From -1 to 2 the score rises by 2.",
        },
        Mistake {
            name: "slope-as-inverse-distance",
            answer: |right| Answer { at_first: || [0.5, 1.0 / 3.0], ..right },
            diagnosis: "The slope is half of what it has to be: over the distance of 3 \
                        the score rises from -1 to +1, by 2.",
            hint: "w is 2 over the distance.",
        },
        Mistake {
            name: "far-sample-pulls",
            answer: |right| Answer { five_to_fifty: || [12.0, 0.074], ..right },
            diagnosis: "That is the middle of the means. The sample at 50 is beyond the \
                        margin, and the loss is flat there.",
            hint: "What is the hinge loss of a sample with y f far above 1?",
        },
        Mistake {
            name: "boundary-follows-fully",
            answer: |right| Answer { two_to_four: || [2.5, 0.4], ..right },
            diagnosis: "The boundary moved as far as the sample. It stays in the middle \
                        between both sides, so it moves half as far.",
            hint: "The middle of -1 and 4.",
        },
        Mistake {
            name: "support-vector-ignored",
            answer: |right| Answer { two_to_four: || [0.5, 2.0 / 3.0], ..right },
            diagnosis: "The sample at 2 held the line; when it leaves, the margin widens.",
            hint: "Now the nearest samples are -1 and 4.",
        },
        Mistake {
            name: "next-sample-taken",
            answer: |right| Answer { two_to_four: || [2.0, 1.0 / 3.0], ..right },
            diagnosis: "That is the line between -1 and 5. The moved sample is still \
                        nearer, at 4.",
            hint: "Now the nearest samples are -1 and 4.",
        },
        Mistake {
            name: "newcomer-ignored",
            answer: |right| Answer { minus_three_to_one: || [0.5, 2.0 / 3.0], ..right },
            diagnosis: "The sample at -3 was beyond the margin, but at 1 it is the \
                        nearest of its class, and it holds the line.",
            hint: "Now the nearest samples are 1 and 2.",
        },
        Mistake {
            name: "slope-kept",
            answer: |right| Answer { minus_three_to_one: || [1.5, 2.0 / 3.0], ..right },
            diagnosis: "The boundary is right, but the margin is narrower now, so the \
                        score has to rise faster.",
            hint: "w is 2 over the distance, which is 1 now.",
        },
    ],
};
