use crate::check::{Check, Kind, Mistake};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub distance: fn() -> f64,
    pub distance_when_steep: fn() -> f64,
    pub ratio: fn() -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("distance()", answer.distance),
        Observation::of("distance_when_steep()", answer.distance_when_steep),
        Observation::of("ratio()", answer.ratio),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Predict,
    // As the statement says: 1.9 or 2 − 0.15 for 1.86, 10.7 for the ratio.
    tolerance: 0.1,
    observe,
    hints: &[
        "What is $G$ after $t$ steps, and how long is step $t$?",
        "The sum of $1/\\sqrt{t}$ up to $T$ is close to the integral, $2\\sqrt{T}$, less \
         about $1.46$.",
        "What happens to $g/\\sqrt{G}$ when every gradient is a thousand times as large?",
    ],
    mistakes: &[
        Mistake {
            name: "constant-rate",
            answer: |right| Answer { distance: || 10.0, ..right },
            diagnosis: "10 is how far gradient descent gets: 100 steps of 0.1.",
            hint: "The second step is 0.1/√2 long already.",
        },
        Mistake {
            name: "integral-from-zero",
            answer: |right| Answer { distance: || 2.0, ..right },
            diagnosis: "2 is η · 2√100, the integral. The sum is less, by about 1.46 η.",
            hint: "Add up the first steps: 1 + 0.71 + 0.58 + …",
        },
        Mistake {
            name: "divided-by-the-sum",
            answer: |right| Answer { distance: || 0.519, ..right },
            diagnosis: "0.52 is the sum of 0.1/t: the root of G is missing.",
            hint: "The rate of step t is η/√t.",
        },
        Mistake {
            name: "last-step-only",
            answer: |right| Answer { distance: || 1.0, ..right },
            diagnosis: "1 would be 100 steps as long as the last one, 0.1/√100.",
            hint: "The earlier steps were longer.",
        },
        Mistake {
            name: "steep-is-faster",
            answer: |right| Answer { distance_when_steep: || 1859.0, ..right },
            diagnosis: "The distance was multiplied by the gradient; so is the root of G.",
            hint: "AdaGrad does not feel the scale of the loss.",
        },
        Mistake {
            name: "steep-is-slower",
            answer: |right| Answer { distance_when_steep: || 0.001859, ..right },
            diagnosis: "The rate is a thousand times smaller, but the gradient is a \
                        thousand times larger.",
            hint: "Look at g/√G as a whole.",
        },
        Mistake {
            name: "ratio-of-steps",
            answer: |right| Answer { ratio: || 100.0, ..right },
            diagnosis: "100 is the ratio of the numbers of steps; the later ones are \
                        shorter.",
            hint: "The distance grows about as the root of the number of steps.",
        },
        Mistake {
            name: "ratio-of-roots",
            answer: |right| Answer { ratio: || 10.0, ..right },
            diagnosis: "10 is √100, right in the limit. At 100 steps the −1.46 still \
                        counts.",
            hint: "(2 · 100 − 1.46) / (2 · 10 − 1.46).",
        },
        Mistake {
            name: "comes-to-a-halt",
            answer: |right| Answer { ratio: || 1.0, ..right },
            diagnosis: "A falling rate does not mean a halt: the sum of 1/√t has no \
                        bound.",
            hint: "Compare the sum with the integral of 1/√t.",
        },
    ],
};
