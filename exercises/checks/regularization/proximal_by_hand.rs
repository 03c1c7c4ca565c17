use crate::check::{Check, Kind, Mistake, TWO_DECIMALS};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub l1: fn() -> [f64; 4],
    pub l2: fn() -> [f64; 4],
    pub elastic_net: fn() -> [f64; 4],
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("l1()", answer.l1),
        Observation::of("l2()", answer.l2),
        Observation::of("elastic_net()", answer.elastic_net),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::ByHand,
    tolerance: TWO_DECIMALS,
    observe,
    hints: &[
        "Each weight is a problem of its own: minimize $\\frac{1}{2}(u - w)^2 + \\eta r(u)$ \
         over one number $u$.",
        "For L2 set the derivative $u - w + \\eta \\lambda u$ to zero. For L1 do it on each \
         side of zero, and see when neither side has a solution.",
        "The elastic net first thresholds, by $\\eta\\lambda\\rho$, and then divides, by $1 + \
         \\eta\\lambda(1 - \\rho)$.",
    ],
    mistakes: &[
        Mistake {
            name: "l1-threshold-without-rate",
            answer: |right| Answer { l1: || [1.0, 0.0, 0.0, -0.5], ..right },
            diagnosis: "The threshold was taken as lambda = 2; the rate is missing.",
            hint: "The price in the proximal step is eta R, so the threshold is eta \
                   lambda = 1.",
        },
        Mistake {
            name: "l1-through-zero",
            answer: |right| Answer { l1: || [2.0, 0.6, 0.0, -1.5], ..right },
            diagnosis: "The second weight was moved by 1 through zero to the other side.",
            hint: "A weight within the threshold ends at exactly zero.",
        },
        Mistake {
            name: "l1-hard-threshold",
            answer: |right| Answer { l1: || [3.0, 0.0, 0.0, -2.5], ..right },
            diagnosis: "This is hard thresholding: small weights are zero, but the large \
                        ones were not moved.",
            hint: "L1 pulls on every weight with the same force, however large it is.",
        },
        Mistake {
            name: "l1-sign-lost",
            answer: |right| Answer { l1: || [2.0, 0.0, 0.0, 1.5], ..right },
            diagnosis: "The last weight lost its sign.",
            hint: "Threshold the size |w|, then give the sign back.",
        },
        Mistake {
            name: "l2-gradient-step",
            answer: |right| Answer { l2: || [0.0, 0.0, 0.0, 0.0], ..right },
            diagnosis: "w - eta lambda w is a gradient step, which is 0 here. The proximal \
                        step takes the gradient where it ends, not where it starts.",
            hint: "Solve u - w + eta lambda u = 0 for u.",
        },
        Mistake {
            name: "l2-divided-by-three",
            answer: |right| Answer {
                l2: || [1.0, -0.4 / 3.0, 1.0 / 3.0, -2.5 / 3.0],
                ..right
            },
            diagnosis: "The weights were divided by 3. That is 1 + 2 eta lambda, as for \
                        lambda w² without the half, or 1 + lambda, without the rate.",
            hint: "The derivative of eta lambda/2 u² is eta lambda u = u here.",
        },
        Mistake {
            name: "net-like-l1",
            answer: |right| Answer { elastic_net: || [2.5, 0.0, 0.5, -2.0], ..right },
            diagnosis: "This is the L1 part alone: the division is missing.",
            hint: "After the threshold, divide by 1 + eta lambda (1 - rho) = 1.5.",
        },
        Mistake {
            name: "net-divided-first",
            answer: |right| Answer {
                elastic_net: || [1.5, 0.0, 1.0 / 1.5 - 0.5, -2.5 / 1.5 + 0.5],
                ..right
            },
            diagnosis: "Here the weights were divided first and thresholded then.",
            hint: "Write down u - w + eta lambda rho + eta lambda (1 - rho) u = 0 for a \
                   positive u, and solve it.",
        },
        Mistake {
            name: "net-full-strength",
            answer: |right| Answer { elastic_net: || [1.0, 0.0, 0.0, -0.75], ..right },
            diagnosis: "Both parts were taken at their full price: rho is missing.",
            hint: "Half of lambda goes to each part: the threshold is 0.5, the divisor 1.5.",
        },
    ],
};
