use crate::check::{Check, Kind, Mistake, TWO_DECIMALS};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub mean_loss: fn() -> f64,
    pub gradient_of_b: fn() -> [f64; 2],
    pub mean_loss_swapped: fn() -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("mean_loss()", answer.mean_loss),
        Observation::of("gradient_of_b()", answer.gradient_of_b),
        Observation::of("mean_loss_swapped()", answer.mean_loss_swapped),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::ByHand,
    tolerance: TWO_DECIMALS,
    observe,
    hints: &[
        "Begin with the three distances. Two of them are sides of a triangle that you \
         know.",
        "A dissimilar pair beyond the margin costs nothing, and still counts in the mean.",
        "The gradient of $\\max(0, m - d)^2$ is $-2 (m - d)$ times the direction in which \
         $d$ grows, $(x_1 - x_2)/d$, a vector of length one.",
    ],
    mistakes: &[
        Mistake {
            name: "sum",
            answer: |right| Answer { mean_loss: || 25.25, ..right },
            diagnosis: "25.25 is the sum of the three losses.",
            hint: "Divide by the number of pairs.",
        },
        Mistake {
            name: "halved",
            answer: |right| Answer { mean_loss: || 25.25 / 6.0, ..right },
            diagnosis: "4.21 has the factor 1/2 of the paper before each term.",
            hint: "The loss as it is given here has no 1/2.",
        },
        Mistake {
            name: "free-pair-not-counted",
            answer: |right| Answer { mean_loss: || 25.25 / 2.0, ..right },
            diagnosis: "12.63 is the mean over the two pairs that cost something.",
            hint: "C costs nothing, and is one of three pairs.",
        },
        Mistake {
            name: "margin-not-cut-off",
            answer: |right| Answer { mean_loss: || 34.25 / 3.0, ..right },
            diagnosis: "11.42 results when C, at distance 5, costs (2 - 5)² = 9.",
            hint: "The maximum with 0 comes before the square: beyond the margin a \
                   dissimilar pair is free.",
        },
        Mistake {
            name: "distance-not-squared",
            answer: |right| Answer { mean_loss: || 5.5 / 3.0, ..right },
            diagnosis: "1.83 results when both terms lack their squares: 5 and 0.5.",
            hint: "Square the distance, and square what is missing to the margin.",
        },
        Mistake {
            name: "margin-inside-the-square",
            answer: |right| Answer { mean_loss: || 25.0 / 3.0, ..right },
            diagnosis: "8.33 results when B costs max(0, m - d²), which is 0 here.",
            hint: "Subtract first, then square: (2 - 1.5)².",
        },
        Mistake {
            name: "gradient-sign-reversed",
            answer: |right| Answer { gradient_of_b: || [0.0, -1.0], ..right },
            diagnosis: "This is the direction in which descent moves the point, not the \
                        gradient.",
            hint: "The gradient points to where the loss grows: toward the partner.",
        },
        Mistake {
            name: "gradient-of-the-mean",
            answer: |right| Answer { gradient_of_b: || [0.0, 1.0 / 3.0], ..right },
            diagnosis: "This is the gradient of the mean over three pairs.",
            hint: "The question is about the loss of B alone.",
        },
        Mistake {
            name: "direction-not-normalized",
            answer: |right| Answer { gradient_of_b: || [0.0, 1.5], ..right },
            diagnosis: "The difference was not divided by the distance 1.5.",
            hint: "The distance grows along the unit vector (x1 - x2)/d.",
        },
        Mistake {
            name: "gradient-of-a-similar-pair",
            answer: |right| Answer { gradient_of_b: || [0.0, -3.0], ..right },
            diagnosis: "This is 2 (x1 - x2), the gradient if B were similar.",
            hint: "B is dissimilar: use the other branch.",
        },
        Mistake {
            name: "swapped-halved",
            answer: |right| Answer { mean_loss_swapped: || 27.25 / 6.0, ..right },
            diagnosis: "4.54 has the factor 1/2 of the paper before each term.",
            hint: "The loss as it is given here has no 1/2.",
        },
        Mistake {
            name: "swapped-sum",
            answer: |right| Answer { mean_loss_swapped: || 27.25, ..right },
            diagnosis: "27.25 is the sum of the three losses.",
            hint: "Divide by the number of pairs.",
        },
        Mistake {
            name: "swapped-margin-not-cut-off",
            answer: |right| Answer { mean_loss_swapped: || 36.25 / 3.0, ..right },
            diagnosis: "12.08 results when A, dissimilar at distance 5, costs 9.",
            hint: "Beyond the margin a dissimilar pair is free.",
        },
        Mistake {
            name: "labels-not-swapped",
            answer: |right| Answer { mean_loss_swapped: || 25.25 / 3.0, ..right },
            diagnosis: "8.42 is the loss with the labels as they were.",
            hint: "Now B and C cost their squared distances, and A what it lacks to the \
                   margin.",
        },
    ],
};
