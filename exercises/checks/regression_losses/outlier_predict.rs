use crate::check::{Check, Kind, Mistake};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub mean_move: fn() -> f64,
    pub median_move: fn() -> f64,
    pub huber_move: fn() -> f64,
    pub huber_move_to_a_million: fn() -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("mean_move()", answer.mean_move),
        Observation::of("median_move()", answer.median_move),
        Observation::of("huber_move()", answer.huber_move),
        Observation::of("huber_move_to_a_million()", answer.huber_move_to_a_million),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Predict,
    // As the statement says: predictions to one decimal, and 0.67 or 0.7 for two thirds.
    tolerance: 0.05,
    observe,
    hints: &[
        "Each center is the point where the pulls of the samples cancel. A sample pulls \
         with its residual under the squared error, with the sign of its residual under \
         the absolute error, and with its clamped residual under the Huber loss.",
        "Write down the pulls on a point $m$ between $3$ and $4$ from $1, 2, 4, 5$ and \
         the outlier, with $\\delta = 2$. Which of them are clamped?",
        "The pulls of $1$ and of the outlier cancel. What remains is the mean of three \
         numbers.",
    ],
    mistakes: &[
        Mistake {
            name: "move-of-the-sum",
            answer: |right| Answer { mean_move: || 997.0, ..right },
            diagnosis: "997 is how far the sample itself moved, and the sum with it.",
            hint: "The mean is the sum divided by the number of samples.",
        },
        Mistake {
            name: "new-mean",
            answer: |right| Answer { mean_move: || 202.4, ..right },
            diagnosis: "202.4 is the new mean, not its move.",
            hint: "Subtract the old mean.",
        },
        Mistake {
            name: "largest-value-replaced",
            answer: |right| Answer { mean_move: || 199.0, ..right },
            diagnosis: "199 is the move when the 5 becomes 1000.",
            hint: "The 3 is mistyped: the sum grows by 997.",
        },
        Mistake {
            name: "thousand-added",
            answer: |right| Answer { mean_move: || 200.0, ..right },
            diagnosis: "200 is the move when 1000 is added to a value.",
            hint: "The 3 becomes 1000: the sum grows by 997.",
        },
        Mistake {
            name: "median-does-not-move",
            answer: |right| Answer { median_move: || 0.0, ..right },
            diagnosis: "The median ignores how far an outlier goes, but here the median \
                        itself left its place.",
            hint: "Sort 1, 2, 4, 5, 1000 and take the middle one.",
        },
        Mistake {
            name: "new-median",
            answer: |right| Answer { median_move: || 4.0, ..right },
            diagnosis: "4 is the new median, not its move.",
            hint: "Subtract the old median.",
        },
        Mistake {
            name: "median-without-sorting",
            answer: |right| Answer { median_move: || 997.0, ..right },
            diagnosis: "997 results when the middle of the list is taken without sorting \
                        it.",
            hint: "The median is the middle of the sorted sample.",
        },
        Mistake {
            name: "huber-does-not-move",
            answer: |right| Answer { huber_move: || 0.0, ..right },
            diagnosis: "The Huber loss limits the pull of an outlier; it does not remove \
                        it. Besides, the 3 itself is missing now.",
            hint: "The outlier pulls with the force delta = 2.",
        },
        Mistake {
            name: "new-huber-location",
            answer: |right| Answer { huber_move: || 3.667, ..right },
            diagnosis: "3.67 is the new location, not its move.",
            hint: "Subtract the old location.",
        },
        Mistake {
            name: "huber-moves-like-the-median",
            answer: |right| Answer { huber_move: || 1.0, ..right },
            diagnosis: "1 is the move of the median. With delta = 2 the Huber location \
                        averages several samples instead of landing on one.",
            hint: "At m = 4 the clamped residuals are 2, 2, 0, -1 and -2. Do they add up \
                   to zero?",
        },
        Mistake {
            name: "pull-shared-by-all",
            answer: |right| Answer { huber_move: || 0.4, ..right },
            diagnosis: "0.4 is delta/5: the capped pull shared by all five samples. \
                        Samples in the linear branch do not give way, though: their pull \
                        stays the same when m moves.",
            hint: "Only the samples within delta of m push back harder as m moves.",
        },
        Mistake {
            name: "huber-moves-like-the-mean",
            answer: |right| Answer { huber_move: || 199.4, ..right },
            diagnosis: "199.4 is the move of the mean: the outlier was left in the \
                        quadratic branch.",
            hint: "Its residual is far beyond delta = 2, so its pull is clamped to 2.",
        },
        Mistake {
            name: "million-moves-like-the-mean",
            answer: |right| Answer { huber_move_to_a_million: || 199_999.4, ..right },
            diagnosis: "199999.4 is the move of the mean.",
            hint: "Beyond delta the pull does not depend on the distance.",
        },
        Mistake {
            name: "million-in-proportion",
            answer: |right| Answer { huber_move_to_a_million: || 666.7, ..right },
            diagnosis: "The move was scaled with the outlier, by a factor of a thousand.",
            hint: "Does the pull of the outlier change when it goes from 1000 to a \
                   million?",
        },
        Mistake {
            name: "million-does-not-move",
            answer: |right| Answer { huber_move_to_a_million: || 0.0, ..right },
            diagnosis: "A very large outlier is not ignored either: its pull is delta, \
                        like that of any other outlier.",
            hint: "Compare the pull of 1000 with that of a million.",
        },
    ],
};
