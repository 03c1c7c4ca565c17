use ndarray::{Array1, array};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub proximal: fn(&Array1<f64>, f64, f64) -> Array1<f64>,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let weights = array![3.0, -0.25, 0.5, -2.0, 0.0, 0.75];
    [(1.0, 0.5), (0.5, 3.0), (2.0, 0.0)]
        .map(|(step, lambda)| {
            let label = format!("proximal({weights}, step = {step}, lambda = {lambda})");
            Observation::of(label, || (answer.proximal)(&weights, step, lambda))
        })
        .into()
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Take one weight $w > 0$. The cost on $u > 0$ is a parabola; where is its lowest \
         point, and when is that point not in $u > 0$?",
        "The threshold is $s\\lambda$: a larger step lets the price act for longer.",
        "$w$ less `w.clamp(-t, t)` covers all three cases.",
    ],
    mistakes: &[
        Mistake {
            name: "threshold-without-step",
            answer: |_| Answer { proximal: |w, _, l| each(w, |w| soft(w, l)) },
            diagnosis: "The threshold is lambda; the step is missing. Descent would end \
                        elsewhere for every rate.",
            hint: "The price in the proximal step is s lambda |u|.",
        },
        Mistake {
            name: "subgradient-step",
            answer: |_| Answer {
                proximal: |w, s, l| {
                    each(w, |w| if w == 0.0 { 0.0 } else { w - s * l * w.signum() })
                },
            },
            diagnosis: "This is a step against the subgradient: a small weight is thrown \
                        over zero to the other side.",
            hint: "Within the threshold the answer is exactly 0.",
        },
        Mistake {
            name: "hard-threshold",
            answer: |_| Answer {
                proximal: |w, s, l| each(w, |w| if w.abs() <= s * l { 0.0 } else { w }),
            },
            diagnosis: "This is hard thresholding: the large weights are not moved at all.",
            hint: "A large weight moves toward zero by s lambda.",
        },
        Mistake {
            name: "sign-lost",
            answer: |_| Answer {
                proximal: |w, s, l| each(w, |w| (w.abs() - s * l).max(0.0)),
            },
            diagnosis: "The sign is lost: every result is positive or zero.",
            hint: "Multiply by the sign of the weight.",
        },
        Mistake {
            name: "clipped",
            answer: |_| Answer {
                proximal: |w, s, l| each(w, |w| w.clamp(-s * l, s * l)),
            },
            diagnosis: "This is the clipped weight, the part that the threshold takes away.",
            hint: "What you want is the rest: w less that.",
        },
        Mistake {
            name: "l2-instead",
            answer: |_| Answer { proximal: |w, s, l| each(w, |w| w / (1.0 + s * l)) },
            diagnosis: "This is the proximal operator of lambda/2 w²: it divides, and makes \
                        nothing zero.",
            hint: "|u| has the slope 1 at every size, so the weight moves by a constant.",
        },
    ],
};

fn soft(weight: f64, threshold: f64) -> f64 {
    weight - weight.clamp(-threshold, threshold)
}

fn each(weights: &Array1<f64>, f: impl Fn(f64) -> f64) -> Array1<f64> {
    weights.mapv(f)
}
