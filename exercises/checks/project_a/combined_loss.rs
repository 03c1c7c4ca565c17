use ndarray::{Array1, Zip, array};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

type OfBatch =
    fn(&Array1<f64>, &Array1<f64>, &Array1<f64>, weights: [f64; 4]) -> Array1<f64>;

type OfAll = fn(&Array1<f64>, &Array1<f64>, &Array1<f64>, &Array1<f64>, [f64; 4]) -> f64;

#[derive(Clone, Copy)]
pub struct Answer {
    pub value: OfAll,
    pub gradient_of_mean: OfBatch,
    pub gradient_of_log_variance: OfBatch,
    pub gradient_of_complexity: fn(&Array1<f64>, [f64; 4]) -> Array1<f64>,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let target = array![1.0, -1.0, 2.0, 0.5];
    let mean = array![3.0, -1.5, 2.0, 0.0]; // residuals 2, −½, 0, −½
    let log_variance = array![0.5, -1.0, 0.25, 0.0];
    let theta = array![1.0, -2.0, 3.0];
    let mut seen = Vec::new();
    for (what, weights) in [
        ("half the squared error", [1.0, 0.0, 0.0, 0.0]),
        ("the likelihood", [0.0, 1.0, 0.0, 0.0]),
        ("complexity alone", [0.0, 0.0, 0.5, 0.0]),
        ("squared error by difficulty", [1.0, 0.0, 0.0, 1.0]),
        ("everything", [0.75, 0.5, 0.25, 2.0]),
    ] {
        let input = format!("weights = {weights:?}, which is {what}");
        let (m, s, y) = (&mean, &log_variance, &target);
        seen.push(Observation::of(format!("value({input})"), || {
            (answer.value)(m, s, y, &theta, weights)
        }));
        seen.push(Observation::of(format!("gradient_of_mean({input})"), || {
            (answer.gradient_of_mean)(m, s, y, weights)
        }));
        seen.push(Observation::of(format!("gradient_of_log_variance({input})"), || {
            (answer.gradient_of_log_variance)(m, s, y, weights)
        }));
        seen.push(Observation::of(format!("gradient_of_complexity({input})"), || {
            (answer.gradient_of_complexity)(&theta, weights)
        }));
    }
    // At s = ln r² the pull on the log variance is zero.
    let residuals = array![2.0, -0.5, 3.0];
    let best = residuals.mapv(|r: f64| (r * r).ln());
    seen.push(Observation::of(
        "gradient_of_log_variance(at its best, s = ln r²)",
        || {
            (answer.gradient_of_log_variance)(
                &residuals,
                &best,
                &Array1::zeros(3),
                [0.0, 1.0, 0.0, 0.0],
            )
        },
    ));
    // Extreme inputs: exact predictions under a tiny variance, and a huge variance.
    let (exact, extreme) = (array![1.0, 2.0], array![-800.0, -800.0]);
    let (off, unsure) = (array![1000.0, -1000.0], array![800.0, 800.0]);
    let zeros = Array1::zeros(2);
    for (what, m, s, y) in [
        ("exact predictions, s = -800", &exact, &extreme, &exact),
        ("residuals of 1000, s = 800", &off, &unsure, &zeros),
    ] {
        let weights = [0.0, 1.0, 0.0, 1.0];
        seen.push(Observation::of(format!("value({what})"), || {
            (answer.value)(m, s, y, &theta, weights)
        }));
        seen.push(Observation::of(format!("gradient_of_mean({what})"), || {
            (answer.gradient_of_mean)(m, s, y, weights)
        }));
        seen.push(Observation::of(format!("gradient_of_log_variance({what})"), || {
            (answer.gradient_of_log_variance)(m, s, y, weights)
        }));
    }
    seen
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Begin with $\\gamma = 0$, where every $d_i$ is 1, and get the two known losses \
         right.",
        "With $d$ held constant the gradient of the sum is the sum of the gradients, each \
         times $d_i / n$.",
        "Write one function for $x\\, e^{-s}$ that is zero where $x$ is; value and both \
         gradients need it.",
    ],
    mistakes: &[
        Mistake {
            name: "value-complexity-averaged",
            answer: |right| Answer {
                value: |m, s, y, theta, [a, u, c, gamma]| {
                    value(m, s, y, theta, [a, u, c / m.len() as f64, gamma])
                },
                ..right
            },
            diagnosis: "The complexity is divided by the number of samples. It belongs to \
                        the model, not to a sample.",
            hint: "Add it after the mean.",
        },
        Mistake {
            name: "value-summed",
            answer: |right| Answer {
                value: |m, s, y, theta, [a, u, c, gamma]| {
                    let n = m.len() as f64;
                    n * value(m, s, y, theta, [a, u, c / n, gamma])
                },
                ..right
            },
            diagnosis: "The losses of the samples are summed, not averaged.",
            hint: "Divide by n.",
        },
        Mistake {
            name: "value-charges-the-bias",
            answer: |right| Answer {
                value: |m, s, y, theta, weights| {
                    let bias = theta[theta.len() - 1];
                    value(m, s, y, theta, weights) + 0.5 * weights[2] * bias * bias
                },
                ..right
            },
            diagnosis: "The bias is part of the complexity.",
            hint: "Leave the last parameter out.",
        },
        Mistake {
            name: "value-without-difficulty",
            answer: |right| Answer {
                value: |m, s, y, theta, [a, u, c, _]| {
                    value(m, s, y, theta, [a, u, c, 0.0])
                },
                ..right
            },
            diagnosis: "The weights of difficulty are not used.",
            hint: "Each sample's loss is multiplied by d.",
        },
        Mistake {
            name: "value-of-squares-by-difficulty-only",
            answer: |right| Answer {
                value: |m, s, y, theta, [a, u, c, gamma]| {
                    value(m, s, y, theta, [a, 0.0, 0.0, gamma])
                        + value(m, s, y, theta, [0.0, u, c, 0.0])
                },
                ..right
            },
            diagnosis: "The difficulty weighs the squared error only; the uncertainty term \
                        is inside the bracket, too.",
            hint: "d multiplies both.",
        },
        Mistake {
            name: "value-not-a-number",
            answer: |right| Answer {
                value: |m, s, y, theta, [a, u, c, gamma]| {
                    let naive = Zip::from(&(m - y))
                        .and(s)
                        .fold(0.0, |sum, &r, &s| sum + 0.0 * (r * r * (-s).exp()));
                    value(m, s, y, theta, [a, u, c, gamma]) + naive
                },
                ..right
            },
            diagnosis: "An exact prediction under a tiny variance gives 0 times infinity.",
            hint: "r² exp(-s) is zero where r is.",
        },
        Mistake {
            name: "difficulty-is-differentiated",
            answer: |right| Answer {
                gradient_of_mean: |m, s, y, weights| {
                    // Central differences of the value, difficulty included.
                    let no_theta = array![0.0];
                    Array1::from_shape_fn(m.len(), |i| {
                        let at = |shift: f64| {
                            let mut moved = m.clone();
                            moved[i] += shift;
                            value(&moved, s, y, &no_theta, weights)
                        };
                        (at(1e-5) - at(-1e-5)) / 2e-5
                    })
                },
                ..right
            },
            diagnosis: "The gradient is that of the value with its weights of difficulty \
                        differentiated, too. (The values at γ = 0 differ by the error of \
                        finite differences.)",
            hint: "Compute d first, then treat it as numbers: a stop-gradient.",
        },
        Mistake {
            name: "mean-sign-reversed",
            answer: |right| Answer {
                gradient_of_mean: |m, s, y, weights| -of_mean(m, s, y, weights),
                ..right
            },
            diagnosis: "The gradient with respect to the mean has the wrong sign.",
            hint: "r = μ - y.",
        },
        Mistake {
            name: "mean-not-averaged",
            answer: |right| Answer {
                gradient_of_mean: |m, s, y, weights| {
                    of_mean(m, s, y, weights) * m.len() as f64
                },
                ..right
            },
            diagnosis: "The gradient with respect to the mean lacks the factor 1/n.",
            hint: "The value divides by n.",
        },
        Mistake {
            name: "mean-without-variance",
            answer: |right| Answer {
                gradient_of_mean: |m, s, y, weights| {
                    of_mean(m, &Array1::zeros(s.len()), y, weights)
                },
                ..right
            },
            diagnosis: "The pull of the uncertainty term is not divided by the variance.",
            hint: "It is u r exp(-s).",
        },
        Mistake {
            name: "mean-without-difficulty",
            answer: |right| Answer {
                gradient_of_mean: |m, s, y, [a, u, c, _]| {
                    of_mean(m, s, y, [a, u, c, 0.0])
                },
                ..right
            },
            diagnosis: "The gradient with respect to the mean ignores the difficulty.",
            hint: "d stays as a factor, though it is not differentiated.",
        },
        Mistake {
            name: "log-variance-sign-reversed",
            answer: |right| Answer {
                gradient_of_log_variance: |m, s, y, weights| {
                    -of_log_variance(m, s, y, weights)
                },
                ..right
            },
            diagnosis: "The gradient with respect to the log variance has the wrong sign.",
            hint: "Where r² exceeds the variance it must be negative: descent then raises \
                   s.",
        },
        Mistake {
            name: "log-variance-not-averaged",
            answer: |right| Answer {
                gradient_of_log_variance: |m, s, y, weights| {
                    of_log_variance(m, s, y, weights) * m.len() as f64
                },
                ..right
            },
            diagnosis: "The gradient with respect to the log variance lacks the factor \
                        1/n.",
            hint: "The value divides by n.",
        },
        Mistake {
            name: "log-variance-not-halved",
            answer: |right| Answer {
                gradient_of_log_variance: |m, s, y, weights| {
                    2.0 * of_log_variance(m, s, y, weights)
                },
                ..right
            },
            diagnosis: "The gradient with respect to the log variance lacks its 1/2.",
            hint: "u/2 (1 - r² exp(-s)).",
        },
        Mistake {
            name: "log-variance-without-weight",
            answer: |right| Answer {
                gradient_of_log_variance: |m, s, y, [a, _, c, gamma]| {
                    of_log_variance(m, s, y, [a, 1.0, c, gamma])
                },
                ..right
            },
            diagnosis: "The gradient with respect to the log variance lacks its weight u.",
            hint: "With u = 0 it is zero.",
        },
        Mistake {
            name: "complexity-with-bias",
            answer: |right| Answer {
                gradient_of_complexity: |theta, weights| weights[2] * theta,
                ..right
            },
            diagnosis: "The bias is pulled toward zero.",
            hint: "Its component is 0.",
        },
        Mistake {
            name: "complexity-doubled",
            answer: |right| Answer {
                gradient_of_complexity: |theta, weights| {
                    2.0 * of_complexity(theta, weights)
                },
                ..right
            },
            diagnosis: "This is the gradient of Σw² without the 1/2.",
            hint: "The 1/2 cancels the 2.",
        },
        Mistake {
            name: "complexity-without-weight",
            answer: |right| Answer {
                gradient_of_complexity: |theta, _| {
                    of_complexity(theta, [0.0, 0.0, 1.0, 0.0])
                },
                ..right
            },
            diagnosis: "The weight c is missing.",
            hint: "With c = 0 the gradient is zero.",
        },
    ],
};

