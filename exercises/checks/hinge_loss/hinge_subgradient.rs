use ndarray::{Array1, Zip, array};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub value: fn(&Array1<f64>, &Array1<f64>) -> f64,
    pub gradient: fn(&Array1<f64>, &Array1<f64>) -> Array1<f64>,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    // Beyond the margin, inside it, wrong, and exactly on it, of both labels.
    let score = array![3.0, 0.25, -2.0, 1.0, -4.0, -0.5, 1.5, -1.0];
    let label = array![1.0, 1.0, 1.0, 1.0, -1.0, -1.0, -1.0, -1.0];
    let input = format!("score = {score}, label = {label}");
    vec![
        Observation::of(format!("value({input})"), || (answer.value)(&score, &label)),
        Observation::of(format!("gradient({input})"), || {
            (answer.gradient)(&score, &label)
        }),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Compute the margins $y_i f_i$ first; both functions depend on them.",
        "The loss of a sample has two branches, and so has its derivative with respect \
         to $f$. Where do they meet?",
        "$\\partial(1 - yf)/\\partial f = -y$, not $-1$.",
    ],
    mistakes: &[
        Mistake {
            name: "value-not-averaged",
            answer: |right| Answer {
                value: |f, y| 8.0 * mean(f, y, |m| (1.0 - m).max(0.0)),
                ..right
            },
            diagnosis: "The value is the sum of the losses, not their mean.",
            hint: "Divide by the number of samples.",
        },
        Mistake {
            name: "value-without-maximum",
            answer: |right| Answer { value: |f, y| mean(f, y, |m| 1.0 - m), ..right },
            diagnosis: "Without the maximum with zero, samples beyond the margin are paid \
                        for it.",
            hint: "No sample costs less than zero.",
        },
        Mistake {
            name: "value-of-distance",
            answer: |right| Answer {
                value: |f, y| mean(f, y, |m| (1.0 - m).abs()),
                ..right
            },
            diagnosis: "This is |1 - y f|: a sample beyond the margin is punished for \
                        being right by more than needed.",
            hint: "Take the maximum with zero, not the absolute value.",
        },
        Mistake {
            name: "value-of-perceptron",
            answer: |right| Answer {
                value: |f, y| mean(f, y, |m| (-m).max(0.0)),
                ..right
            },
            diagnosis: "This is the perceptron's loss max(0, -y f): it is content with \
                        the right side and asks for no margin.",
            hint: "A sample is free from y f = 1 on.",
        },
        Mistake {
            name: "value-squared",
            answer: |right| Answer {
                value: |f, y| mean(f, y, |m| (1.0 - m).max(0.0).powi(2)),
                ..right
            },
            diagnosis: "This is the squared hinge.",
            hint: "The slack itself is the loss.",
        },
        Mistake {
            name: "gradient-not-averaged",
            answer: |right| Answer {
                gradient: |f, y| 8.0 * slopes(f, y, |m| f64::from(m < 1.0)),
                ..right
            },
            diagnosis: "The gradient lacks the factor 1/n: it is that of the sum.",
            hint: "The value divides by n, and so does its derivative.",
        },
        Mistake {
            name: "gradient-sign-reversed",
            answer: |right| Answer {
                gradient: |f, y| -slopes(f, y, |m| f64::from(m < 1.0)),
                ..right
            },
            diagnosis: "The gradient has the wrong sign: descent would push samples off \
                        their side.",
            hint: "For y = 1 a larger score lowers the loss, so the derivative is \
                   negative.",
        },
        Mistake {
            name: "gradient-without-label",
            answer: |right| Answer {
                gradient: |f, y| {
                    Zip::from(f)
                        .and(y)
                        .map_collect(|f, y| if y * f < 1.0 { -1.0 / 8.0 } else { 0.0 })
                },
                ..right
            },
            diagnosis: "The gradient is -1 for both classes: samples of class -1 are \
                        pushed to the wrong side.",
            hint: "The derivative of 1 - y f by f is -y.",
        },
        Mistake {
            name: "gradient-everywhere",
            answer: |right| Answer { gradient: |f, y| slopes(f, y, |_| 1.0), ..right },
            diagnosis: "Every sample pulls, even beyond the margin, where the loss is \
                        constant.",
            hint: "From y f = 1 on the derivative is 0.",
        },
        Mistake {
            name: "gradient-of-perceptron",
            answer: |right| Answer {
                gradient: |f, y| slopes(f, y, |m| f64::from(m < 0.0)),
                ..right
            },
            diagnosis: "Only samples on the wrong side pull. Those on the right side but \
                        inside the margin pull as hard.",
            hint: "Compare y f with 1.",
        },
        Mistake {
            name: "gradient-at-the-kink",
            answer: |right| Answer {
                gradient: |f, y| slopes(f, y, |m| f64::from(m <= 1.0)),
                ..right
            },
            diagnosis: "At y f = 1 the gradient is -y. It is a valid subgradient, but the \
                        task asks for 0.",
            hint: "Use < in place of <=.",
        },
        Mistake {
            name: "gradient-of-the-square",
            answer: |right| Answer {
                gradient: |f, y| slopes(f, y, |m| 2.0 * (1.0 - m).max(0.0)),
                ..right
            },
            diagnosis: "This is the gradient of the squared hinge, which grows with the \
                        slack.",
            hint: "The hinge is a straight line inside the margin.",
        },
    ],
};

fn mean(score: &Array1<f64>, label: &Array1<f64>, loss: fn(f64) -> f64) -> f64 {
    (score * label).mapv(loss).sum() / score.len() as f64
}

/// −y pull(y f) / n.
fn slopes(score: &Array1<f64>, label: &Array1<f64>, pull: fn(f64) -> f64) -> Array1<f64> {
    -((score * label).mapv(pull) * label) / score.len() as f64
}
