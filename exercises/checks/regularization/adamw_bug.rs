use ndarray::{Array1, Zip, array};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub step: fn(&Array1<f64>, &Array1<f64>, f64, f64) -> Array1<f64>,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let theta = array![2.0, -1.0, 0.5, 3.0];
    let gradient = array![100.0, 1.0, -0.01, 0.0];
    [(0.1, 0.5), (0.01, 2.0)]
        .map(|(rate, decay)| {
            let label = format!(
                "step({theta}, gradient = {gradient}, rate = {rate}, decay = {decay})"
            );
            Observation::of(label, || (answer.step)(&theta, &gradient, rate, decay))
        })
        .into()
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "decay-in-the-gradient" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Follow one weight with $g = 100$ and one with $g = 0$ through the step. By how much \
         does each shrink because of $\\lambda$?",
        "Which line divides by the size of the gradient, and what is in the gradient there?",
    ],
    mistakes: &[
        Mistake {
            name: "decay-in-the-gradient",
            answer: |_| Answer {
                step: |t, g, r, d| each(t, g, |w, g| w - r * sign(g + d * w)),
            },
            diagnosis: "The decay passes through Adam's division: that is L2 in Adam.",
            hint: "Take it out of the gradient, and shrink the weight beside the step.",
        },
        Mistake {
            name: "decay-scaled-by-gradient",
            answer: |_| Answer {
                step: |t, g, r, d| {
                    each(t, g, |w, g| w - r * (g + d * w) / (g.abs() + 1e-8))
                },
            },
            diagnosis: "The decay left the denominator but is still divided by it: weights \
                        with large gradients decay less.",
            hint: "The decay is eta lambda w, with no division.",
        },
        Mistake {
            name: "decay-without-rate",
            answer: |_| Answer {
                step: |t, g, r, d| each(t, g, |w, g| (1.0 - d) * w - r * sign(g)),
            },
            diagnosis: "The weights shrink by lambda, not by eta lambda.",
            hint: "In PyTorch and in this book the decay is multiplied by the rate.",
        },
        Mistake {
            name: "no-decay",
            answer: |_| Answer { step: |t, g, r, _| each(t, g, |w, g| w - r * sign(g)) },
            diagnosis: "There is no decay any more.",
            hint: "Shrink each weight to 1 - eta lambda of its size beside the step.",
        },
        Mistake {
            name: "step-decays-too",
            answer: |_| Answer {
                step: |t, g, r, d| each(t, g, |w, g| (1.0 - r * d) * (w - r * sign(g))),
            },
            diagnosis: "Adam's step is shrunk with the weight.",
            hint: "Shrink the weight alone, and subtract the whole step.",
        },
        Mistake {
            name: "weights-grow",
            answer: |_| Answer {
                step: |t, g, r, d| each(t, g, |w, g| (1.0 + r * d) * w - r * sign(g)),
            },
            diagnosis: "The weights grow.",
            hint: "The factor is 1 - eta lambda.",
        },
    ],
};

/// Adam's direction without memory.
fn sign(gradient: f64) -> f64 {
    gradient / (gradient.abs() + 1e-8)
}

fn each(
    theta: &Array1<f64>,
    gradient: &Array1<f64>,
    f: impl Fn(f64, f64) -> f64,
) -> Array1<f64> {
    Zip::from(theta).and(gradient).map_collect(|&weight, &g| f(weight, g))
}
