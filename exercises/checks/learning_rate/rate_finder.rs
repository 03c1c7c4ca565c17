use ndarray::{Array1, array};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub rate: fn(usize, usize, f64, f64) -> f64,
    pub smoothed: fn(&Array1<f64>, f64) -> Array1<f64>,
    pub seen: fn(&Array1<f64>) -> f64,
    pub suggestion: fn(&Array1<f64>, &Array1<f64>) -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let mut seen = Vec::new();
    for step in [0, 1, 3, 6] {
        seen.push(Observation::of(
            format!("rate(step = {step}, steps = 7, start = 0.001, end = 1)"),
            || (answer.rate)(step, 7, 0.001, 1.0),
        ));
    }
    for (losses, beta) in [
        (array![3.0, 3.0, 3.0], 0.9),
        (array![2.0, 4.0, 1.0, 8.0], 0.5),
        (array![5.0], 0.0),
    ] {
        let label = format!("smoothed(losses = {losses}, beta = {beta})");
        seen.push(Observation::of(label, || (answer.smoothed)(&losses, beta)));
    }
    for losses in [
        array![8.0, 2.0, 1.0, 4.0, 4.5, 9.0],
        array![3.0, 2.0, 1.0, 1.5],
        // Above four times the first, but not above four times the least of all.
        array![1.0, 5.0, 0.5],
    ] {
        let label = format!("seen(smoothed = {losses})");
        seen.push(Observation::of(label, || (answer.seen)(&losses)));
    }
    let (rates, losses) = (array![0.01, 0.1, 1.0, 10.0], array![3.0, 2.0, 0.5, 4.0]);
    let label = format!("suggestion(rates = {rates}, smoothed = {losses})");
    seen.push(Observation::of(label, || (answer.suggestion)(&rates, &losses)));
    seen
}

fn plain(losses: &Array1<f64>, beta: f64) -> Array1<f64> {
    let mut average = 0.0;
    losses
        .iter()
        .map(|loss| {
            average = beta * average + (1.0 - beta) * loss;
            average
        })
        .collect()
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Seven rates from $0.001$ to $1$ have six steps between them, each of half a decade.",
        "After $i$ losses the weights in the mean sum to $1 - \\beta^i$.",
        "The least is that of the losses so far, this one included.",
    ],
    mistakes: &[
        Mistake {
            name: "linear-rise",
            answer: |right| Answer {
                rate: |step, steps, start, end| {
                    start + (end - start) * step as f64 / (steps - 1) as f64
                },
                ..right
            },
            diagnosis: "The rate rises by equal differences: most steps are in the last decade.",
            hint: "Multiply by the same factor at every step: a power of end over start.",
        },
        Mistake {
            name: "never-at-the-end",
            answer: |right| Answer {
                rate: |step, steps, start, end| {
                    start * (end / start).powf(step as f64 / steps as f64)
                },
                ..right
            },
            diagnosis: "The last step falls short of the end: n rates have n - 1 steps between them.",
            hint: "Divide by steps - 1.",
        },
        Mistake {
            name: "not-corrected",
            answer: |right| Answer { smoothed: plain, ..right },
            diagnosis: "The mean starts at zero and is not corrected: a constant loss seems to rise.",
            hint: "Divide by 1 - beta^i after i losses.",
        },
        Mistake {
            name: "starts-at-the-first-loss",
            answer: |right| Answer {
                smoothed: |losses, beta| {
                    let mut average = losses[0];
                    losses
                        .iter()
                        .map(|loss| {
                            average = beta * average + (1.0 - beta) * loss;
                            average
                        })
                        .collect()
                },
                ..right
            },
            diagnosis: "The mean starts at the first loss, which then counts far too much.",
            hint: "Start at zero and divide by 1 - beta^i.",
        },
        Mistake {
            name: "weights-swapped",
            answer: |right| Answer {
                smoothed: |losses, beta| {
                    let (mut average, mut weight) = (0.0, 1.0);
                    losses
                        .iter()
                        .map(|loss| {
                            average = (1.0 - beta) * average + beta * loss;
                            weight *= 1.0 - beta;
                            average / (1.0 - weight)
                        })
                        .collect()
                },
                ..right
            },
            diagnosis: "The new loss has the weight beta: the smoothing hardly smooths.",
            hint: "beta is the weight of what is remembered.",
        },
        Mistake {
            name: "four-times-the-first",
            answer: |right| Answer {
                seen: |losses| {
                    let stop = losses.iter().position(|&loss| loss > 4.0 * losses[0]);
                    stop.map_or(losses.len(), |at| at + 1) as f64
                },
                ..right
            },
            diagnosis: "It compares with the first loss, not with the least so far.",
            hint: "Keep the least loss, and compare with four times it.",
        },
        Mistake {
            name: "the-last-is-left-out",
            answer: |right| Answer {
                seen: |losses| {
                    let mut least = f64::INFINITY;
                    for (index, &loss) in losses.iter().enumerate() {
                        least = least.min(loss);
                        if loss > 4.0 * least {
                            return index as f64;
                        }
                    }
                    losses.len() as f64
                },
                ..right
            },
            diagnosis: "The point at which it stops has been seen too.",
            hint: "Count that point.",
        },
        Mistake {
            name: "minimum-itself",
            answer: |right| Answer {
                suggestion: |rates, losses| {
                    let least =
                        (0..rates.len()).min_by(|&i, &j| losses[i].total_cmp(&losses[j]));
                    rates[least.expect("a rate")]
                },
                ..right
            },
            diagnosis: "That is the rate of the minimum, where the loss is about to explode.",
            hint: "Divide by ten.",
        },
        Mistake {
            name: "least-loss-for-its-rate",
            answer: |right| Answer {
                suggestion: |_, losses| {
                    losses.iter().copied().fold(f64::INFINITY, f64::min) / 10.0
                },
                ..right
            },
            diagnosis: "That is a tenth of the least loss, not of its rate.",
            hint: "Find where the loss is least, and take the rate there.",
        },
    ],
};
