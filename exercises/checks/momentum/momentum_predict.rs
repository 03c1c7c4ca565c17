use crate::check::{Check, Kind, Mistake};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub at_a_small_rate: fn() -> f64,
    pub at_twice_the_rate: fn() -> f64,
    pub at_a_tenth_of_the_rate: fn() -> f64,
    pub border: fn() -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("at_a_small_rate()", answer.at_a_small_rate),
        Observation::of("at_twice_the_rate()", answer.at_twice_the_rate),
        Observation::of("at_a_tenth_of_the_rate()", answer.at_a_tenth_of_the_rate),
        Observation::of("border()", answer.border),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Predict,
    // As the statement says; the answers and the usual mistakes are farther apart.
    tolerance: 0.002,
    observe,
    hints: &[
        "Work out the band first: $\\sqrt{0.81} = 0.9$.",
        "For each rate, where are $\\eta \\cdot 1$ and $\\eta \\cdot 10$? The worse of the \
         two directions is the factor of the whole.",
        "Below the band: $z^2 - (1 + \\beta - \\eta\\lambda) z + \\beta = 0$, the larger \
         solution.",
    ],
    mistakes: &[
        Mistake {
            name: "descent-flat",
            answer: |right| Answer { at_a_small_rate: || 0.95, ..right },
            diagnosis: "0.95 = 1 − ηλ is the factor of gradient descent in the flat \
                        direction.",
            hint: "With momentum the factor is the size of an eigenvalue.",
        },
        Mistake {
            name: "beta-for-its-root",
            answer: |right| Answer { at_a_small_rate: || 0.81, ..right },
            diagnosis: "β is the product of the two eigenvalues.",
            hint: "Each of them has the size √β.",
        },
        Mistake {
            name: "twice-as-fast",
            answer: |right| Answer { at_twice_the_rate: || 0.81, ..right },
            diagnosis: "0.81 = 0.9² would be twice as fast. Within the band the rate does \
                        not matter.",
            hint: "Is ηλ in the band for both directions?",
        },
        Mistake {
            name: "still-in-the-band",
            answer: |right| Answer { at_a_tenth_of_the_rate: || 0.9, ..right },
            diagnosis: "The flat direction has left the band: 0.005 is below 0.01.",
            hint: "Solve the quadratic equation at ηλ = 0.005.",
        },
        Mistake {
            name: "descent-at-a-tenth",
            answer: |right| Answer { at_a_tenth_of_the_rate: || 0.995, ..right },
            diagnosis: "0.995 = 1 − ηλ is the factor of gradient descent.",
            hint: "Momentum is faster than that, even outside the band.",
        },
        Mistake {
            name: "effective-rate",
            answer: |right| Answer {
                at_a_tenth_of_the_rate: || 1.0 - 0.005 / 0.19,
                ..right
            },
            diagnosis: "1 − ηλ/(1 − β) is the factor for rates much smaller than this \
                        one.",
            hint: "The eigenvalue is a little smaller: solve the equation.",
        },
        Mistake {
            name: "border-of-descent",
            answer: |right| Answer { border: || 0.2, ..right },
            diagnosis: "2/λ is the border of gradient descent.",
            hint: "With momentum the eigenvalue −1 appears at ηλ = 2 + 2β.",
        },
        Mistake {
            name: "border-of-the-band",
            answer: |right| Answer { border: || 0.34, ..right },
            diagnosis: "At a rate of 0.34 the steep direction is still within the band.",
            hint: "Divergence begins where an eigenvalue is −1.",
        },
        Mistake {
            name: "border-of-the-flat-direction",
            answer: |right| Answer { border: || 3.62, ..right },
            diagnosis: "3.62 is the border of the flat direction.",
            hint: "The steep direction diverges first.",
        },
    ],
};
