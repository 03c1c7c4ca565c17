use crate::check::{Check, Kind, Mistake};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub momentum: fn() -> [f64; 2],
    pub look_ahead: fn() -> [f64; 2],
    pub framework: fn() -> [f64; 2],
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("momentum()", answer.momentum),
        Observation::of("look_ahead()", answer.look_ahead),
        Observation::of("framework()", answer.framework),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::ByHand,
    // As the statement says: half of the third decimal.
    tolerance: 0.0005 + 1e-9,
    observe,
    hints: &[
        "At the first step $v = 0$, so momentum and the look-ahead agree.",
        "Before the second step of the look-ahead: $v = 2$. Where is \
         $\\theta - \\eta\\beta v$, and what is the gradient there?",
        "In the form of the frameworks the gradient is that of the current $\\theta$, and \
         $v$ is the new one.",
    ],
    mistakes: &[
        Mistake {
            name: "gradient-descent",
            answer: |right| Answer { momentum: || [0.8, 0.64], ..right },
            diagnosis: "These are two steps of gradient descent: the velocity was lost.",
            hint: "Half of the velocity 2 is kept.",
        },
        Mistake {
            name: "looked-here",
            answer: |right| Answer { look_ahead: || [0.8, 0.54], ..right },
            diagnosis: "This is momentum: the second gradient was taken at θ.",
            hint: "Take it at 0.8 − 0.1 · 0.5 · 2.",
        },
        Mistake {
            name: "looked-without-the-rate",
            answer: |right| Answer { look_ahead: || [0.8, 0.74], ..right },
            diagnosis: "The second gradient was taken at θ − βv = −0.2: the rate is \
                        missing.",
            hint: "The point ahead is θ − ηβv.",
        },
        Mistake {
            name: "looked-back",
            answer: |right| Answer { look_ahead: || [0.8, 0.52], ..right },
            diagnosis: "The second gradient was taken at θ + ηβv = 0.9, behind.",
            hint: "The step is −ηv, so ahead is at θ − ηβv.",
        },
        Mistake {
            name: "stepped-from-ahead",
            answer: |right| Answer { look_ahead: || [0.8, 0.46], ..right },
            diagnosis: "The whole velocity was applied from the point ahead: βv twice.",
            hint: "The look-ahead is for the gradient only; the step starts at θ.",
        },
        Mistake {
            name: "framework-is-momentum",
            answer: |right| Answer { framework: || [0.8, 0.54], ..right },
            diagnosis: "This is momentum: the step went along v, or along g + βv with the old \
                        v, which is the same.",
            hint: "Update v first; then the step goes along g + βv with the new one.",
        },
        Mistake {
            name: "framework-is-the-look-ahead",
            answer: |right| Answer { framework: || [0.8, 0.56], ..right },
            diagnosis: "This is the θ of the look-ahead. The θ of the frameworks is its \
                        point ahead.",
            hint: "Follow the formulas with θ = 1: v = 2, and the step goes along 3.",
        },
    ],
};
