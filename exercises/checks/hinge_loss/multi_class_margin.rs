use ndarray::{Array1, array};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub value: fn(&Array1<f64>, usize) -> f64,
    pub gradient: fn(&Array1<f64>, usize) -> Array1<f64>,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    // Two rivals inside the margin; a class that is behind; one far ahead of all.
    let scores = array![2.0, 1.5, -3.0, 2.5];
    let mut seen = Vec::new();
    for class in [0, 2, 3] {
        let input = format!("scores = {scores}, class = {class}");
        seen.push(Observation::of(format!("value({input})"), || {
            (answer.value)(&scores, class)
        }));
        seen.push(Observation::of(format!("gradient({input})"), || {
            (answer.gradient)(&scores, class)
        }));
    }
    seen
}

/// The slacks of all classes, the own one included.
fn slacks(z: &Array1<f64>, t: usize) -> Array1<f64> {
    z.mapv(|other| (1.0 - z[t] + other).max(0.0))
}

/// Slopes of the classes other than t, without the factor 1/k.
fn rivals(z: &Array1<f64>, t: usize) -> Array1<f64> {
    let mut inside = slacks(z, t).mapv(|slack| f64::from(slack > 0.0));
    inside[t] = 0.0;
    inside
}

/// The right gradient, without the factor 1/k.
fn pulls(z: &Array1<f64>, t: usize) -> Array1<f64> {
    let mut pulls = rivals(z, t);
    pulls[t] = -pulls.sum();
    pulls
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Write a loop over the classes, and skip $c = t$.",
        "Each term depends on two scores, $z_c$ and $z_t$: it adds to two components of \
         the gradient.",
        "The components sum to zero. Does yours?",
    ],
    mistakes: &[
        Mistake {
            name: "own-class-included",
            answer: |right| Answer { value: |z, t| slacks(z, t).sum() / 4.0, ..right },
            diagnosis: "The sum includes c = t, whose slack is 1 whatever the scores: the \
                        loss never becomes zero.",
            hint: "Leave out the sample's own class.",
        },
        Mistake {
            name: "divided-by-rivals",
            answer: |right| Answer {
                value: |z, t| (slacks(z, t).sum() - 1.0) / 3.0,
                ..right
            },
            diagnosis: "The sum is divided by k - 1, the number of other classes; the \
                        equation (and PyTorch) divides by k.",
            hint: "Divide by the number of all classes.",
        },
        Mistake {
            name: "not-divided",
            answer: |right| Answer { value: |z, t| slacks(z, t).sum() - 1.0, ..right },
            diagnosis: "The factor 1/k is missing.",
            hint: "Divide by the number of classes.",
        },
        Mistake {
            name: "worst-rival-only",
            answer: |right| Answer {
                value: |z, t| {
                    let mut slacks = slacks(z, t);
                    slacks[t] = 0.0;
                    slacks.iter().copied().fold(0.0, f64::max)
                },
                ..right
            },
            diagnosis: "This is the largest slack, the loss of Crammer and Singer.",
            hint: "Sum over the other classes, and divide by k.",
        },
        Mistake {
            name: "signs-swapped",
            answer: |right| Answer {
                value: |z, t| {
                    let slacks = z.mapv(|other| (1.0 + z[t] - other).max(0.0));
                    (slacks.sum() - 1.0) / 4.0
                },
                ..right
            },
            diagnosis: "The scores are swapped: the loss is large where the right class \
                        leads.",
            hint: "A large score of the own class lowers the loss: 1 - z_t + z_c.",
        },
        Mistake {
            name: "gradient-of-rivals-only",
            answer: |right| Answer { gradient: |z, t| rivals(z, t) / 4.0, ..right },
            diagnosis: "The component of the sample's own class is missing: its score is \
                        never pulled up.",
            hint: "Each term contains z_t too.",
        },
        Mistake {
            name: "own-pull-not-counted",
            answer: |right| Answer {
                gradient: |z, t| {
                    let mut pulls = rivals(z, t);
                    pulls[t] = if pulls.sum() > 0.0 { -1.0 } else { 0.0 };
                    pulls / 4.0
                },
                ..right
            },
            diagnosis: "The own class is pulled once, however many rivals are inside the \
                        margin.",
            hint: "It is pulled once for each of them.",
        },
        Mistake {
            name: "gradient-not-divided",
            answer: |right| Answer { gradient: |z, t| pulls(z, t), ..right },
            diagnosis: "The factor 1/k is missing from the gradient.",
            hint: "The value divides by k, and so does its derivative.",
        },
        Mistake {
            name: "gradient-uphill",
            answer: |right| Answer { gradient: |z, t| -pulls(z, t) / 4.0, ..right },
            diagnosis: "The gradient has the wrong sign.",
            hint: "The loss grows with the scores of the rivals.",
        },
    ],
};
