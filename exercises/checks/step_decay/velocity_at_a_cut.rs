use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub step: fn(f64, f64, f64, f64, f64, f64) -> [f64; 2],
}

fn observe(answer: &Answer) -> Vec<Observation> {
    // A constant rate, a cut, and a rate that rises.
    [
        (1.0, -0.4, 2.0, 0.1, 0.1, 0.9),
        (1.0, -0.4, 2.0, 0.01, 0.1, 0.9),
        (-0.5, 0.3, -1.0, 0.2, 0.05, 0.5),
        (2.0, 0.0, 3.0, 0.05, 0.5, 0.9),
    ]
    .map(|(theta, velocity, gradient, rate, previous, beta)| {
        let label = format!(
            "step(theta = {theta}, velocity = {velocity}, gradient = {gradient}, \
             rate = {rate}, previous_rate = {previous}, beta = {beta})"
        );
        Observation::of(label, || {
            (answer.step)(theta, velocity, gradient, rate, previous, beta)
        })
    })
    .into()
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Write $u$ for the velocity of the other form. At a constant rate $v = -\\eta u$. What should $v$ be right after η has changed?",
        "$v \\leftarrow \\beta\\, \\frac{\\eta_\\text{new}}{\\eta_\\text{old}}\\, v - \\eta_\\text{new}\\, g$.",
    ],
    mistakes: &[
        Mistake {
            name: "not-corrected",
            answer: |_| Answer {
                step: |t, v, g, r, _, b| {
                    let v = b * v - r * g;
                    [t + v, v]
                },
            },
            diagnosis: "The old velocity is used as it was: after a cut it coasts on.",
            hint: "Multiply it by the new rate over the old one.",
        },
        Mistake {
            name: "ratio-upside-down",
            answer: |_| Answer {
                step: |t, v, g, r, p, b| {
                    let v = b * (p / r) * v - r * g;
                    [t + v, v]
                },
            },
            diagnosis: "The old velocity is divided by the ratio: a cut by ten makes it ten \
                        times as long.",
            hint: "After a cut the velocity has to be shorter.",
        },
        Mistake {
            name: "gradient-corrected-too",
            answer: |_| Answer {
                step: |t, v, g, r, p, b| {
                    let v = (r / p) * (b * v - r * g);
                    [t + v, v]
                },
            },
            diagnosis: "The new gradient was multiplied by the ratio as well.",
            hint: "It has the new rate already: correct only what is old.",
        },
        Mistake {
            name: "old-rate",
            answer: |_| Answer {
                step: |t, v, g, r, p, b| {
                    let v = b * (r / p) * v - p * g;
                    [t + v, v]
                },
            },
            diagnosis: "The new gradient was multiplied by the old rate.",
            hint: "`rate` is the rate of this step.",
        },
        Mistake {
            name: "velocity-forgotten",
            answer: |_| Answer {
                step: |t, v, g, r, p, b| {
                    let v = if r == p { b * v - r * g } else { -r * g };
                    [t + v, v]
                },
            },
            diagnosis: "At a change of the rate the velocity is set to zero.",
            hint: "The direction is still good; only its scale is old.",
        },
    ],
};
