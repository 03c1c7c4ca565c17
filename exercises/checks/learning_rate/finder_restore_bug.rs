use ndarray::{Array1, array};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub search: fn(&mut Array1<f64>, f64, &Array1<f64>) -> Array1<f64>,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let mut seen = Vec::new();
    for (theta, curvature, rates) in [
        (array![1.0, -2.0], 1.0, array![0.1, 0.5, 2.5, 4.0]),
        (array![3.0], 4.0, array![0.05, 0.2, 0.4, 0.6]),
    ] {
        let label = format!("search(theta = {theta}, curvature = {curvature}, losses)");
        let mut after = theta.clone();
        seen.push(Observation::of(label, || {
            (answer.search)(&mut after, curvature, &rates)
        }));
        let label =
            format!("search(theta = {theta}, curvature = {curvature}, theta after)");
        seen.push(Observation::of(label, || {
            let mut after = theta.clone();
            (answer.search)(&mut after, curvature, &rates);
            after
        }));
    }
    seen
}

/// One step; gives the loss before it.
fn step(theta: &mut Array1<f64>, curvature: f64, rate: f64) -> f64 {
    let loss = 0.5 * curvature * theta.dot(theta);
    let gradient = curvature * &*theta;
    theta.scaled_add(-rate, &gradient);
    loss
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "not-restored" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Print θ before and after the search.",
        "Which variable should the steps change?",
    ],
    mistakes: &[
        Mistake {
            name: "not-restored",
            answer: |_| Answer {
                search: |theta, curvature, rates| {
                    rates.iter().map(|&rate| step(theta, curvature, rate)).collect()
                },
            },
            diagnosis: "θ stays where the explosion threw it.",
            hint: "Train a copy, or save θ before and put it back after.",
        },
        Mistake {
            name: "restored-at-each-step",
            answer: |_| Answer {
                search: |theta, curvature, rates| {
                    let step = |&rate: &f64| step(&mut theta.clone(), curvature, rate);
                    rates.iter().map(step).collect()
                },
            },
            diagnosis: "Each step starts from θ again, so every loss is that of the start.",
            hint: "One copy for the whole search, not one for each step.",
        },
        Mistake {
            name: "back-to-zero",
            answer: |_| Answer {
                search: |theta, curvature, rates| {
                    let losses =
                        rates.iter().map(|&rate| step(theta, curvature, rate)).collect();
                    theta.fill(0.0);
                    losses
                },
            },
            diagnosis: "θ is set to zero afterwards, which is not what it was.",
            hint: "Keep a copy of θ from before.",
        },
        Mistake {
            name: "loss-after-the-step",
            answer: |_| Answer {
                search: |theta, curvature, rates| {
                    let mut copy = theta.clone();
                    let after = |&rate: &f64| {
                        step(&mut copy, curvature, rate);
                        0.5 * curvature * copy.dot(&copy)
                    };
                    rates.iter().map(after).collect()
                },
            },
            diagnosis: "The losses are those after the steps.",
            hint: "Note the loss, then step.",
        },
        Mistake {
            name: "only-the-first",
            answer: |_| Answer {
                search: |theta, curvature, _| {
                    Array1::from_elem(1, 0.5 * curvature * theta.dot(&*theta))
                },
            },
            diagnosis: "Only one loss comes back.",
            hint: "One loss for each rate.",
        },
    ],
};
