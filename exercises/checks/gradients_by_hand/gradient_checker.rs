use ndarray::{Array1, array};

use crate::check::{Check, Kind, Mistake};
use crate::observation::Observation;

/// The differences of a loss at θ.
type Differences = fn(&dyn Fn(&Array1<f64>) -> f64, &Array1<f64>) -> Array1<f64>;

#[derive(Clone, Copy)]
pub struct Answer {
    pub differences: Differences,
    pub relative_error: fn(&Array1<f64>, &Array1<f64>) -> f64,
}

/// A product and a cube.
fn small(theta: &Array1<f64>) -> f64 {
    theta[0] * theta[1] + theta[1].powi(3)
}

/// A cube of a parameter of size 10⁶, whose slope is of order one.
fn large(theta: &Array1<f64>) -> f64 {
    1e6 * (theta[0] / 1e6).powi(3)
}

/// A loss of θ.
type Loss = fn(&Array1<f64>) -> f64;

fn observe(answer: &Answer) -> Vec<Observation> {
    let mut seen: Vec<Observation> = [
        (small as Loss, array![2.0, 10.0]),
        (small, array![-0.5, 4.0]),
        (large, array![1e6]),
        (large, array![-2e6]),
    ]
    .map(|(loss, theta)| {
        let label = format!("differences(theta = {theta})");
        Observation::of(label, || (answer.differences)(&loss, &theta))
    })
    .into();
    for (a, b) in [
        (array![3.0, -4.0], array![3.0, -5.0]),
        (array![-1.0, 10.0, 2.0], array![1.0, 10.0, 2.0]),
        (array![2e-6, 1e-6], array![1e-6, 1e-6]),
        (array![0.0, 0.0], array![0.0, 0.0]),
    ] {
        let label = format!("relative_error(a = {a}, b = {b})");
        seen.push(Observation::of(label, || (answer.relative_error)(&a, &b)));
    }
    seen
}

/// Central differences with the step that `h` gives, over `width` steps.
fn central(
    loss: &dyn Fn(&Array1<f64>) -> f64,
    theta: &Array1<f64>,
    width: f64,
    h: fn(f64) -> f64,
) -> Array1<f64> {
    let difference = |i: usize| {
        let (mut above, mut below, h) = (theta.clone(), theta.clone(), h(theta[i]));
        above[i] += h;
        below[i] -= h;
        (loss(&above) - loss(&below)) / (width * h)
    };
    (0..theta.len()).map(difference).collect()
}

fn scaled(theta: f64) -> f64 {
    f64::EPSILON.cbrt() * theta.abs().max(1.0)
}

fn largest(x: &Array1<f64>) -> f64 {
    x.iter().fold(0.0, |most: f64, x| most.max(x.abs()))
}

fn over(error: f64, scale: f64) -> f64 {
    if scale == 0.0 { 0.0 } else { error / scale }
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    // Truncation and rounding of the right differences are some 1e-8 here, at values of
    // size 1000.
    tolerance: 1e-6,
    observe,
    hints: &[
        "`f64::EPSILON.cbrt()` is $\\varepsilon^{1/3}$.",
        "Move one component of a copy of θ at a time.",
        "The second function needs the largest size of three vectors: $a$, $b$ and $a - b$.",
    ],
    mistakes: &[
        Mistake {
            name: "h-for-2h",
            answer: |right| Answer {
                differences: |f, theta| central(f, theta, 1.0, scaled),
                ..right
            },
            diagnosis: "All differences are twice too large: the two points are 2h apart.",
            hint: "Divide by 2h.",
        },
        Mistake {
            name: "not-scaled",
            answer: |right| Answer {
                differences: |f, theta| central(f, theta, 2.0, |_| f64::EPSILON.cbrt()),
                ..right
            },
            diagnosis: "The step does not follow the size of its parameter: at 10⁶ the \
                        difference is rounding.",
            hint: "Multiply by max(1, |θ|).",
        },
        Mistake {
            name: "forward",
            answer: |right| Answer {
                differences: |f, theta| {
                    let at = f(theta);
                    let difference = |i: usize| {
                        let mut above = theta.clone();
                        let h = f64::EPSILON.sqrt() * theta[i].abs().max(1.0);
                        above[i] += h;
                        (f(&above) - at) / h
                    };
                    (0..theta.len()).map(difference).collect()
                },
                ..right
            },
            diagnosis: "These are forward differences, off by h times half the curvature.",
            hint: "Evaluate on both sides.",
        },
        Mistake {
            name: "all-at-once",
            answer: |right| Answer {
                differences: |f, theta| {
                    let h = theta.mapv(scaled);
                    let (above, below) = (theta + &h, theta - &h);
                    h.mapv(|h| (f(&above) - f(&below)) / (2.0 * h))
                },
                ..right
            },
            diagnosis: "All components were moved together.",
            hint: "Move one component, and put it back before the next.",
        },
        Mistake {
            name: "absolute",
            answer: |right| Answer { relative_error: |a, b| largest(&(a - b)), ..right },
            diagnosis: "The error is absolute.",
            hint: "Divide by the largest entry of either vector.",
        },
        Mistake {
            name: "signed",
            answer: |right| Answer {
                relative_error: |a, b| {
                    let most = (a - b).iter().fold(0.0, |most: f64, &x| most.max(x));
                    over(most, largest(a).max(largest(b)))
                },
                ..right
            },
            diagnosis: "A difference below zero is passed over.",
            hint: "Take the absolute value before the maximum.",
        },
        Mistake {
            name: "mean",
            answer: |right| Answer {
                relative_error: |a, b| {
                    let mean = (a - b).mapv(f64::abs).mean().unwrap_or(0.0);
                    over(mean, largest(a).max(largest(b)))
                },
                ..right
            },
            diagnosis: "The mean error was taken, in which a single wrong component is \
                        diluted.",
            hint: "Take the largest.",
        },
        Mistake {
            name: "over-the-first-only",
            answer: |right| Answer {
                relative_error: |a, b| over(largest(&(a - b)), largest(a)),
                ..right
            },
            diagnosis: "The error is divided by the size of a alone.",
            hint: "The larger of both sizes: a gradient of zeros must not divide by zero.",
        },
        Mistake {
            name: "zero-over-zero",
            answer: |right| Answer {
                relative_error: |a, b| largest(&(a - b)) / largest(a).max(largest(b)),
                ..right
            },
            diagnosis: "Two gradients of zeros give 0/0, which is not a number.",
            hint: "Return 0 where both are zero.",
        },
        Mistake {
            name: "component-by-component",
            answer: |right| Answer {
                relative_error: |a, b| {
                    let each = a.iter().zip(b);
                    each.map(|(a, b)| over((a - b).abs(), a.abs().max(b.abs())))
                        .fold(0.0, f64::max)
                },
                ..right
            },
            diagnosis: "Each component is divided by its own size, so that one near zero \
                        decides.",
            hint: "One maximum above, one below.",
        },
    ],
};
