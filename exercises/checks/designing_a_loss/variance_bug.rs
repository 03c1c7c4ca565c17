use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub value: fn(f64, f64) -> f64,
    pub gradient: fn(f64, f64) -> [f64; 2],
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let mut seen = Vec::new();
    for (r, s) in [(2.0, 0.0), (-1.0, 1.5), (0.5, -2.0), (0.0, 0.75)] {
        let input = format!("residual = {r}, log_variance = {s}");
        seen.push(Observation::of(format!("value({input})"), || (answer.value)(r, s)));
        seen.push(Observation::of(format!("gradient({input})"), || {
            (answer.gradient)(r, s)
        }));
    }
    seen
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "logarithm-forgotten" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Fix the residual, say $r = 1$, and ask which log variance this loss likes best.",
        "The density of a normal distribution has a factor in front of its exponential. \
         What does $-\\ln$ make of it?",
        "Being unsure has to cost something: $\\frac12 \\ln \\sigma^2$.",
    ],
    mistakes: &[
        Mistake {
            name: "logarithm-forgotten",
            answer: |_| Answer {
                value: |r, s| 0.5 * r * r * (-s).exp(),
                gradient: |r, s| [r * (-s).exp(), -0.5 * r * r * (-s).exp()],
            },
            diagnosis: "The logarithm of the variance is missing from the loss.",
            hint: "Add half of the log variance.",
        },
        Mistake {
            name: "logarithm-subtracted",
            answer: |_| Answer {
                value: |r, s| 0.5 * (-s + r * r * (-s).exp()),
                gradient: |r, s| [r * (-s).exp(), -0.5 * (1.0 + r * r * (-s).exp())],
            },
            diagnosis: "The logarithm has the wrong sign: being unsure is rewarded even \
                        more.",
            hint: "-ln(1/σ) = +½ ln σ².",
        },
        Mistake {
            name: "logarithm-not-halved",
            answer: |_| Answer {
                value: |r, s| s + 0.5 * r * r * (-s).exp(),
                gradient: |r, s| [r * (-s).exp(), 1.0 - 0.5 * r * r * (-s).exp()],
            },
            diagnosis: "The logarithm stands without its 1/2, so the best variance is half \
                        the squared residual.",
            hint: "The factor before the exponential is 1/σ, the root of 1/σ².",
        },
        Mistake {
            name: "square-instead-of-logarithm",
            answer: |_| Answer {
                value: |r, s| 0.5 * (s * s + r * r * (-s).exp()),
                gradient: |r, s| [r * (-s).exp(), s - 0.5 * r * r * (-s).exp()],
            },
            diagnosis: "A penalty on s² keeps the variance near 1, whatever the data say. \
                        It stops the growth, but it is not the likelihood.",
            hint: "The term follows from the density: look at its normalization.",
        },
        Mistake {
            name: "value-only",
            answer: |right| Answer {
                gradient: |r, s| [r * (-s).exp(), -0.5 * r * r * (-s).exp()],
                ..right
            },
            diagnosis: "The value is repaired; the gradient is still that of the old one, \
                        and it is the gradient that trains.",
            hint: "Differentiate the new term.",
        },
        Mistake {
            name: "gradient-only",
            answer: |right| Answer { value: |r, s| 0.5 * r * r * (-s).exp(), ..right },
            diagnosis: "The gradient is repaired, but the value does not belong to it: \
                        what you report is not what you train.",
            hint: "Add the term to the value, too.",
        },
    ],
};
