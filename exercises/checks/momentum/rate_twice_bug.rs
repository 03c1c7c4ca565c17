use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub step: fn(f64, f64, f64, f64, f64) -> [f64; 2],
}

fn observe(answer: &Answer) -> Vec<Observation> {
    [(1.0, 0.0, 2.0, 0.1), (1.0, -0.4, 2.0, 0.1), (-2.0, 0.6, -1.0, 0.25)]
        .iter()
        .map(|&(theta, velocity, gradient, rate)| {
            let call = format!(
                "step(theta = {theta}, velocity = {velocity}, gradient = {gradient}, \
                 rate = {rate})"
            );
            Observation::of(call, || (answer.step)(theta, velocity, gradient, rate, 0.8))
        })
        .collect()
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "rate-twice" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "From rest, by how much does θ move in one step? Compare with $\\eta g$.",
        "Count the factors of the rate between the gradient and $\\theta$.",
    ],
    mistakes: &[
        Mistake {
            name: "rate-twice",
            answer: |_| Answer {
                step: |theta, velocity, gradient, rate, beta| {
                    let velocity = beta * velocity - rate * gradient;
                    [theta + rate * velocity, velocity]
                },
            },
            diagnosis: "The gradient is multiplied by the rate twice on its way to θ.",
            hint: "The velocity of this form is the step itself.",
        },
        Mistake {
            name: "rate-outside",
            answer: |_| Answer {
                step: |theta, velocity, gradient, rate, beta| {
                    let velocity = beta * velocity - gradient;
                    [theta + rate * velocity, velocity]
                },
            },
            diagnosis: "One rate now, but outside: the velocity is another one, and a \
                        change of the rate acts at once.",
            hint: "The statement asks for the form of Keras.",
        },
        Mistake {
            name: "wrong-sign",
            answer: |_| Answer {
                step: |theta, velocity, gradient, rate, beta| {
                    let velocity = beta * velocity - rate * gradient;
                    [theta - velocity, velocity]
                },
            },
            diagnosis: "The velocity points downhill already, and is subtracted: θ goes \
                        up.",
            hint: "θ + v.",
        },
        Mistake {
            name: "decay-applied-to-theta",
            answer: |_| Answer {
                step: |theta, velocity, gradient, rate, beta| {
                    let next = beta * velocity - rate * gradient;
                    [theta + beta * next, next]
                },
            },
            diagnosis: "The step is β times the velocity.",
            hint: "Add the velocity as it is.",
        },
    ],
};
