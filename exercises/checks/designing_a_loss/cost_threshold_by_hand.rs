use crate::check::{Check, Kind, Mistake, TWO_DECIMALS};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub threshold: fn() -> f64,
    pub cost_at_the_threshold: fn() -> f64,
    pub cost_at_one_half: fn() -> f64,
    pub shift_of_the_logit: fn() -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("threshold()", answer.threshold),
        Observation::of("cost_at_the_threshold()", answer.cost_at_the_threshold),
        Observation::of("cost_at_one_half()", answer.cost_at_one_half),
        Observation::of("shift_of_the_logit()", answer.shift_of_the_logit),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::ByHand,
    tolerance: TWO_DECIMALS,
    observe,
    hints: &[
        "Write the expected cost of stopping a payment, and that of letting it pass, as \
         functions of $p$. Where are they equal?",
        "A payment that is stopped costs $10$ with the probability $1 - p$; one that \
         passes costs $40$ with the probability $p$.",
        "Counting each fraud four times multiplies $\\frac{p}{1-p}$ by four.",
    ],
    mistakes: &[
        Mistake {
            name: "threshold-is-the-ratio",
            answer: |right| Answer { threshold: || 0.25, ..right },
            diagnosis: "1/4 is the ratio of the costs, which is the threshold on the odds \
                        p/(1 - p), not on p.",
            hint: "Solve 10 (1 - p) = 40 p.",
        },
        Mistake {
            name: "threshold-swapped",
            answer: |right| Answer { threshold: || 0.8, ..right },
            diagnosis: "With the threshold 0.8 nearly every fraud passes, though it is \
                        the expensive mistake: the costs are swapped.",
            hint: "An expensive miss calls for an early alarm.",
        },
        Mistake {
            name: "threshold-one-half",
            answer: |right| Answer { threshold: || 0.5, ..right },
            diagnosis: "1/2 is right where both mistakes cost the same.",
            hint: "Solve 10 (1 - p) = 40 p.",
        },
        Mistake {
            name: "cost-of-all-stopped",
            answer: |right| Answer { cost_at_the_threshold: || 28.0, ..right },
            diagnosis: "28 is the cost of stopping all four.",
            hint: "Only the payments at or above the threshold are stopped.",
        },
        Mistake {
            name: "cost-of-none-stopped",
            answer: |right| Answer { cost_at_the_threshold: || 48.0, ..right },
            diagnosis: "48 is the cost of stopping none.",
            hint: "The payments with p = 0.3 and 0.7 are stopped.",
        },
        Mistake {
            name: "cost-of-misses-only",
            answer: |right| Answer { cost_at_the_threshold: || 8.0, ..right },
            diagnosis: "8 is what the payments that pass cost; those that are stopped may \
                        have been honest.",
            hint: "Add 10 (1 - p) for each payment that is stopped.",
        },
        Mistake {
            name: "cost-as-a-mean",
            answer: |right| Answer { cost_at_the_threshold: || 4.5, ..right },
            diagnosis: "4.5 is the mean cost of a payment.",
            hint: "The question asks for all four.",
        },
        Mistake {
            name: "half-counts-misses-only",
            answer: |right| Answer { cost_at_one_half: || 20.0, ..right },
            diagnosis: "20 is what the three payments that pass cost; the one that is \
                        stopped may have been honest.",
            hint: "Add 10 (1 - 0.7).",
        },
        Mistake {
            name: "half-like-the-threshold",
            answer: |right| Answer { cost_at_one_half: || 18.0, ..right },
            diagnosis: "18 is the cost at the threshold; at 1/2 the payment with p = 0.3 \
                        passes.",
            hint: "It costs 40 times 0.3 instead of 10 times 0.7.",
        },
        Mistake {
            name: "shift-without-logarithm",
            answer: |right| Answer { shift_of_the_logit: || 4.0, ..right },
            diagnosis: "4 is the factor of the odds; the logit is their logarithm.",
            hint: "ln(4 x) = ln 4 + ln x.",
        },
        Mistake {
            name: "shift-with-sign-reversed",
            answer: |right| Answer { shift_of_the_logit: || -1.39, ..right },
            diagnosis: "The size is right. But frauds that count more make every payment \
                        look more like a fraud.",
            hint: "The logit grows.",
        },
        Mistake {
            name: "shift-to-base-ten",
            answer: |right| Answer { shift_of_the_logit: || 0.6, ..right },
            diagnosis: "This is the logarithm to the base ten.",
            hint: "The logit is a natural logarithm.",
        },
    ],
};
