use ndarray::{Array1, array};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

/// Changes θ and v, given the gradient, the rate and β.
type TakeStep = fn(&mut Array1<f64>, &mut Array1<f64>, &Array1<f64>, f64, f64);

#[derive(Clone, Copy)]
pub struct Answer {
    pub step: TakeStep,
}

/// θ and v after one, two and three steps.
fn observe(answer: &Answer) -> Vec<Observation> {
    let gradients = [array![2.0, -1.0], array![0.5, -1.0], array![-3.0, 0.0]];
    let run = move |step: TakeStep, count: usize| {
        let (mut theta, mut velocity) = (array![1.0, -2.0], Array1::zeros(2));
        for gradient in gradients.iter().take(count) {
            step(&mut theta, &mut velocity, gradient, 0.1, 0.8);
        }
        [theta[0], theta[1], velocity[0], velocity[1]]
    };
    [1, 2, 3]
        .iter()
        .map(|&count| {
            let call = format!("step(theta and velocity after {count})");
            Observation::of(call, || run(answer.step, count))
        })
        .collect()
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Update the velocity as momentum does. Then move θ twice: once along the \
         gradient, once along β times the velocity.",
        "From rest the first step is $-\\eta (1 + \\beta) g$, longer than that of momentum.",
    ],
    mistakes: &[
        Mistake {
            name: "momentum",
            answer: |_| Answer {
                step: |theta, velocity, gradient, rate, beta| {
                    *velocity = beta * &*velocity + gradient;
                    theta.scaled_add(-rate, velocity);
                },
            },
            diagnosis: "This is momentum: the step goes along v, or along g + βv with the \
                        old v.",
            hint: "Update v first, then step along g + βv.",
        },
        Mistake {
            name: "whole-velocity",
            answer: |_| Answer {
                step: |theta, velocity, gradient, rate, beta| {
                    *velocity = beta * &*velocity + gradient;
                    theta.scaled_add(-rate, &(gradient + &*velocity));
                },
            },
            diagnosis: "The step goes along g + v: the β before v is missing.",
            hint: "g + βv.",
        },
        Mistake {
            name: "gradient-forgotten",
            answer: |_| Answer {
                step: |theta, velocity, gradient, rate, beta| {
                    *velocity = beta * &*velocity + gradient;
                    theta.scaled_add(-rate * beta, velocity);
                },
            },
            diagnosis: "The step goes along βv alone.",
            hint: "Add the gradient.",
        },
        Mistake {
            name: "moving-average",
            answer: |_| Answer {
                step: |theta, velocity, gradient, rate, beta| {
                    *velocity = beta * &*velocity + (1.0 - beta) * gradient;
                    theta.scaled_add(-rate, &(gradient + beta * &*velocity));
                },
            },
            diagnosis: "The velocity is a moving average here, so g and βv are not of the \
                        same scale.",
            hint: "The gradient enters the velocity whole.",
        },
        Mistake {
            name: "correction-subtracted",
            answer: |_| Answer {
                step: |theta, velocity, gradient, rate, beta| {
                    *velocity = beta * &*velocity + gradient;
                    theta.scaled_add(-rate, &(gradient - beta * &*velocity));
                },
            },
            diagnosis: "βv is subtracted from the gradient: the walk turns against its own \
                        velocity.",
            hint: "g + βv.",
        },
    ],
};
