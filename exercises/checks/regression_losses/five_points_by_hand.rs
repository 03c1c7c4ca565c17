use crate::check::{Check, Kind, Mistake, TWO_DECIMALS};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub mean_squared_error: fn() -> f64,
    pub mean_absolute_error: fn() -> f64,
    pub huber_delta_1: fn() -> f64,
    pub huber_delta_4: fn() -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("mean_squared_error()", answer.mean_squared_error),
        Observation::of("mean_absolute_error()", answer.mean_absolute_error),
        Observation::of("huber_delta_1()", answer.huber_delta_1),
        Observation::of("huber_delta_4()", answer.huber_delta_4),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::ByHand,
    tolerance: TWO_DECIMALS,
    observe,
    hints: &[
        "Make a table with a row for each residual and a column for each loss. Fill it, \
         add up each column, divide by five.",
        "For the Huber columns, first mark the rows with $|r| > \\delta$. Only those use \
         the linear branch.",
        "With $\\delta = 4$ the last point costs $4 \\cdot (30 - 2)$.",
    ],
    mistakes: &[
        Mistake {
            name: "squares-not-averaged",
            answer: |right| Answer { mean_squared_error: || 930.0, ..right },
            diagnosis: "930 is the sum of the squares.",
            hint: "The mean divides it by the number of points.",
        },
        Mistake {
            name: "squares-halved",
            answer: |right| Answer { mean_squared_error: || 93.0, ..right },
            diagnosis: "93 is half the mean of the squares: the factor 1/2 belongs to \
                        the Huber loss.",
            hint: "The mean squared error has no factor 1/2 here.",
        },
        Mistake {
            name: "root-taken",
            answer: |right| Answer { mean_squared_error: || 13.638, ..right },
            diagnosis: "13.64 is the root mean squared error.",
            hint: "Leave out the square root.",
        },
        Mistake {
            name: "mean-squared-instead",
            answer: |right| Answer { mean_squared_error: || 27.04, ..right },
            diagnosis: "27.04 is the square of the mean residual, in which residuals of \
                        opposite sign cancel.",
            hint: "Square first, then average.",
        },
        Mistake {
            name: "absolute-values-not-averaged",
            answer: |right| Answer { mean_absolute_error: || 40.0, ..right },
            diagnosis: "40 is the sum of the absolute residuals.",
            hint: "The mean divides it by the number of points.",
        },
        Mistake {
            name: "signs-kept",
            answer: |right| Answer { mean_absolute_error: || -5.2, ..right },
            diagnosis: "-5.2 is the mean of the residuals with their signs. Errors in \
                        opposite directions cancel in it.",
            hint: "Take the absolute value of each residual before you add.",
        },
        Mistake {
            name: "signs-dropped-too-late",
            answer: |right| Answer { mean_absolute_error: || 5.2, ..right },
            diagnosis: "5.2 is the absolute value of the mean residual. Errors in \
                        opposite directions cancel in it.",
            hint: "Take the absolute value of each residual before you add.",
        },
        Mistake {
            name: "huber-1-not-averaged",
            answer: |right| Answer { huber_delta_1: || 37.5, ..right },
            diagnosis: "37.5 is the sum of the five Huber losses.",
            hint: "The mean divides it by the number of points.",
        },
        Mistake {
            name: "huber-1-without-offset",
            answer: |right| Answer { huber_delta_1: || 7.9, ..right },
            diagnosis: "7.9 results when the linear branch is delta |r|, without the \
                        offset -delta²/2.",
            hint: "A residual of size 3 costs 1 (3 - 1/2) = 2.5.",
        },
        Mistake {
            name: "huber-1-not-halved",
            answer: |right| Answer { huber_delta_1: || 7.6, ..right },
            diagnosis: "7.6 results when the quadratic branch is r² instead of r²/2.",
            hint: "The residual 1 costs 1/2.",
        },
        Mistake {
            name: "huber-1-all-quadratic",
            answer: |right| Answer { huber_delta_1: || 93.0, ..right },
            diagnosis: "93 results when every residual, even -30, is put into the \
                        quadratic branch.",
            hint: "Choose the branch by |r|: -30 is below 1, but |-30| is not.",
        },
        Mistake {
            name: "huber-4-not-averaged",
            answer: |right| Answer { huber_delta_4: || 127.0, ..right },
            diagnosis: "127 is the sum of the five Huber losses.",
            hint: "The mean divides it by the number of points.",
        },
        Mistake {
            name: "huber-4-without-offset",
            answer: |right| Answer { huber_delta_4: || 27.0, ..right },
            diagnosis: "27 results when the linear branch is delta |r|, without the \
                        offset -delta²/2.",
            hint: "The outlier costs 4 (30 - 4/2), not 4 times 30.",
        },
        Mistake {
            name: "huber-4-offset-of-delta-1",
            answer: |right| Answer { huber_delta_4: || 26.6, ..right },
            diagnosis: "26.6 results when the outlier costs 4 (30 - 1/2): the offset is \
                        the one for delta = 1.",
            hint: "Put delta = 4 into every place of delta (|r| - delta/2).",
        },
        Mistake {
            name: "huber-4-without-slope",
            answer: |right| Answer { huber_delta_4: || 8.6, ..right },
            diagnosis: "8.6 results when the outlier costs |r| - delta/2, without the \
                        factor delta.",
            hint: "The linear branch has the slope delta, here 4.",
        },
        Mistake {
            name: "huber-4-not-halved",
            answer: |right| Answer { huber_delta_4: || 28.4, ..right },
            diagnosis: "28.4 results when the quadratic branch is r² instead of r²/2.",
            hint: "The first four points cost 0.5, 4.5, 2 and 8.",
        },
        Mistake {
            name: "huber-4-all-quadratic",
            answer: |right| Answer { huber_delta_4: || 93.0, ..right },
            diagnosis: "93 results when every residual, even -30, is put into the \
                        quadratic branch.",
            hint: "Choose the branch by |r|: -30 is below 4, but |-30| is not.",
        },
    ],
};
