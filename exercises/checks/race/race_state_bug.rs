use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub final_losses: fn(&[f64], f64, f64, usize) -> Vec<f64>,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let cases: [(&[f64], f64, f64, usize); 3] = [
        (&[2.0], 0.1, 0.9, 20),
        (&[10.0, 2.0, -3.0], 0.1, 0.9, 20),
        (&[1.0, 1.0, 1.0], 0.3, 0.5, 4),
    ];
    let label = |starts: &[f64], rate: f64, beta: f64, steps: usize| {
        format!("final_losses({starts:?}, {rate}, {beta}, {steps})")
    };
    cases
        .map(|(starts, rate, beta, steps)| {
            Observation::of(label(starts, rate, beta, steps), || {
                ndarray::Array1::from((answer.final_losses)(starts, rate, beta, steps))
            })
        })
        .into()
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "velocity-carried-over" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Follow two equal starts, one after the other, by hand for one step each. What is \
         different when the second begins?",
        "What does the optimizer remember, and when is it made?",
    ],
    mistakes: &[
        Mistake {
            name: "velocity-carried-over",
            answer: |_| Answer {
                final_losses: |starts, rate, beta, steps| {
                    let mut velocity = 0.0;
                    let runs = starts.iter();
                    runs.map(|&x| run(x, &mut velocity, rate, beta, steps)).collect()
                },
            },
            diagnosis: "Every run but the first begins with the velocity of the one before.",
            hint: "Make the velocity where the run begins.",
        },
        Mistake {
            name: "velocity-cleared-each-step",
            answer: |_| Answer {
                final_losses: |starts, rate, _, steps| {
                    let runs = starts.iter();
                    runs.map(|&x| run(x, &mut 0.0, rate, 0.0, steps)).collect()
                },
            },
            diagnosis: "The velocity is cleared before each step: this is gradient descent \
                        without momentum.",
            hint: "Clear it once a run, not once a step.",
        },
        Mistake {
            name: "one-step-short",
            answer: |_| Answer {
                final_losses: |starts, rate, beta, steps| {
                    let runs = starts.iter();
                    runs.map(|&x| run(x, &mut 0.0, rate, beta, steps - 1)).collect()
                },
            },
            diagnosis: "The runs are one step short.",
            hint: "Leave the loop over the steps as it was.",
        },
    ],
};

fn run(start: f64, velocity: &mut f64, rate: f64, beta: f64, steps: usize) -> f64 {
    let mut x = start;
    for _ in 0..steps {
        *velocity = beta * *velocity + x;
        x -= rate * *velocity;
    }
    0.5 * x * x
}
