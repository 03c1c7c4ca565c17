use ndarray::{Array1, Array2, array};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::lamb_walks::{Form, RIGHT, walk};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub walk: fn(&Array1<f64>, &Array2<f64>, f64) -> Array1<f64>,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    [
        (array![3.0, 4.0], array![[0.5, -2.0], [1.0, 1.0]], 0.1),
        (array![0.0, 0.0], array![[0.5, -2.0], [1.0, 1.0], [2.0, 0.5]], 0.1),
        (array![0.0, 0.0, 0.0], array![[1.0, -2.0, 4.0]], 0.01),
    ]
    .map(|(start, gradients, rate)| {
        let steps = gradients.nrows();
        let label = format!("walk(start = {start}, {steps} gradients, rate = {rate})");
        Observation::of(label, || (answer.walk)(&start, &gradients, rate))
    })
    .into()
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "zero-stays-zero" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "How long is a step of LAMB? Put $\\theta = 0$ into it.",
        "Only one of the two lengths is looked after.",
    ],
    mistakes: &[
        Mistake {
            name: "zero-stays-zero",
            answer: |_| Answer {
                walk: |s, g, r| walk(Form { guarded: false, ..RIGHT }, s, g, r, 0.0),
            },
            diagnosis: "Where theta is zero the ratio is zero.",
            hint: "Let the ratio be 1 where either length is zero.",
        },
        Mistake {
            name: "inverted",
            answer: |_| Answer {
                walk: |s, g, r| walk(Form { inverted: true, ..RIGHT }, s, g, r, 0.0),
            },
            diagnosis: "The exception is right, but now the ratio is upside down.",
            hint: "Leave the ratio as it was: theta above, the direction below.",
        },
        Mistake {
            name: "ratio-given-up",
            answer: |_| Answer { walk: |s, g, r| s + &adam(g, r) },
            diagnosis: "The ratio is 1 everywhere: this is Adam.",
            hint: "Only where a length is zero is the ratio 1.",
        },
    ],
};

/// How far Adam goes on these gradients.
fn adam(gradients: &Array2<f64>, rate: f64) -> Array1<f64> {
    let parameters = gradients.ncols();
    let mut theta: Array1<f64> = Array1::zeros(parameters);
    let (mut m, mut v) = (Array1::zeros(parameters), Array1::zeros(parameters));
    for (index, gradient) in gradients.rows().into_iter().enumerate() {
        let step = index as i32 + 1;
        m = m * 0.9 + &gradient * 0.1;
        v = v * 0.999 + &gradient * &gradient * (1.0 - 0.999);
        let (mean, square) = (1.0 - 0.9_f64.powi(step), 1.0 - 0.999_f64.powi(step));
        let root = (&v / square).mapv(f64::sqrt);
        theta -= &(&m / mean / (root + 1e-6) * rate);
    }
    theta
}
