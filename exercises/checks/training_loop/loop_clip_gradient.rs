use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;
use ndarray::{Array1, array};

/// A gradient and c; the clipped gradient.
type Clip = fn(&Array1<f64>, f64) -> Array1<f64>;

#[derive(Clone, Copy)]
pub struct Answer {
    pub by_norm: Clip,
    pub by_value: Clip,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let cases = [
        (array![3.0, -4.0], 1.0),
        (array![3.0, -4.0], 10.0),
        (array![0.3, -0.4, 0.1], 2.0),
        (array![10.0, 0.1], 0.5),
        (array![-2.0, -2.0, 1.0], 1.5),
        (array![0.0, 0.0], 1.0),
    ];
    let mut seen = Vec::new();
    for (gradient, c) in cases {
        let label = |name| format!("{name}(gradient = {}, c = {c})", gradient);
        seen.push(Observation::of(label("by_norm"), || (answer.by_norm)(&gradient, c)));
        seen.push(Observation::of(label("by_value"), || (answer.by_value)(&gradient, c)));
    }
    seen
}

fn norm(gradient: &Array1<f64>) -> f64 {
    gradient.dot(gradient).sqrt()
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "$\\norm{g} = \\sqrt{g \\cdot g}$; the factor is $c/\\norm{g}$ where that is below 1.",
        "`f64::clamp` brings a number into an interval, `mapv` does it for all.",
    ],
    mistakes: &[
        Mistake {
            name: "always-normalized",
            answer: |right| Answer {
                by_norm: |g, c| {
                    let norm = norm(g);
                    if norm == 0.0 { g.clone() } else { g * (c / norm) }
                },
                ..right
            },
            diagnosis: "Short gradients are stretched to the norm c as well.",
            hint: "Only a gradient that is longer than c changes.",
        },
        Mistake {
            name: "squared-norm",
            answer: |right| Answer {
                by_norm: |g, c| {
                    let square = g.dot(g);
                    if square > c { g * (c / square) } else { g.clone() }
                },
                ..right
            },
            diagnosis: "g · g is the square of the norm: the root is missing.",
            hint: "(3, -4) has the norm 5.",
        },
        Mistake {
            name: "not-scaled-by-c",
            answer: |right| Answer {
                by_norm: |g, c| {
                    let norm = norm(g);
                    if norm > c { g / norm } else { g.clone() }
                },
                ..right
            },
            diagnosis: "A long gradient gets the norm 1, whatever c is.",
            hint: "Multiply by c after dividing by the norm.",
        },
        Mistake {
            name: "largest-entry",
            answer: |right| Answer {
                by_norm: |g, c| {
                    let most = g.iter().fold(0.0_f64, |most, x| most.max(x.abs()));
                    if most > c { g * (c / most) } else { g.clone() }
                },
                ..right
            },
            diagnosis: "The largest entry is brought to c, not the norm.",
            hint: "The norm is the root of the sum of squares.",
        },
        Mistake {
            name: "nan-at-zero",
            answer: |right| Answer {
                by_norm: |g, c| g / norm(g) * norm(g).min(c),
                ..right
            },
            diagnosis: "The zero gradient is divided by its norm.",
            hint: "Ask whether the norm is above c before you divide.",
        },
        Mistake {
            name: "only-from-above",
            answer: |right| Answer {
                by_value: |g, c| g.mapv(|entry| entry.min(c)),
                ..right
            },
            diagnosis: "Negative entries are not clipped.",
            hint: "From below at -c as well.",
        },
        Mistake {
            name: "value-for-norm",
            answer: |right| Answer { by_norm: right.by_value, ..right },
            diagnosis: "By norm clips each entry on its own, which turns the gradient.",
            hint: "One factor for all entries.",
        },
        Mistake {
            name: "norm-for-value",
            answer: |right| Answer { by_value: right.by_norm, ..right },
            diagnosis: "By value scales all entries alike.",
            hint: "Each entry is brought into [-c, c] on its own.",
        },
    ],
};
