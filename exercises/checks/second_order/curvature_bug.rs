use ndarray::{Array1, array};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub rho: fn(&Array1<f64>, &Array1<f64>) -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    [
        (array![1.0, 2.0], array![2.0, 1.0]),
        (array![1.0, 0.0], array![-2.0, 5.0]),
        (array![0.0, 0.0], array![0.0, 0.0]),
        (array![1e-6, 0.0], array![1e-6, 0.0]),
        (array![0.25, 0.0], array![0.5, 3.0]),
    ]
    .map(|(s, y)| {
        Observation::of(format!("rho(s = {s}, y = {y})"), || (answer.rho)(&s, &y))
    })
    .into()
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "size-for-sign" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Evaluate the condition for $y^\\top s = -2$, and for $0$.",
        "$B$ stays positive definite exactly if $y^\\top s > 0$ for every pair.",
    ],
    mistakes: &[
        Mistake {
            name: "size-for-sign",
            answer: |_| Answer { rho: |s, y| 1.0 / y.dot(s) },
            diagnosis: "Every pair is kept.",
            hint: "Ask for the sign of yᵀs, not for its size.",
        },
        Mistake {
            name: "still-the-size",
            answer: |_| Answer {
                rho: |s, y| {
                    let curvature = y.dot(s);
                    if curvature.abs() > 1e-10 { 1.0 / curvature } else { 0.0 }
                },
            },
            diagnosis: "Zero is skipped now, but negative curvature is still kept.",
            hint: "Leave the absolute value out.",
        },
        Mistake {
            name: "made-positive",
            answer: |_| Answer {
                rho: |s, y| {
                    let curvature = y.dot(s).abs();
                    if curvature > 1e-10 { 1.0 / curvature } else { 0.0 }
                },
            },
            diagnosis: "A negative curvature is turned into a positive one: the pair now \
                        claims what the loss does not do.",
            hint: "Skip such a pair.",
        },
        Mistake {
            name: "inverted",
            answer: |_| Answer {
                rho: |s, y| {
                    let curvature = y.dot(s);
                    if curvature > 1e-10 { curvature } else { 0.0 }
                },
            },
            diagnosis: "The condition is right now, but rho is 1/yᵀs.",
            hint: "Divide.",
        },
        Mistake {
            name: "threshold-too-high",
            answer: |_| Answer {
                rho: |s, y| {
                    let curvature = y.dot(s);
                    if curvature > 0.5 { 1.0 / curvature } else { 0.0 }
                },
            },
            diagnosis: "Good pairs with small steps are skipped too.",
            hint: "Near the minimum both s and y are small; the threshold is 1e-10.",
        },
    ],
};
