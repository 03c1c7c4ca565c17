use ndarray::{Array1, array};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

/// θ, from the start, the gradients, the epochs, the rate and β.
type Train = fn(&Array1<f64>, &[Array1<f64>], usize, f64, f64) -> Array1<f64>;

#[derive(Clone, Copy)]
pub struct Answer {
    pub train: Train,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let start = array![1.0, -1.0];
    let one = vec![array![1.0, 0.5]];
    let three = vec![array![1.0, 0.5], array![0.0, -2.0], array![2.0, 1.0]];
    [(one, 5), (three, 2)]
        .iter()
        .map(|(gradients, epochs)| {
            let call = format!("train({} batches, {epochs} epochs)", gradients.len());
            Observation::of(call, || (answer.train)(&start, gradients, *epochs, 0.1, 0.8))
        })
        .collect()
}

/// The walk with a velocity that is treated in some way after each batch and each epoch.
fn train(
    start: &Array1<f64>,
    gradients: &[Array1<f64>],
    epochs: usize,
    (rate, beta): (f64, f64),
    (after_batch, after_epoch): (f64, f64),
) -> Array1<f64> {
    let (mut theta, mut velocity) = (start.clone(), Array1::zeros(start.len()));
    for _ in 0..epochs {
        for gradient in gradients {
            velocity = beta * velocity + gradient;
            theta.scaled_add(-rate, &velocity);
            velocity *= after_batch;
        }
        velocity *= after_epoch;
    }
    theta
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "reset-each-epoch" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Follow the velocity by hand for two epochs of one batch.",
        "How long does a variable live that is declared inside a loop?",
    ],
    mistakes: &[
        Mistake {
            name: "reset-each-epoch",
            answer: |_| Answer {
                train: |s, g, e, rate, beta| train(s, g, e, (rate, beta), (1.0, 0.0)),
            },
            diagnosis: "The velocity starts from zero in each epoch.",
            hint: "Declare it where θ is declared.",
        },
        Mistake {
            name: "reset-each-batch",
            answer: |_| Answer {
                train: |s, g, e, rate, beta| train(s, g, e, (rate, beta), (0.0, 0.0)),
            },
            diagnosis: "Now the velocity starts from zero at each batch: this is gradient \
                        descent.",
            hint: "Move its declaration out of the loops, not further in.",
        },
        Mistake {
            name: "decays-each-epoch",
            answer: |_| Answer {
                train: |s, g, e, rate, beta| train(s, g, e, (rate, beta), (1.0, beta)),
            },
            diagnosis: "The velocity loses a share β once more at the end of each epoch.",
            hint: "An epoch means nothing to the velocity.",
        },
        Mistake {
            name: "beta-lost",
            answer: |_| Answer {
                train: |s, g, e, rate, _| train(s, g, e, (rate, 1.0), (1.0, 1.0)),
            },
            diagnosis: "The velocity is kept, but it no longer loses anything: β got lost.",
            hint: "The line of the velocity was right before.",
        },
    ],
};
