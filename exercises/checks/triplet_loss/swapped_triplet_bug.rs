use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub value: fn(f64, f64, f64, f64) -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    [
        (1.0, 2.5, 1.5, 1.0),
        (1.0, 1.25, 2.0, 0.5),
        (2.0, 3.0, 4.5, 2.0),
        (1.0, 5.0, 4.5, 1.0),
        (3.0, 1.0, 2.5, 0.25),
    ]
    .map(|(ap, an, pn, margin)| {
        let label = format!(
            "value(d(a, p) = {ap}, d(a, n) = {an}, d(p, n) = {pn}, m = {margin})"
        );
        Observation::of(label, || (answer.value)(ap, an, pn, margin))
    })
    .into()
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "easier-distance" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Take d(a, p) = 1, d(a, n) = 1.5, d(p, n) = 2.5 and m = 1 by hand, with and \
         without swap.",
        "Which of the two distances gives the larger loss?",
    ],
    mistakes: &[
        Mistake {
            name: "easier-distance",
            answer: |_| Answer { value: |ap, an, pn, m| (ap - an.max(pn) + m).max(0.0) },
            diagnosis: "The farther of the two distances is taken: the easier one.",
            hint: "A negative is hard when it is near.",
        },
        Mistake {
            name: "swap-removed",
            answer: |_| Answer { value: |ap, an, _, m| (ap - an + m).max(0.0) },
            diagnosis: "Without the swap the loss is right where the anchor is nearer, \
                        and too low elsewhere.",
            hint: "Keep both distances, and choose the harder.",
        },
        Mistake {
            name: "always-from-the-positive",
            answer: |_| Answer { value: |ap, _, pn, m| (ap - pn + m).max(0.0) },
            diagnosis: "Now the distance is always taken from the positive.",
            hint: "It depends on the triplet which of the two is nearer.",
        },
        Mistake {
            name: "mean-of-both",
            answer: |_| Answer {
                value: |ap, an, pn, m| (ap - (an + pn) / 2.0 + m).max(0.0),
            },
            diagnosis: "The mean of both distances is taken.",
            hint: "The swap chooses one of them.",
        },
        Mistake {
            name: "maximum-lost",
            answer: |_| Answer { value: |ap, an, pn, m| ap - an.min(pn) + m },
            diagnosis: "The distance is right, but the maximum with 0 was lost.",
            hint: "Beyond the margin the loss is 0.",
        },
    ],
};
