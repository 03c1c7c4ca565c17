use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

type Losses = [[f64; 3]; 3];

#[derive(Clone, Copy)]
pub struct Answer {
    pub difference: fn((Losses, Losses), (Losses, Losses)) -> f64,
}

/// Best by validation in the mean: the second rate. By test: the third. The least single
/// validation loss: the first.
const A: (Losses, Losses) = (
    [[0.10, 0.70, 0.70], [0.41, 0.40, 0.42], [0.50, 0.46, 0.48]],
    [[0.60, 0.62, 0.61], [0.45, 0.47, 0.49], [0.44, 0.40, 0.42]],
);

/// Best by validation: the third rate. By test: the second.
const B: (Losses, Losses) = (
    [[0.60, 0.66, 0.63], [0.44, 0.42, 0.43], [0.39, 0.38, 0.40]],
    [[0.64, 0.60, 0.62], [0.39, 0.37, 0.41], [0.43, 0.41, 0.42]],
);

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("difference(a, b)", || (answer.difference)(A, B)),
        Observation::of("difference(b, a)", || (answer.difference)(B, A)),
    ]
}

fn mean(losses: [f64; 3]) -> f64 {
    losses.iter().sum::<f64>() / 3.0
}

fn least(losses: [f64; 3]) -> f64 {
    losses.into_iter().fold(f64::INFINITY, f64::min)
}

/// Which of three is the least.
fn place(prices: [f64; 3]) -> usize {
    (0..3).fold(0, |best, k| if prices[k] < prices[best] { k } else { best })
}

fn by_validation((validation, test): (Losses, Losses)) -> f64 {
    mean(test[place(validation.map(mean))])
}

fn by_test((_, test): (Losses, Losses)) -> f64 {
    least(test.map(mean))
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "tuned-on-the-test-set-and-alone" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Exchange A and B. An answer that is fair only changes its sign.",
        "Which numbers may choose a rate?",
    ],
    mistakes: &[
        Mistake {
            name: "tuned-on-the-test-set-and-alone",
            answer: |_| Answer { difference: |a, b| by_test(a) - mean(b.1[0]) },
            diagnosis: "A is tuned, on the test set; B is not tuned at all.",
            hint: "The same sweep for both, judged by validation losses.",
        },
        Mistake {
            name: "still-alone",
            answer: |_| Answer { difference: |a, b| by_validation(a) - mean(b.1[0]) },
            diagnosis: "A is tuned on validation losses now, but B still runs at its usual \
                        rate.",
            hint: "B has a sweep, too.",
        },
        Mistake {
            name: "both-on-the-test-set",
            answer: |_| Answer { difference: |a, b| by_test(a) - by_test(b) },
            diagnosis: "Both are tuned, and both on the test set: each reports the least of \
                        three noisy numbers.",
            hint: "Choose by validation, report the test loss.",
        },
        Mistake {
            name: "one-on-the-test-set",
            answer: |_| Answer { difference: |a, b| by_test(a) - by_validation(b) },
            diagnosis: "A may still look at the test set, B may not.",
            hint: "The same function for both.",
        },
        Mistake {
            name: "reports-validation",
            answer: |_| Answer {
                difference: |a, b| least(a.0.map(mean)) - least(b.0.map(mean)),
            },
            diagnosis: "The losses that chose are reported. They are low by luck.",
            hint: "Report the test loss at the rate that was chosen.",
        },
        Mistake {
            name: "best-seed",
            answer: |_| Answer {
                difference: |a, b| {
                    let tuned = |(validation, test): (Losses, Losses)| {
                        mean(test[place(validation.map(least))])
                    };
                    tuned(a) - tuned(b)
                },
            },
            diagnosis: "The rate is that of the single best seed: one lucky run chooses.",
            hint: "Compare means over seeds.",
        },
        Mistake {
            name: "nobody-tuned",
            answer: |_| Answer { difference: |a, b| mean(a.1[0]) - mean(b.1[0]) },
            diagnosis: "Both run at the first rate of the grid: fair, and a comparison of \
                        rates.",
            hint: "Each at a rate of its own.",
        },
        Mistake {
            name: "wrong-way-around",
            answer: |_| Answer { difference: |a, b| by_validation(b) - by_validation(a) },
            diagnosis: "That is B less A.",
            hint: "A less B.",
        },
    ],
};
