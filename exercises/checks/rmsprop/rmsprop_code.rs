use ndarray::{Array1, array};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

type Path = fn(f64, &Array1<f64>, f64, f64, f64) -> Array1<f64>;

#[derive(Clone, Copy)]
pub struct Answer {
    pub path: Path,
    pub centered: Path,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let mut seen = Vec::new();
    for (gradients, rho) in
        [(array![2.0, 0.0, 1.0, -3.0], 0.9), (array![0.5, 0.5, -1.0, 0.25], 0.75)]
    {
        let input = format!(
            "start = 1, gradients = {gradients}, rate = 0.1, rho = {rho}, epsilon = 0.5"
        );
        for (name, path) in [("path", answer.path), ("centered", answer.centered)] {
            seen.push(Observation::of(format!("{name}({input})"), || {
                path(1.0, &gradients, 0.1, rho, 0.5)
            }));
        }
    }
    seen
}

/// What is wrong about an answer.
#[derive(Clone, Copy)]
struct Way {
    /// v from v, g and ρ.
    v: fn(f64, f64, f64) -> f64,
    /// The divisor from v, a and ε.
    size: fn(f64, f64, f64) -> f64,
    sign: f64,
}

fn mean_square(v: f64, g: f64, rho: f64) -> f64 {
    rho * v + (1.0 - rho) * g * g
}

fn plain(v: f64, _: f64, epsilon: f64) -> f64 {
    v.sqrt() + epsilon
}

const RIGHT: Way = Way { v: mean_square, size: plain, sign: 1.0 };

fn walk(
    way: Way,
    start: f64,
    g: &Array1<f64>,
    rate: f64,
    rho: f64,
    e: f64,
) -> Array1<f64> {
    let (mut theta, mut v, mut a) = (start, 0.0, 0.0);
    g.mapv(|g| {
        v = (way.v)(v, g, rho);
        a = rho * a + (1.0 - rho) * g;
        theta -= way.sign * rate * g / (way.size)(v, a, e);
        theta
    })
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "`gradients.mapv(|g| …)` with variables outside that the closure changes is a \
         loop that collects.",
        "Update $v$ (and $a$) before you use them: the present gradient counts.",
        "Both forms can share the loop; what differs is what stands below the root.",
    ],
    mistakes: &[
        Mistake {
            name: "decay-exchanged",
            answer: |right| Answer {
                path: |s, g, rate, rho, e| {
                    let v = |v, g: f64, rho| (1.0 - rho) * v + rho * g * g;
                    walk(Way { v, ..RIGHT }, s, g, rate, rho, e)
                },
                ..right
            },
            diagnosis: "rho and 1 - rho are exchanged.",
            hint: "rho is the part that is kept.",
        },
        Mistake {
            name: "squares-added-up",
            answer: |right| Answer {
                path: |s, g, rate, rho, e| {
                    let v = |v, g: f64, _| v + g * g;
                    walk(Way { v, ..RIGHT }, s, g, rate, rho, e)
                },
                ..right
            },
            diagnosis: "The squares are added up: that is AdaGrad.",
            hint: "v is a mean: rho of the old, 1 - rho of the new.",
        },
        Mistake {
            name: "gradients-averaged",
            answer: |right| Answer {
                path: |s, g, rate, rho, e| {
                    let v = |v, g: f64, rho| rho * v + (1.0 - rho) * g.abs();
                    walk(Way { v, ..RIGHT }, s, g, rate, rho, e)
                },
                ..right
            },
            diagnosis: "The sizes of the gradients are averaged, not their squares.",
            hint: "Square the gradient.",
        },
        Mistake {
            name: "root-forgotten",
            answer: |right| Answer {
                path: |s, g, rate, rho, e| {
                    let size = |v, _, e| v + e;
                    walk(Way { size, ..RIGHT }, s, g, rate, rho, e)
                },
                ..right
            },
            diagnosis: "The gradient is divided by v, not by its root.",
            hint: "Take the root of v, then add epsilon.",
        },
        Mistake {
            name: "epsilon-below-the-root",
            answer: |right| Answer {
                path: |s, g, rate, rho, e| {
                    let size = |v: f64, _, e: f64| (v + e).sqrt();
                    walk(Way { size, ..RIGHT }, s, g, rate, rho, e)
                },
                ..right
            },
            diagnosis: "epsilon is below the root.",
            hint: "Take the root of v alone, then add epsilon.",
        },
        Mistake {
            name: "uphill",
            answer: |right| Answer {
                path: |s, g, rate, rho, e| {
                    walk(Way { sign: -1.0, ..RIGHT }, s, g, rate, rho, e)
                },
                ..right
            },
            diagnosis: "The steps go uphill.",
            hint: "Subtract them.",
        },
        Mistake {
            name: "not-centered",
            answer: |right| Answer {
                centered: |s, g, rate, rho, e| walk(RIGHT, s, g, rate, rho, e),
                ..right
            },
            diagnosis: "The centered form is the plain one.",
            hint: "Subtract the square of the mean gradient from v.",
        },
        Mistake {
            name: "mean-not-squared",
            answer: |right| Answer {
                centered: |s, g, rate, rho, e| {
                    let size = |v: f64, a: f64, e| (v - a).max(0.0).sqrt() + e;
                    walk(Way { size, ..RIGHT }, s, g, rate, rho, e)
                },
                ..right
            },
            diagnosis: "The mean gradient is subtracted from v, not its square: the \
                        units differ.",
            hint: "The variance is v − a².",
        },
        Mistake {
            name: "gradient-centered-too",
            answer: |right| Answer {
                centered: |s, g, rate, rho, e| {
                    let (mut theta, mut v, mut a) = (s, 0.0, 0.0);
                    g.mapv(|g| {
                        v = mean_square(v, g, rho);
                        a = rho * a + (1.0 - rho) * g;
                        theta -= rate * (g - a) / ((v - a * a).max(0.0).sqrt() + e);
                        theta
                    })
                },
                ..right
            },
            diagnosis: "The mean is subtracted from the gradient as well: nothing would \
                        move on a steady slope.",
            hint: "Only what stands below the root is centered.",
        },
    ],
};
