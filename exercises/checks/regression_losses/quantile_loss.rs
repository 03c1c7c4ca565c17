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
    // One residual is zero. No tau is 1/2, at which the two sides could be swapped
    // without a trace.
    let target = array![1.0, 2.0, -1.0, 0.5];
    let residuals = array![3.0, -1.0, 0.0, -2.5];
    let prediction = &target + &residuals;
    let mut seen = Vec::new();
    for tau in [0.9, 0.25] {
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
        "Take $\\tau = 0.9$ and draw the loss of one sample over $r$. Which arm is the \
         steep one?",
        "A prediction that is too low has $r < 0$, and it costs $\\tau$ for each unit of \
         $|r|$.",
        "The gradient is the slope of the arm, divided by $n$; at $r = 0$ it is $0$.",
    ],
    mistakes: &[
        Mistake {
            name: "tau-on-the-wrong-side",
            answer: |right| Answer {
                value: |p, t, tau| mean(p, t, |r| pinball(r, 1.0 - tau)),
                ..right
            },
            diagnosis: "The two sides are swapped: with tau = 0.9 this loss punishes \
                        predictions that are too high. That happens when a formula for \
                        target - prediction is used with prediction - target.",
            hint: "Too low costs tau. With r = prediction - target, too low is r < 0.",
        },
        Mistake {
            name: "value-not-averaged",
            answer: |right| Answer {
                value: |p, t, tau| sum(p, t, |r| pinball(r, tau)),
                ..right
            },
            diagnosis: "The value is the sum of the losses, not their mean.",
            hint: "Divide by the number of samples.",
        },
        Mistake {
            name: "same-cost-on-both-sides",
            answer: |right| Answer {
                value: |p, t, tau| mean(p, t, |r| tau * r.abs()),
                ..right
            },
            diagnosis: "Both sides cost tau per unit: this is the mean absolute error \
                        times tau, whose minimum is the median.",
            hint: "Only predictions that are too low cost tau; the others cost 1 - tau.",
        },
        Mistake {
            name: "negative-cost",
            answer: |right| Answer {
                value: |p, t, tau| {
                    mean(p, t, |r| if r >= 0.0 { (1.0 - tau) * r } else { tau * r })
                },
                ..right
            },
            diagnosis: "A prediction that is too low gets a negative loss, so the \
                        minimum lies at minus infinity.",
            hint: "For r < 0 the cost is tau |r|, which is -tau r.",
        },
        Mistake {
            name: "one-side-free",
            answer: |right| Answer {
                value: |p, t, tau| mean(p, t, |r| (-tau * r).max(0.0)),
                ..right
            },
            diagnosis: "Predictions that are too high cost nothing, so the best \
                        prediction would be plus infinity.",
            hint: "Too high costs 1 - tau per unit.",
        },
        Mistake {
            name: "gradient-tau-on-the-wrong-side",
            answer: |right| Answer {
                gradient: |p, t, tau| each_over_n(p, t, |r| slope(r, 1.0 - tau)),
                ..right
            },
            diagnosis: "The slopes of the two sides are swapped: the gradient belongs to \
                        the quantile 1 - tau.",
            hint: "The slope is -tau for r < 0, and 1 - tau for r > 0.",
        },
        Mistake {
            name: "gradient-sign-reversed",
            answer: |right| Answer {
                gradient: |p, t, tau| -each_over_n(p, t, |r| slope(r, tau)),
                ..right
            },
            diagnosis: "This is the derivative with respect to the residual target - \
                        prediction: its sign is reversed.",
            hint: "Where the prediction is too high, the loss grows with it, so its \
                   derivative is positive.",
        },
        Mistake {
            name: "gradient-not-averaged",
            answer: |right| Answer {
                gradient: |p, t, tau| each(p, t, |r| slope(r, tau)),
                ..right
            },
            diagnosis: "The gradient lacks the factor 1/n: it is the gradient of the \
                        sum, not of the mean.",
            hint: "The value divides by n, and so does its derivative.",
        },
        Mistake {
            name: "zero-counted-as-too-high",
            answer: |right| Answer {
                gradient: |p, t, tau| {
                    each_over_n(p, t, |r| if r >= 0.0 { 1.0 - tau } else { -tau })
                },
                ..right
            },
            diagnosis: "A residual of exactly 0 gets the slope 1 - tau. Any slope \
                        between -tau and 1 - tau is a subgradient there, but this one \
                        moves a prediction that is already right.",
            hint: "Treat r = 0 as a case of its own. f64::signum does not: it gives 1 \
                   for 0.",
        },
        Mistake {
            name: "zero-counted-as-too-low",
            answer: |right| Answer {
                gradient: |p, t, tau| {
                    each_over_n(p, t, |r| if r > 0.0 { 1.0 - tau } else { -tau })
                },
                ..right
            },
            diagnosis: "A residual of exactly 0 gets the slope -tau. Any slope between \
                        -tau and 1 - tau is a subgradient there, but this one moves a \
                        prediction that is already right.",
            hint: "Treat r = 0 as a case of its own.",
        },
        Mistake {
            name: "gradient-grows-with-residual",
            answer: |right| Answer {
                gradient: |p, t, tau| each_over_n(p, t, |r| slope(r, tau) * r.abs()),
                ..right
            },
            diagnosis: "The gradient grows with the residual, as if the loss were \
                        quadratic.",
            hint: "Each arm of the loss is a line: its slope is the same everywhere.",
        },
    ],
};

fn pinball(r: f64, tau: f64) -> f64 {
    if r >= 0.0 { (1.0 - tau) * r } else { -tau * r }
}

fn slope(r: f64, tau: f64) -> f64 {
    match r {
        r if r > 0.0 => 1.0 - tau,
        r if r < 0.0 => -tau,
        _ => 0.0,
    }
}
