use ndarray::{Array1, array};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;
use crate::pointwise::{each, each_over_n, mean, sum};

#[derive(Clone, Copy)]
pub struct Answer {
    pub value: fn(&Array1<f64>, &Array1<f64>, f64, f64) -> f64,
    pub gradient: fn(&Array1<f64>, &Array1<f64>, f64, f64) -> Array1<f64>,
    pub jump: fn(f64, f64) -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let target = array![1.0, 2.0, -1.0, 0.5, 3.0];
    let mut seen = Vec::new();
    // Weights on either side of 1; thresholds at which delta, delta² and 2 delta differ.
    for (delta, weight, residuals) in [
        (3.0, 0.25, array![2.5, -0.5, 6.0, -20.0, 3.0]),
        (0.5, 3.0, array![0.25, -0.5, 2.0, -3.0, 0.0]),
    ] {
        let prediction = &target + &residuals;
        let input =
            format!("residuals = {residuals}, delta = {delta}, weight = {weight}");
        seen.push(Observation::of(format!("value({input})"), || {
            (answer.value)(&prediction, &target, delta, weight)
        }));
        seen.push(Observation::of(format!("gradient({input})"), || {
            (answer.gradient)(&prediction, &target, delta, weight)
        }));
        seen.push(Observation::of(
            format!("jump(delta = {delta}, weight = {weight})"),
            || (answer.jump)(delta, weight),
        ));
    }
    seen
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Start from the plain Huber loss and its gradient; each changes in one place.",
        "The weight is a constant factor of the linear branch, so it is a factor of its \
         derivative too.",
        "For the jump, evaluate both branches at $r = \\delta$ and subtract the \
         quadratic one.",
    ],
    mistakes: &[
        Mistake {
            name: "value-not-averaged",
            answer: |right| Answer {
                value: |p, t, delta, weight| sum(p, t, |r| loss(r, delta, weight)),
                ..right
            },
            diagnosis: "The value is the sum of the losses, not their mean.",
            hint: "Divide by the number of samples, not by the sum of the weights \
                   either: the equation says 1/n.",
        },
        Mistake {
            name: "weight-left-out",
            answer: |right| Answer {
                value: |p, t, delta, _| mean(p, t, |r| loss(r, delta, 1.0)),
                ..right
            },
            diagnosis: "This is the plain Huber loss: the weight has no effect on the \
                        value.",
            hint: "Multiply the linear branch by the weight.",
        },
        Mistake {
            name: "weight-on-both-branches",
            answer: |right| Answer {
                value: |p, t, delta, weight| mean(p, t, |r| weight * loss(r, delta, 1.0)),
                ..right
            },
            diagnosis: "The weight multiplies both branches. That is the Huber loss in \
                        another unit: a change of the learning rate undoes it.",
            hint: "Residuals up to delta keep their plain cost of r²/2.",
        },
        Mistake {
            name: "continuous-variant",
            answer: |right| Answer {
                value: |p, t, delta, weight| {
                    mean(p, t, |r| {
                        loss(r, delta, 1.0)
                            + (weight - 1.0) * delta * (r.abs() - delta).max(0.0)
                    })
                },
                ..right
            },
            diagnosis: "This is the continuous variant, delta²/2 + weight delta (|r| - \
                        delta). It may well be the better loss, but it is not the one \
                        defined above.",
            hint: "Follow the equation, jump and all; the third function measures what \
                   you would have repaired.",
        },
        Mistake {
            name: "weight-on-the-threshold",
            answer: |right| Answer {
                value: |p, t, delta, weight| {
                    mean(p, t, |r| {
                        if r.abs() <= delta {
                            r * r / 2.0
                        } else {
                            weight * delta * (r.abs() - weight * delta / 2.0)
                        }
                    })
                },
                ..right
            },
            diagnosis: "The offset of the linear branch was weighted twice, as if the \
                        threshold were weight times delta.",
            hint: "The weight stands once, in front of the linear branch.",
        },
        Mistake {
            name: "gradient-not-averaged",
            answer: |right| Answer {
                gradient: |p, t, delta, weight| each(p, t, |r| slope(r, delta, weight)),
                ..right
            },
            diagnosis: "The gradient lacks the factor 1/n: it is the gradient of the \
                        sum, not of the mean.",
            hint: "The value divides by n, and so does its derivative.",
        },
        Mistake {
            name: "gradient-sign-reversed",
            answer: |right| Answer {
                gradient: |p, t, delta, weight| {
                    -each_over_n(p, t, |r| slope(r, delta, weight))
                },
                ..right
            },
            diagnosis: "The gradient has the wrong sign, as if the residual were target \
                        - prediction. Descent would climb.",
            hint: "Where the prediction is too high, the loss grows with it, so its \
                   derivative is positive.",
        },
        Mistake {
            name: "gradient-without-weight",
            answer: |right| Answer {
                gradient: |p, t, delta, _| each_over_n(p, t, |r| slope(r, delta, 1.0)),
                ..right
            },
            diagnosis: "This is the gradient of the plain Huber loss: value and gradient \
                        no longer belong together.",
            hint: "A constant factor survives differentiation.",
        },
        Mistake {
            name: "gradient-weighted-everywhere",
            answer: |right| Answer {
                gradient: |p, t, delta, weight| {
                    each_over_n(p, t, |r| weight * slope(r, delta, 1.0))
                },
                ..right
            },
            diagnosis: "The weight multiplies the gradient of both branches.",
            hint: "Residuals up to delta keep the plain gradient r.",
        },
        Mistake {
            name: "gradient-clamped-at-weighted-delta",
            answer: |right| Answer {
                gradient: |p, t, delta, weight| {
                    each_over_n(p, t, |r| r.clamp(-weight * delta, weight * delta))
                },
                ..right
            },
            diagnosis: "The residual is clamped to weight times delta. That moves the \
                        threshold instead of weighting the outliers.",
            hint: "One clamp cannot say it: the gradient jumps from delta to weight \
                   times delta at the threshold.",
        },
        Mistake {
            name: "jump-taken-as-zero",
            answer: |right| Answer { jump: |_, _| 0.0, ..right },
            diagnosis: "Without a jump the loss would be continuous, and it is not.",
            hint: "Put r = delta into both branches and compare.",
        },
        Mistake {
            name: "jump-reversed",
            answer: |right| Answer {
                jump: |delta, weight| (1.0 - weight) * delta * delta / 2.0,
                ..right
            },
            diagnosis: "The height is right, the direction is reversed.",
            hint: "A weight above 1 makes the linear branch the higher one: the jump \
                   goes up.",
        },
        Mistake {
            name: "jump-of-the-slope",
            answer: |right| Answer {
                jump: |delta, weight| (weight - 1.0) * delta,
                ..right
            },
            diagnosis: "This is the jump of the gradient, from delta to weight times \
                        delta.",
            hint: "Compare the values of the two branches at delta, not their slopes.",
        },
        Mistake {
            name: "jump-of-one-side",
            answer: |right| Answer {
                jump: |delta, weight| weight * delta * delta / 2.0,
                ..right
            },
            diagnosis: "This is the value of the linear branch at delta.",
            hint: "Subtract what the quadratic branch gives there.",
        },
    ],
};

fn loss(r: f64, delta: f64, weight: f64) -> f64 {
    if r.abs() <= delta { r * r / 2.0 } else { weight * delta * (r.abs() - delta / 2.0) }
}

fn slope(r: f64, delta: f64, weight: f64) -> f64 {
    if r.abs() <= delta { r } else { weight * delta * r.signum() }
}
