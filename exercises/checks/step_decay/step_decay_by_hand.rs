use crate::check::{Check, Kind, Mistake};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub rates: fn() -> [f64; 5],
    pub at_milestones: fn() -> [f64; 4],
    pub loss_at_rest: fn() -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("rates()", answer.rates),
        Observation::of("at_milestones()", answer.at_milestones),
        Observation::of("loss_at_rest()", answer.loss_at_rest),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::ByHand,
    // As the statement says: half of the fourth decimal.
    tolerance: 0.000_05 + 1e-9,
    observe,
    hints: &[
        "The exponent is $t/20$ rounded down. Epoch 19 is the twentieth, and the last of \
         the first stage.",
        "Count the milestones that are not beyond the epoch.",
        "The loss is half of the mean square, which is \
         $\\eta\\sigma^2/(\\lambda(2 - \\eta\\lambda))$, times λ.",
    ],
    mistakes: &[
        Mistake {
            name: "cut-one-late",
            answer: |right| Answer { rates: || [0.4, 0.4, 0.4, 0.1, 0.025], ..right },
            diagnosis: "Your cuts come one epoch after each multiple of N.",
            hint: "With epochs counted from 0, epoch 20 has 20 epochs behind it.",
        },
        Mistake {
            name: "counted-from-one",
            answer: |right| Answer { rates: || [0.4, 0.2, 0.2, 0.1, 0.0125], ..right },
            diagnosis: "Your cuts come one epoch before each multiple of N.",
            hint: "Epoch 19 is the last of twenty at the initial rate.",
        },
        Mistake {
            name: "not-rounded",
            answer: |right| Answer {
                rates: || {
                    [0, 19, 20, 45, 100].map(|t| 0.4 * 0.5_f64.powf(f64::from(t) / 20.0))
                },
                ..right
            },
            diagnosis: "This is exponential decay: the exponent was not rounded down.",
            hint: "Between two cuts the rate stays the same.",
        },
        Mistake {
            name: "subtracted",
            answer: |right| Answer { rates: || [0.4, 0.4, 0.2, 0.0, 0.0], ..right },
            diagnosis: "The first cut was subtracted again at the second.",
            hint: "Each cut halves the rate that there is.",
        },
        Mistake {
            name: "milestone-late",
            answer: |right| Answer { at_milestones: || [0.1, 0.1, 0.01, 0.01], ..right },
            diagnosis: "Your milestones take effect one epoch late, as Keras's boundaries do.",
            hint: "A milestone is the first epoch of the new rate.",
        },
        Mistake {
            name: "milestones-from-the-start",
            answer: |right| Answer { at_milestones: || [0.1, 0.01, 0.01, 0.01], ..right },
            diagnosis: "The second milestone did not multiply what the first had left.",
            hint: "Two cuts by 0.1 leave a hundredth.",
        },
        Mistake {
            name: "small-rate",
            answer: |right| Answer { loss_at_rest: || 0.1, ..right },
            diagnosis: "0.1 is the approximation for small rates, without the rate in the \
                        denominator.",
            hint: "Divide by 2 less the rate times the curvature, not by 2.",
        },
        Mistake {
            name: "mean-square",
            answer: |right| Answer { loss_at_rest: || 0.4 / 1.9, ..right },
            diagnosis: "That is the mean of θ squared.",
            hint: "The loss is half of it, since the curvature is 1.",
        },
        Mistake {
            name: "deviation-not-squared",
            answer: |right| Answer { loss_at_rest: || 0.2 / 3.8, ..right },
            diagnosis: "The noise has the standard deviation 2, and its variance is 4.",
            hint: "Square σ.",
        },
    ],
};
