use ndarray::{Array1, array};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub gradient: fn(&Array1<f64>, &Array1<f64>, f64, f64) -> [f64; 2],
}

fn observe(answer: &Answer) -> Vec<Observation> {
    [
        (array![2.0, 2.0, 2.0], array![1.0, 5.0, 3.0], 1.0, 0.5),
        (array![-1.0, 0.0, 1.0], array![-1.0, 1.0, 3.0], 0.0, 0.0),
        (array![0.5, 3.0, -2.0, 1.5], array![1.0, 0.0, 2.0, -1.0], 0.5, -1.0),
    ]
    .map(|(x, y, w, b)| {
        let label = format!("gradient(x = {x}, y = {y}, w = {w}, b = {b})");
        Observation::of(label, || (answer.gradient)(&x, &y, w, b))
    })
    .into()
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "product-of-means" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Write down $\\partial / \\partial w$ of $\\frac{1}{n} \\sum_i (w x_i + b - y_i)^2$ and \
         compare it with the code term by term.",
        "Is the mean of $r_i x_i$ the mean of $r_i$ times the mean of $x_i$?",
    ],
    mistakes: &[
        Mistake {
            name: "product-of-means",
            answer: |_| Answer {
                gradient: |x, y, w, b| {
                    let (r, n) = residuals(x, y, w, b);
                    let mean = r.sum() / n;
                    [2.0 * mean * x.sum() / n, 2.0 * mean]
                },
            },
            diagnosis: "The slope gets the product of the means instead of the mean of the products.",
            hint: "Multiply each residual by its own input before you add up.",
        },
        Mistake {
            name: "input-forgotten",
            answer: |_| Answer {
                gradient: |x, y, w, b| {
                    let (r, n) = residuals(x, y, w, b);
                    [2.0 * r.sum() / n; 2]
                },
            },
            diagnosis: "The slope has the gradient of the intercept: the inputs are missing.",
            hint: "Multiply each residual by its input.",
        },
        Mistake {
            name: "not-averaged",
            answer: |_| Answer {
                gradient: |x, y, w, b| {
                    let (r, _) = residuals(x, y, w, b);
                    [2.0 * r.dot(x), 2.0 * r.sum()]
                },
            },
            diagnosis: "The products are right, but neither component is divided by n now.",
            hint: "Divide both by the number of points.",
        },
        Mistake {
            name: "slope-not-averaged",
            answer: |_| Answer {
                gradient: |x, y, w, b| {
                    let (r, n) = residuals(x, y, w, b);
                    [2.0 * r.dot(x), 2.0 * r.sum() / n]
                },
            },
            diagnosis: "The sum of the products is not divided by n.",
            hint: "Divide the first component by the number of points, as the second.",
        },
        Mistake {
            name: "without-two",
            answer: |_| Answer {
                gradient: |x, y, w, b| {
                    let (r, n) = residuals(x, y, w, b);
                    [r.dot(x) / n, r.sum() / n]
                },
            },
            diagnosis: "The factor 2 is gone.",
            hint: "The derivative of r² is 2r.",
        },
        Mistake {
            name: "sign-reversed",
            answer: |_| Answer {
                gradient: |x, y, w, b| {
                    let (r, n) = residuals(x, y, w, b);
                    [-2.0 * r.dot(x) / n, -2.0 * r.sum() / n]
                },
            },
            diagnosis: "The gradient has the wrong sign: descent would climb.",
            hint: "The residual is prediction minus target.",
        },
    ],
};

fn residuals(x: &Array1<f64>, y: &Array1<f64>, w: f64, b: f64) -> (Array1<f64>, f64) {
    (x * w + b - y, x.len() as f64)
}
