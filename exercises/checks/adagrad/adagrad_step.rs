use ndarray::{Array1, array};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

/// The step from θ, G, g, the rate and ε.
pub type Step = fn(&Array1<f64>, &Array1<f64>, &Array1<f64>, f64, f64) -> Array1<f64>;

#[derive(Clone, Copy)]
pub struct Answer {
    pub accumulate: fn(&Array1<f64>, &Array1<f64>) -> Array1<f64>,
    pub step: Step,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let mut seen = Vec::new();
    for (squares, gradient, epsilon) in [
        (array![4.0, 0.0, 0.0], array![-3.0, 0.5, 0.0], 0.1),
        (array![0.25, 100.0, 2.0], array![2.0, -10.0, 1.5], 0.5),
    ] {
        let input = format!("squares = {squares}, gradient = {gradient}");
        seen.push(Observation::of(format!("accumulate({input})"), || {
            (answer.accumulate)(&squares, &gradient)
        }));
        // The sums that hold the gradient, whatever the answer makes of them.
        let held = &squares + &(&gradient * &gradient);
        let theta = array![1.0, -2.0, 3.0];
        let input = format!(
            "theta = {theta}, gradient = {gradient}, squares = {held}, rate = 0.3, \
             epsilon = {epsilon}"
        );
        seen.push(Observation::of(format!("step({input})"), || {
            (answer.step)(&theta, &gradient, &held, 0.3, epsilon)
        }));
    }
    seen
}

/// θ − η times a function of g and G.
fn steps(
    theta: &Array1<f64>,
    gradient: &Array1<f64>,
    squares: &Array1<f64>,
    direction: impl Fn(f64, f64) -> f64,
) -> Array1<f64> {
    Array1::from_shape_fn(theta.len(), |i| theta[i] - direction(gradient[i], squares[i]))
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "`gradient * gradient` is entry by entry for arrays; so is `mapv(f64::sqrt)`.",
        "Add $\\varepsilon$ after the root: then it is in units of a gradient.",
        "Where the sum is zero, the gradient is too, and $0/\\varepsilon$ is zero.",
    ],
    mistakes: &[
        Mistake {
            name: "gradients-accumulated",
            answer: |right| Answer { accumulate: |s, g| s + g, ..right },
            diagnosis: "The gradient is added, not its square: signs cancel, and the \
                        root of the sum can be that of a negative number.",
            hint: "Add gradient * gradient.",
        },
        Mistake {
            name: "sizes-accumulated",
            answer: |right| Answer { accumulate: |s, g| s + &g.mapv(f64::abs), ..right },
            diagnosis: "The size of the gradient is added, not its square.",
            hint: "Add gradient * gradient.",
        },
        Mistake {
            name: "squares-replaced",
            answer: |right| Answer { accumulate: |_, g| g * g, ..right },
            diagnosis: "The sums are replaced by the new squares: nothing is remembered.",
            hint: "Add to what is there.",
        },
        Mistake {
            name: "one-sum-for-all",
            answer: |right| Answer { accumulate: |s, g| s + g.dot(g), ..right },
            diagnosis: "Every coordinate gets the squares of all: one rate for all, and \
                        a rare feature is no longer told from a common one.",
            hint: "Each coordinate adds its own square only.",
        },
        Mistake {
            name: "uphill",
            answer: |right| Answer {
                step: |t, g, s, rate, epsilon| {
                    steps(t, g, s, |g, s| -rate * g / (s.sqrt() + epsilon))
                },
                ..right
            },
            diagnosis: "The step goes along the gradient, uphill.",
            hint: "Subtract it.",
        },
        Mistake {
            name: "epsilon-below-the-root",
            answer: |right| Answer {
                step: |t, g, s, rate, epsilon| {
                    steps(t, g, s, |g, s| rate * g / (s + epsilon).sqrt())
                },
                ..right
            },
            diagnosis: "epsilon is below the root, as in Keras and optax; here it is \
                        added to the root.",
            hint: "Take the root of the sum alone, then add epsilon.",
        },
        Mistake {
            name: "root-forgotten",
            answer: |right| Answer {
                step: |t, g, s, rate, epsilon| {
                    steps(t, g, s, |g, s| rate * g / (s + epsilon))
                },
                ..right
            },
            diagnosis: "The gradient is divided by the sum of squares, not by its root: \
                        the step is in units of 1/gradient.",
            hint: "Take the root of the sum.",
        },
        Mistake {
            name: "epsilon-forgotten",
            answer: |right| Answer {
                step: |t, g, s, rate, _| steps(t, g, s, |g, s| rate * g / s.sqrt()),
                ..right
            },
            diagnosis: "epsilon is missing: a coordinate without any slope becomes 0/0.",
            hint: "Add epsilon to the root.",
        },
        Mistake {
            name: "gradient-counted-twice",
            answer: |right| Answer {
                step: |t, g, s, rate, epsilon| {
                    steps(t, g, s, |g, s| rate * g / ((s + g * g).sqrt() + epsilon))
                },
                ..right
            },
            diagnosis: "The gradient is added to the sums once more.",
            hint: "squares holds this gradient already.",
        },
    ],
};
