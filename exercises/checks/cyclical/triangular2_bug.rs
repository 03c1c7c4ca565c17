use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub rate: fn(usize, f64, f64, usize) -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    // Tops and other steps of five cycles.
    let cases = [(0.01, 0.1, 4), (0.2, 0.5, 2)];
    let steps = [0, 1, 2, 4, 6, 8, 11, 12, 20, 27, 28, 36];
    cases
        .into_iter()
        .flat_map(|(least, most, half)| {
            steps.map(|step| {
                let label = format!(
                    "rate(step = {step}, least = {least}, most = {most}, half = {half})"
                );
                Observation::of(label, || (answer.rate)(step, least, most, half))
            })
        })
        .collect()
}

/// The cycle, from 0, and how far up in it, from 0 to 1.
fn place(step: usize, half: usize) -> (i32, f64) {
    let (cycle, within) = (step / (2 * half), step % (2 * half));
    (cycle as i32, within.min(2 * half - within) as f64 / half as f64)
}

fn halved(times: i32) -> f64 {
    0.5_f64.powi(times)
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "maximum-halved" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Print the tops for the bounds 0.2 and 0.5, and look at the third.",
        "The bottoms should all be `least`, and the distance from there to the tops halved.",
    ],
    mistakes: &[
        Mistake {
            name: "maximum-halved",
            answer: |_| Answer {
                rate: |t, a, b, u| {
                    let (cycle, height) = place(t, u);
                    a + (b * halved(cycle) - a) * height
                },
            },
            diagnosis: "The upper bound is halved, and falls below the lower one.",
            hint: "Halve the distance between the bounds instead.",
        },
        Mistake {
            name: "rate-halved",
            answer: |_| Answer {
                rate: |t, a, b, u| {
                    let (cycle, height) = place(t, u);
                    (a + (b - a) * height) * halved(cycle)
                },
            },
            diagnosis: "The whole rate is halved, the lower bound with it.",
            hint: "Multiply the height only, and add least afterwards.",
        },
        Mistake {
            name: "clamped",
            answer: |_| Answer {
                rate: |t, a, b, u| {
                    let (cycle, height) = place(t, u);
                    a + ((b * halved(cycle)).max(a) - a) * height
                },
            },
            diagnosis: "The upper bound is still halved; now it stops at the lower one, and after that the rate is constant.",
            hint: "No bound has to be cut off when the height is halved.",
        },
        Mistake {
            name: "one-cycle-early",
            answer: |_| Answer {
                rate: |t, a, b, u| {
                    let (cycle, height) = place(t, u);
                    a + (b - a) * height * halved(cycle + 1)
                },
            },
            diagnosis: "The first cycle is halved already.",
            hint: "The first cycle has the full height.",
        },
        Mistake {
            name: "not-halved",
            answer: |_| Answer { rate: |t, a, b, u| a + (b - a) * place(t, u).1 },
            diagnosis: "The height does not change: this is triangular.",
            hint: "Multiply the height by a half for each cycle that is over.",
        },
    ],
};
