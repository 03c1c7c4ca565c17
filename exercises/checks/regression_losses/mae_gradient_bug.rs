use ndarray::{Array1, array};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;
use crate::pointwise::{each, each_over_n};

#[derive(Clone, Copy)]
pub struct Answer {
    pub gradient: fn(&Array1<f64>, &Array1<f64>) -> Array1<f64>,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let target = array![1.0, 2.0, -1.0, 0.5, 0.0];
    // The last residual is small but not zero: a repair that treats it as zero has gone
    // too far.
    [array![3.0, -0.5, 0.0, -20.0, 1e-6], Array1::zeros(5)]
        .map(|residuals| {
            let prediction = &target + &residuals;
            Observation::of(format!("gradient(residuals = {residuals})"), || {
                (answer.gradient)(&prediction, &target)
            })
        })
        .into()
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "sign-of-zero-is-one" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "At the start of the story every residual is exactly $0$. Follow the function by \
         hand for that input.",
        "Read what the standard library says about `f64::signum`, in particular about \
         zero.",
    ],
    mistakes: &[
        Mistake {
            name: "sign-of-zero-is-one",
            answer: |_| Answer { gradient: |p, t| each_over_n(p, t, f64::signum) },
            diagnosis: "f64::signum(0.0) is 1, so a prediction that is exactly right \
                        gets the gradient 1/n.",
            hint: "Treat a residual of zero as a case of its own.",
        },
        Mistake {
            name: "sign-of-zero-is-minus-one",
            answer: |_| Answer {
                gradient: |p, t| each_over_n(p, t, |r| if r > 0.0 { 1.0 } else { -1.0 }),
            },
            diagnosis: "A residual of zero now counts as negative, so a perfect model \
                        still moves, in the other direction.",
            hint: "There are three cases: above, below and exactly zero.",
        },
        Mistake {
            name: "zero-divided-by-zero",
            answer: |_| Answer { gradient: |p, t| each_over_n(p, t, |r| r / r.abs()) },
            diagnosis: "r / |r| is 0/0 at zero, which is NaN, and one NaN in a gradient \
                        spoils every parameter at the next step.",
            hint: "Decide the case r = 0 before you divide.",
        },
        Mistake {
            name: "small-residuals-lost",
            answer: |_| Answer {
                gradient: |p, t| {
                    each_over_n(p, t, |r| if r.abs() < 1e-3 { 0.0 } else { r.signum() })
                },
            },
            diagnosis: "Small residuals are treated as zero too, so the loss stops \
                        pulling before the prediction is right.",
            hint: "Only a residual of exactly zero is special.",
        },
        Mistake {
            name: "mean-lost",
            answer: |_| Answer {
                gradient: |p, t| each(p, t, |r| if r == 0.0 { 0.0 } else { r.signum() }),
            },
            diagnosis: "Zero is right now, but the factor 1/n got lost.",
            hint: "The gradient of a mean divides by the number of samples.",
        },
        Mistake {
            name: "sign-reversed",
            answer: |_| Answer {
                gradient: |p, t| {
                    each_over_n(p, t, |r| if r == 0.0 { 0.0 } else { -r.signum() })
                },
            },
            diagnosis: "Zero is right now, but the sign is reversed: descent would move \
                        away from the targets.",
            hint: "The residual is prediction - target; where it is positive, so is the \
                   gradient.",
        },
        Mistake {
            name: "residual-for-its-sign",
            answer: |_| Answer { gradient: |p, t| each_over_n(p, t, |r| r) },
            diagnosis: "r/n is zero at zero, but it is the gradient of half the mean \
                        squared error.",
            hint: "The absolute error pulls with the same strength at every distance.",
        },
    ],
};
