use ndarray::Array1;

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::{Observation, Seen};

#[derive(Clone, Copy)]
pub struct Answer {
    pub cosines: fn(&[Vec<f64>]) -> Vec<f64>,
    pub is_noise: fn(&[f64], usize, f64) -> bool,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let runs: [(&str, &[[f64; 2]]); 4] = [
        (
            "[1, 0], [2, 0], [0, 3], [0, -1], [3, 4]",
            &[[1.0, 0.0], [2.0, 0.0], [0.0, 3.0], [0.0, -1.0], [3.0, 4.0]],
        ),
        ("[1, 1], [0, 0], [2, 1]", &[[1.0, 1.0], [0.0, 0.0], [2.0, 1.0]]),
        ("one gradient", &[[1.0, 2.0]]),
        ("no gradients", &[]),
    ];
    let mut seen = Vec::new();
    for (label, gradients) in runs {
        seen.push(Observation::of(format!("cosines({label})"), || {
            let gradients: Vec<Vec<f64>> = gradients.iter().map(|g| g.to_vec()).collect();
            Array1::from((answer.cosines)(&gradients))
        }));
    }
    let windows: [(&[f64], usize, f64); 7] = [
        (&[0.9, 0.8, -0.5, -0.2, 0.1], 3, 0.0),
        (&[-0.9, -0.8, 0.5, 0.2, 0.1], 3, 0.0),
        (&[-0.9, -0.8], 3, 0.0),
        (&[0.5, -0.5], 2, 0.0),
        (&[0.2, 0.2], 2, 0.1),
        (&[-1.0, 0.2], 1, 0.1),
        (&[-0.5, -0.5, 0.9, 0.9], 2, 0.0),
    ];
    for (cosines, window, threshold) in windows {
        let label =
            format!("is_noise({cosines:?}, window = {window}, threshold = {threshold})");
        seen.push(Observation::of(label, || {
            Seen::Word((answer.is_noise)(cosines, window, threshold).to_string())
        }));
    }
    seen
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "`gradients.windows(2)` goes over pairs in a row, and over nothing where there are not \
         two.",
        "Ask whether a length is zero before you divide by it.",
        "`checked_sub` tells whether there are enough cosines, and where the last of them \
         begin.",
    ],
    mistakes: &[
        Mistake {
            name: "inner-products",
            answer: |right| Answer {
                cosines: |gradients| {
                    gradients.windows(2).map(|pair| dot(&pair[0], &pair[1])).collect()
                },
                ..right
            },
            diagnosis: "These are inner products, which have the size of the gradients in them.",
            hint: "Divide by both lengths.",
        },
        Mistake {
            name: "zero-over-zero",
            answer: |right| Answer {
                cosines: |gradients| {
                    let cosine = |pair: &[Vec<f64>]| {
                        let lengths = dot(&pair[0], &pair[0]) * dot(&pair[1], &pair[1]);
                        dot(&pair[0], &pair[1]) / lengths.sqrt()
                    };
                    gradients.windows(2).map(cosine).collect()
                },
                ..right
            },
            diagnosis: "A gradient of zero gives 0/0, and NaN from there on.",
            hint: "The statement says what the cosine is there.",
        },
        Mistake {
            name: "squared-lengths",
            answer: |right| Answer {
                cosines: |gradients| {
                    let cosine = |pair: &[Vec<f64>]| {
                        let lengths = dot(&pair[0], &pair[0]) * dot(&pair[1], &pair[1]);
                        if lengths == 0.0 {
                            0.0
                        } else {
                            dot(&pair[0], &pair[1]) / lengths
                        }
                    };
                    gradients.windows(2).map(cosine).collect()
                },
                ..right
            },
            diagnosis: "The inner product is divided by the squares of the lengths.",
            hint: "A root is missing.",
        },
        Mistake {
            name: "mean-of-all",
            answer: |right| Answer {
                is_noise: |cosines, window, threshold| {
                    let mean = cosines.iter().sum::<f64>() / cosines.len() as f64;
                    cosines.len() >= window && mean <= threshold
                },
                ..right
            },
            diagnosis: "The mean is over all cosines, the long way down included.",
            hint: "Only the last of them count.",
        },
        Mistake {
            name: "first-window",
            answer: |right| Answer {
                is_noise: |cosines, window, threshold| {
                    cosines.len() >= window
                        && cosines[..window].iter().sum::<f64>() / window as f64
                            <= threshold
                },
                ..right
            },
            diagnosis: "The window is at the beginning of the record.",
            hint: "Take the last cosines.",
        },
        Mistake {
            name: "verdict-too-early",
            answer: |right| Answer {
                is_noise: |cosines, window, threshold| {
                    let last = &cosines[cosines.len().saturating_sub(window)..];
                    last.iter().sum::<f64>() / last.len() as f64 <= threshold
                },
                ..right
            },
            diagnosis: "There is a verdict before the window is full.",
            hint: "With fewer cosines than the window the answer is false.",
        },
        Mistake {
            name: "strictly-below",
            answer: |right| Answer {
                is_noise: |cosines, window, threshold| {
                    let Some(begin) = cosines.len().checked_sub(window) else {
                        return false;
                    };
                    cosines[begin..].iter().sum::<f64>() / (window as f64) < threshold
                },
                ..right
            },
            diagnosis: "A mean of exactly the threshold is left out.",
            hint: "At or below.",
        },
    ],
};
