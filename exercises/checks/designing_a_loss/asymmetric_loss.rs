use ndarray::{Array1, array};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;
use crate::pointwise::{each, each_over_n, mean, sum};

#[derive(Clone, Copy)]
pub struct Answer {
    pub value: fn(&Array1<f64>, &Array1<f64>, f64) -> f64,
    pub gradient: fn(&Array1<f64>, &Array1<f64>, f64) -> Array1<f64>,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let target = array![1.0, 2.0, -1.0, 0.5, 3.0];
    let mut seen = Vec::new();
    for (tau, residuals) in [
        (0.75, array![2.0, -1.0, 0.0, -4.0, 3.0]),
        (0.2, array![1.5, -0.5, 6.0, -3.0, 0.0]),
    ] {
        let prediction = &target + &residuals;
        let input = format!("residuals = {residuals}, tau = {tau}");
        seen.push(Observation::of(format!("value({input})"), || {
            (answer.value)(&prediction, &target, tau)
        }));
        seen.push(Observation::of(format!("gradient({input})"), || {
            (answer.gradient)(&prediction, &target, tau)
        }));
    }
    seen
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Write a function for the price $p(r)$ first; value and gradient both use it.",
        "A prediction below its target has a negative residual, and the price $\\tau$.",
        "On either side of zero the price is a constant, so only $r^2$ is differentiated.",
    ],
    mistakes: &[
        Mistake {
            name: "value-not-averaged",
            answer: |right| Answer {
                value: |p, t, tau| sum(p, t, |r| price(r, tau) * r * r),
                ..right
            },
            diagnosis: "The value is the sum of the losses, not their mean.",
            hint: "Divide by the number of samples.",
        },
        Mistake {
            name: "value-with-sides-swapped",
            answer: |right| Answer {
                value: |p, t, tau| mean(p, t, |r| price(-r, tau) * r * r),
                ..right
            },
            diagnosis: "The prices are swapped: too much has the price tau.",
            hint: "r = ŷ - y is negative where the prediction is too low.",
        },
        Mistake {
            name: "value-not-squared",
            answer: |right| Answer {
                value: |p, t, tau| mean(p, t, |r| price(r, tau) * r.abs()),
                ..right
            },
            diagnosis: "This is the quantile loss: the size of the residual instead of its \
                        square.",
            hint: "Multiply the price with r².",
        },
        Mistake {
            name: "value-halved",
            answer: |right| Answer {
                value: |p, t, tau| mean(p, t, |r| 0.5 * price(r, tau) * r * r),
                ..right
            },
            diagnosis: "A factor 1/2 slipped in.",
            hint: "This loss has no 1/2: at tau = 1/2 it is half the squared error already.",
        },
        Mistake {
            name: "value-squares-the-price",
            answer: |right| Answer {
                value: |p, t, tau| mean(p, t, |r| (price(r, tau) * r).powi(2)),
                ..right
            },
            diagnosis: "The price is squared along with the residual.",
            hint: "The price stands before the square.",
        },
        Mistake {
            name: "gradient-not-averaged",
            answer: |right| Answer {
                gradient: |p, t, tau| each(p, t, |r| 2.0 * price(r, tau) * r),
                ..right
            },
            diagnosis: "The gradient lacks the factor 1/n.",
            hint: "The value divides by n, and so does its derivative.",
        },
        Mistake {
            name: "gradient-without-two",
            answer: |right| Answer {
                gradient: |p, t, tau| each_over_n(p, t, |r| price(r, tau) * r),
                ..right
            },
            diagnosis: "The derivative of r² was taken as r.",
            hint: "It is 2r.",
        },
        Mistake {
            name: "gradient-sign-reversed",
            answer: |right| Answer {
                gradient: |p, t, tau| -each_over_n(p, t, |r| 2.0 * price(r, tau) * r),
                ..right
            },
            diagnosis: "The gradient has the wrong sign: descent would climb.",
            hint: "Where the prediction is too high, the loss grows with it.",
        },
        Mistake {
            name: "gradient-with-sides-swapped",
            answer: |right| Answer {
                gradient: |p, t, tau| each_over_n(p, t, |r| 2.0 * price(-r, tau) * r),
                ..right
            },
            diagnosis: "The prices of the gradient are swapped.",
            hint: "Use the same price as in the value.",
        },
        Mistake {
            name: "gradient-of-the-size",
            answer: |right| Answer {
                gradient: |p, t, tau| {
                    each_over_n(p, t, |r| {
                        if r == 0.0 { 0.0 } else { price(r, tau) * r.signum() }
                    })
                },
                ..right
            },
            diagnosis: "This is the gradient of the quantile loss, whose size does not \
                        depend on the residual.",
            hint: "Differentiate the square.",
        },
    ],
};

fn price(r: f64, tau: f64) -> f64 {
    if r < 0.0 { tau } else { 1.0 - tau }
}
