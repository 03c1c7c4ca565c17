use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub value: fn(f64, bool, f64) -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    [
        (0.0, false, 2.0),
        (0.5, false, 2.0),
        (2.0, false, 2.0),
        (3.5, false, 2.0),
        (3.5, true, 2.0),
        (0.0, true, 2.0),
        (0.2, false, 0.5),
        (0.2, true, 0.5),
    ]
    .map(|(distance, similar, margin)| {
        let label = format!(
            "value(distance = {distance}, similar = {similar}, margin = {margin})"
        );
        Observation::of(label, || (answer.value)(distance, similar, margin))
    })
    .into()
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "margin-sign-reversed" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Put all embeddings into one point. What should a dissimilar pair cost there, and \
         what does it cost here?",
        "Which of $d - m$ and $m - d$ is positive for a pair that is too near?",
    ],
    mistakes: &[
        Mistake {
            name: "margin-sign-reversed",
            answer: |_| Answer {
                value: |d, s, m| if s { d * d } else { (d - m).max(0.0).powi(2) },
            },
            diagnosis: "A dissimilar pair is charged for being far apart.",
            hint: "It should cost something where it is nearer than the margin.",
        },
        Mistake {
            name: "maximum-removed",
            answer: |_| Answer {
                value: |d, s, m| if s { d * d } else { (m - d).powi(2) },
            },
            diagnosis: "Without the maximum a dissimilar pair beyond the margin is \
                        pulled back to it.",
            hint: "Keep the maximum with 0.",
        },
        Mistake {
            name: "maximum-after-the-square",
            answer: |_| Answer {
                value: |d, s, m| if s { d * d } else { (m * m - d * d).max(0.0) },
            },
            diagnosis: "This is max(0, m² - d²). It is zero beyond the margin, as it \
                        should be, but near d = 0 it hardly pushes.",
            hint: "Subtract the distances, cut off at 0, then square.",
        },
        Mistake {
            name: "square-lost",
            answer: |_| Answer {
                value: |d, s, m| if s { d * d } else { (m - d).max(0.0) },
            },
            diagnosis: "The sign is repaired, but the square was lost.",
            hint: "max(0, m - d)².",
        },
        Mistake {
            name: "labels-swapped",
            answer: |_| Answer {
                value: |d, s, m| if s { (m - d).max(0.0).powi(2) } else { d * d },
            },
            diagnosis: "Now similar pairs are pushed apart and dissimilar ones pulled \
                        together.",
            hint: "Leave the branches where they were; the fault is inside one of them.",
        },
    ],
};
