use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::{Observation, Seen};

#[derive(Clone, Copy)]
pub struct Answer {
    pub path: fn(&[f64], &[f64], f64, usize) -> Vec<f64>,
}

const X: [f64; 6] = [1.0, -0.5, 0.75, 1.5, -1.0, 0.25];
const Y: [f64; 6] = [2.0, -1.5, 1.5, 2.5, -2.0, 1.0];

fn observe(answer: &Answer) -> Vec<Observation> {
    [(2, 1), (2, 3), (6, 1), (6, 2)]
        .map(|(samples, epochs)| {
            let call = format!("path({samples} samples, rate = 0.25, epochs = {epochs})");
            Observation::of(call, || {
                let (x, y) = (&X[..samples], &Y[..samples]);
                Seen::Numbers((answer.path)(x, y, 0.25, epochs))
            })
        })
        .into()
}

/// When the gradient is set to zero.
#[derive(Clone, Copy, PartialEq)]
enum Zeroed {
    EachStep,
    EachEpoch,
    EachSample,
    Never,
}

fn run(
    zeroed: Zeroed,
    sign: f64,
    divisor: f64,
    data: (&[f64], &[f64]),
    rate: f64,
    epochs: usize,
) -> Vec<f64> {
    let (x, y) = data;
    let (mut w, mut gradient, mut after) = (0.0, 0.0, Vec::new());
    for _epoch in 0..epochs {
        if zeroed == Zeroed::EachEpoch {
            gradient = 0.0;
        }
        for start in (0..x.len()).step_by(2) {
            if zeroed == Zeroed::EachStep {
                gradient = 0.0;
            }
            for i in start..start + 2 {
                if zeroed == Zeroed::EachSample {
                    gradient = 0.0;
                }
                gradient += 2.0 * (w * x[i] - y[i]) * x[i] / divisor;
            }
            w -= sign * rate * gradient;
            after.push(w);
        }
    }
    after
}

macro_rules! with {
    ($zeroed:ident, $sign:expr, $divisor:expr) => {
        |_| Answer {
            path: |x, y, rate, epochs| {
                run(Zeroed::$zeroed, $sign, $divisor, (x, y), rate, epochs)
            },
        }
    };
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "never-zeroed" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Write down `gradient` before the second step.",
        "Which gradients may be in the sum of one step?",
    ],
    mistakes: &[
        Mistake {
            name: "never-zeroed",
            answer: with!(Never, 1.0, 2.0),
            diagnosis: "The gradient is the sum over all batches so far.",
            hint: "Where does a batch begin?",
        },
        Mistake {
            name: "zeroed-each-epoch",
            answer: with!(EachEpoch, 1.0, 2.0),
            diagnosis: "It is set to zero once an epoch: the second batch still carries the \
                        first.",
            hint: "Once a step.",
        },
        Mistake {
            name: "zeroed-each-sample",
            answer: with!(EachSample, 1.0, 2.0),
            diagnosis: "It is set to zero for each sample: only the last of a batch counts.",
            hint: "Before the loop over the batch, not in it.",
        },
        Mistake {
            name: "no-longer-a-mean",
            answer: with!(EachStep, 1.0, 1.0),
            diagnosis: "The fault is mended, but the step is along the sum now.",
            hint: "Divide by the size of the batch.",
        },
        Mistake {
            name: "uphill",
            answer: with!(EachStep, -1.0, 2.0),
            diagnosis: "The fault is mended, but the step goes uphill now.",
            hint: "w - rate * gradient.",
        },
    ],
};
