use crate::check::{Check, Kind, Mistake};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub momentum: fn() -> f64,
    pub nesterov: fn() -> f64,
    pub nesterov_at_half_the_rate: fn() -> f64,
    pub border_of_momentum: fn() -> f64,
    pub border_of_nesterov: fn() -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("momentum()", answer.momentum),
        Observation::of("nesterov()", answer.nesterov),
        Observation::of("nesterov_at_half_the_rate()", answer.nesterov_at_half_the_rate),
        Observation::of("border_of_momentum()", answer.border_of_momentum),
        Observation::of("border_of_nesterov()", answer.border_of_nesterov),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Predict,
    // As the statement says; the answers and the usual mistakes are farther apart.
    tolerance: 0.002,
    observe,
    hints: &[
        "The chapter has the two equations. Where the solutions are complex, their size is the root of \
         the last term.",
        "At $\\eta = 0.1$ the steep direction has $\\eta\\lambda = 1$, and all of Nesterov's \
         equation but $z^2$ vanishes. What is left decides.",
        "Diverging begins at $z = -1$, in the steep direction.",
    ],
    mistakes: &[
        Mistake {
            name: "beta-for-its-root",
            answer: |right| Answer { momentum: || 0.9, ..right },
            diagnosis: "β is the product of the two eigenvalues.",
            hint: "Each has the size √β.",
        },
        Mistake {
            name: "as-without-momentum",
            answer: |right| Answer { nesterov_at_half_the_rate: || 0.95, ..right },
            diagnosis: "0.95 = 1 - ηλ is the factor of gradient descent in the flat direction.",
            hint: "Nesterov's is the root of β (1 - ηλ).",
        },
        Mistake {
            name: "no-difference",
            answer: |right| Answer { nesterov: || 0.9_f64.sqrt(), ..right },
            diagnosis: "This is the factor of momentum. Looking ahead puts a brake into the last \
                        term of the equation.",
            hint: "The last term is β (1 - ηλ).",
        },
        Mistake {
            name: "steep-decides",
            answer: |right| Answer { nesterov: || 0.0, ..right },
            diagnosis: "The steep direction is gone in a step or two, but the flat one is not.",
            hint: "The slower of the two directions decides.",
        },
        Mistake {
            name: "root-forgotten",
            answer: |right| Answer { nesterov: || 0.81, ..right },
            diagnosis: "0.81 is the product of the two eigenvalues of the flat direction.",
            hint: "Each has the size of its root.",
        },
        Mistake {
            name: "rate-does-not-count",
            answer: |right| Answer { nesterov_at_half_the_rate: || 0.9, ..right },
            diagnosis: "0.9 is the factor at η = 0.1. For momentum the rate does not count within \
                        the band; Nesterov's brake is as strong as ηλ.",
            hint: "Put 0.05 into β (1 - ηλ).",
        },
        Mistake {
            name: "border-of-descent",
            answer: |right| Answer { border_of_momentum: || 0.2, ..right },
            diagnosis: "0.2 = 2/λ is the border of gradient descent.",
            hint: "Momentum bears 1 + β times as much.",
        },
        Mistake {
            name: "border-of-the-flat-direction",
            answer: |right| Answer { border_of_momentum: || 3.8, ..right },
            diagnosis: "3.8 is the border in the flat direction.",
            hint: "The steep direction diverges first.",
        },
        Mistake {
            name: "nesterov-bears-as-much",
            answer: |right| Answer { border_of_nesterov: || 0.38, ..right },
            diagnosis: "0.38 is the border of momentum. Nesterov sees the other wall ahead, and \
                        overreacts long before.",
            hint: "Put z = -1 into Nesterov's equation.",
        },
        Mistake {
            name: "nesterov-as-descent",
            answer: |right| Answer { border_of_nesterov: || 0.2, ..right },
            diagnosis: "0.2 = 2/λ is the border of gradient descent, and Nesterov's is lower.",
            hint: "Put z = -1 into Nesterov's equation.",
        },
    ],
};
