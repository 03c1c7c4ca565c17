use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

/// The rate found along φ.
pub type Backtrack = fn(Curve, f64, f64, f64) -> f64;

/// φ(α), the loss along a direction.
pub type Curve = fn(f64) -> f64;

#[derive(Clone, Copy)]
pub struct Answer {
    pub backtrack: Backtrack,
}

fn parabola(a: f64) -> f64 {
    (a - 1.0) * (a - 1.0)
}

fn barrier(a: f64) -> f64 {
    -(1.0 - a).ln() - 3.0 * a
}

fn uphill(a: f64) -> f64 {
    a
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let cases: [(&str, Curve, f64, f64, f64); 8] = [
        ("(a - 1)^2, slope = -2, first = 8, c1 = 0.25", parabola, -2.0, 8.0, 0.25),
        ("(a - 1)^2, slope = -2, first = 2, c1 = 0.0001", parabola, -2.0, 2.0, 1e-4),
        ("(a - 1)^2, slope = -2, first = 1, c1 = 0.25", parabola, -2.0, 1.0, 0.25),
        ("(a - 1)^2, slope = -2, first = 2.1, c1 = 0.25", parabola, -2.0, 2.1, 0.25),
        ("(a - 1)^2, slope = -2, first = 0.25, c1 = 0.25", parabola, -2.0, 0.25, 0.25),
        ("-ln(1 - a) - 3a, slope = -2, first = 8, c1 = 0.1", barrier, -2.0, 8.0, 0.1),
        ("a, slope = -1, first = 1, c1 = 0.1", uphill, -1.0, 1.0, 0.1),
        ("(a - 1)^2, slope = 2, first = 1, c1 = 0.25", parabola, 2.0, 1.0, 0.25),
    ];
    cases
        .iter()
        .map(|&(label, phi, slope, first, c1)| {
            Observation::of(format!("backtrack({label})"), || {
                (answer.backtrack)(phi, slope, first, c1)
            })
        })
        .collect()
}

/// A search with another test of a trial.
fn with_test(
    phi: fn(f64) -> f64,
    slope: f64,
    first: f64,
    is_good: impl Fn(f64, f64, f64) -> bool,
) -> f64 {
    if slope >= 0.0 {
        return 0.0;
    }
    let mut alpha = first;
    for _ in 0..=50 {
        if is_good(phi(alpha), phi(0.0), alpha) {
            return alpha;
        }
        alpha *= 0.5;
    }
    0.0
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Compute $\\varphi(0)$ once, before the loop.",
        "NaN compares false with everything: write the test so that false means \"go \
         on\".",
        "The slope is negative, so the bound lies below $\\varphi(0)$.",
    ],
    mistakes: &[
        Mistake {
            name: "any-decrease",
            answer: |_| Answer {
                backtrack: |phi, slope, first, _| {
                    with_test(phi, slope, first, |value, start, _| value <= start)
                },
            },
            diagnosis: "Any decrease, or none, is accepted: c1 is not used.",
            hint: "The bound is phi(0) + c1 alpha phi'(0).",
        },
        Mistake {
            name: "alpha-missing",
            answer: |_| Answer {
                backtrack: |phi, slope, first, c1| {
                    with_test(phi, slope, first, |value, start, _| {
                        value <= start + c1 * slope
                    })
                },
            },
            diagnosis: "The bound does not depend on alpha: a short step is asked for as \
                        much decrease as a long one.",
            hint: "Multiply the slope by alpha as well.",
        },
        Mistake {
            name: "not-a-number-accepted",
            answer: |_| Answer {
                backtrack: |phi, slope, first, c1| {
                    with_test(phi, slope, first, |value, start, alpha| {
                        let is_too_high = value > start + c1 * alpha * slope;
                        !is_too_high
                    })
                },
            },
            diagnosis: "A trial without a value is accepted: NaN > bound is false.",
            hint: "Test value <= bound.",
        },
        Mistake {
            name: "sign-of-the-slope",
            answer: |_| Answer {
                backtrack: |phi, slope, first, c1| {
                    with_test(phi, slope, first, |value, start, alpha| {
                        value <= start - c1 * alpha * slope
                    })
                },
            },
            diagnosis: "The bound lies above phi(0): even a rise is accepted.",
            hint: "The slope is negative already; add it.",
        },
        Mistake {
            name: "ascent-searched",
            answer: |_| Answer {
                backtrack: |phi, slope, first, c1| {
                    if slope < 0.0 {
                        return with_test(phi, slope, first, |value, start, alpha| {
                            value <= start + c1 * alpha * slope
                        });
                    }
                    first
                },
            },
            diagnosis: "A direction that does not go down still gets a step.",
            hint: "Give 0 when the slope is not below zero.",
        },
        Mistake {
            name: "smallest-step-after-all",
            answer: |_| Answer {
                backtrack: |phi, slope, first, c1| {
                    if slope >= 0.0 {
                        return 0.0;
                    }
                    let found = with_test(phi, slope, first, |value, start, alpha| {
                        value <= start + c1 * alpha * slope
                    });
                    if found == 0.0 { -1.0 } else { found }
                },
            },
            diagnosis: "After fifty halvings without success the answer must be 0, so \
                        that nothing moves.",
            hint: "A search that fails must not look like one that succeeds.",
        },
    ],
};
