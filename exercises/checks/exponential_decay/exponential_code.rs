use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub rate: fn(f64, f64, usize, usize) -> f64,
    pub per_step_factor: fn(f64, usize) -> f64,
    pub decay_constant: fn(f64, usize) -> f64,
    pub half_life: fn(f64, usize) -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let forms = [(0.96, 100), (0.5, 2), (0.25, 1)];
    let mut seen: Vec<Observation> = [(0.96, 100, 0), (0.96, 100, 150), (0.5, 2, 3)]
        .map(|(d, s, t)| {
            let label = format!("rate(0.1, d = {d}, s = {s}, t = {t})");
            Observation::of(label, || (answer.rate)(0.1, d, s, t))
        })
        .into();
    for (name, function) in [
        ("per_step_factor", answer.per_step_factor),
        ("decay_constant", answer.decay_constant),
        ("half_life", answer.half_life),
    ] {
        seen.extend(forms.map(|(d, s)| {
            Observation::of(format!("{name}(d = {d}, s = {s})"), || function(d, s))
        }));
    }
    seen
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Convert to `f64` before you divide.",
        "s factors γ make d.",
        "`ln` is the natural logarithm; that of a number below 1 is negative.",
    ],
    mistakes: &[
        Mistake {
            name: "staircase",
            answer: |right| Answer {
                rate: |i, d, s, t| i * d.powi((t / s) as i32),
                ..right
            },
            diagnosis: "The division rounds down: this is step decay.",
            hint: "Convert both numbers to `f64` first.",
        },
        Mistake {
            name: "factor-per-step",
            answer: |right| Answer { rate: |i, d, _, t| i * d.powi(t as i32), ..right },
            diagnosis: "d was applied in every step.",
            hint: "Divide the exponent by s.",
        },
        Mistake {
            name: "divided-by-s",
            answer: |right| Answer {
                per_step_factor: |d, s| 1.0 - (1.0 - d) / s as f64,
                ..right
            },
            diagnosis: "The fall of s steps was divided by s: that is near γ only where d is \
                        near 1.",
            hint: "Take the s-th root.",
        },
        Mistake {
            name: "power-for-root",
            answer: |right| Answer { per_step_factor: |d, s| d.powi(s as i32), ..right },
            diagnosis: "You raised d to s where the s-th root is meant.",
            hint: "A step falls less than s steps.",
        },
        Mistake {
            name: "one-less-gamma",
            answer: |right| Answer {
                decay_constant: |d, s| 1.0 - d.powf(1.0 / s as f64),
                ..right
            },
            diagnosis: "1 − γ is near k only where both are small.",
            hint: "k = −ln γ.",
        },
        Mistake {
            name: "negative-constant",
            answer: |right| Answer { decay_constant: |d, s| d.ln() / s as f64, ..right },
            diagnosis: "Your k is negative: the minus sign is in e^(−kt) already.",
            hint: "The logarithm of a number below 1 is negative.",
        },
        Mistake {
            name: "constant-of-s-steps",
            answer: |right| Answer { decay_constant: |d, _| -d.ln(), ..right },
            diagnosis: "k is that of s steps.",
            hint: "Divide by s.",
        },
        Mistake {
            name: "lifetime",
            answer: |right| Answer { half_life: |d, s| -(s as f64) / d.ln(), ..right },
            diagnosis: "That is the time to 1/e.",
            hint: "Multiply by ln 2.",
        },
        Mistake {
            name: "half-life-in-units-of-s",
            answer: |right| Answer { half_life: |d, _| 0.5_f64.ln() / d.ln(), ..right },
            diagnosis: "The half-life is in units of s.",
            hint: "Multiply by s.",
        },
    ],
};
