use ndarray::{Array1, Array2, array};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

type LocalRate = fn(&Array1<f64>, &Array1<f64>, f64, f64) -> f64;
type Walk = fn(&Array1<f64>, &Array2<f64>, f64, f64, f64) -> Array1<f64>;

#[derive(Clone, Copy)]
pub struct Answer {
    pub local_rate: LocalRate,
    pub walk: Walk,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let layers = [
        (array![3.0, 4.0], array![6.0, -8.0], 0.1, 0.5),
        (array![1.0, -2.0, 2.0], array![0.01, 0.02, -0.02], 0.001, 0.0),
        (array![0.0, 0.0], array![1.0, 2.0], 0.1, 0.5),
        (array![1.0, 2.0], array![0.0, 0.0], 0.1, 0.5),
    ];
    let rates = layers.map(|(theta, gradient, trust, decay)| {
        let label = format!(
            "local_rate(theta = {theta}, gradient = {gradient}, trust = {trust}, decay = {decay})"
        );
        Observation::of(label, || (answer.local_rate)(&theta, &gradient, trust, decay))
    });
    let walks = [
        (array![3.0, 4.0], array![[6.0, -8.0]], 2.0, 0.1, 0.0),
        (array![3.0, 4.0], array![[6.0, -8.0], [1.0, 1.0], [-2.0, 3.0]], 1.0, 0.1, 0.5),
        (array![0.0, 0.0], array![[1.0, 2.0], [1.0, 1.0]], 0.1, 0.1, 0.0),
    ]
    .map(|(start, gradients, rate, trust, decay)| {
        let steps = gradients.nrows();
        let label = format!(
            "walk(start = {start}, {steps} gradients, rate = {rate}, trust = {trust}, decay = {decay})"
        );
        Observation::of(label, || (answer.walk)(&start, &gradients, rate, trust, decay))
    });
    rates.into_iter().chain(walks).collect()
}

/// LARS with parts of it wrong.
fn walk_with(
    start: &Array1<f64>,
    gradients: &Array2<f64>,
    (rate, trust, decay): (f64, f64, f64),
    local_rate: LocalRate,
    decays: bool,
    rate_is_inside: bool,
) -> Array1<f64> {
    let (mut theta, mut velocity) = (start.clone(), Array1::zeros(start.len()));
    for gradient in gradients.rows() {
        let gradient = gradient.to_owned();
        let own = rate * local_rate(&theta, &gradient, trust, decay);
        let pull = if decays { gradient + &theta * decay } else { gradient };
        if rate_is_inside {
            velocity = velocity * 0.9 + pull * own;
            theta -= &velocity;
        } else {
            velocity = velocity * 0.9 + pull;
            theta.scaled_add(-own, &velocity);
        }
    }
    theta
}

fn norm(vector: &Array1<f64>) -> f64 {
    vector.dot(vector).sqrt()
}

fn right(theta: &Array1<f64>, gradient: &Array1<f64>, trust: f64, decay: f64) -> f64 {
    let (weight, slope) = (norm(theta), norm(gradient));
    if weight == 0.0 || slope == 0.0 {
        1.0
    } else {
        trust * weight / (slope + decay * weight)
    }
}

fn inverted(theta: &Array1<f64>, gradient: &Array1<f64>, trust: f64, decay: f64) -> f64 {
    let (weight, slope) = (norm(theta), norm(gradient));
    if weight == 0.0 || slope == 0.0 {
        1.0
    } else {
        trust * (slope + decay * weight) / weight
    }
}

fn unguarded(theta: &Array1<f64>, gradient: &Array1<f64>, trust: f64, decay: f64) -> f64 {
    trust * norm(theta) / (norm(gradient) + decay * norm(theta)).max(1e-300)
}

fn squared(theta: &Array1<f64>, gradient: &Array1<f64>, trust: f64, decay: f64) -> f64 {
    let (weight, slope) = (theta.dot(theta), gradient.dot(gradient));
    if weight == 0.0 || slope == 0.0 {
        1.0
    } else {
        trust * weight / (slope + decay * weight)
    }
}

fn sum_of_vectors(
    theta: &Array1<f64>,
    gradient: &Array1<f64>,
    trust: f64,
    decay: f64,
) -> f64 {
    if norm(theta) == 0.0 || norm(gradient) == 0.0 {
        return 1.0;
    }
    trust * norm(theta) / norm(&(gradient + &(theta * decay)))
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Write `local_rate` first: two lengths, and the exception.",
        "In `walk`, λ is computed anew at every step, from the θ before it.",
        "η and λ multiply the gradient on its way into the velocity, not the velocity.",
    ],
    mistakes: &[
        Mistake {
            name: "inverted",
            answer: |_| Answer {
                local_rate: inverted,
                walk: |s, g, r, t, d| walk_with(s, g, (r, t, d), inverted, true, true),
            },
            diagnosis: "The ratio is upside down: steep layers take long steps.",
            hint: "The length of theta is above, that of the gradient below.",
        },
        Mistake {
            name: "no-exception",
            answer: |_| Answer {
                local_rate: unguarded,
                walk: |s, g, r, t, d| walk_with(s, g, (r, t, d), unguarded, true, true),
            },
            diagnosis: "A layer of zeros has a rate of zero, and stays there.",
            hint: "Where one of the lengths is zero the rate is 1.",
        },
        Mistake {
            name: "squared-lengths",
            answer: |_| Answer {
                local_rate: squared,
                walk: |s, g, r, t, d| walk_with(s, g, (r, t, d), squared, true, true),
            },
            diagnosis: "These are squares of lengths: the root is missing.",
            hint: "Take the square root of the sum of squares.",
        },
        Mistake {
            name: "length-of-the-sum",
            answer: |_| Answer {
                local_rate: sum_of_vectors,
                walk: |s, g, r, t, d| {
                    walk_with(s, g, (r, t, d), sum_of_vectors, true, true)
                },
            },
            diagnosis: "The denominator is the length of g + w theta, as in optax; the paper adds two lengths.",
            hint: "Add the length of g and w times that of theta.",
        },
        Mistake {
            name: "decay-only-below",
            answer: |right_answer| Answer {
                walk: |s, g, r, t, d| walk_with(s, g, (r, t, d), right, false, true),
                ..right_answer
            },
            diagnosis: "The decay is in the denominator only, and decays nothing.",
            hint: "What goes into the velocity is g + w theta.",
        },
        Mistake {
            name: "rate-outside",
            answer: |right_answer| Answer {
                walk: |s, g, r, t, d| walk_with(s, g, (r, t, d), right, true, false),
                ..right_answer
            },
            diagnosis: "The rates multiply the whole velocity, so that today's λ is applied to old gradients.",
            hint: "Multiply by the rates before adding to the velocity.",
        },
    ],
};
