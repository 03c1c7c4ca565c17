use crate::check::{Check, Kind, Mistake, TWO_DECIMALS};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub losses: fn() -> [f64; 4],
    pub hardest: fn() -> f64,
    pub semi_hard: fn() -> f64,
    pub squared_loss_of_b: fn() -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("losses()", answer.losses),
        Observation::of("hardest()", answer.hardest),
        Observation::of("semi_hard()", answer.semi_hard),
        Observation::of("squared_loss_of_b()", answer.squared_loss_of_b),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::ByHand,
    tolerance: TWO_DECIMALS,
    observe,
    hints: &[
        "Write down five distances first: that of the positive and those of the four \
         negatives.",
        "Hard, semi-hard and easy are rings about the anchor: up to $d(a, p)$, up to \
         $d(a, p) + m$, and beyond.",
        "With squared distances the same $m$ is added to a difference of squares.",
    ],
    mistakes: &[
        Mistake {
            name: "maximum-forgotten",
            answer: |right| Answer { losses: || [3.0, 1.0, 0.0, -3.0], ..right },
            diagnosis: "A loss is negative: the maximum with 0 is missing.",
            hint: "Beyond the margin the loss is 0.",
        },
        Mistake {
            name: "margin-forgotten",
            answer: |right| Answer { losses: || [1.0, 0.0, 0.0, 0.0], ..right },
            diagnosis: "These are the losses with the margin 0.",
            hint: "Add m = 2 before you take the maximum.",
        },
        Mistake {
            name: "positive-and-negative-swapped",
            answer: |right| Answer { losses: || [1.0, 3.0, 4.0, 7.0], ..right },
            diagnosis: "The signs of the two distances are swapped: far negatives cost \
                        the most.",
            hint: "d(a, p) counts up, d(a, n) counts down.",
        },
        Mistake {
            name: "hinge-squared",
            answer: |right| Answer { losses: || [9.0, 1.0, 0.0, 0.0], ..right },
            diagnosis: "The losses are squared. That is another loss.",
            hint: "There is no square around the maximum.",
        },
        Mistake {
            name: "distances-squared",
            answer: |right| Answer { losses: || [11.0, 0.0, 0.0, 0.0], ..right },
            diagnosis: "The distances are squared.",
            hint: "Here the loss is of the distances themselves; the squares come last.",
        },
        Mistake {
            name: "farthest-taken-for-hardest",
            answer: |right| Answer { hardest: || 4.0, ..right },
            diagnosis: "D is the farthest negative, and the easiest.",
            hint: "A negative is hard when it is near.",
        },
        Mistake {
            name: "hardest-beyond-the-positive",
            answer: |right| Answer { hardest: || 2.0, ..right },
            diagnosis: "B is the nearest of those beyond the positive: the semi-hard \
                        one.",
            hint: "Hardest mining takes the nearest of all.",
        },
        Mistake {
            name: "semi-hard-inside",
            answer: |right| Answer { semi_hard: || 1.0, ..right },
            diagnosis: "A is nearer than the positive: hard.",
            hint: "Semi-hard negatives are farther than the positive.",
        },
        Mistake {
            name: "semi-hard-on-the-outer-ring",
            answer: |right| Answer { semi_hard: || 3.0, ..right },
            diagnosis: "C is farther by the whole margin; its loss is 0 and it teaches \
                        nothing.",
            hint: "Semi-hard negatives have a loss above 0.",
        },
        Mistake {
            name: "loss-squared",
            answer: |right| Answer { squared_loss_of_b: || 1.0, ..right },
            diagnosis: "1 is the loss with distances as they are (or its square).",
            hint: "Square each distance: 25 and 36.",
        },
        Mistake {
            name: "squared-without-the-maximum",
            answer: |right| Answer { squared_loss_of_b: || -9.0, ..right },
            diagnosis: "-9 is negative: the maximum with 0 is missing.",
            hint: "A loss is never negative.",
        },
        Mistake {
            name: "margin-squared-too",
            answer: |right| Answer { squared_loss_of_b: || -7.0, ..right },
            diagnosis: "-7 squares the margin as well, and lacks the maximum with 0.",
            hint: "The margin stays 2.",
        },
    ],
};
