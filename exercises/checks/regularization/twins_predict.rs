use crate::check::{Check, Kind, Mistake};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub ridge: fn() -> [f64; 2],
    pub lasso: fn() -> [f64; 2],
    pub elastic_net: fn() -> [f64; 2],
    pub lambda_max: fn() -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("ridge()", answer.ridge),
        Observation::of("lasso()", answer.lasso),
        Observation::of("elastic_net()", answer.elastic_net),
        Observation::of("lambda_max()", answer.lambda_max),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Predict,
    // As the statement says: predictions to one decimal, or 1.33 for four thirds.
    tolerance: 0.05,
    observe,
    hints: &[
        "Only the sum of the two weights matters to the loss. What does each price say \
         about sharing a given sum?",
        "Where a price wants the weights equal, put $w_1 = w_2 = u$ and differentiate.",
        "Coordinate descent on the lasso moves $w_1$ first, as if the twin were not there.",
    ],
    mistakes: &[
        Mistake {
            name: "ridge-without-shrinkage",
            answer: |right| Answer { ridge: || [2.0, 2.0], ..right },
            diagnosis: "The weights are shared, but nothing was taken from them.",
            hint: "Their sum is below 4 because of the price.",
        },
        Mistake {
            name: "ridge-picks-one",
            answer: |right| Answer { ridge: || [2.0, 0.0], ..right },
            diagnosis: "(2, 0) would be the best with one feature. Under ridge two small \
                        weights are cheaper than one large one.",
            hint: "Compare 2² + 0² with 1² + 1².",
        },
        Mistake {
            name: "ridge-of-one-shared",
            answer: |right| Answer { ridge: || [1.0, 1.0], ..right },
            diagnosis: "The solution for one feature, 2, was shared out. Shared weights are \
                        cheaper, though, so the sum becomes larger.",
            hint: "Minimize (2u - 4)² + 2u².",
        },
        Mistake {
            name: "lasso-shares",
            answer: |right| Answer { lasso: || [1.5, 1.5], ..right },
            diagnosis: "(1.5, 1.5) is as good as the answer: the lasso has many minima here. \
                        But coordinate descent ends at another one.",
            hint: "Take the first weight to its minimum, then look at what is left for the \
                   second.",
        },
        Mistake {
            name: "lasso-without-shrinkage",
            answer: |right| Answer { lasso: || [4.0, 0.0], ..right },
            diagnosis: "The first weight takes all, but the price takes its part.",
            hint: "At the minimum the pull of the loss, 2(4 - w), is lambda.",
        },
        Mistake {
            name: "lasso-threshold-not-divided",
            answer: |right| Answer { lasso: || [2.0, 0.0], ..right },
            diagnosis: "lambda was subtracted from the weight. It is subtracted from the \
                        pull, which is then divided by the variance 2.",
            hint: "(8 - 2)/2.",
        },
        Mistake {
            name: "lasso-second-first",
            answer: |right| Answer { lasso: || [0.0, 3.0], ..right },
            diagnosis: "The weights are right, in the other order.",
            hint: "The first weight is updated first.",
        },
        Mistake {
            name: "net-picks-one",
            answer: |right| Answer { elastic_net: || [7.0 / 3.0, 0.0], ..right },
            diagnosis: "The first sweep ends there, but not the descent: the L2 part makes \
                        sharing cheaper.",
            hint: "Put w1 = w2 = u.",
        },
        Mistake {
            name: "net-at-full-price",
            answer: |right| Answer { elastic_net: || [7.0 / 6.0, 7.0 / 6.0], ..right },
            diagnosis: "Both parts were taken at the full lambda.",
            hint: "Each part gets half: minimize (2u - 4)² + 2u + u².",
        },
        Mistake {
            name: "lambda-max-not-averaged",
            answer: |right| Answer { lambda_max: || 40.0, ..right },
            diagnosis: "40 is x·y; the loss divides by n = 5.",
            hint: "lambda_max = |x·y| / n.",
        },
        Mistake {
            name: "lambda-max-of-the-whole-square",
            answer: |right| Answer { lambda_max: || 16.0, ..right },
            diagnosis: "16 belongs to the mean squared error without its half.",
            hint: "The slope of the loss in w1 at zero is 2(0 - 4).",
        },
        Mistake {
            name: "lambda-max-is-the-weight",
            answer: |right| Answer { lambda_max: || 4.0, ..right },
            diagnosis: "4 is the weight without a price. What a price must outweigh is the \
                        pull, the variance times that.",
            hint: "lambda_max = |x·y| / n.",
        },
    ],
};
