use crate::check::{Check, Kind, Mistake, TWO_DECIMALS};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub accuracy: fn() -> f64,
    pub precision: fn() -> f64,
    pub recall: fn() -> f64,
    pub f1: fn() -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("accuracy()", answer.accuracy),
        Observation::of("precision()", answer.precision),
        Observation::of("recall()", answer.recall),
        Observation::of("f1()", answer.f1),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::ByHand,
    tolerance: TWO_DECIMALS,
    observe,
    hints: &[
        "Draw the table of actual against predicted class, and fill in its four numbers.",
        "Of the 120, 60 are right: so 60 are false alarms. Of the 100, 60 were found: so \
         40 were missed.",
        "The four numbers are 60, 60, 40 and 840.",
    ],
    mistakes: &[
        Mistake {
            name: "accuracy-of-the-rare-class",
            answer: |right| Answer { accuracy: || 0.6, ..right },
            diagnosis: "0.6 is the part of the rare class that was found: its recall.",
            hint: "Accuracy counts the right answers about both classes.",
        },
        Mistake {
            name: "false-alarms-forgotten",
            answer: |right| Answer { accuracy: || 0.96, ..right },
            diagnosis: "0.96 counts the 40 missed samples as wrong, but not the 60 false \
                        alarms.",
            hint: "Wrong are 60 + 40.",
        },
        Mistake {
            name: "misses-forgotten",
            answer: |right| Answer { accuracy: || 0.94, ..right },
            diagnosis: "0.94 counts the 60 false alarms as wrong, but not the 40 missed \
                        samples.",
            hint: "Wrong are 60 + 40.",
        },
        Mistake {
            name: "precision-is-recall",
            answer: |right| Answer { precision: || 0.6, ..right },
            diagnosis: "0.6 is the recall: precision divides by what was *taken* for the \
                        class.",
            hint: "120 samples were taken for it.",
        },
        Mistake {
            name: "recall-is-precision",
            answer: |right| Answer { recall: || 0.5, ..right },
            diagnosis: "0.5 is the precision: recall divides by what *is* of the class.",
            hint: "100 samples are of it.",
        },
        Mistake {
            name: "f1-as-plain-mean",
            answer: |right| Answer { f1: || 0.56, ..right },
            diagnosis: "That is about the plain mean of precision and recall, 0.55. F₁ is \
                        their harmonic mean, which is nearer to the smaller.",
            hint: "2 TP / (2 TP + FP + FN).",
        },
        Mistake {
            name: "f1-without-two",
            answer: |right| Answer { f1: || 0.375, ..right },
            diagnosis: "TP was taken once: 60 / (60 + 60 + 40) is the Jaccard index.",
            hint: "Both TP carry the factor 2.",
        },
    ],
};
