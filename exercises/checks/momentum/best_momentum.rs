use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub rate: fn(f64, f64) -> f64,
    pub beta: fn(f64, f64) -> f64,
    pub factor: fn(f64, f64) -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let mut seen = Vec::new();
    for (least, most) in [(1.0, 9.0), (2.0, 20.0), (0.25, 100.0), (3.0, 3.0)] {
        let input = format!("least = {least}, most = {most}");
        let functions =
            [("rate", answer.rate), ("beta", answer.beta), ("factor", answer.factor)];
        for (name, function) in functions {
            let call = format!("{name}({input})");
            seen.push(Observation::of(call, || function(least, most)));
        }
    }
    seen
}

/// (√κ − 1)/(√κ + 1) with another power of κ.
fn ratio(least: f64, most: f64, power: f64) -> f64 {
    let root = (most / least).powf(power);
    (root - 1.0) / (root + 1.0)
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Take the square roots of the two equations first. They become linear in \
         $\\sqrt\\eta$ and $\\sqrt\\beta$.",
        "Add the two equations and $\\sqrt\\beta$ is gone. Divide them and $\\sqrt\\eta$ \
         is gone.",
        "Within the band the factor is $\\sqrt\\beta$, at its edges too.",
    ],
    mistakes: &[
        Mistake {
            name: "rate-of-gradient-descent",
            answer: |right| Answer { rate: |least, most| 2.0 / (least + most), ..right },
            diagnosis: "2/(μ + L) is the best rate of gradient descent.",
            hint: "With momentum the rate depends on the roots of the curvatures.",
        },
        Mistake {
            name: "rate-without-the-square",
            answer: |right| Answer {
                rate: |least, most| 2.0 / (least.sqrt() + most.sqrt()),
                ..right
            },
            diagnosis: "2/(√μ + √L) is √η.",
            hint: "Square it.",
        },
        Mistake {
            name: "beta-is-its-root",
            answer: |right| Answer {
                beta: |least, most| ratio(least, most, 0.5),
                ..right
            },
            diagnosis: "(√κ − 1)/(√κ + 1) is √β.",
            hint: "β is the determinant of the step, the product of two eigenvalues of \
                   that size.",
        },
        Mistake {
            name: "beta-from-kappa",
            answer: |right| Answer {
                beta: |least, most| ratio(least, most, 1.0).powi(2),
                ..right
            },
            diagnosis: "κ stands where √κ belongs.",
            hint: "The edges of the band are squares: take roots first.",
        },
        Mistake {
            name: "factor-of-gradient-descent",
            answer: |right| Answer {
                factor: |least, most| ratio(least, most, 1.0),
                ..right
            },
            diagnosis: "(κ − 1)/(κ + 1) is the factor of gradient descent.",
            hint: "With momentum κ is replaced by its root.",
        },
        Mistake {
            name: "factor-is-beta",
            answer: |right| Answer {
                factor: |least, most| ratio(least, most, 0.5).powi(2),
                ..right
            },
            diagnosis: "β is the product of both eigenvalues; a step shrinks by one of \
                        them.",
            hint: "Take the root.",
        },
    ],
};
