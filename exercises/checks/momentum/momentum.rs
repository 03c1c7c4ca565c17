use ndarray::{Array1, array};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

/// Changes θ and v, given the gradient, the rate and β.
type TakeStep = fn(&mut Array1<f64>, &mut Array1<f64>, &Array1<f64>, f64, f64);

#[derive(Clone, Copy)]
pub struct Answer {
    pub step: TakeStep,
}

/// θ and v after each of three steps, the last at another rate.
fn observe(answer: &Answer) -> Vec<Observation> {
    let gradients = [array![2.0, -1.0], array![0.5, -1.0], array![-3.0, 0.0]];
    let steps = [1, 2, 3];
    let run = move |step: TakeStep, count: usize| {
        let (mut theta, mut velocity) = (array![1.0, -2.0], Array1::zeros(2));
        for (index, gradient) in gradients.iter().take(count).enumerate() {
            let rate = if index == 2 { 0.02 } else { 0.1 };
            step(&mut theta, &mut velocity, gradient, rate, 0.8);
        }
        [theta[0], theta[1], velocity[0], velocity[1]]
    };
    steps
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
        "Two statements are enough: one for the velocity, one for the parameters. Mind \
         their order.",
        "`beta * &*velocity` multiplies an array by a number, and `array.scaled_add(c, \
         &other)` adds a multiple of another to an array. Which array moves, and by which \
         multiple of what?",
    ],
    mistakes: &[
        Mistake {
            name: "moving-average",
            answer: |_| Answer {
                step: |theta, velocity, gradient, rate, beta| {
                    *velocity = beta * &*velocity + (1.0 - beta) * gradient;
                    theta.scaled_add(-rate, velocity);
                },
            },
            diagnosis: "This is the moving average: the gradient enters with 1 − β.",
            hint: "In PyTorch's form the gradient enters whole.",
        },
        Mistake {
            name: "rate-inside",
            answer: |_| Answer {
                step: |theta, velocity, gradient, rate, beta| {
                    *velocity = beta * &*velocity + rate * gradient;
                    *theta -= &*velocity;
                },
            },
            diagnosis: "The rate is in the velocity, as in Keras: v has another scale, \
                        and after a change of the rate θ differs too.",
            hint: "Multiply by the rate when you step, not when you store.",
        },
        Mistake {
            name: "rate-twice",
            answer: |_| Answer {
                step: |theta, velocity, gradient, rate, beta| {
                    *velocity = beta * &*velocity + rate * gradient;
                    theta.scaled_add(-rate, velocity);
                },
            },
            diagnosis: "The rate is applied twice, once in the velocity and once in the \
                        step.",
            hint: "Only the step has a rate.",
        },
        Mistake {
            name: "velocity-not-kept",
            answer: |_| Answer {
                step: |theta, velocity, gradient, rate, beta| {
                    theta.scaled_add(-rate, &(beta * &*velocity + gradient));
                },
            },
            diagnosis: "The new velocity is used but not stored, so every step starts \
                        from rest.",
            hint: "Assign to *velocity.",
        },
        Mistake {
            name: "velocity-updated-after-the-step",
            answer: |_| Answer {
                step: |theta, velocity, gradient, rate, beta| {
                    theta.scaled_add(-rate, velocity);
                    *velocity = beta * &*velocity + gradient;
                },
            },
            diagnosis: "θ moves along the old velocity: each gradient acts one step late.",
            hint: "Change the order of the two statements.",
        },
        Mistake {
            name: "beta-forgotten",
            answer: |_| Answer {
                step: |theta, velocity, gradient, rate, _| {
                    *velocity += gradient;
                    theta.scaled_add(-rate, velocity);
                },
            },
            diagnosis: "The velocity never loses anything: there is no friction, and the \
                        walk would not come to rest.",
            hint: "Multiply the old velocity by β.",
        },
        Mistake {
            name: "uphill",
            answer: |_| Answer {
                step: |theta, velocity, gradient, rate, beta| {
                    *velocity = beta * &*velocity + gradient;
                    theta.scaled_add(rate, velocity);
                },
            },
            diagnosis: "θ moves with the gradient, uphill.",
            hint: "Subtract.",
        },
    ],
};
