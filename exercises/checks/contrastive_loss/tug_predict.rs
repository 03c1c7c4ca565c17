use crate::check::{Check, Kind, Mistake};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub dissimilar_after_a_step: fn() -> f64,
    pub similar_after_a_step: fn() -> f64,
    pub dissimilar_after_a_large_step: fn() -> f64,
    pub contradiction_in_the_end: fn() -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("dissimilar_after_a_step()", answer.dissimilar_after_a_step),
        Observation::of("similar_after_a_step()", answer.similar_after_a_step),
        Observation::of(
            "dissimilar_after_a_large_step()",
            answer.dissimilar_after_a_large_step,
        ),
        Observation::of("contradiction_in_the_end()", answer.contradiction_in_the_end),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Predict,
    // As the statement says.
    tolerance: 0.05,
    observe,
    hints: &[
        "Write the slope of each loss over the distance, at $d = 0.5$.",
        "Each of the two points has a gradient of that size, in opposite directions. By \
         how much does their distance change?",
        "In the end the pull and the push of the contradicting pair cancel: \
         $2d = 2(m - d)$.",
    ],
    mistakes: &[
        Mistake {
            name: "one-point-moved",
            answer: |right| Answer { dissimilar_after_a_step: || 0.8, ..right },
            diagnosis: "0.8 results when only one of the two points moves, or when the \
                        derivative lacks its factor 2.",
            hint: "Each point moves by 0.1 times 2 (m - d), in opposite directions.",
        },
        Mistake {
            name: "pushed-to-the-margin",
            answer: |right| Answer { dissimilar_after_a_step: || 2.0, ..right },
            diagnosis: "2 is the margin, which one short step does not reach.",
            hint: "Compute the step: the rate times the slope, for each of the points.",
        },
        Mistake {
            name: "similar-one-point-moved",
            answer: |right| Answer { similar_after_a_step: || 0.4, ..right },
            diagnosis: "0.4 results when only one of the two points moves.",
            hint: "Both points give way, by 0.1 each.",
        },
        Mistake {
            name: "similar-pulled-to-zero",
            answer: |right| Answer { similar_after_a_step: || 0.0, ..right },
            diagnosis: "The pull 2d fades with the distance; one step shortens it by a \
                        fixed share.",
            hint: "Each point moves by 0.1 times 2d.",
        },
        Mistake {
            name: "large-step-stops-at-the-margin",
            answer: |right| Answer { dissimilar_after_a_large_step: || 2.0, ..right },
            diagnosis: "2 is the margin, and what results when only one point moves. \
                        Nothing stops a step at the margin: the gradient is taken where \
                        the step begins.",
            hint: "Each point moves by 0.5 times 3, in opposite directions.",
        },
        Mistake {
            name: "contradiction-stays",
            answer: |right| Answer { contradiction_in_the_end: || 0.5, ..right },
            diagnosis: "At 0.5 the pull is 1 and the push is 3: they do not cancel.",
            hint: "Find the distance where they do.",
        },
        Mistake {
            name: "contradiction-at-the-margin",
            answer: |right| Answer { contradiction_in_the_end: || 2.0, ..right },
            diagnosis: "At the margin nothing pushes any more, but the similar half \
                        still pulls.",
            hint: "Solve 2d = 2(m - d).",
        },
        Mistake {
            name: "contradiction-collapses",
            answer: |right| Answer { contradiction_in_the_end: || 0.0, ..right },
            diagnosis: "At distance 0 nothing pulls, and the dissimilar half pushes its \
                        hardest.",
            hint: "Solve 2d = 2(m - d).",
        },
    ],
};
