use crate::check::{Check, Kind, Mistake, TWO_DECIMALS};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub mean_squared_error: fn() -> f64,
    pub mean_absolute_error: fn() -> f64,
    pub huber_delta_1: fn() -> f64,
    pub huber_delta_5: fn() -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("mean_squared_error()", answer.mean_squared_error),
        Observation::of("mean_absolute_error()", answer.mean_absolute_error),
        Observation::of("huber_delta_1()", answer.huber_delta_1),
        Observation::of("huber_delta_5()", answer.huber_delta_5),
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
        "With $\\delta = 5$ the last point costs $5 \\cdot (20 - 2.5)$.",
    ],
    mistakes: &[
        Mistake {
            name: "squares-not-averaged",
            answer: |right| Answer { mean_squared_error: || 418.0, ..right },
            diagnosis: "418 is the sum of the squares.",
            hint: "The mean divides it by the number of points.",
        },
        Mistake {
            name: "squares-halved",
            answer: |right| Answer { mean_squared_error: || 41.8, ..right },
            diagnosis: "41.8 is half the mean of the squares: the factor 1/2 belongs to \
                        the Huber loss.",
            hint: "The mean squared error has no factor 1/2 here.",
        },
        Mistake {
            name: "root-taken",
            answer: |right| Answer { mean_squared_error: || 9.143, ..right },
            diagnosis: "9.14 is the root mean squared error.",
            hint: "Leave out the square root.",
        },
        Mistake {
            name: "mean-squared-instead",
            answer: |right| Answer { mean_squared_error: || 19.36, ..right },
            diagnosis: "19.36 is the square of the mean residual, in which residuals of \
                        opposite sign cancel.",
            hint: "Square first, then average.",
        },
        Mistake {
            name: "absolute-values-not-averaged",
            answer: |right| Answer { mean_absolute_error: || 28.0, ..right },
            diagnosis: "28 is the sum of the absolute residuals.",
            hint: "The mean divides it by the number of points.",
        },
        Mistake {
            name: "signs-kept",
            answer: |right| Answer { mean_absolute_error: || -4.4, ..right },
            diagnosis: "-4.4 is the mean of the residuals with their signs. Errors in \
                        opposite directions cancel in it.",
            hint: "Take the absolute value of each residual before you add.",
        },
        Mistake {
            name: "signs-dropped-too-late",
            answer: |right| Answer { mean_absolute_error: || 4.4, ..right },
            diagnosis: "4.4 is the absolute value of the mean residual. Errors in \
                        opposite directions cancel in it.",
            hint: "Take the absolute value of each residual before you add.",
        },
        Mistake {
            name: "huber-1-not-averaged",
            answer: |right| Answer { huber_delta_1: || 25.5, ..right },
            diagnosis: "25.5 is the sum of the five Huber losses.",
            hint: "The mean divides it by the number of points.",
        },
        Mistake {
            name: "huber-1-without-offset",
            answer: |right| Answer { huber_delta_1: || 5.5, ..right },
            diagnosis: "5.5 results when the linear branch is delta |r|, without the \
                        offset -delta²/2.",
            hint: "A residual of size 2 costs 1 (2 - 1/2) = 1.5.",
        },
        Mistake {
            name: "huber-1-not-halved",
            answer: |right| Answer { huber_delta_1: || 5.2, ..right },
            diagnosis: "5.2 results when the quadratic branch is r² instead of r²/2.",
            hint: "The residual 1 costs 1/2.",
        },
        Mistake {
            name: "huber-1-all-quadratic",
            answer: |right| Answer { huber_delta_1: || 41.8, ..right },
            diagnosis: "41.8 results when every residual, even -20, is put into the \
                        quadratic branch.",
            hint: "Choose the branch by |r|: -20 is below 1, but |-20| is not.",
        },
        Mistake {
            name: "huber-5-not-averaged",
            answer: |right| Answer { huber_delta_5: || 96.5, ..right },
            diagnosis: "96.5 is the sum of the five Huber losses.",
            hint: "The mean divides it by the number of points.",
        },
        Mistake {
            name: "huber-5-without-offset",
            answer: |right| Answer { huber_delta_5: || 21.8, ..right },
            diagnosis: "21.8 results when the linear branch is delta |r|, without the \
                        offset -delta²/2.",
            hint: "The outlier costs 5 (20 - 5/2), not 5 times 20.",
        },
        Mistake {
            name: "huber-5-offset-of-delta-1",
            answer: |right| Answer { huber_delta_5: || 21.3, ..right },
            diagnosis: "21.3 results when the outlier costs 5 (20 - 1/2): the offset is \
                        the one for delta = 1.",
            hint: "Put delta = 5 into every place of delta (|r| - delta/2).",
        },
        Mistake {
            name: "huber-5-without-slope",
            answer: |right| Answer { huber_delta_5: || 5.3, ..right },
            diagnosis: "5.3 results when the outlier costs |r| - delta/2, without the \
                        factor delta.",
            hint: "The linear branch has the slope delta, here 5.",
        },
        Mistake {
            name: "huber-5-not-halved",
            answer: |right| Answer { huber_delta_5: || 21.1, ..right },
            diagnosis: "21.1 results when the quadratic branch is r² instead of r²/2.",
            hint: "The first four points cost 0.5, 2, 2 and 4.5.",
        },
        Mistake {
            name: "huber-5-all-quadratic",
            answer: |right| Answer { huber_delta_5: || 41.8, ..right },
            diagnosis: "41.8 results when every residual, even -20, is put into the \
                        quadratic branch.",
            hint: "Choose the branch by |r|: -20 is below 5, but |-20| is not.",
        },
    ],
};
