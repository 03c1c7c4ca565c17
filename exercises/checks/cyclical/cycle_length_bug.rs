use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub rate: fn(usize, f64, f64, usize) -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let cases = [(0.01, 0.1, 4), (0.0, 1.0, 10)];
    let steps = [0, 1, 2, 3, 4, 6, 8, 10, 12, 17, 23];
    cases
        .into_iter()
        .flat_map(|(least, most, half)| {
            steps.map(|step| {
                let label = format!(
                    "rate(step = {step}, least = {least}, most = {most}, step_size = {half})"
                );
                Observation::of(label, || (answer.rate)(step, least, most, half))
            })
        })
        .collect()
}

/// A triangle of so many steps in all.
fn triangle(step: usize, cycle: usize) -> f64 {
    let position = (step % cycle) as f64 / cycle as f64;
    1.0 - (2.0 * position - 1.0).abs()
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "cycle-for-half" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "At which step does this code reach `most` first, for a step size of 4? It should be step 4.",
        "What is the length of a whole cycle, in step sizes?",
    ],
    mistakes: &[
        Mistake {
            name: "cycle-for-half",
            answer: |_| Answer { rate: |t, a, b, u| a + (b - a) * triangle(t, u) },
            diagnosis: "A whole cycle takes one step size.",
            hint: "The step size is half a cycle: a cycle takes two of them.",
        },
        Mistake {
            name: "four-step-sizes",
            answer: |_| Answer { rate: |t, a, b, u| a + (b - a) * triangle(t, 4 * u) },
            diagnosis: "A whole cycle takes four step sizes now.",
            hint: "Up in one step size, down in one: two in all.",
        },
        Mistake {
            name: "sawtooth",
            answer: |_| Answer {
                rate: |t, a, b, u| a + (b - a) * (t % (2 * u)) as f64 / (2 * u) as f64,
            },
            diagnosis: "The way down is gone: the rate climbs for a whole cycle.",
            hint: "Keep the absolute value, and change the length of the cycle.",
        },
        Mistake {
            name: "from-the-top",
            answer: |_| Answer { rate: |t, a, b, u| b - (b - a) * triangle(t, 2 * u) },
            diagnosis: "The length is right, but the cycle begins at its top.",
            hint: "Step 0 has the lower bound.",
        },
    ],
};
