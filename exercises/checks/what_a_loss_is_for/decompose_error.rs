use ndarray::{Array1, Array2, Axis, array};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub squared_bias: fn(&Array2<f64>, &Array1<f64>) -> f64,
    pub variance: fn(&Array2<f64>) -> f64,
    pub expected_error: fn(&Array2<f64>, &Array1<f64>, f64) -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let mut seen = Vec::new();
    for (fits, truth, sigma) in [
        (array![[4.0], [6.0], [8.0]], array![5.0], 1.0),
        (array![[1.0, 0.0, 2.5], [3.0, -1.0, 2.0]], array![0.0, 1.0, 2.0], 0.5),
        (array![[1.0, 2.0], [1.0, 2.0], [1.0, 2.0]], array![2.0, 1.0], 2.0),
    ] {
        let rows: Vec<String> =
            fits.rows().into_iter().map(|row| row.to_string()).collect();
        let input = format!("fits = [{}], truth = {truth}", rows.join(", "));
        seen.push(Observation::of(format!("squared_bias({input})"), || {
            (answer.squared_bias)(&fits, &truth)
        }));
        seen.push(Observation::of(format!("variance({input})"), || {
            (answer.variance)(&fits)
        }));
        seen.push(Observation::of(
            format!("expected_error({input}, sigma = {sigma})"),
            || (answer.expected_error)(&fits, &truth, sigma),
        ));
    }
    seen
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "`mean_axis(Axis(0))` of the fits is the mean fit, one number a place.",
        "Square before you average over the places, or errors of opposite sign cancel.",
        "The noise contributes its variance.",
    ],
    mistakes: &[
        Mistake {
            name: "bias-averaged-before-squaring",
            answer: |right| Answer {
                squared_bias: |f, t| (center(f) - t).mean().unwrap_or(0.0).powi(2),
                ..right
            },
            diagnosis: "The bias is averaged over the places before it is squared: places of opposite sign cancel.",
            hint: "Square place by place, then average.",
        },
        Mistake {
            name: "bias-not-squared",
            answer: |right| Answer {
                squared_bias: |f, t| (center(f) - t).mean().unwrap_or(0.0),
                ..right
            },
            diagnosis: "The bias is not squared.",
            hint: "Square place by place, then average.",
        },
        Mistake {
            name: "bias-of-single-fits",
            answer: |right| Answer {
                squared_bias: |f, t| (f - t).mapv(|e| e * e).mean().unwrap_or(0.0),
                ..right
            },
            diagnosis: "The squares are those of single fits: this is bias² and variance together.",
            hint: "Take the mean over the data sets first.",
        },
        Mistake {
            name: "sample-variance",
            answer: |right| Answer {
                variance: |f| f.var_axis(Axis(0), 1.0).mean().unwrap_or(0.0),
                ..right
            },
            diagnosis: "The variance divides by one less than the number of data sets, so the parts no longer add up to the mean error.",
            hint: "Divide by the number of data sets.",
        },
        Mistake {
            name: "variance-over-places",
            answer: |right| Answer {
                variance: |f| f.var_axis(Axis(1), 0.0).mean().unwrap_or(0.0),
                ..right
            },
            diagnosis: "This is the variance of each fit over the places.",
            hint: "The variance is over the data sets, axis 0.",
        },
        Mistake {
            name: "deviation",
            answer: |right| Answer {
                variance: |f| f.std_axis(Axis(0), 0.0).mean().unwrap_or(0.0),
                ..right
            },
            diagnosis: "These are standard deviations.",
            hint: "Average the variances.",
        },
        Mistake {
            name: "variance-of-everything",
            answer: |right| Answer { variance: |f| f.var(0.0), ..right },
            diagnosis: "All numbers were thrown together: the shape of the mean fit counts as variance.",
            hint: "Compare each fit with the mean fit at the same place.",
        },
        Mistake {
            name: "noise-forgotten",
            answer: |right| Answer {
                expected_error: |f, t, _| right_error(f, t),
                ..right
            },
            diagnosis: "The noise of the fresh targets is missing.",
            hint: "Add its variance.",
        },
        Mistake {
            name: "noise-not-squared",
            answer: |right| Answer {
                expected_error: |f, t, sigma| right_error(f, t) + sigma,
                ..right
            },
            diagnosis: "The standard deviation was added instead of the variance.",
            hint: "Square it.",
        },
        Mistake {
            name: "error-of-the-mean-fit",
            answer: |right| Answer {
                expected_error: |f, t, sigma| {
                    (center(f) - t).mapv(|e| e * e).mean().unwrap_or(0.0) + sigma * sigma
                },
                ..right
            },
            diagnosis: "The variance is missing: this is the error of the mean fit.",
            hint: "Add the variance of the fits.",
        },
    ],
};

fn center(fits: &Array2<f64>) -> Array1<f64> {
    fits.sum_axis(Axis(0)) / fits.nrows() as f64
}

/// The mean of (fit − truth)², which is bias² and variance together.
fn right_error(fits: &Array2<f64>, truth: &Array1<f64>) -> f64 {
    (fits - truth).mapv(|e| e * e).mean().unwrap_or(0.0)
}
