use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub value: fn(f64, f64, f64) -> f64,
    pub gradient: fn(f64, f64, f64) -> [f64; 2],
    pub best_log_variance: fn(f64) -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let mut seen = Vec::new();
    for (mean, s, y) in
        [(2.0, 0.0, 5.0), (1.0, -1.5, 0.25), (-3.0, 2.0, 1.0), (1.0, 1.0, 1.0)]
    {
        let input = format!("mean = {mean}, log_variance = {s}, target = {y}");
        seen.push(Observation::of(format!("value({input})"), || {
            (answer.value)(mean, s, y)
        }));
        seen.push(Observation::of(format!("gradient({input})"), || {
            (answer.gradient)(mean, s, y)
        }));
    }
    for residual in [-3.0, 0.5] {
        let label = format!("best_log_variance(residual = {residual})");
        seen.push(Observation::of(label, || (answer.best_log_variance)(residual)));
    }
    seen
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "$e^{-s}$ is one over the variance. Compute it once.",
        "The derivative of $e^{-s}$ with respect to $s$ is $-e^{-s}$.",
        "Set the derivative with respect to $s$ to zero and solve for $s$.",
    ],
    mistakes: &[
        Mistake {
            name: "value-without-log-variance",
            answer: |right| Answer {
                value: |mean, s, y| 0.5 * (mean - y).powi(2) * (-s).exp(),
                ..right
            },
            diagnosis: "The log variance itself is missing: this loss falls to zero for a \
                        model that is unsure of everything.",
            hint: "The term s is the price of being unsure.",
        },
        Mistake {
            name: "value-not-halved",
            answer: |right| Answer {
                value: |mean, s, y| s + (mean - y).powi(2) * (-s).exp(),
                ..right
            },
            diagnosis: "The factor 1/2 is missing.",
            hint: "It stands before both terms.",
        },
        Mistake {
            name: "value-times-variance",
            answer: |right| Answer {
                value: |mean, s, y| 0.5 * (s + (mean - y).powi(2) * s.exp()),
                ..right
            },
            diagnosis: "The squared residual is multiplied by the variance instead of \
                        divided by it.",
            hint: "The exponent is -s.",
        },
        Mistake {
            name: "value-divides-by-the-logarithm",
            answer: |right| Answer {
                value: |mean, s, y| {
                    0.5 * (s + (mean - y).powi(2) / if s == 0.0 { 1.0 } else { s })
                },
                ..right
            },
            diagnosis: "The squared residual is divided by the log variance, not by the \
                        variance.",
            hint: "The variance is exp(s).",
        },
        Mistake {
            name: "value-takes-s-for-ln-sigma",
            answer: |right| Answer {
                value: |mean, s, y| s + 0.5 * (mean - y).powi(2) * (-2.0 * s).exp(),
                ..right
            },
            diagnosis: "s is treated as the logarithm of the standard deviation; here it \
                        is that of the variance.",
            hint: "σ² = exp(s), not exp(2s).",
        },
        Mistake {
            name: "gradient-of-the-mean-reversed",
            answer: |right| Answer {
                gradient: |mean, s, y| {
                    let [m, v] = both(mean, s, y);
                    [-m, v]
                },
                ..right
            },
            diagnosis: "The derivative with respect to the mean has the wrong sign.",
            hint: "r = mean - target, and ∂r/∂mean = 1.",
        },
        Mistake {
            name: "gradient-of-s-reversed",
            answer: |right| Answer {
                gradient: |mean, s, y| {
                    let [m, v] = both(mean, s, y);
                    [m, -v]
                },
                ..right
            },
            diagnosis: "The derivative with respect to the log variance has the wrong \
                        sign: descent would make a model surer where it is wrong.",
            hint: "The derivative of s is 1, that of exp(-s) is -exp(-s).",
        },
        Mistake {
            name: "gradient-of-s-not-halved",
            answer: |right| Answer {
                gradient: |mean, s, y| {
                    let [m, v] = both(mean, s, y);
                    [m, 2.0 * v]
                },
                ..right
            },
            diagnosis: "The derivative with respect to the log variance lacks the 1/2.",
            hint: "For the mean the 2 of the square cancels it; for s nothing does.",
        },
        Mistake {
            name: "gradient-of-the-mean-halved",
            answer: |right| Answer {
                gradient: |mean, s, y| {
                    let [m, v] = both(mean, s, y);
                    [0.5 * m, v]
                },
                ..right
            },
            diagnosis: "The derivative with respect to the mean is halved: the 2 of the \
                        square is missing.",
            hint: "∂r²/∂r = 2r.",
        },
        Mistake {
            name: "gradient-of-the-variance",
            answer: |right| Answer {
                gradient: |mean, s, y| {
                    let [m, v] = both(mean, s, y);
                    [m, v * (-s).exp()]
                },
                ..right
            },
            diagnosis: "This is the derivative with respect to the variance, not to its \
                        logarithm.",
            hint: "∂ℓ/∂s = ∂ℓ/∂σ² times σ².",
        },
        Mistake {
            name: "gradient-without-variance",
            answer: |right| Answer {
                gradient: |mean, s, y| [mean - y, both(mean, s, y)[1]],
                ..right
            },
            diagnosis: "The derivative with respect to the mean is that of half the \
                        squared error; it has to be divided by the variance.",
            hint: "Multiply the residual by exp(-s).",
        },
        Mistake {
            name: "best-is-the-variance",
            answer: |right| Answer { best_log_variance: |r| r * r, ..right },
            diagnosis: "r² is the best variance, not its logarithm.",
            hint: "exp(s) = r².",
        },
        Mistake {
            name: "best-is-ln-sigma",
            answer: |right| Answer { best_log_variance: |r: f64| r.abs().ln(), ..right },
            diagnosis: "ln |r| is the logarithm of the best standard deviation.",
            hint: "exp(s) = r², so s = 2 ln |r|.",
        },
    ],
};

fn both(mean: f64, s: f64, y: f64) -> [f64; 2] {
    let (residual, precision) = (mean - y, (-s).exp());
    [residual * precision, 0.5 * (1.0 - residual * residual * precision)]
}
