use ndarray::{Array1, array};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub smoothed: fn(usize, usize, f64) -> Array1<f64>,
    pub value: fn(&Array1<f64>, usize, f64) -> f64,
    pub gradient: fn(&Array1<f64>, usize, f64) -> Array1<f64>,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let mut seen = Vec::new();
    for (class, classes, smoothing) in [(0, 4, 0.2), (2, 5, 0.1), (1, 2, 0.0)] {
        let input =
            format!("class = {class}, classes = {classes}, smoothing = {smoothing}");
        seen.push(Observation::of(format!("smoothed({input})"), || {
            (answer.smoothed)(class, classes, smoothing)
        }));
    }
    for (logits, class, smoothing) in [
        (array![0.5, -2.0, 3.0], 2, 0.0),
        (array![0.5, -2.0, 3.0, 1.0], 1, 0.2),
        (array![500.0, -500.0], 0, 0.1),
    ] {
        let input =
            format!("logits = {logits}, class = {class}, smoothing = {smoothing}");
        seen.push(Observation::of(format!("value({input})"), || {
            (answer.value)(&logits, class, smoothing)
        }));
        seen.push(Observation::of(format!("gradient({input})"), || {
            (answer.gradient)(&logits, class, smoothing)
        }));
    }
    seen
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Does your smoothed target sum to one?",
        "Compute $\\ln p_c = z_c - \\ln \\sum_j e^{z_j}$ with the largest logit taken \
         out, not the logarithm of the softmax.",
        "The gradient is what the model says less what it should say.",
    ],
    mistakes: &[
        Mistake {
            name: "spread-over-the-wrong",
            answer: |right| Answer {
                smoothed: |t, k, s| target(t, k, 1.0 - s, s / (k - 1) as f64),
                ..right
            },
            diagnosis: "The share s is spread over the k - 1 wrong classes. This exercise spreads it over all k, as PyTorch and Keras do.",
            hint: "Give every class s/k, the right one too.",
        },
        Mistake {
            name: "does-not-sum-to-one",
            answer: |right| Answer {
                smoothed: |t, k, s| target(t, k, 1.0 - s, s / k as f64),
                ..right
            },
            diagnosis: "The target does not sum to one: the right class lacks its own share s/k.",
            hint: "Add s/k at every class, the right one too.",
        },
        Mistake {
            name: "not-divided-by-classes",
            answer: |right| Answer { smoothed: |t, k, s| target(t, k, 1.0, s), ..right },
            diagnosis: "Every wrong class has s, and the target sums to more than one.",
            hint: "Divide s by the number of classes.",
        },
        Mistake {
            name: "class-from-one",
            answer: |right| Answer {
                smoothed: |t, k, s| {
                    target(t.wrapping_sub(1), k, 1.0 - s + s / k as f64, s / k as f64)
                },
                ..right
            },
            diagnosis: "The class is counted from one.",
            hint: "Classes are counted from 0, as indices are.",
        },
        Mistake {
            name: "value-without-smoothing",
            answer: |right| Answer { value: |z, t, _| -log_softmax(z)[t], ..right },
            diagnosis: "The value ignores the smoothing.",
            hint: "Sum over all classes with the smoothed target.",
        },
        Mistake {
            name: "value-divided-by-classes",
            answer: |right| Answer {
                value: |z, t, s| {
                    -smooth(t, z.len(), s).dot(&log_softmax(z)) / z.len() as f64
                },
                ..right
            },
            diagnosis: "The sum over the classes is divided by their number.",
            hint: "Cross-entropy sums over classes and averages over samples.",
        },
        Mistake {
            name: "logarithm-of-the-softmax",
            answer: |right| Answer {
                value: |z, t, s| {
                    -smooth(t, z.len(), s).dot(&log_softmax(z).mapv(|l| l.exp().ln()))
                },
                ..right
            },
            diagnosis: "A softmax that is rounded to 0 has an infinite logarithm.",
            hint: "Compute the logarithm of the softmax as z - lse(z).",
        },
        Mistake {
            name: "sign-of-the-value",
            answer: |right| Answer {
                value: |z, t, s| smooth(t, z.len(), s).dot(&log_softmax(z)),
                ..right
            },
            diagnosis: "The value is negative: the minus sign is missing.",
            hint: "Logarithms of probabilities are negative; a cost is not.",
        },
        Mistake {
            name: "gradient-without-smoothing",
            answer: |right| Answer {
                gradient: |z, t, _| {
                    log_softmax(z).mapv(f64::exp) - smooth(t, z.len(), 0.0)
                },
                ..right
            },
            diagnosis: "The gradient is p - y, with the target that was not smoothed.",
            hint: "Subtract the smoothed target.",
        },
        Mistake {
            name: "gradient-sign-reversed",
            answer: |right| Answer {
                gradient: |z, t, s| smooth(t, z.len(), s) - log_softmax(z).mapv(f64::exp),
                ..right
            },
            diagnosis: "The gradient has the wrong sign: descent would climb.",
            hint: "It is what the model says less what it should say.",
        },
        Mistake {
            name: "gradient-scaled",
            answer: |right| Answer {
                gradient: |z, t, s| {
                    (1.0 - s) * (log_softmax(z).mapv(f64::exp) - smooth(t, z.len(), 0.0))
                },
                ..right
            },
            diagnosis: "Only the share 1 - s of the plain gradient is there; the uniform share pulls as well.",
            hint: "Differentiate the whole sum: p - y′.",
        },
    ],
};

fn target(class: usize, classes: usize, right: f64, wrong: f64) -> Array1<f64> {
    Array1::from_shape_fn(classes, |c| if c == class { right } else { wrong })
}

fn smooth(class: usize, classes: usize, smoothing: f64) -> Array1<f64> {
    let share = smoothing / classes as f64;
    target(class, classes, 1.0 - smoothing + share, share)
}

fn log_softmax(logits: &Array1<f64>) -> Array1<f64> {
    let largest = logits.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let shifted = logits - largest;
    let log_of_sum = shifted.mapv(f64::exp).sum().ln();
    shifted - log_of_sum
}
