use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub rate: fn(usize, f64, f64, usize) -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    // Both ends and both sides of three cycles, and a long way off.
    let cases = [(0.01, 0.1, 5), (0.0, 1.0, 4), (0.2, 0.3, 1)];
    let steps = [0, 1, 2, 4, 5, 6, 7, 10, 13, 15, 20, 101];
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

/// How far up, from 0 to 1.
fn height(step: usize, half: usize) -> f64 {
    let within = step % (2 * half);
    within.min(2 * half - within) as f64 / half as f64
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "A cycle has `2 * half` steps: `step % (2 * half)` is the place in it.",
        "On the way down the height is what is left of the cycle, over `half`.",
        "Check three steps: `least` at 0, `most` at `half`, `least` again at `2 * half`.",
    ],
    mistakes: &[
        Mistake {
            name: "cycle-for-half",
            answer: |_| Answer {
                rate: |t, a, b, u| {
                    let (within, half) = (t % u, u as f64 / 2.0);
                    let within = (within as f64).min((u - within) as f64);
                    a + (b - a) * within / half
                },
            },
            diagnosis: "A whole cycle takes half steps, so the rate climbs twice as fast as it should.",
            hint: "half is half of a cycle.",
        },
        Mistake {
            name: "sawtooth",
            answer: |_| Answer {
                rate: |t, a, b, u| a + (b - a) * (t % u) as f64 / u as f64,
            },
            diagnosis: "The rate climbs, and drops at once: a sawtooth.",
            hint: "After half steps up there are half steps down.",
        },
        Mistake {
            name: "from-the-top",
            answer: |_| Answer { rate: |t, a, b, u| b - (b - a) * height(t, u) },
            diagnosis: "The cycle begins at its top.",
            hint: "Step 0 has the lower bound.",
        },
        Mistake {
            name: "base-forgotten",
            answer: |_| Answer { rate: |t, _, b, u| b * height(t, u) },
            diagnosis: "The rate comes down to 0, not to the lower bound.",
            hint: "The height goes from least to most.",
        },
        Mistake {
            name: "height-is-most",
            answer: |_| Answer { rate: |t, a, b, u| a + b * height(t, u) },
            diagnosis: "At the top the rate is least + most.",
            hint: "The height of the triangle is most - least.",
        },
        Mistake {
            name: "steps-from-one",
            answer: |_| Answer { rate: |t, a, b, u| a + (b - a) * height(t + 1, u) },
            diagnosis: "The triangle is a step early.",
            hint: "Steps are counted from 0: step 0 has the lower bound.",
        },
        Mistake {
            name: "one-cycle-only",
            answer: |_| Answer {
                rate: |t, a, b, u| a + (b - a) * height(t.min(2 * u), u),
            },
            diagnosis: "After one cycle the rate stays at the lower bound.",
            hint: "Take the remainder of the step by the cycle's length first.",
        },
    ],
};
