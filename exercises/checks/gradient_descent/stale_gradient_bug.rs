use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub descend: fn(f64, f64, usize) -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    [(0.0, 0.1, 1), (0.0, 0.1, 2), (7.0, 0.2, 5), (1.0, 0.1, 0), (3.0, 0.5, 4)]
        .map(|(theta, rate, steps)| {
            let call =
                format!("descend(theta = {theta}, rate = {rate}, steps = {steps})");
            Observation::of(call, || (answer.descend)(theta, rate, steps))
        })
        .into()
}

/// Steps with a buffer that keeps this share of itself.
fn with_buffer(keep: f64, theta: f64, rate: f64, steps: usize) -> f64 {
    let (mut theta, mut buffer) = (theta, 0.0);
    for _ in 0..steps {
        buffer = keep * buffer + theta - 3.0;
        theta -= rate * buffer;
    }
    theta
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "never-zeroed" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Work two steps from $\\theta = 0$ at $\\eta = 0.1$ by hand, then with the code.",
        "What is in `gradient` at the beginning of the second step?",
    ],
    mistakes: &[
        Mistake {
            name: "never-zeroed",
            answer: |_| Answer { descend: |t, rate, n| with_buffer(1.0, t, rate, n) },
            diagnosis: "A step goes along the sum of all gradients so far.",
            hint: "Set the buffer to zero before each gradient.",
        },
        Mistake {
            name: "buffer-halved",
            answer: |_| Answer { descend: |t, rate, n| with_buffer(0.5, t, rate, n) },
            diagnosis: "Half of the old gradients is still in the buffer.",
            hint: "Nothing of the last step may remain.",
        },
        Mistake {
            name: "momentum",
            answer: |_| Answer { descend: |t, rate, n| with_buffer(0.9, t, rate, n) },
            diagnosis: "That is momentum with β = 0.9: a good idea, and two chapters on.",
            hint: "Here the gradient of the moment is all there is.",
        },
        Mistake {
            name: "gradient-of-the-start",
            answer: |_| Answer { descend: |t, rate, n| t - n as f64 * rate * (t - 3.0) },
            diagnosis: "The gradient is computed once, at the start, and never again.",
            hint: "Compute it anew in every step.",
        },
        Mistake {
            name: "mean-of-all-gradients",
            answer: |_| Answer {
                descend: |start, rate, n| {
                    let (mut theta, mut sum) = (start, 0.0);
                    for step in 0..n {
                        sum += theta - 3.0;
                        theta -= rate * sum / (step + 1) as f64;
                    }
                    theta
                },
            },
            diagnosis: "The sum became a mean, but old gradients are still in it.",
            hint: "Set the buffer to zero before each gradient.",
        },
        Mistake {
            name: "uphill",
            answer: |_| Answer {
                descend: |t, rate, n| 3.0 + (t - 3.0) * (1.0 + rate).powi(n as i32),
            },
            diagnosis: "The gradient is fresh now, but the step goes uphill.",
            hint: "θ ← θ - η g.",
        },
    ],
};