fn ratio(x: f64, s: f64) -> f64 {
    if x == 0.0 { 0.0 } else { x * (-s).exp() }
}

fn difficulty(residuals: &Array1<f64>, gamma: f64) -> Array1<f64> {
    let powers = residuals.mapv(|r| r.abs().powf(gamma));
    let mean = powers.sum() / powers.len() as f64;
    if mean == 0.0 { Array1::ones(residuals.len()) } else { powers / mean }
}

fn value(
    mean: &Array1<f64>,
    log_variance: &Array1<f64>,
    target: &Array1<f64>,
    theta: &Array1<f64>,
    [a, u, c, gamma]: [f64; 4],
) -> f64 {
    let residuals = mean - target;
    let losses = Zip::from(&residuals)
        .and(log_variance)
        .and(&difficulty(&residuals, gamma))
        .map_collect(|&r, &s, &d| d * 0.5 * (a * r * r + u * (s + ratio(r * r, s))));
    let weights = theta.iter().take(theta.len() - 1);
    let complexity = 0.5 * weights.map(|weight| weight * weight).sum::<f64>();
    losses.sum() / losses.len() as f64 + c * complexity
}

fn of_mean(
    mean: &Array1<f64>,
    log_variance: &Array1<f64>,
    target: &Array1<f64>,
    [a, u, _, gamma]: [f64; 4],
) -> Array1<f64> {
    let residuals = mean - target;
    let n = residuals.len() as f64;
    Zip::from(&residuals)
        .and(log_variance)
        .and(&difficulty(&residuals, gamma))
        .map_collect(|&r, &s, &d| d * (a * r + u * ratio(r, s)) / n)
}

fn of_log_variance(
    mean: &Array1<f64>,
    log_variance: &Array1<f64>,
    target: &Array1<f64>,
    [_, u, _, gamma]: [f64; 4],
) -> Array1<f64> {
    let residuals = mean - target;
    let n = residuals.len() as f64;
    Zip::from(&residuals)
        .and(log_variance)
        .and(&difficulty(&residuals, gamma))
        .map_collect(|&r, &s, &d| d * u * 0.5 * (1.0 - ratio(r * r, s)) / n)
}

fn of_complexity(theta: &Array1<f64>, [_, _, c, _]: [f64; 4]) -> Array1<f64> {
    let mut gradient = c * theta;
    gradient[theta.len() - 1] = 0.0;
    gradient
}
