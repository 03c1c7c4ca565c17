use crate::check::{Check, Kind, Mistake};
use crate::choices::Cause::{
    self, DropoutInEvaluation, ForgottenShuffle, LeakedEvaluation, Overfitting,
    ShiftedLabels,
};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub one: fn() -> Cause,
    pub two: fn() -> Cause,
    pub three: fn() -> Cause,
    pub four: fn() -> Cause,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("one()", answer.one),
        Observation::of("two()", answer.two),
        Observation::of("three()", answer.three),
        Observation::of("four()", answer.four),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Design,
    tolerance: 0.0,
    observe,
    hints: &[
        "Was there ever anything to learn? Look at the validation accuracy.",
        "Which fault changes the rate in the course of the run?",
        "Where are the reported and the evaluated loss taken, and at which θ?",
    ],
    mistakes: &[
        Mistake {
            name: "one-overfitting",
            answer: |right| Answer { one: || Overfitting, ..right },
            diagnosis: "Under overfitting the validation loss falls before it rises, and \
                        the accuracy is above a half.",
            hint: "Nothing that helps on other samples was learned, ever.",
        },
        Mistake {
            name: "one-shuffle",
            answer: |right| Answer { one: || ForgottenShuffle, ..right },
            diagnosis: "Sorted batches make the reported loss fall fast, not slowly.",
            hint: "The samples can only be learned by heart.",
        },
        Mistake {
            name: "two-labels",
            answer: |right| Answer { two: || ShiftedLabels, ..right },
            diagnosis: "With wrong labels the validation loss never falls.",
            hint: "Something stops the run in its tracks.",
        },
        Mistake {
            name: "two-leak",
            answer: |right| Answer { two: || LeakedEvaluation, ..right },
            diagnosis: "A leak makes the losses agree; it does not make them flat.",
            hint: "What is different after the second epoch?",
        },
        Mistake {
            name: "three-dropout",
            answer: |right| Answer { three: || DropoutInEvaluation, ..right },
            diagnosis: "Dropout is on in both: the two would be alike.",
            hint: "Each batch is looked at just before its own step.",
        },
        Mistake {
            name: "three-overfitting",
            answer: |right| Answer { three: || Overfitting, ..right },
            diagnosis: "The very same samples: overfitting does not show there.",
            hint: "What has θ just seen when a batch reports its loss?",
        },
        Mistake {
            name: "four-overfitting",
            answer: |right| Answer { four: || Overfitting, ..right },
            diagnosis: "It may well overfit, but then the validation loss would tell. Here \
                        it tells nothing.",
            hint: "To the last digit.",
        },
    ],
};
