use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::{Observation, Seen};

#[derive(Clone, Copy)]
pub struct Answer {
    pub log_grid: fn(f64, f64, usize) -> Vec<f64>,
    pub expected_best: fn(&[f64], usize) -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let mut seen: Vec<Observation> =
        [(0.001, 1.0, 4), (0.5, 8.0, 5), (0.01, 0.1, 2), (1.0, 3.0, 3)]
            .map(|(low, high, n)| {
                Observation::of(format!("log_grid({low}, {high}, {n})"), || {
                    Seen::Numbers((answer.log_grid)(low, high, n))
                })
            })
            .into();
    let losses = [0.9, 0.3, 0.5, 0.4];
    for k in [1, 2, 3, 6] {
        let label = format!("expected_best({losses:?}, {k})");
        seen.push(Observation::of(label, || (answer.expected_best)(&losses, k)));
    }
    seen.push(Observation::of("expected_best([2.0], 3)", || {
        (answer.expected_best)(&[2.0], 3)
    }));
    seen
}

fn sorted(losses: &[f64]) -> Vec<f64> {
    let mut sorted = losses.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted
}

/// The sum of the losses, each with the difference of two tails.
fn from_tails(losses: &[f64], tail: impl Fn(usize) -> f64) -> f64 {
    let terms = losses.iter().enumerate();
    terms.map(|(place, loss)| (tail(place) - tail(place + 1)) * loss).sum()
}

/// The share of k draws without replacement that leave out the first `place` of n.
fn without_replacement(n: usize, place: usize, k: usize) -> f64 {
    (0..k)
        .map(|drawn| {
            n.saturating_sub(place + drawn) as f64 / n.saturating_sub(drawn).max(1) as f64
        })
        .product()
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Equal ratios are equal differences of the logarithm. n points have n − 1 gaps.",
        "Sort the losses. With which probability are all k draws at the place r or beyond?",
        "The least is at exactly r where all are at r or beyond, and not all beyond r.",
    ],
    mistakes: &[
        Mistake {
            name: "equal-differences",
            answer: |right| Answer {
                log_grid: |low, high, n| {
                    let gap = (high - low) / (n - 1) as f64;
                    (0..n).map(|i| low + gap * i as f64).collect()
                },
                ..right
            },
            diagnosis: "Equal differences: nearly all rates are of the largest decade.",
            hint: "Equal ratios.",
        },
        Mistake {
            name: "n-gaps",
            answer: |right| Answer {
                log_grid: |low, high, n| {
                    let ratio = high / low;
                    (0..n).map(|i| low * ratio.powf(i as f64 / n as f64)).collect()
                },
                ..right
            },
            diagnosis: "The last rate is missing.",
            hint: "n points have n − 1 gaps.",
        },
        Mistake {
            name: "always-decades",
            answer: |right| Answer {
                log_grid: |low, _, n| {
                    (0..n).map(|i| low * 10_f64.powi(i as i32)).collect()
                },
                ..right
            },
            diagnosis: "The ratio is ten, wherever the range ends.",
            hint: "The ratio follows from low, high and n.",
        },
        Mistake {
            name: "mean-of-all",
            answer: |right| Answer {
                expected_best: |losses, _| {
                    losses.iter().sum::<f64>() / losses.len() as f64
                },
                ..right
            },
            diagnosis: "That is the mean of one trial.",
            hint: "The least of k is lower.",
        },
        Mistake {
            name: "least-of-all",
            answer: |right| Answer {
                expected_best: |losses, _| sorted(losses)[0],
                ..right
            },
            diagnosis: "That is the least of the list, which k trials need not have drawn.",
            hint: "Weigh each loss by the chance that it is the least of k.",
        },
        Mistake {
            name: "without-replacement",
            answer: |right| Answer {
                expected_best: |losses, k| {
                    let (n, losses) = (losses.len(), sorted(losses));
                    let k = k.min(n);
                    from_tails(&losses, |place| without_replacement(n, place, k))
                },
                ..right
            },
            diagnosis: "That is without replacement: no setting is tried twice.",
            hint: "Each draw is from all n.",
        },
        Mistake {
            name: "unsorted",
            answer: |right| Answer {
                expected_best: |losses, k| {
                    let n = losses.len() as f64;
                    let tail = |place: usize| ((n - place as f64) / n).powi(k as i32);
                    from_tails(losses, tail)
                },
                ..right
            },
            diagnosis: "The places are those of the list as it came.",
            hint: "Sort first.",
        },
        Mistake {
            name: "largest-of-k",
            answer: |right| Answer {
                expected_best: |losses, k| {
                    let n = losses.len() as f64;
                    let mut sorted = sorted(losses);
                    sorted.reverse();
                    let tail = |place: usize| ((n - place as f64) / n).powi(k as i32);
                    from_tails(&sorted, tail)
                },
                ..right
            },
            diagnosis: "That is the mean of the largest.",
            hint: "Lower is better.",
        },
    ],
};
