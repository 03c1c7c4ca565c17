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
    // Small, large, on the threshold, of both signs, and zero; thresholds other than 1,
    // which would hide a missing factor.
    let target = array![1.0, 2.0, -1.0, 0.5, 3.0, 0.0];
    let mut seen = Vec::new();
    for (delta, residuals) in [
        (2.0, array![1.5, -0.5, 6.0, -20.0, 0.0, -2.0]),
        (0.5, array![0.25, -0.25, 2.0, -3.0, 0.5, 0.0]),
    ] {
        let prediction = &target + &residuals;
        let input = format!("residuals = {residuals}, delta = {delta}");
        seen.push(Observation::of(format!("value({input})"), || {
            (answer.value)(&prediction, &target, delta)
        }));
        seen.push(Observation::of(format!("gradient({input})"), || {
            (answer.gradient)(&prediction, &target, delta)
        }));
    }
    seen
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Work on one residual first: write the two branches for $r$, then average over \
         the samples.",
        "The branch is chosen by $|r|$, not by $r$: a residual of $-20$ belongs to the \
         linear branch.",
        "The derivative of the linear branch is $\\delta$ or $-\\delta$. Compare it with \
         the derivative of the quadratic branch at $r = \\pm\\delta$, and see whether \
         `f64::clamp` can say both in one call.",
    ],
    mistakes: &[
        Mistake {
            name: "value-not-averaged",
            answer: |right| Answer {
                value: |p, t, delta| sum(p, t, |r| huber(r, delta)),
                ..right
            },
            diagnosis: "The value is the sum of the losses, not their mean.",
            hint: "Divide by the number of samples, so that the loss does not grow with \
                   the data set.",
        },
        Mistake {
            name: "quadratic-not-halved",
            answer: |right| Answer {
                value: |p, t, delta| {
                    mean(p, t, |r| {
                        if r.abs() <= delta {
                            r * r
                        } else {
                            delta * (r.abs() - delta / 2.0)
                        }
                    })
                },
                ..right
            },
            diagnosis: "The quadratic branch is r² instead of r²/2. It meets the linear \
                        branch neither in value nor in slope.",
            hint: "Evaluate both branches at r = delta: they have to agree.",
        },
        Mistake {
            name: "linear-without-offset",
            answer: |right| Answer {
                value: |p, t, delta| {
                    mean(p, t, |r| {
                        if r.abs() <= delta { r * r / 2.0 } else { delta * r.abs() }
                    })
                },
                ..right
            },
            diagnosis: "The linear branch is delta |r|, without the offset -delta²/2, so \
                        the loss jumps at |r| = delta.",
            hint: "Evaluate both branches at r = delta: the quadratic one gives \
                   delta²/2.",
        },
        Mistake {
            name: "linear-without-slope",
            answer: |right| Answer {
                value: |p, t, delta| {
                    mean(p, t, |r| {
                        if r.abs() <= delta { r * r / 2.0 } else { r.abs() - delta / 2.0 }
                    })
                },
                ..right
            },
            diagnosis: "The linear branch has the slope 1 instead of delta. With delta = \
                        1 nobody would notice.",
            hint: "Multiply the linear branch by delta, the slope that the parabola has \
                   reached there.",
        },
        Mistake {
            name: "branch-by-signed-residual",
            answer: |right| Answer {
                value: |p, t, delta| {
                    mean(p, t, |r| {
                        if r <= delta {
                            r * r / 2.0
                        } else {
                            delta * (r.abs() - delta / 2.0)
                        }
                    })
                },
                ..right
            },
            diagnosis: "The branch is chosen by r <= delta, so every negative residual, \
                        however large, is squared.",
            hint: "Compare |r| with delta.",
        },
        Mistake {
            name: "linear-in-signed-residual",
            answer: |right| Answer {
                value: |p, t, delta| {
                    mean(p, t, |r| {
                        if r.abs() <= delta {
                            r * r / 2.0
                        } else {
                            delta * (r - delta / 2.0)
                        }
                    })
                },
                ..right
            },
            diagnosis: "The linear branch uses r where it needs |r|: a large negative \
                        residual gives a negative loss.",
            hint: "No residual may cost less than zero; take the absolute value in the \
                   linear branch.",
        },
        Mistake {
            name: "gradient-not-averaged",
            answer: |right| Answer {
                gradient: |p, t, delta| each(p, t, |r| r.clamp(-delta, delta)),
                ..right
            },
            diagnosis: "The gradient lacks the factor 1/n: it is the gradient of the \
                        sum, not of the mean.",
            hint: "The value divides by n, and so does its derivative.",
        },
        Mistake {
            name: "gradient-sign-reversed",
            answer: |right| Answer {
                gradient: |p, t, delta| -each_over_n(p, t, |r| r.clamp(-delta, delta)),
                ..right
            },
            diagnosis: "The gradient has the wrong sign, as if the residual were target \
                        - prediction. Descent would climb.",
            hint: "Where the prediction is too high, the loss grows with it, so its \
                   derivative is positive.",
        },
        Mistake {
            name: "gradient-not-limited",
            answer: |right| Answer {
                gradient: |p, t, _| each_over_n(p, t, |r| r),
                ..right
            },
            diagnosis: "The gradient is r/n everywhere: that is half the gradient of the \
                        mean squared error, and an outlier pulls without limit.",
            hint: "Beyond delta the loss is a line, whose slope no longer depends on r.",
        },
        Mistake {
            name: "gradient-without-delta",
            answer: |right| Answer {
                gradient: |p, t, delta| {
                    each_over_n(p, t, |r| if r.abs() <= delta { r } else { r.signum() })
                },
                ..right
            },
            diagnosis: "In the linear branch the gradient is the sign of r; its factor \
                        delta is missing.",
            hint: "Differentiate delta (|r| - delta/2): the constant delta stays.",
        },
        Mistake {
            name: "gradient-not-halved",
            answer: |right| Answer {
                gradient: |p, t, delta| {
                    each_over_n(p, t, |r| {
                        if r.abs() <= delta { 2.0 * r } else { delta * r.signum() }
                    })
                },
                ..right
            },
            diagnosis: "The quadratic branch has the gradient 2r, which belongs to r², \
                        not to r²/2.",
            hint: "The factor 1/2 is there to cancel the 2.",
        },
    ],
};

fn huber(r: f64, delta: f64) -> f64 {
    if r.abs() <= delta { r * r / 2.0 } else { delta * (r.abs() - delta / 2.0) }
}
