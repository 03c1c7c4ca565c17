use crate::check::{Check, Kind, Mistake, TWO_DECIMALS};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub squares: fn() -> [f64; 3],
    pub lengths: fn() -> [f64; 3],
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("squares()", answer.squares),
        Observation::of("lengths()", answer.lengths),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::ByHand,
    tolerance: TWO_DECIMALS,
    observe,
    hints: &[
        "$v$ keeps $0.9$ of itself and adds $0.1$ of the new square.",
        "A zero gradient adds nothing, but $v$ still fades.",
        "Divide each gradient by the root of the $v$ that holds it already.",
    ],
    mistakes: &[
        Mistake {
            name: "squares-added-up",
            answer: |right| Answer { squares: || [4.0, 4.0, 5.0], ..right },
            diagnosis: "These are the sums of AdaGrad.",
            hint: "RMSprop keeps a mean: 0.9 of the old and 0.1 of the new.",
        },
        Mistake {
            name: "decay-exchanged",
            answer: |right| Answer { squares: || [3.6, 0.36, 0.936], ..right },
            diagnosis: "0.9 and 0.1 are exchanged: the new square got 0.9.",
            hint: "ρ belongs to what is kept.",
        },
        Mistake {
            name: "new-square-whole",
            answer: |right| Answer { squares: || [4.0, 3.6, 4.24], ..right },
            diagnosis: "The new square was added whole; its factor 1 − ρ is missing.",
            hint: "0.9 of the old and 0.1 of the new.",
        },
        Mistake {
            name: "gradients-averaged",
            answer: |right| Answer { squares: || [0.2, 0.18, 0.262], ..right },
            diagnosis: "The gradients were averaged, not their squares.",
            hint: "Square first.",
        },
        Mistake {
            name: "no-fading-at-zero",
            answer: |right| Answer { squares: || [0.4, 0.4, 0.46], ..right },
            diagnosis: "v was left as it is where the gradient is zero.",
            hint: "The mean of the squares includes the zero.",
        },
        Mistake {
            name: "root-forgotten",
            answer: |right| Answer { lengths: || [0.5, 0.0, 0.1 / 0.424], ..right },
            diagnosis: "The gradients were divided by v, not by its root.",
            hint: "√0.4 is about 0.63.",
        },
        Mistake {
            name: "corrected-as-in-adam",
            answer: |right| Answer {
                lengths: || [0.1, 0.0, 0.1 / (0.424_f64 / 0.271).sqrt()],
                ..right
            },
            diagnosis: "v was divided by 1 − ρᵗ, as Adam does. RMSprop does not correct.",
            hint: "Divide by the root of v as it is.",
        },
        Mistake {
            name: "steps-of-descent",
            answer: |right| Answer { lengths: || [0.2, 0.0, 0.1], ..right },
            diagnosis: "These are the steps of gradient descent.",
            hint: "Divide each by the root of v.",
        },
    ],
};
