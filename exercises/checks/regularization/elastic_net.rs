use ndarray::{Array1, array};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub value: fn(&Array1<f64>, f64, f64) -> f64,
    pub proximal: fn(&Array1<f64>, f64, f64, f64) -> Array1<f64>,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let weights = array![3.0, -0.25, 0.5, -2.0, 0.0, 0.75];
    let mut seen = Vec::new();
    for (step, lambda, rho) in
        [(0.5, 2.0, 0.25), (2.0, 0.5, 0.9), (0.5, 3.0, 1.0), (0.5, 3.0, 0.0)]
    {
        let input = format!("{weights}, lambda = {lambda}, rho = {rho}");
        seen.push(Observation::of(format!("value({input})"), || {
            (answer.value)(&weights, lambda, rho)
        }));
        seen.push(Observation::of(format!("proximal({input}, step = {step})"), || {
            (answer.proximal)(&weights, step, lambda, rho)
        }));
    }
    seen
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Begin with the ends: at $\\rho = 1$ and at $\\rho = 0$ you know the answer.",
        "For $u > 0$ the derivative of the cost is a line in $u$. Where is it zero?",
        "Threshold by $s\\lambda\\rho$, then divide by $1 + s\\lambda(1 - \\rho)$.",
    ],
    mistakes: &[
        Mistake {
            name: "value-not-halved",
            answer: |right| Answer {
                value: |w, l, rho| l * (rho * sizes(w) + (1.0 - rho) * w.dot(w)),
                ..right
            },
            diagnosis: "The L2 part has no half.",
            hint: "(1 - rho)/2 stands before the squares.",
        },
        Mistake {
            name: "value-shares-swapped",
            answer: |right| Answer {
                value: |w, l, rho| l * ((1.0 - rho) * sizes(w) + 0.5 * rho * w.dot(w)),
                ..right
            },
            diagnosis: "rho and 1 - rho are swapped.",
            hint: "rho is the share of L1: at rho = 1 nothing is squared.",
        },
        Mistake {
            name: "value-l1-at-full-price",
            answer: |right| Answer {
                value: |w, l, rho| l * (sizes(w) + 0.5 * (1.0 - rho) * w.dot(w)),
                ..right
            },
            diagnosis: "The L1 part is not multiplied by rho.",
            hint: "Each part gets its share of lambda.",
        },
        Mistake {
            name: "proximal-not-divided",
            answer: |right| Answer {
                proximal: |w, s, l, rho| each(w, |w| soft(w, s * l * rho)),
                ..right
            },
            diagnosis: "This is the L1 part alone; the L2 part does not act.",
            hint: "Divide what the threshold leaves.",
        },
        Mistake {
            name: "proximal-divided-first",
            answer: |right| Answer {
                proximal: |w, s, l, rho| {
                    each(w, |w| soft(w / (1.0 + s * l * (1.0 - rho)), s * l * rho))
                },
                ..right
            },
            diagnosis: "The weights are divided first and thresholded then: the two steps \
                        are in the wrong order.",
            hint: "Solve for u: the threshold is inside of the fraction.",
        },
        Mistake {
            name: "proximal-divisor-not-halved",
            answer: |right| Answer {
                proximal: |w, s, l, rho| {
                    each(w, |w| soft(w, s * l * rho) / (1.0 + 2.0 * s * l * (1.0 - rho)))
                },
                ..right
            },
            diagnosis: "The divisor has a factor 2, which belongs to an L2 part without its \
                        half.",
            hint: "The derivative of (1 - rho)/2 u² is (1 - rho) u.",
        },
        Mistake {
            name: "proximal-shares-swapped",
            answer: |right| Answer {
                proximal: |w, s, l, rho| {
                    each(w, |w| soft(w, s * l * (1.0 - rho)) / (1.0 + s * l * rho))
                },
                ..right
            },
            diagnosis: "rho and 1 - rho are swapped.",
            hint: "At rho = 1 the operator is soft-thresholding.",
        },
        Mistake {
            name: "proximal-without-step",
            answer: |right| Answer {
                proximal: |w, _, l, rho| {
                    each(w, |w| soft(w, l * rho) / (1.0 + l * (1.0 - rho)))
                },
                ..right
            },
            diagnosis: "The step is missing.",
            hint: "The cost is ½(u - w)² + s r(u): every lambda comes with an s.",
        },
    ],
};

fn sizes(weights: &Array1<f64>) -> f64 {
    weights.mapv(f64::abs).sum()
}

fn soft(weight: f64, threshold: f64) -> f64 {
    weight - weight.clamp(-threshold, threshold)
}

fn each(weights: &Array1<f64>, f: impl Fn(f64) -> f64) -> Array1<f64> {
    weights.mapv(f)
}
