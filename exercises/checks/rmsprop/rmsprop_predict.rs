use crate::check::{Check, Kind, Mistake};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub first_step: fn() -> f64,
    pub distance: fn() -> f64,
    pub distance_when_steep: fn() -> f64,
    pub distance_at_half_the_rate: fn() -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("first_step()", answer.first_step),
        Observation::of("distance()", answer.distance),
        Observation::of("distance_when_steep()", answer.distance_when_steep),
        Observation::of("distance_at_half_the_rate()", answer.distance_at_half_the_rate),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Predict,
    // As the statement says; the answers for the two rates are 0.025 apart.
    tolerance: 0.01,
    observe,
    hints: &[
        "After the first gradient $v = 0.1\\, g^2$.",
        "Suppose that in the end $\\theta$ hops between $h$ and $-h$. What is $v$ then, \
         and how long is the step?",
        "Does the curvature appear in the answer?",
    ],
    mistakes: &[
        Mistake {
            name: "corrected-first-step",
            answer: |right| Answer { first_step: || 0.1, ..right },
            diagnosis: "0.1 is η: the first step of AdaGrad and Adam. RMSprop does not \
                        correct v, which holds only a tenth of the square.",
            hint: "Divide by the root of 0.1.",
        },
        Mistake {
            name: "first-step-of-descent",
            answer: |right| Answer { first_step: || 0.3, ..right },
            diagnosis: "0.3 is η times the gradient, the step of gradient descent.",
            hint: "Divide the gradient by the root of v, 0.1 · 3².",
        },
        Mistake {
            name: "arrives",
            answer: |right| Answer { distance: || 0.0, ..right },
            diagnosis: "It does not arrive: gradient and √v go to zero together, and \
                        their quotient does not.",
            hint: "Look for a cycle of two points.",
        },
        Mistake {
            name: "hops-by-the-rate",
            answer: |right| Answer { distance: || 0.1, ..right },
            diagnosis: "η is the length of the hop, from one side to the other.",
            hint: "The minimum is in the middle.",
        },
        Mistake {
            name: "steep-is-nearer",
            answer: |right| Answer { distance_when_steep: || 0.0005, ..right },
            diagnosis: "The distance was divided by the curvature, but g/√v does not \
                        feel it.",
            hint: "Both g and √v are a hundred times as large.",
        },
        Mistake {
            name: "steep-is-farther",
            answer: |right| Answer { distance_when_steep: || 5.0, ..right },
            diagnosis: "The distance was multiplied by the curvature, but g/√v does not \
                        feel it.",
            hint: "Both g and √v are a hundred times as large.",
        },
        Mistake {
            name: "half-arrives",
            answer: |right| Answer { distance_at_half_the_rate: || 0.0, ..right },
            diagnosis: "A smaller rate makes the hops smaller. It does not end them.",
            hint: "The cycle is at ±η/2 for every η.",
        },
        Mistake {
            name: "half-the-same",
            answer: |right| Answer { distance_at_half_the_rate: || 0.05, ..right },
            diagnosis: "0.05 is the new rate, or the old distance; the new distance is \
                        half of either.",
            hint: "The cycle is at ±η/2.",
        },
    ],
};
