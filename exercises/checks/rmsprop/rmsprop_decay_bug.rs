use ndarray::{Array1, array};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub mean_squares: fn(&Array1<f64>, f64) -> Array1<f64>,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    [(array![2.0, 0.0, 1.0], 0.9), (array![-1.0, 3.0, 0.5], 0.99)]
        .map(|(gradients, rho)| {
            let label = format!("mean_squares({gradients}, rho = {rho})");
            Observation::of(label, || (answer.mean_squares)(&gradients, rho))
        })
        .into()
}

fn fold(gradients: &Array1<f64>, update: impl Fn(f64, f64) -> f64) -> Array1<f64> {
    let mut v = 0.0;
    gradients.mapv(|gradient| {
        v = update(v, gradient);
        v
    })
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "decay-exchanged" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Work out $v$ after the gradients $2$ and $0$ with $\\rho = 0.9$, by the formula \
         and by the code.",
        "Which of the two factors belongs to what is kept?",
    ],
    mistakes: &[
        Mistake {
            name: "decay-exchanged",
            answer: |_| Answer {
                mean_squares: |g, rho| fold(g, |v, g| (1.0 - rho) * v + rho * g * g),
            },
            diagnosis: "The old mean gets 1 - rho, the new square gets rho.",
            hint: "Exchange the factors.",
        },
        Mistake {
            name: "new-square-whole",
            answer: |_| Answer { mean_squares: |g, rho| fold(g, |v, g| rho * v + g * g) },
            diagnosis: "The new square is added whole: v is no mean, but 1/(1 - rho) \
                        times one.",
            hint: "Multiply the new square by 1 - rho.",
        },
        Mistake {
            name: "nothing-forgotten",
            answer: |_| Answer {
                mean_squares: |g, rho| fold(g, |v, g| v + (1.0 - rho) * g * g),
            },
            diagnosis: "Nothing is forgotten: this is AdaGrad's sum, scaled.",
            hint: "Multiply the old mean by rho.",
        },
        Mistake {
            name: "gradient-not-squared",
            answer: |_| Answer {
                mean_squares: |g, rho| fold(g, |v, g| rho * v + (1.0 - rho) * g),
            },
            diagnosis: "This is the running mean of the gradients, not of their squares.",
            hint: "Square the gradient.",
        },
    ],
};
