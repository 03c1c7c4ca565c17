use ndarray::{Array1, array};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

/// The product of the inverse Hessian, from steps and changes, with a gradient.
pub type InverseTimes = fn(&[Array1<f64>], &[Array1<f64>], &Array1<f64>) -> Array1<f64>;

#[derive(Clone, Copy)]
pub struct Answer {
    pub inverse_times: InverseTimes,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let (steps, changes) = pairs();
    let gradient = array![1.0, -2.0, 0.5];
    (0..=3)
        .map(|count| {
            let from = 3 - count;
            let label = format!("inverse_times({count} pairs, gradient = {gradient})");
            Observation::of(label, || {
                (answer.inverse_times)(&steps[from..], &changes[from..], &gradient)
            })
        })
        .collect()
}

/// Three steps, and what a Hessian with the rows (2, 1, 0), (1, 3, 1), (0, 1, 4) makes of
/// them.
pub fn pairs() -> (Vec<Array1<f64>>, Vec<Array1<f64>>) {
    let hessian = array![[2.0, 1.0, 0.0], [1.0, 3.0, 1.0], [0.0, 1.0, 4.0]];
    let steps =
        vec![array![1.0, 0.5, 0.0], array![-0.5, 1.0, 0.25], array![0.5, 0.0, 1.0]];
    let changes = steps.iter().map(|s| hessian.dot(s)).collect();
    (steps, changes)
}

/// How a recursion can go wrong.
#[derive(Clone, Copy)]
pub struct Ways {
    pub is_rho_inverted: bool,
    pub is_first_forward: bool,
    pub is_second_backward: bool,
    pub are_swapped: bool,
    pub is_unscaled: bool,
    pub is_oldest_scale: bool,
    pub is_alpha_forgotten: bool,
    pub is_negative: bool,
}

/// No way at all.
pub const RIGHT: Ways = Ways {
    is_rho_inverted: false,
    is_first_forward: false,
    is_second_backward: false,
    are_swapped: false,
    is_unscaled: false,
    is_oldest_scale: false,
    is_alpha_forgotten: false,
    is_negative: false,
};

/// The recursion with a fault.
pub fn faulty(
    ways: Ways,
    steps: &[Array1<f64>],
    changes: &[Array1<f64>],
    gradient: &Array1<f64>,
) -> Array1<f64> {
    let (s, y) = if ways.are_swapped { (changes, steps) } else { (steps, changes) };
    let rho = |i: usize| {
        let curvature = y[i].dot(&s[i]);
        if ways.is_rho_inverted { curvature } else { 1.0 / curvature }
    };
    let mut r = gradient.clone();
    let mut alphas = vec![0.0; s.len()];
    let order = |is_forward: bool| -> Vec<usize> {
        if is_forward { (0..s.len()).collect() } else { (0..s.len()).rev().collect() }
    };
    for i in order(ways.is_first_forward) {
        alphas[i] = rho(i) * s[i].dot(&r);
        r.scaled_add(-alphas[i], &y[i]);
    }
    let newest = if ways.is_oldest_scale { s.first() } else { s.last() };
    let change = if ways.is_oldest_scale { y.first() } else { y.last() };
    if let (Some(s), Some(y), false) = (newest, change, ways.is_unscaled) {
        r *= s.dot(y) / y.dot(y);
    }
    for i in order(!ways.is_second_backward) {
        let beta = rho(i) * y[i].dot(&r);
        let alpha = if ways.is_alpha_forgotten { 0.0 } else { alphas[i] };
        r.scaled_add(alpha - beta, &s[i]);
    }
    if ways.is_negative { -r } else { r }
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Keep the $\\alpha_i$ of the first loop in a vector: the second needs them.",
        "The first loop starts with the newest pair, the second with the oldest.",
        "Check with $g = y_m$: the result must be $s_m$.",
    ],
    mistakes: &[
        Mistake {
            name: "rho-inverted",
            answer: |_| Answer {
                inverse_times: |s, y, g| {
                    faulty(Ways { is_rho_inverted: true, ..RIGHT }, s, y, g)
                },
            },
            diagnosis: "rho is yᵀs here; it must be 1/yᵀs.",
            hint: "Check the units: alpha y must be a gradient.",
        },
        Mistake {
            name: "first-loop-forward",
            answer: |_| Answer {
                inverse_times: |s, y, g| {
                    faulty(Ways { is_first_forward: true, ..RIGHT }, s, y, g)
                },
            },
            diagnosis: "The first loop goes from the oldest pair to the newest.",
            hint: "It undoes the updates: the last one first.",
        },
        Mistake {
            name: "second-loop-backward",
            answer: |_| Answer {
                inverse_times: |s, y, g| {
                    faulty(Ways { is_second_backward: true, ..RIGHT }, s, y, g)
                },
            },
            diagnosis: "The second loop goes from the newest pair to the oldest.",
            hint: "It redoes the updates in the order in which they came.",
        },
        Mistake {
            name: "steps-and-changes-swapped",
            answer: |_| Answer {
                inverse_times: |s, y, g| {
                    faulty(Ways { are_swapped: true, ..RIGHT }, s, y, g)
                },
            },
            diagnosis: "s and y are swapped: this multiplies by the Hessian, not by its \
                        inverse.",
            hint: "With g = y of the newest pair the result must be its s.",
        },
        Mistake {
            name: "not-scaled",
            answer: |_| Answer {
                inverse_times: |s, y, g| {
                    faulty(Ways { is_unscaled: true, ..RIGHT }, s, y, g)
                },
            },
            diagnosis: "The factor gamma between the loops is missing.",
            hint: "Along directions that no pair covers, B is gamma I.",
        },
        Mistake {
            name: "scale-of-the-oldest",
            answer: |_| Answer {
                inverse_times: |s, y, g| {
                    faulty(Ways { is_oldest_scale: true, ..RIGHT }, s, y, g)
                },
            },
            diagnosis: "gamma is that of the oldest pair.",
            hint: "The newest pair knows the curvature where you are.",
        },
        Mistake {
            name: "alphas-forgotten",
            answer: |_| Answer {
                inverse_times: |s, y, g| {
                    faulty(Ways { is_alpha_forgotten: true, ..RIGHT }, s, y, g)
                },
            },
            diagnosis: "The second loop subtracts beta s but does not add alpha s.",
            hint: "Add (alpha - beta) s, with the alpha of the same pair.",
        },
        Mistake {
            name: "direction",
            answer: |_| Answer {
                inverse_times: |s, y, g| {
                    faulty(Ways { is_negative: true, ..RIGHT }, s, y, g)
                },
            },
            diagnosis: "This is -Bg, the direction of the step.",
            hint: "Give Bg itself; the caller changes the sign.",
        },
    ],
};
