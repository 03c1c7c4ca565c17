use ndarray::{Array1, array};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub value: fn(&Array1<f64>, &Array1<f64>) -> f64,
    pub gradient: fn(&Array1<f64>, &Array1<f64>) -> Array1<f64>,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let score = array![2.5, 0.4, -1.0, -3.0, -0.3, 0.8];
    let class = array![1.0, 1.0, 1.0, 0.0, 0.0, 0.0];
    let input = format!("score = {score}, class = {class}");
    vec![
        Observation::of(format!("value({input})"), || (answer.value)(&score, &class)),
        Observation::of(format!("gradient({input})"), || {
            (answer.gradient)(&score, &class)
        }),
    ]
}

/// The hinge with labels made from classes in some way.
fn value(score: &Array1<f64>, label: Array1<f64>) -> f64 {
    (label * score).mapv(|margin| (1.0 - margin).max(0.0)).sum() / score.len() as f64
}

fn gradient(score: &Array1<f64>, label: Array1<f64>) -> Array1<f64> {
    let is_inside = (&label * score).mapv(|margin| f64::from(margin < 1.0));
    -(is_inside * label) / score.len() as f64
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "classes-as-labels" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Put a sample of class A through the two functions by hand.",
        "Which number does $y f$ become when $y$ is $0$?",
        "A line through $(0, -1)$ and $(1, 1)$ turns classes into labels.",
    ],
    mistakes: &[
        Mistake {
            name: "classes-as-labels",
            answer: |_| Answer {
                value: |f, c| value(f, c.clone()),
                gradient: |f, c| gradient(f, c.clone()),
            },
            diagnosis: "The classes 0 and 1 are used as labels.",
            hint: "Turn 0 into -1.",
        },
        Mistake {
            name: "labels-reversed",
            answer: |_| Answer {
                value: |f, c| value(f, c.mapv(|c| 1.0 - 2.0 * c)),
                gradient: |f, c| gradient(f, c.mapv(|c| 1.0 - 2.0 * c)),
            },
            diagnosis: "The labels are reversed: class B became -1.",
            hint: "2c - 1 is 1 for class B.",
        },
        Mistake {
            name: "labels-halved",
            answer: |_| Answer {
                value: |f, c| value(f, c - 0.5),
                gradient: |f, c| gradient(f, c - 0.5),
            },
            diagnosis: "The labels are -1/2 and 1/2, so scores must reach 2 to be beyond \
                        the margin.",
            hint: "The hinge wants -1 and 1.",
        },
        Mistake {
            name: "class-a-left-out",
            answer: |_| Answer {
                value: |f, c| {
                    let losses = (c * f).mapv(|m| (1.0 - m).max(0.0)) * c;
                    losses.sum() / f.len() as f64
                },
                gradient: |f, c| gradient(f, c.clone()),
            },
            diagnosis: "The samples of class A no longer cost anything. They still learn \
                        nothing.",
            hint: "Class A needs a label whose sign pushes scores down.",
        },
    ],
};
