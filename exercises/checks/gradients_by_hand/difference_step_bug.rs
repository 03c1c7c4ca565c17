use crate::check::{Check, Kind, Mistake};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub derivative: fn(&dyn Fn(f64) -> f64, f64) -> f64,
}

/// A name, a function, and where its derivative is asked for.
type Case<'a> = (&'a str, &'a dyn Fn(f64) -> f64, f64);

fn observe(answer: &Answer) -> Vec<Observation> {
    let cube = |x: f64| x * x * x - 2.0 * x;
    let quotient = |x: f64| 1.0 / (1.0 + x * x);
    // A cube in units of a million, whose slope is of order one.
    let large = |x: f64| 1e6 * (x / 1e6).powi(3);
    let functions: [Case; 4] = [
        ("x³ − 2x", &cube, 1.5),
        ("1/(1 + x²)", &quotient, -0.5),
        ("a cube in millions", &large, 1e6),
        ("a cube in millions", &large, -3e6),
    ];
    functions
        .map(|(name, f, at)| {
            let label = format!("derivative({name}, at = {at})");
            Observation::of(label, || (answer.derivative)(f, at))
        })
        .into()
}

fn central(f: &dyn Fn(f64) -> f64, at: f64, h: f64) -> f64 {
    (f(at + h) - f(at - h)) / (2.0 * h)
}

fn scaled(at: f64) -> f64 {
    f64::EPSILON.cbrt() * at.abs().max(1.0)
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "epsilon-step" },
    // The right differences err by some 1e-10; a forward one by 3e-5.
    tolerance: 1e-6,
    observe,
    hints: &[
        "Print `at + h - at` at $10^6$.",
        "Which $h$ makes $h^2 + \\varepsilon/h$ least?",
        "A step has the unit of its argument.",
    ],
    mistakes: &[
        Mistake {
            name: "epsilon-step",
            answer: |_| Answer { derivative: |f, at| central(f, at, f64::EPSILON) },
            diagnosis: "h is ε: the difference is rounding.",
            hint: "Take the cube root of ε.",
        },
        Mistake {
            name: "not-scaled",
            answer: |_| Answer {
                derivative: |f, at| central(f, at, f64::EPSILON.cbrt()),
            },
            diagnosis: "Right at arguments of order one, and rounding at a million.",
            hint: "Multiply h by the size of the argument.",
        },
        Mistake {
            name: "too-long",
            answer: |_| Answer {
                derivative: |f, at| central(f, at, 0.01 * at.abs().max(1.0)),
            },
            diagnosis: "h is a hundredth: now the curve of f is what is wrong.",
            hint: "The error grows as h², so a hundredth leaves 10⁻⁴.",
        },
        Mistake {
            name: "forward",
            answer: |_| Answer {
                derivative: |f, at| (f(at + scaled(at)) - f(at)) / scaled(at),
            },
            diagnosis: "This is a forward difference with the step of a central one.",
            hint: "Evaluate on both sides, or take the square root of ε for six digits.",
        },
        Mistake {
            name: "h-for-2h",
            answer: |_| Answer { derivative: |f, at| 2.0 * central(f, at, scaled(at)) },
            diagnosis: "The derivative is twice too large.",
            hint: "The two points are 2h apart.",
        },
    ],
};
