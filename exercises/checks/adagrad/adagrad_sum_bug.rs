use ndarray::{Array1, array};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub rates: fn(&Array1<f64>, f64, f64) -> Array1<f64>,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    [array![3.0, 4.0, 12.0], array![1.0, -1.0, 1.0, -1.0], array![0.0, -0.5, 2.0]]
        .map(|gradients| {
            let label = format!("rates({gradients}, rate = 0.5, epsilon = 0.25)");
            Observation::of(label, || (answer.rates)(&gradients, 0.5, 0.25))
        })
        .into()
}

/// The rate from what is remembered, which starts at 0.
fn remembered(
    gradients: &Array1<f64>,
    update: impl Fn(f64, f64) -> f64,
    rate: impl Fn(f64) -> f64,
) -> Array1<f64> {
    let mut memory = 0.0;
    gradients.mapv(|gradient| {
        memory = update(memory, gradient);
        rate(memory)
    })
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "sum-squared" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Work out the rates for the gradients $1, -1$ by hand, by the formula and by the \
         code.",
        "Which comes first, the square or the sum?",
    ],
    mistakes: &[
        Mistake {
            name: "sum-squared",
            answer: |_| Answer {
                rates: |g, rate, e| remembered(g, |s, g| s + g, |s| rate / (s.abs() + e)),
            },
            diagnosis: "The sum of the gradients is squared, not the gradients: opposite \
                        ones cancel, and the rate comes back.",
            hint: "Square each gradient before you add it.",
        },
        Mistake {
            name: "sizes-summed",
            answer: |_| Answer {
                rates: |g, rate, e| remembered(g, |s, g| s + g.abs(), |s| rate / (s + e)),
            },
            diagnosis: "The sizes are summed. The rate now never rises, but it falls as \
                        1/t on a constant gradient, not as 1/√t.",
            hint: "G holds squares; its root is taken for the rate.",
        },
        Mistake {
            name: "last-gradient-only",
            answer: |_| Answer {
                rates: |g, rate, e| {
                    remembered(g, |_, g| g * g, |s| rate / (s.sqrt() + e))
                },
            },
            diagnosis: "Only the last gradient counts: nothing is remembered.",
            hint: "Add the square to what is there.",
        },
        Mistake {
            name: "root-forgotten",
            answer: |_| Answer {
                rates: |g, rate, e| remembered(g, |s, g| s + g * g, |s| rate / (s + e)),
            },
            diagnosis: "The root of the sum is missing.",
            hint: "Divide by √G + ε.",
        },
    ],
};
