use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub updates: fn() -> f64,
    pub rate_at_half: fn() -> f64,
    pub rate_stepped_twice: fn() -> f64,
    pub epochs_trained: fn() -> f64,
    pub step_length: fn() -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("updates()", answer.updates),
        Observation::of("rate_at_half()", answer.rate_at_half),
        Observation::of("rate_stepped_twice()", answer.rate_stepped_twice),
        Observation::of("epochs_trained()", answer.epochs_trained),
        Observation::of("step_length()", answer.step_length),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Predict,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "96 / 16 batches an epoch.",
        "A cosine from $\\eta_0$ to 0 is $\\eta_0/2$ at half of its way, and 0 at its end.",
        "Epoch 20 is the 21st; the patience is over after 15 more.",
    ],
    mistakes: &[
        Mistake {
            name: "updates-are-samples",
            answer: |right| Answer { updates: || 9600.0, ..right },
            diagnosis: "9600 samples are seen, but a batch of 16 is one update.",
            hint: "Divide by the size of a batch.",
        },
        Mistake {
            name: "updates-are-epochs",
            answer: |right| Answer { updates: || 100.0, ..right },
            diagnosis: "There are 100 epochs, with several updates each.",
            hint: "An epoch has 96/16 batches.",
        },
        Mistake {
            name: "cosine-not-fallen",
            answer: |right| Answer { rate_at_half: || 0.01, ..right },
            diagnosis: "0.01 is the rate of the first update of all.",
            hint: "Half of the updates are over.",
        },
        Mistake {
            name: "twice-is-once",
            answer: |right| Answer { rate_stepped_twice: || 0.005, ..right },
            diagnosis: "That is the rate with one clock.",
            hint: "After 300 updates the schedule has been stepped 600 times.",
        },
        Mistake {
            name: "twice-is-half",
            answer: |right| Answer { rate_stepped_twice: || 0.0025, ..right },
            diagnosis: "The clock is doubled, not the rate halved.",
            hint: "Where is the cosine after 600 of 600 steps?",
        },
        Mistake {
            name: "counted-from-zero",
            answer: |right| Answer { epochs_trained: || 35.0, ..right },
            diagnosis: "35 is the number of the last epoch, counted from 0.",
            hint: "How many epochs are 0 to 35?",
        },
        Mistake {
            name: "stops-at-the-best",
            answer: |right| Answer { epochs_trained: || 21.0, ..right },
            diagnosis: "After the best epoch it does not know yet that it was the best.",
            hint: "Add the patience.",
        },
        Mistake {
            name: "not-clipped",
            answer: |right| Answer { step_length: || 2.5, ..right },
            diagnosis: "2.5 is the step of the gradient as it was, of norm 5.",
            hint: "After clipping the norm is 1.",
        },
        Mistake {
            name: "rate-forgotten",
            answer: |right| Answer { step_length: || 1.0, ..right },
            diagnosis: "1 is the norm of the clipped gradient, not of the step.",
            hint: "Multiply by the rate.",
        },
    ],
};
