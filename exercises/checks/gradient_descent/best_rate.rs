use ndarray::{Array1, array};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub contraction: fn(&Array1<f64>, f64) -> f64,
    pub best_rate: fn(&Array1<f64>) -> f64,
    pub steps: fn(&Array1<f64>, f64) -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let curvatures = [array![3.0, 1.0, 9.0], array![0.5, 2.0], array![4.0, 4.0]];
    let mut seen = Vec::new();
    for curvatures in &curvatures {
        for rate in [0.05, 0.2, 0.3] {
            let call = format!("contraction(curvatures = {curvatures}, rate = {rate})");
            seen.push(Observation::of(call, || (answer.contraction)(curvatures, rate)));
        }
        let call = format!("best_rate(curvatures = {curvatures})");
        seen.push(Observation::of(call, || (answer.best_rate)(curvatures)));
        for factor in [1.0, 0.5, 0.03] {
            let call = format!("steps(curvatures = {curvatures}, factor = {factor})");
            seen.push(Observation::of(call, || (answer.steps)(curvatures, factor)));
        }
    }
    seen
}

fn ends(curvatures: &Array1<f64>) -> (f64, f64) {
    let smallest = curvatures.iter().copied().fold(f64::INFINITY, f64::min);
    (smallest, curvatures.iter().copied().fold(0.0, f64::max))
}

fn best(curvatures: &Array1<f64>) -> f64 {
    let (smallest, largest) = ends(curvatures);
    (largest - smallest) / (largest + smallest)
}

fn logarithmic(contraction: f64, factor: f64) -> f64 {
    if contraction == 0.0 { 1.0 } else { factor.ln() / contraction.ln() }
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Draw $|1 - \\eta\\lambda|$ over $\\lambda$: which of the curvatures can have the \
         largest value?",
        "At the best rate the smallest and the largest curvature are contracted equally, \
         with opposite signs.",
        "$1 - \\eta\\mu = \\eta L - 1$.",
    ],
    mistakes: &[
        Mistake {
            name: "contraction-without-sign",
            answer: |right| Answer {
                contraction: |curvatures, rate| {
                    curvatures
                        .iter()
                        .fold(f64::NEG_INFINITY, |most, c| most.max(1.0 - rate * c))
                },
                ..right
            },
            diagnosis: "The largest 1 - ηλ is taken without its absolute value: a factor \
                        of -1.7 grows as surely as one of 1.7.",
            hint: "Take the absolute value before the maximum.",
        },
        Mistake {
            name: "contraction-of-the-largest",
            answer: |right| Answer {
                contraction: |curvatures, rate| (1.0 - rate * ends(curvatures).1).abs(),
                ..right
            },
            diagnosis: "Only the largest curvature is looked at; at small rates the \
                        smallest is the slow one.",
            hint: "Take the maximum over all curvatures.",
        },
        Mistake {
            name: "contraction-of-the-smallest",
            answer: |right| Answer {
                contraction: |curvatures, rate| (1.0 - rate * ends(curvatures).0).abs(),
                ..right
            },
            diagnosis: "Only the smallest curvature is looked at; at large rates the \
                        largest diverges first.",
            hint: "Take the maximum over all curvatures.",
        },
        Mistake {
            name: "rate-one-over-largest",
            answer: |right| Answer {
                best_rate: |curvatures| 1.0 / ends(curvatures).1,
                ..right
            },
            diagnosis: "1/L is a safe rate, but its contraction is 1 - μ/L, larger than \
                        (L - μ)/(L + μ).",
            hint: "A longer step makes the steep direction overshoot a little, and the \
                   flat one gains.",
        },
        Mistake {
            name: "rate-at-the-border",
            answer: |right| Answer {
                best_rate: |curvatures| 2.0 / ends(curvatures).1,
                ..right
            },
            diagnosis: "2/L is the border of divergence: the steep direction jumps to \
                        and fro forever.",
            hint: "Divide 2 by the sum of the smallest and the largest curvature.",
        },
        Mistake {
            name: "rate-one-over-the-sum",
            answer: |right| Answer {
                best_rate: |curvatures| {
                    let (smallest, largest) = ends(curvatures);
                    1.0 / (smallest + largest)
                },
                ..right
            },
            diagnosis: "This is half of the best rate.",
            hint: "1 - ημ = ηL - 1 gives η = 2/(μ + L).",
        },
        Mistake {
            name: "rate-of-the-mean-curvature",
            answer: |right| Answer {
                best_rate: |curvatures| curvatures.len() as f64 / curvatures.sum(),
                ..right
            },
            diagnosis: "This is one over the mean of all curvatures; only the smallest \
                        and the largest count.",
            hint: "The curvatures in between are contracted more, whatever they are.",
        },
        Mistake {
            name: "steps-rounded-down",
            answer: |right| Answer {
                steps: |curvatures, factor| logarithmic(best(curvatures), factor).floor(),
                ..right
            },
            diagnosis: "The number of steps was rounded down: the bound is not reached \
                        yet.",
            hint: "Round up.",
        },
        Mistake {
            name: "steps-not-whole",
            answer: |right| Answer {
                steps: |curvatures, factor| logarithmic(best(curvatures), factor),
                ..right
            },
            diagnosis: "A walk takes whole steps.",
            hint: "Round up.",
        },
        Mistake {
            name: "steps-one-too-many",
            answer: |right| Answer {
                steps: |curvatures, factor| {
                    logarithmic(best(curvatures), factor).ceil() + 1.0
                },
                ..right
            },
            diagnosis: "One step too many: the start counts as step 0.",
            hint: "Count how often you multiply, and stop as soon as the bound is small \
                   enough.",
        },
    ],
};
